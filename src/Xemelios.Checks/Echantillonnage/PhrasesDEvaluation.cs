using Xemelios.Domain.Valeurs;
using static Xemelios.Checks.Echantillonnage.MotsDEchantillon;

namespace Xemelios.Checks.Echantillonnage;

/// <summary>What an evaluation says, in sentences: the most likely error, the one that is not exceeded, and what neither covers.</summary>
public static class PhrasesDEvaluation
{
    /// <summary>The conclusion, with its confidence.</summary>
    public static string Conclure(EvaluationDePoste e) => e switch
    {
        { Effectif: 0 } => "La population est vide : il n'y a rien à évaluer.",
        { RienATirer: true } => "Aucun bulletin du poste ne pouvait être tiré : rien n'en est conclu.",
        { TropPayesLimite: { } limite } => $"Avec une confiance de {e.Confiance} %, les trop-payés du poste ne dépassent pas {Ecrire(limite)} sur {Ecrire(e.Montant - e.HorsTirage.Montant)} ; le plus probable est {Ecrire(e.TropPayesProbables)}.",
        { Nombre: var (probable, plafond) } => $"Avec une confiance de {e.Confiance} %, pas plus de {plafond.ToString("N0", Nombres)} bulletins du poste sur {e.Effectif.ToString("N0", Nombres)} sont en erreur ({Taux(plafond, e.Effectif)}) ; "
            + $"le plus probable est {probable.ToString("N1", Nombres)}.",
        _ => "",
    };

    /// <summary>What the reader must not take it for.</summary>
    public static IEnumerable<string> NeCouvrePas(EvaluationDePoste e)
    {
        if (e.Nombre is not null)
            yield return "La limite compte des bulletins : elle ne borne aucun montant. Les montants probables sont projetés sans limite.";
        if (e.TropPayesLimite is not null)
            yield return "La limite borne les trop-payés ; les moins-payés sont projetés à part, sans limite, et ne compensent rien.";
        if (e.HorsTirage is { Effectif: > 0 } hors)
            yield return $"Hors tirage, donc hors de la conclusion : {hors.Effectif.ToString("N0", Nombres)} bulletins de montant nul ou négatif ({Ecrire(hors.Montant)}).";
        if (e.NonVerifiables > 0)
            yield return $"Bulletins non vérifiables : {e.NonVerifiables.ToString("N0", Nombres)}. Ils sont comptés comme entièrement en erreur.";
        if (e.ErreurPlusGrandeQueLePaye)
            yield return "Une erreur dépasse le montant payé : la limite de Stringer suppose le contraire, lisez-la avec réserve.";
        yield return "L'évaluation ne dit rien de ce que le fichier ne contient pas (agents non payés, service fait), ni des autres postes du plan.";
    }

    /// <summary>Each figure under its name.</summary>
    public static IEnumerable<(string Nom, string Valeur)> Chiffres(EvaluationDePoste e)
    {
        yield return ("Population", $"{e.Effectif.ToString("N0", Nombres)} bulletins, {Ecrire(e.Montant)}");
        yield return ("Bulletins vus", e.Vues.ToString("N0", Nombres));
        yield return ("En erreur", e.Erreurs.ToString("N0", Nombres));
        yield return ("Non vérifiables", e.NonVerifiables.ToString("N0", Nombres));
        yield return ("Trop-payés constatés", Ecrire(e.TropPayes));
        yield return ("Moins-payés constatés", Ecrire(e.MoinsPayes));
        if (e.Nombre is var (probable, plafond))
        {
            yield return ("Bulletins en erreur, le plus probable", probable.ToString("N1", Nombres));
            yield return ($"Bulletins en erreur, limite à {e.Confiance} %", $"{plafond.ToString("N0", Nombres)} ({Taux(plafond, e.Effectif)})");
        }

        yield return ("Trop-payés, le plus probable", Ecrire(e.TropPayesProbables));
        if (e.TropPayesLimite is { } limite)
            yield return ($"Trop-payés, limite à {e.Confiance} %", Ecrire(limite));
        yield return ("Moins-payés, le plus probable", Ecrire(e.MoinsPayesProbables));
        yield return ("Formule", e.Formule.Nom);
        yield return ("Source", e.Formule.Source);
    }

    private static string Taux(int nombre, int effectif) => effectif == 0 ? "–" : (nombre * 100m / effectif).ToString("N2", Nombres) + "\u00A0%";
}
