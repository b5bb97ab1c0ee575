using Xemelios.Checks.Moteur;
using Xemelios.Checks.Rapprochement;
using Xemelios.Domain.Constats;
using Xemelios.Web.Components.Layout;

namespace Xemelios.Web.Pages.Aide;

/// <summary>The help of a screen, or of a few that are one page.</summary>
/// <param name="Cle">In the address of the help.</param>
/// <param name="Partie">Under which it stands in the table of contents.</param>
/// <param name="Routes">As the screen declares them.</param>
public sealed record AideDEcran(string Cle, string Titre, string Partie, IReadOnlyList<string> Routes, FichierDAide Texte)
{
    public string Adresse => $"{TextesDAide.Ecran}/{Cle}";
}

/// <summary>A word of the field.</summary>
/// <param name="Ancre">In the address of the glossary.</param>
public sealed record TermeDuGlossaire(string Nom, string Ancre, SectionDAide Texte)
{
    public string Adresse => $"{TextesDAide.Glossaire}#{Ancre}";
}

/// <summary>What a code means, with what the program itself says of it.</summary>
/// <param name="Gravite">Null for what is refused before anything is read.</param>
/// <param name="Phrase">The usual sentence; null when it changes with what was asked.</param>
/// <param name="BaseLegale">The text that a rule applies.</param>
public sealed record AideDeCode(string Code, Gravite? Gravite, string? Phrase, string? BaseLegale, SectionDAide Texte)
{
    public string Adresse => $"{TextesDAide.Codes}/{Code}";
}

/// <summary>What a rule of pay looks at, as its notice says it beside what the program knows of it.</summary>
public sealed record AideDeControle(RegleDePaye Regle, SectionDAide Texte)
{
    public string Adresse => $"{TextesDAide.Controles}/{Regle.Code}";
}

/// <summary>All the texts of the help, read once from the assembly: nothing is fetched from elsewhere.</summary>
public static class TextesDAide
{
    public const string Accueil = "/aide";
    public const string Ecran = "/aide/ecrans";
    public const string Glossaire = "/aide/glossaire";
    public const string Codes = "/aide/codes";
    public const string Controles = "/aide/controles";
    public const string Raccourcis = "/aide/raccourcis";
    private const string Ressources = "aide/";

    /// <summary>Every file, by its name without folder prefix nor extension.</summary>
    public static IReadOnlyDictionary<string, FichierDAide> Fichiers { get; } = typeof(TextesDAide).Assembly.GetManifestResourceNames()
        .Where(n => n.StartsWith(Ressources, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
        .Select(n => (Nom: n[Ressources.Length..].Replace(".md", "", StringComparison.Ordinal), Texte: Contenu(n)))
        .ToDictionary(f => f.Nom, f => FichierDAide.Lire(f.Nom, f.Texte), StringComparer.Ordinal);

    /// <summary>What to do first.</summary>
    public static FichierDAide PremiersPas => Fichiers["premiers-pas"];

    /// <summary>By title.</summary>
    public static IReadOnlyList<AideDEcran> Ecrans { get; } = [.. DuDossier("ecrans/")
        .Select(f => new AideDEcran(f.Nom["ecrans/".Length..], f.EnTete["titre"], f.EnTete["partie"], f.EnTete["routes"].Split(", "), f))
        .OrderBy(e => e.Titre, StringComparer.CurrentCulture)];

    /// <summary>By name.</summary>
    public static IReadOnlyList<TermeDuGlossaire> Termes { get; } = [.. Fichiers["glossaire"].Sections
        .Select(s => new TermeDuGlossaire(s.Titre, MotsDAide.Ancre(s.Titre), s)).OrderBy(t => t.Ancre, StringComparer.Ordinal)];

    /// <summary>By code.</summary>
    public static IReadOnlyDictionary<string, AideDeCode> ParCode { get; } = DuDossier("codes/").SelectMany(f => f.Sections).Select(Lire)
        .OrderBy(c => c.Code, StringComparer.Ordinal).ToDictionary(c => c.Code, StringComparer.Ordinal);

    /// <summary>What the introduction of a family of codes says, by the letters that its codes begin with.</summary>
    public static IReadOnlyDictionary<string, FichierDAide> FamillesDeCodes { get; } =
        DuDossier("codes/").ToDictionary(f => f.EnTete["famille"], StringComparer.Ordinal);

    /// <summary>The notice of each rule of pay that has one, by code.</summary>
    public static IReadOnlyDictionary<string, AideDeControle> ParControle { get; } = DuDossier("controles/").SelectMany(f => f.Sections)
        .Join(CatalogueDesRegles.Toutes, s => s.Titre, r => r.Code, (s, r) => new AideDeControle(r, s)).OrderBy(c => c.Regle.Code, StringComparer.Ordinal)
        .ToDictionary(c => c.Regle.Code, StringComparer.Ordinal);

    /// <summary>What the introduction of a family of rules says, by the letters that its codes begin with.</summary>
    public static IReadOnlyDictionary<string, FichierDAide> FamillesDeControles { get; } = DuDossier("controles/").ToDictionary(f => f.EnTete["famille"], StringComparer.Ordinal);

    /// <summary>What a shortcut is good for: its own words, or those of the screen that it opens; null when nobody has said it yet.</summary>
    public static SectionDAide? De(Raccourci raccourci)
    {
        ArgumentNullException.ThrowIfNull(raccourci);
        return Fichiers["raccourcis"].Sections.FirstOrDefault(s => s.Titre == string.Join(' ', raccourci.Touches))
            ?? DeLaRoute(Components.Layout.Ecran.Tous.FirstOrDefault(e => raccourci.Touches is ["g", [var lettre]] && e.Lettre == lettre)?.Route)?.Texte.Sections[0];
    }

    /// <summary>The help of the screen that has this route, as an endpoint writes it; null for what is no screen.</summary>
    public static AideDEcran? DeLaRoute(string? route) =>
        route is null ? null : Ecrans.FirstOrDefault(e => e.Routes.Contains("/" + route.Trim('/'), StringComparer.OrdinalIgnoreCase));

    private static IEnumerable<FichierDAide> DuDossier(string dossier) => Fichiers.Values.Where(f => f.Nom.StartsWith(dossier, StringComparison.Ordinal));

    private static AideDeCode Lire(SectionDAide section)
    {
        var anomalie = CatalogueDesAnomalies.Tous.GetValueOrDefault(section.Titre);
        var regle = ReglesDuRapprochement.Toutes.FirstOrDefault(r => r.Code == section.Titre);
        return new AideDeCode(section.Titre, anomalie?.Gravite ?? regle?.Gravite, anomalie?.Sens ?? regle?.Libelle, regle?.BaseLegale, section);
    }

    private static string Contenu(string ressource)
    {
        using var lecteur = new StreamReader(typeof(TextesDAide).Assembly.GetManifestResourceStream(ressource)!);
        return lecteur.ReadToEnd();
    }
}
