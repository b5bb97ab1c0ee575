using Xemelios.Query.Bulletins;
using Xemelios.Query.Export.Pdf;

namespace Xemelios.Query.Export.Bulletins;

/// <summary>Bulletins as a document to print: each on pages of its own, with a bookmark by bulletin, numbered "Page x / y".</summary>
public static class EcritureDeBulletins
{
    public const string TypeMime = "application/pdf";

    /// <summary>Reads the bulletins once, one after the other; nothing is kept of one that is drawn.</summary>
    /// <param name="titre">Of the document.</param>
    /// <exception cref="ArgumentException">there is no bulletin.</exception>
    public static void Ecrire(IEnumerable<BulletinDetaille> bulletins, string titre, DateTimeOffset etabli, Stream sortie)
    {
        var document = new DocumentPdf(sortie, titre, etabli);
        var dessines = 0;
        foreach (var bulletin in bulletins)
        {
            new FeuilleDeBulletin(document, bulletin).Dessiner();
            dessines++;
        }

        if (dessines == 0)
            throw new ArgumentException("Aucun bulletin à imprimer.", nameof(bulletins));
        document.Terminer();
    }

    /// <summary>"MARTIN Zoé (000123), mars 2026".</summary>
    public static string Titre(BulletinDetaille b) =>
        $"{b.Nom} {b.Prenom}{(b.Matricule is null ? "" : $" ({b.Matricule})")}, {MotsDeBulletin.Mois(b)}".Trim();
}
