namespace Xemelios.Web.Pages.Aide;

/// <summary>A part of a file of help, under its title.</summary>
/// <param name="Blocs">Its paragraphs and lists.</param>
public sealed record SectionDAide(string Titre, IReadOnlyList<BlocDAide> Blocs)
{
    private const string Separateur = "\u00A0: ";

    /// <summary>The items that begin with a word and a colon, by this word: « Source : … ».</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Fragment>> Champs { get; } = Blocs.Where(b => b.EstUneListe).SelectMany(b => b.Lignes).Where(EstUnChamp)
        .ToDictionary(l => l[0].Texte[..l[0].Texte.IndexOf(Separateur, StringComparison.Ordinal)], SansNom, StringComparer.Ordinal);

    /// <summary>The words of everything in it.</summary>
    public string EnClair => TexteDAide.EnClair(Blocs);

    private static bool EstUnChamp(IReadOnlyList<Fragment> ligne) =>
        ligne[0].Sorte == SorteDeFragment.Courant && ligne[0].Texte.Contains(Separateur, StringComparison.Ordinal);

    private static IReadOnlyList<Fragment> SansNom(IReadOnlyList<Fragment> ligne)
    {
        var reste = ligne[0].Texte[(ligne[0].Texte.IndexOf(Separateur, StringComparison.Ordinal) + Separateur.Length)..];
        return reste.Length == 0 ? [.. ligne.Skip(1)] : [new Fragment(char.ToUpperInvariant(reste[0]) + reste[1..]), .. ligne.Skip(1)];
    }
}

/// <summary>A file of help: lines « clé: valeur » between two ---, an introduction, and sections under their ##.</summary>
public sealed record FichierDAide(string Nom, IReadOnlyDictionary<string, string> EnTete, IReadOnlyList<BlocDAide> Introduction, IReadOnlyList<SectionDAide> Sections)
{
    private const string Bord = "---";

    /// <summary>Reads a text.</summary>
    public static FichierDAide Lire(string nom, string texte)
    {
        ArgumentNullException.ThrowIfNull(texte);
        var lignes = texte.ReplaceLineEndings("\n").Split('\n');
        var fin = lignes[0] == Bord ? Array.IndexOf(lignes, Bord, 1) : -1;
        var enTete = lignes.Take(Math.Max(0, fin)).Skip(1).Select(l => l.Split(": ", 2)).ToDictionary(p => p[0], p => p[1].Trim(), StringComparer.Ordinal);
        var sections = TexteDAide.Lire(string.Join('\n', lignes.Skip(fin + 1)));
        return new FichierDAide(nom, enTete, sections[0].Blocs, [.. sections.Skip(1)]);
    }

    /// <summary>Every piece of text in it.</summary>
    public IEnumerable<Fragment> Fragments => Introduction.Concat(Sections.SelectMany(s => s.Blocs)).SelectMany(b => b.Lignes).SelectMany(l => l);
}
