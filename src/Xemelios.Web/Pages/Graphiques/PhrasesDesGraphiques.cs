using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Graphiques;
using Xemelios.Web.Components;

namespace Xemelios.Web.Pages.Graphiques;

/// <summary>What is to be seen in each picture, in a sentence worked out of its figures.</summary>
public static class PhrasesDesGraphiques
{
    public static string Masse(MasseSalariale masse)
    {
        if (masse.Mois is not [.., var dernier])
            return "Aucune paye.";
        var avant = masse.Mois.Count > 1 ? masse.Mois[^2] : null;
        return $"{Majuscule(Mois(dernier.Mois))} : {Euros(dernier.Brut)} de brut et {Euros(dernier.Charges)} de charges patronales{(avant is null ? "" : $", soit {Evolution(dernier.Total, avant.Total)} par rapport à {Mois(avant.Mois)}")}.";
    }

    public static string Distribution(DistributionDuBrut d) =>
        $"La moitié des {Pluriel.Compter(d.Bulletins, "bulletin")} a un brut d'au plus {Euros(d.Mediane)} ; un quart a au plus {Euros(d.Q1)}, un quart au moins {Euros(d.Q3)}. Moyenne : {Euros(d.Moyenne)}.";

    public static string Pyramide(PyramideDesAges p)
    {
        var plus = p.Tranches.Where(t => t is { Hommes: not null, Femmes: not null }).OrderByDescending(t => t.Hommes + t.Femmes).FirstOrDefault();
        var tranche = plus is null || plus.Hommes + plus.Femmes == 0
            ? "Aucune tranche d'âge ne peut être montrée."
            : $"La tranche la plus nombreuse {(p.PetitsEffectifsTus ? "parmi celles qui sont dites " : "")}va de {plus.De} à {plus.A} ans : {Pluriel.Compter(plus.Hommes!.Value, "homme")} et {Pluriel.Compter(plus.Femmes!.Value, "femme")}.";
        return p.SansAge == 0 ? tranche : $"{tranche} {Pluriel.Compter(p.SansAge, "agent")} sur {FormatFrancais.Entier(p.Agents)} {(p.SansAge == 1 ? "n'a" : "n'ont")} pas d'âge lisible.";
    }

    public static string Rubriques(RubriquesDuMois r) => r.Rubriques is [var premiere, ..]
        ? $"La plus lourde est « {Nom(premiere)} » : {Euros(premiere.Montant)}{(premiere.MontantAvant is { } avant && r.Avant is { } mois ? $", {Evolution(premiere.Montant, avant)} par rapport à {Mois(mois)}" : "")}."
        : "Aucune rubrique.";

    public static string Ecarts(EcartsDansLeTemps e)
    {
        var rapproches = e.Mois.Where(m => m.Montant is not null).ToList();
        if (rapproches.Count == 0)
            return "Aucun mois n'a de mandat : rien ne peut être rapproché.";
        var plus = rapproches.MaxBy(m => m.Montant!.Value.Centimes)!;
        var sans = e.Mois.Count - rapproches.Count;
        return plus.Montant == Montant.Zero
            ? $"Aucun écart sur {Pluriel.Compter(rapproches.Count, "mois rapproché", "mois rapprochés")}{Sans(sans)}."
            : $"{Pluriel.Compter(rapproches.Count(m => m.Natures > 0), "mois a", "mois ont")} un écart sur {Pluriel.Compter(rapproches.Count, "mois rapproché", "mois rapprochés")}{Sans(sans)} ; le plus grand est de {Euros(plus.Montant!.Value)}, en {Mois(plus.Mois)}.";
    }

    public static string Nom(RubriqueDuMois rubrique) =>
        rubrique.Libelle ?? (string.IsNullOrEmpty(rubrique.Code) ? rubrique.Categorie.Libelle() : rubrique.Code);

    public static string Mois(MoisDePaye mois) => FormatFrancais.Mois(mois.Annee, mois.Mois);

    /// <summary>"+1,25 %", or a difference in euros where there is nothing to divide by.</summary>
    private static string Evolution(Montant apres, Montant avant)
    {
        var ecart = apres - avant;
        var signe = ecart.Centimes > 0 ? "+" : "";
        return avant == Montant.Zero ? $"{signe}{Euros(ecart)}" : $"{signe}{FormatFrancais.Nombre(decimal.Round(ecart.ToDecimal() * 100 / Math.Abs(avant.ToDecimal()), 2, MidpointRounding.AwayFromZero))}\u00A0%";
    }

    private static string Sans(int nombre) => nombre == 0 ? "" : $" ({Pluriel.Compter(nombre, "mois n'a pas de mandat", "mois n'ont pas de mandat")})";

    private static string Majuscule(string texte) => char.ToUpperInvariant(texte[0]) + texte[1..];

    private static string Euros(Montant montant) => FormatFrancais.Montant(montant.ToDecimal());
}
