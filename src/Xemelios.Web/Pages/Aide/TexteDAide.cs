using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Xemelios.Web.Pages.Aide;

/// <summary>What a piece of text is.</summary>
public enum SorteDeFragment
{
    Courant,
    Fort,

    /// <summary>Written as it is typed: a code, a command, an element of a format.</summary>
    Code,
    Lien,
}

/// <summary>Some words of a text of help.</summary>
/// <param name="Adresse">Where a link leads.</param>
public sealed record Fragment(string Texte, SorteDeFragment Sorte = SorteDeFragment.Courant, string? Adresse = null);

/// <summary>A paragraph or a list.</summary>
/// <param name="Lignes">The paragraph, or the items of the list.</param>
public sealed record BlocDAide(bool EstUneListe, bool EstNumerotee, IReadOnlyList<IReadOnlyList<Fragment>> Lignes);

/// <summary>The part of Markdown that the help is written in: sections, paragraphs, lists of one level, links, strong words, code.</summary>
/// <remarks>No HTML goes through: Markdig is told to read none, and the pieces are shown by components, never as markup.</remarks>
public static partial class TexteDAide
{
    private static readonly MarkdownPipeline SansHtml = new MarkdownPipelineBuilder().DisableHtml().Build();

    /// <summary>What stands before the first title, under "", then each section under its title.</summary>
    public static IReadOnlyList<SectionDAide> Lire(string texte)
    {
        List<(string Titre, List<BlocDAide> Blocs)> sections = [("", [])];
        foreach (var bloc in Markdown.Parse(texte, SansHtml))
        {
            if (bloc is HeadingBlock titre) sections.Add((EnClair(Fragments(titre.Inline)), []));
            else sections[^1].Blocs.Add(Bloc(bloc));
        }

        return [.. sections.Select(s => new SectionDAide(s.Titre, s.Blocs))];
    }

    /// <summary>The words alone.</summary>
    public static string EnClair(IEnumerable<Fragment> fragments) => string.Concat(fragments.Select(f => f.Texte));

    /// <summary>The words alone, a line for each paragraph or item.</summary>
    public static string EnClair(IEnumerable<BlocDAide> blocs) => string.Join('\n', blocs.SelectMany(b => b.Lignes).Select(EnClair));

    private static BlocDAide Bloc(Block bloc) => bloc switch
    {
        ListBlock liste => new BlocDAide(true, liste.IsOrdered, [.. liste.Cast<ListItemBlock>().Select(p => Fragments(((LeafBlock)p[0]).Inline))]),
        ParagraphBlock paragraphe => new BlocDAide(false, false, [Fragments(paragraphe.Inline)]),
        _ => throw new NotSupportedException($"L'aide n'emploie pas {bloc.GetType().Name} (ligne {bloc.Line + 1})."),
    };

    private static IReadOnlyList<Fragment> Fragments(ContainerInline? ligne)
    {
        List<Fragment> fragments = [];
        foreach (var morceau in (ligne ?? []).Select(Morceau))
        {
            // Markdig cuts at each sign that might have begun something.
            if (fragments is [.., { Sorte: SorteDeFragment.Courant } avant] && morceau.Sorte == SorteDeFragment.Courant)
                fragments[^1] = avant with { Texte = avant.Texte + morceau.Texte };
            else
                fragments.Add(morceau);
        }

        return [.. fragments.Select(f => f.Sorte == SorteDeFragment.Code ? f : f with { Texte = Typographie(f.Texte) })];
    }

    private static Fragment Morceau(Inline morceau) => morceau switch
    {
        CodeInline code => new Fragment(code.Content, SorteDeFragment.Code),
        LinkInline lien => new Fragment(EnClair(Fragments(lien)), SorteDeFragment.Lien, lien.Url),
        EmphasisInline fort => new Fragment(EnClair(Fragments(fort)), SorteDeFragment.Fort),
        LineBreakInline => new Fragment(" "),
        _ => new Fragment(morceau.ToString() ?? ""),
    };

    /// <summary>The signs that French sets apart do not leave their word.</summary>
    private static string Typographie(string texte) => Espace().Replace(texte, "\u00A0${signe}").Replace("« ", "«\u00A0", StringComparison.Ordinal);

    [GeneratedRegex(" (?<signe>[:;!?»€%])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Espace();
}
