namespace Xemelios.Samples;

/// <summary>What a piece is to the references of an état.</summary>
public enum SortDePiece
{
    /// <summary>Referenced and delivered.</summary>
    Presente,

    /// <summary>Referenced, never delivered.</summary>
    Manquante,

    /// <summary>Delivered, never referenced.</summary>
    Orpheline,
}

/// <summary>A justificatif: an invented arrêté, délibération, contrat or décompte, as a one-page PDF.</summary>
public sealed record PieceFictive(string IdUnique, string NomFichier, string Titre, IReadOnlyList<string> Texte, SortDePiece Sort)
{
    /// <summary>Bytes of the PDF.</summary>
    public byte[] Contenu() => PdfWriter.Ecrire(Titre, Texte);
}
