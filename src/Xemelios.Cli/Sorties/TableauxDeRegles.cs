using Xemelios.Checks.Moteur;

namespace Xemelios.Cli.Sorties;

/// <summary>The controls of liquidation at a terminal, and the list of the rules.</summary>
internal static class TableauxDeRegles
{
    /// <summary>Beyond this many findings a terminal is no place to read them.</summary>
    private const int Montres = 200;

    public static RegleEnJson EnJson(RegleDePaye regle) => new(
        regle.Code, regle.Fiche.Titre, regle.Fiche.Gravite, regle.Fiche.Loi, regle.Fiche.Doute, !regle.Fiche.Eteinte, regle.Version,
        regle.Seuils.ToDictionary(s => s.Nom, s => s.Valeur, StringComparer.Ordinal));

    public static void Lister(Execution execution)
    {
        var tableau = new Tableau("Code", "Gravité", "En service", "Titre");
        foreach (var regle in CatalogueDesRegles.Toutes)
            tableau.Ligne(regle.Code, regle.Fiche.Gravite, regle.Fiche.Eteinte ? "non" : "oui", regle.Fiche.Titre);
        tableau.Sur(execution.Sortie);
    }

    public static void Ecrire(IReadOnlyList<BilanDeRegle> bilans, IReadOnlyList<ConstatDePaye> constats, Execution execution)
    {
        var tableau = new Tableau("Règle", "SIRET", "Mois", "Matricule", ">Montant", "Constat");
        foreach (var constat in constats.Take(Montres))
            tableau.Ligne(constat.Regle, constat.Siret, constat.Mois.ToString(), constat.Matricule, constat.Montant, constat.Message);
        tableau.Sur(execution.Sortie);
        if (constats.Count > Montres)
            execution.Sortie.WriteLine($"… et {constats.Count - Montres} autres : --json les donne tous.");
        var bilan = new Tableau("Règle", "Titre", ">Testés", ">Constats", ">Non évaluables", ">Payé en trop", ">Payé en moins");
        foreach (var b in bilans.Where(b => b.Testes > 0))
            bilan.Ligne(b.Regle.Code, b.Regle.Fiche.Titre, b.Testes, b.Constats, b.NonEvaluables.Values.Sum(), b.EnTrop, b.EnMoins);
        bilan.Sur(execution.Sortie);
        execution.Sortie.WriteLine($"{bilans.Count} règles passées, {constats.Count} constats.");
    }

    internal sealed record RegleEnJson(
        string Regle, string Titre, GraviteDeRegle Gravite, string Loi, string? Doute, bool EnService, string Version, IReadOnlyDictionary<string, decimal> Seuils);
}
