using Xemelios.Query.Controles;

namespace Xemelios.Query.Export.Pdf;

/// <summary>The report of control as a document to print and sign: A4 upright, heads of tables repeated, page x / y.</summary>
public static class RapportPdf
{
    private const double PlaceDeSignature = 70;

    /// <param name="etabli">When it was asked, by whom, with which version of the program.</param>
    public static void Ecrire(RapportDeControle rapport, DateTimeOffset etabli, string utilisateur, string version, Stream sortie) =>
        Ecrire(SectionsDeRapport.Titre(rapport), SectionsDeRapport.Identification(rapport), rapport.Sections(), etabli, utilisateur, version, sortie);

    /// <summary>The same for any report to sign.</summary>
    /// <param name="identification">What it is about, without a final stop.</param>
    public static void Ecrire(
        string titre, string identification, IEnumerable<SectionDeRapport> sections, DateTimeOffset etabli, string utilisateur, string version, Stream sortie)
    {
        var document = new DocumentPdf(sortie, titre, etabli);
        var flux = new FluxPdf(document);
        flux.Titre("H1", titre, 14);
        flux.Phrase($"{identification}.");
        flux.Phrase(Etabli(etabli, utilisateur, version));
        foreach (var section in sections)
        {
            flux.Titre("H2", section.Titre, 10.5);
            foreach (var phrase in section.Phrases)
                flux.Phrase(phrase);
            if (section.Table is { } table)
                flux.Table(table);
        }

        flux.Titre("H2", "Signature", 10.5);
        flux.Phrase("Nom, qualité, date et signature :");
        flux.Cadre(PlaceDeSignature);
        document.Terminer();
    }

    /// <summary>The line that says when and by what the report was made.</summary>
    public static string Etabli(DateTimeOffset etabli, string utilisateur, string version) =>
        $"Établi {PhraseDeControle.Quand(etabli)} par {utilisateur}, Xemelios Next {version}.";
}
