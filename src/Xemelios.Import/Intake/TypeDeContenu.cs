namespace Xemelios.Import.Intake;

/// <summary>What a content is, told by its bytes alone: names and extensions are never trusted.</summary>
public enum TypeDeContenu
{
    Inconnu,
    Vide,

    /// <summary>Root DocumentPaye.</summary>
    Xhl,
    PesAller,
    PesAcquit,

    /// <summary>PES_Retour, liensPj, PES_Ack…: kept, not exploited.</summary>
    PesAutre,

    /// <summary>Root manifeste: the table of contents of an archive of XéMéLios.</summary>
    Manifeste,
    XmlAutre,
    Zip,
    Gzip,
    Tar,

    /// <summary>CSV that gives the account of each rubrique.</summary>
    TableDePassage,
    Pdf,
    Png,
    Jpeg,
    Tiff,
    Gif,
    Rtf,

    /// <summary>Word, Excel, PowerPoint: a zip with [Content_Types].xml.</summary>
    Office,

    /// <summary>LibreOffice: a zip that starts with its mimetype.</summary>
    OpenDocument,

    /// <summary>The compound files of Office before 2007.</summary>
    OfficeAncien,
    Texte,
}

/// <summary>What can be done with each type of content.</summary>
public static class TypesDeContenu
{
    /// <summary>A zip, gzip or tar, to be opened by <see cref="LecteurDArchive"/>.</summary>
    public static bool EstArchive(this TypeDeContenu type) => type is TypeDeContenu.Zip or TypeDeContenu.Gzip or TypeDeContenu.Tar;

    /// <summary>A document that people read: a pièce justificative, by its content.</summary>
    public static bool EstPiece(this TypeDeContenu type) => type >= TypeDeContenu.Pdf;

    /// <summary>The media type under which a content of this type is served.</summary>
    public static string TypeMime(this TypeDeContenu type) => type switch
    {
        TypeDeContenu.Xhl or TypeDeContenu.PesAller or TypeDeContenu.PesAcquit or TypeDeContenu.PesAutre
            or TypeDeContenu.Manifeste or TypeDeContenu.XmlAutre => "application/xml",
        TypeDeContenu.Zip => "application/zip",
        TypeDeContenu.Gzip => "application/gzip",
        TypeDeContenu.Tar => "application/x-tar",
        TypeDeContenu.TableDePassage => "text/csv",
        TypeDeContenu.Pdf => "application/pdf",
        TypeDeContenu.Png => "image/png",
        TypeDeContenu.Jpeg => "image/jpeg",
        TypeDeContenu.Tiff => "image/tiff",
        TypeDeContenu.Gif => "image/gif",
        TypeDeContenu.Rtf => "application/rtf",
        TypeDeContenu.Office => "application/vnd.openxmlformats-officedocument",
        TypeDeContenu.OpenDocument => "application/vnd.oasis.opendocument",
        TypeDeContenu.OfficeAncien => "application/x-ole-storage",
        TypeDeContenu.Texte => "text/plain",
        _ => "application/octet-stream",
    };
}
