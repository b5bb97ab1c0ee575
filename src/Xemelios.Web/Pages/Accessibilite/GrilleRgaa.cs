namespace Xemelios.Web.Pages.Accessibilite;

/// <summary>How a criterion is known to hold, or not.</summary>
public enum EtatDeCritere
{
    /// <summary>A test looks at every screen each time the application is built.</summary>
    Automatique,

    /// <summary>Somebody looked, on <see cref="GrilleRgaa.VerifieeLe"/>.</summary>
    ALaMain,

    /// <summary>Nothing of the application is concerned.</summary>
    SansObjet,

    NonConforme,
}

/// <summary>One of the 106 criteria of RGAA 4.1 (DINUM, arrêté du 20 septembre 2019), in the words of this application.</summary>
/// <param name="Numero">Theme and rank: <c>10.11</c>.</param>
/// <param name="Preuve">The test that looks (<c>Classe.Methode</c>), what was seen, or why there is nothing to see.</param>
public sealed record Critere(string Numero, string Objet, EtatDeCritere Etat, string Preuve)
{
    /// <summary>Number of the theme, from 1 (images) to 13 (consultation).</summary>
    public int Theme => int.Parse(Numero.Split('.')[0], System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Where the application stands on each criterion: <c>rgaa.txt</c>, read once.</summary>
public static class GrilleRgaa
{
    /// <summary>Last time that the criteria « à la main » were looked at.</summary>
    public static DateOnly VerifieeLe { get; } = new(2026, 11, 23);

    /// <summary>Names of the themes, in their order.</summary>
    public static IReadOnlyList<string> Themes { get; } =
    [
        "Images", "Cadres", "Couleurs", "Multimédia", "Tableaux", "Liens", "Scripts", "Éléments obligatoires", "Structuration", "Présentation", "Formulaires", "Navigation", "Consultation",
    ];

    public static IReadOnlyList<Critere> Criteres { get; } = Lire();

    /// <summary>Criteria in this state.</summary>
    public static int Nombre(EtatDeCritere etat) => Criteres.Count(c => c.Etat == etat);

    /// <summary>Share of the criteria that apply and hold, in percent, rounded down: what the law asks to publish.</summary>
    public static int Taux => 100 * (Nombre(EtatDeCritere.Automatique) + Nombre(EtatDeCritere.ALaMain)) / (Criteres.Count - Nombre(EtatDeCritere.SansObjet));

    private static List<Critere> Lire()
    {
        using var lecteur = new StreamReader(typeof(GrilleRgaa).Assembly.GetManifestResourceStream("rgaa.txt")!);
        var lignes = lecteur.ReadToEnd().ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var essais = lignes.Where(l => !l.Contains(" | ", StringComparison.Ordinal)).Select(l => l.Split(" = ")).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
        return [.. lignes.Select(l => l.Split(" | ")).Where(c => c.Length == 4).Select(c => new Critere(c[0], c[1], Etat(c[2]), c[2] == "automatique" ? essais[c[3]] : c[3]))];
    }

    private static EtatDeCritere Etat(string mot) => mot switch
    {
        "automatique" => EtatDeCritere.Automatique,
        "à la main" => EtatDeCritere.ALaMain,
        "sans objet" => EtatDeCritere.SansObjet,
        "non conforme" => EtatDeCritere.NonConforme,
        _ => throw new FormatException($"rgaa.txt ne connaît pas l'état « {mot} »."),
    };
}
