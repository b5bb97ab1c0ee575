using System.Collections.Immutable;
using System.Data.Common;
using Xemelios.Domain.Habilitations;

namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>An état nested along up to three axes: each row is the sum of those it holds.</summary>
/// <param name="Par">The axes, outermost first.</param>
/// <param name="Totaux">Sums of all the lines, without any row.</param>
public sealed record EtatEmboite(EtatDePaye Etat, IReadOnlyList<AxeDEtat> Par, IReadOnlyList<LigneLiquidee> Lignes, LigneLiquidee Totaux)
{
    public required ReglesDImputation Regles { get; init; }
}

/// <summary>Rebuilds an état along a chain of axes; the gross is everywhere that of the lines.</summary>
/// <param name="Axes">"nature,rubrique,agent": see <see cref="AxesDeLiquidation.LireChaine"/>.</param>
/// <param name="Ouvertes">The rows whose content is read, as <see cref="CheminDeLigne"/> names them, between semicolons; null for all.</param>
public sealed record EtatEmboiteQuestion(DemandeDEtat Demande, string Axes, string? Ouvertes = null) : IQuestionNominative
{
    public EtatEmboite Executer(DbConnection connexion, Perimetre perimetre)
    {
        if (AxesDeLiquidation.LireChaine(Axes)?.Contains(AxeDEtat.Agent) == true)
            this.Autoriser(perimetre);
        var axes = AxesDeLiquidation.LireChaine(Axes) ?? throw new CritereInconnuException(Axes);
        var etat = EtatOuvert.Ouvrir(connexion, perimetre, Demande);
        var lignes = Ouvertes is null
            ? Tout(etat, axes)
            : Ouvrir(etat, axes, [], CheminDeLigne.Lire(Ouvertes));
        return new EtatEmboite(etat.Etat, axes, lignes, etat.Totaux) { Regles = etat.Regles };
    }

    private static List<LigneLiquidee> Ouvrir(EtatOuvert etat, IReadOnlyList<AxeDEtat> axes, ImmutableList<CleDAxe> prefixe, IReadOnlySet<string> ouvertes)
    {
        var portee = axes.Take(prefixe.Count + 1).ToList();
        var lignes = new List<LigneLiquidee>();
        foreach (var rangee in etat.Lecture.Lire(portee, prefixe))
        {
            var ligne = etat.Ligne(rangee, portee[^1]);
            var ouverte = portee.Count < axes.Count && ouvertes.Contains(CheminDeLigne.De(rangee.Cles));
            lignes.Add(ouverte ? ligne with { Enfants = Ouvrir(etat, axes, [.. rangee.Cles], ouvertes) } : ligne);
        }

        return lignes;
    }

    // One statement for each depth, whatever the number of rows.
    private static List<LigneLiquidee> Tout(EtatOuvert etat, IReadOnlyList<AxeDEtat> axes)
    {
        ILookup<string, LigneLiquidee>? enfants = null;
        for (var profondeur = axes.Count; profondeur > 0; profondeur--)
        {
            var portee = axes.Take(profondeur).ToList();
            var dessous = enfants;
            enfants = etat.Lecture.Lire(portee)
                .Select(r => (Parent: CheminDeLigne.De(r.Cles.Take(profondeur - 1)),
                    Ligne: etat.Ligne(r, portee[^1]) with { Enfants = dessous is null ? null : [.. dessous[CheminDeLigne.De(r.Cles)]] }))
                .ToLookup(x => x.Parent, x => x.Ligne);
        }

        return [.. enfants![""]];
    }
}

/// <summary>The name of a row of a nested état in an address: "64111", "64111/Indemnite:2000".</summary>
public static class CheminDeLigne
{
    /// <summary>The row under a parent; "" above the first level.</summary>
    public static string Sous(string parent, LigneLiquidee ligne) =>
        Joindre(parent, new CleDAxe(ligne.Cle, Enum.TryParse<Domain.Paye.CategorieDeLigne>(ligne.Categorie, out var categorie) ? categorie : null));

    /// <summary>The rows that "64111;64118/Indemnite:2000" names; their parents are opened too.</summary>
    public static IReadOnlySet<string> Lire(string texte)
    {
        var lus = new HashSet<string>(StringComparer.Ordinal);
        foreach (var chemin in texte.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            for (var fin = chemin.IndexOf('/', StringComparison.Ordinal); fin >= 0; fin = chemin.IndexOf('/', fin + 1))
                lus.Add(chemin[..fin]);
            lus.Add(chemin);
        }

        return lus;
    }

    internal static string De(IEnumerable<CleDAxe> cles) => cles.Aggregate("", Joindre);

    private static string Joindre(string parent, CleDAxe cle)
    {
        var texte = cle.Texte.Replace("%", "%25", StringComparison.Ordinal).Replace("/", "%2F", StringComparison.Ordinal).Replace(";", "%3B", StringComparison.Ordinal);
        return parent.Length == 0 ? texte : $"{parent}/{texte}";
    }
}
