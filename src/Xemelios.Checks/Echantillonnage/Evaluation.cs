using Xemelios.Domain.Echantillons;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Checks.Echantillonnage;

/// <summary>Evaluates the sample of a poste once all of it was looked at.</summary>
public static class Evaluation
{
    /// <summary>The confidences that can be chosen, in percent.</summary>
    public static IReadOnlyList<int> Confiances { get; } = [80, 85, 90, 95, 99];

    public const int ConfianceUsuelle = 95;

    /// <param name="vues">Every unit of the sample, once.</param>
    /// <exception cref="EvaluationPrematureeException">some are missing.</exception>
    public static EvaluationDePoste Evaluer(MethodeDeTirage methode, TirageDePoste tirage, IReadOnlyCollection<UniteVue> vues, int confiance)
    {
        if (vues.Count != tirage.Unites.Count)
            throw new EvaluationPrematureeException(tirage.Unites.Count - vues.Count);
        var ecarts = vues.Where(v => v.Decision == DecisionDePointage.Erreur).Select(v => v.Ecart).ToList();
        var hors = tirage.Strates.Where(s => s.Sorte == SorteDeStrate.HorsTirage).ToList();
        var evaluation = new EvaluationDePoste(
            confiance, tirage.Effectif, tirage.Montant, vues.Count, ecarts.Count, vues.Count(v => v.Decision == DecisionDePointage.NonVerifiable),
            Somme(ecarts.Where(e => e > Montant.Zero)), Somme(ecarts.Where(e => e < Montant.Zero).Select(e => -e)), Formule(methode))
        {
            HorsTirage = (hors.Sum(s => s.Effectif), Somme(hors.Select(s => s.Montant))),
        };
        IReadOnlyList<StrateVue> strates = [.. tirage.Strates.Select((s, rang) => new StrateVue(s, [.. vues.Where(v => v.Unite.Strate == rang)]))];
        return methode == MethodeDeTirage.UnitesMonetaires
            ? DesMontants(evaluation, strates)
            : DuNombre(evaluation, methode, strates);
    }

    private static FormuleDEvaluation Formule(MethodeDeTirage methode) => methode switch
    {
        MethodeDeTirage.Attributs => FormuleDEvaluation.ParAttributs,
        MethodeDeTirage.Stratifie => FormuleDEvaluation.Stratifiee,
        _ => FormuleDEvaluation.ParUnitesMonetaires,
    };

    private static EvaluationDePoste DuNombre(EvaluationDePoste evaluation, MethodeDeTirage methode, IReadOnlyList<StrateVue> strates)
    {
        var sues = strates.Where(s => s.EstEntiere).Sum(s => s.Fausses);
        IReadOnlyList<StrateVue> sondees = [.. strates.Where(s => !s.EstEntiere && s.Strate.Tires > 0)];
        var limite = methode == MethodeDeTirage.Stratifie ? DesStrates(sondees, evaluation.Confiance) : sondees.Sum(s =>
            LimitesSuperieures.Hypergeometrique(s.Strate.Effectif, s.Strate.Tires, s.Fausses, evaluation.Confiance));
        return evaluation with
        {
            Nombre = (sues + sondees.Sum(s => s.Fausses * (decimal)s.Strate.Effectif / s.Strate.Tires), sues + limite),
            TropPayesProbables = Projeter(strates, ecart => Math.Max(0, ecart)),
            MoinsPayesProbables = Projeter(strates, ecart => Math.Max(0, -ecart)),
        };
    }

    // The errors of several strata together are no more spread than those of one (Hoeffding), and each stratum was seen at least at the lowest rate.
    private static int DesStrates(IReadOnlyList<StrateVue> strates, int confiance)
    {
        if (strates.Count == 0)
            return 0;
        var (tires, fausses) = (strates.Sum(s => s.Strate.Tires), strates.Sum(s => s.Fausses));
        var tauxLePlusBas = strates.Min(s => s.Strate.Tires / (double)s.Strate.Effectif);
        var limite = (int)Math.Floor(tires * LimitesSuperieures.Binomiale(tires, fausses, confiance) / tauxLePlusBas);
        return Math.Min(limite, strates.Sum(s => s.Strate.Effectif - s.Strate.Tires) + fausses);
    }

    private static Montant Projeter(IEnumerable<StrateVue> strates, Func<long, long> part) => new((long)Math.Round(strates.Where(s => s.Strate.Tires > 0)
        .Sum(s => s.Vues.Sum(v => (decimal)part(v.Ecart.Centimes)) * s.Strate.Effectif / s.Strate.Tires), MidpointRounding.AwayFromZero));

    private static EvaluationDePoste DesMontants(EvaluationDePoste evaluation, IReadOnlyList<StrateVue> strates)
    {
        var sus = strates.Where(s => s.Strate.Sorte != SorteDeStrate.Sondee).SelectMany(s => s.Vues).Select(v => v.Ecart.Centimes).ToList();
        var sondee = strates.FirstOrDefault(s => s.Strate.Sorte == SorteDeStrate.Sondee);
        var parts = sondee?.Vues.Select(v => (decimal)v.Ecart.Centimes / v.Unite.Montant.Centimes).ToList() ?? [];
        var intervalle = sondee is null ? 0 : (decimal)sondee.Strate.Montant.Centimes / sondee.Strate.Tires;
        List<decimal> trop = [.. parts.Where(p => p > 0)];
        var largeur = sondee is null ? 0 : (decimal)LimitesSuperieures.Stringer(k => LimitesSuperieures.Poisson(k, evaluation.Confiance), trop);
        // No more can be wrong than what was not seen, and what was found.
        var plafond = sondee is null ? 0 : sondee.Strate.Montant.Centimes - sondee.Vues.Sum(v => Math.Max(0, v.Unite.Montant.Centimes - Math.Max(0, v.Ecart.Centimes)));
        return evaluation with
        {
            TropPayesProbables = EnCentimes(sus.Where(e => e > 0).Sum() + intervalle * trop.Sum(), Math.Round),
            MoinsPayesProbables = EnCentimes(-sus.Where(e => e < 0).Sum() - intervalle * parts.Where(p => p < 0).Sum(), Math.Round),
            TropPayesLimite = EnCentimes(sus.Where(e => e > 0).Sum() + Math.Min(intervalle * largeur, Math.Max(plafond, intervalle * trop.Sum())), Math.Ceiling),
            ErreurPlusGrandeQueLePaye = parts.Exists(p => p > 1),
        };
    }

    private static Montant EnCentimes(decimal centimes, Func<decimal, decimal> arrondir) => new((long)arrondir(centimes));

    private static Montant Somme(IEnumerable<Montant> montants) => montants.Aggregate(Montant.Zero, (somme, m) => somme + m);

    private sealed record StrateVue(StrateTiree Strate, IReadOnlyList<UniteVue> Vues)
    {
        public int Fausses => Vues.Count(v => v.EstFausse);

        public bool EstEntiere => Strate.Tires == Strate.Effectif;
    }
}

/// <summary>Some units of the sample have not been looked at: what they are is not known.</summary>
public sealed class EvaluationPrematureeException(int restantes)
    : Query.QuestionRefuseeException("ECH-0002", $"Il reste {restantes} bulletins à voir : l'échantillon s'évalue quand il a été vu en entier.");
