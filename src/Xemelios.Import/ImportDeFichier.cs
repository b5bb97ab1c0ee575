using Xemelios.Domain.Constats;
using Xemelios.Import.Intake;
using Xemelios.Store.Tables;

namespace Xemelios.Import;

/// <summary>Hands each file to the importer of its type, told by its content alone; a file that is refused stops no other.</summary>
internal static class ImportDeFichier
{
    /// <summary>Imports one file and returns the key of its content, or null when it was refused.</summary>
    public static int? Importer(Arrivage arrivage, Lieu lieu, ContexteDImport contexte)
    {
        var type = TypeDeContenu.Inconnu;
        try
        {
            type = Reconnaissance.Reconnaitre(arrivage);
            return Aiguiller(arrivage, type, lieu, contexte);
        }
        catch (FichierRefuseException refus)
        {
            contexte.Rejeter(arrivage, NomDuType(type), refus.Motif);
        }
        catch (Exception perdu) when (perdu is FileNotFoundException or DirectoryNotFoundException)
        {
            contexte.Rejeter(arrivage, NomDuType(type), CatalogueDesAnomalies.OriginalPerdu.En(Provenance.Inconnue));
        }
        catch (Exception imprevu) when (imprevu is not OperationCanceledException)
        {
            // The message of an unforeseen error may quote the data: only its kind is shown.
            contexte.Rejeter(arrivage, NomDuType(type), CatalogueDesAnomalies.ErreurInattendue.En(
                Provenance.Inconnue, $"{CatalogueDesAnomalies.ErreurInattendue.Sens} ({imprevu.GetType().Name})"));
        }

        return null;
    }

    private static int? Aiguiller(Arrivage arrivage, TypeDeContenu type, Lieu lieu, ContexteDImport contexte)
    {
        if (type == TypeDeContenu.Vide)
            throw new FichierRefuseException(CatalogueDesAnomalies.FichierVide.En(Provenance.Inconnue));
        if (EstUnePiece(arrivage, type))
            return ImportDePieces.ImporterUne(arrivage, type, lieu, contexte);
        var connu = contexte.Connu(arrivage);
        if (connu is { EstArchive: true })
        {
            contexte.RapporterArchive(arrivage, connu.Type);
            return connu.Id;
        }

        if (connu is { Type: not TypesDeFichier.EnCours, EstRemplace: false } && !contexte.EstIncomplet(arrivage))
        {
            contexte.RapporterDejaImporte(arrivage, connu.Type, connu.Id, lieu);
            return connu.Id;
        }

        return type switch
        {
            TypeDeContenu.Xhl => new ImportDeXhl(contexte).Importer(arrivage, lieu),
            TypeDeContenu.PesAller or TypeDeContenu.PesAcquit or TypeDeContenu.PesAutre => new ImportDePes(contexte).Importer(arrivage, type, lieu),
            TypeDeContenu.TableDePassage => new ImportDePassage(contexte).Importer(arrivage, lieu),
            TypeDeContenu.Manifeste => ImportDeManifeste.Importer(arrivage, lieu, contexte),
            _ when type.EstArchive() => new ImportDArchive(contexte).Importer(arrivage, lieu),
            _ => throw new FichierRefuseException(CatalogueDesAnomalies.TypeInconnu.En(Provenance.Inconnue)),
        };
    }

    /// <summary>By its content; and whatever lies in a PJ/ folder is one by its place, even when its format is unknown.</summary>
    /// <remarks>Plain text can be a piece, but not when its name announces XML: that is a pay file that was spoilt.</remarks>
    private static bool EstUnePiece(Arrivage arrivage, TypeDeContenu type) =>
        arrivage.SousPj && type is (TypeDeContenu.Inconnu or TypeDeContenu.XmlAutre or TypeDeContenu.Texte)
        || type.EstPiece() && !(type == TypeDeContenu.Texte && AnnonceDuXml(arrivage.Nom));

    private static bool AnnonceDuXml(string nom) =>
        nom.EndsWith(".xhl", StringComparison.OrdinalIgnoreCase) || nom.EndsWith(".xml", StringComparison.OrdinalIgnoreCase);

    /// <summary>The type that a content will have by its bytes and by its place, in the words of the command line.</summary>
    internal static string NomDuType(Arrivage arrivage, TypeDeContenu type) => EstUnePiece(arrivage, type) ? TypesDeFichier.Piece : NomDuType(type);

    private static string NomDuType(TypeDeContenu type) => type switch
    {
        TypeDeContenu.Xhl => TypesDeFichier.Xhl,
        TypeDeContenu.PesAller => TypesDeFichier.PesAller,
        TypeDeContenu.PesAcquit => TypesDeFichier.Acquit,
        TypeDeContenu.PesAutre => TypesDeFichier.PesAutre,
        TypeDeContenu.Manifeste => TypesDeFichier.Manifeste,
        TypeDeContenu.TableDePassage => TypesDeFichier.Passage,
        _ when type.EstArchive() => TypesDeFichier.Archive,
        _ when type.EstPiece() && type != TypeDeContenu.Texte => TypesDeFichier.Piece,
        _ => TypesDeFichier.Inconnu,
    };
}
