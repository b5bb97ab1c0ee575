namespace Xemelios.Store.Gestion;

/// <summary>What was answered last, in a poste, for the files of an employer that name no budget.</summary>
/// <param name="Siret">'' for an employer without SIRET.</param>
/// <param name="Donne">Its code is '' when they are to be left without budget.</param>
public sealed record BudgetRetenu(string Siret, BudgetDonne Donne);

/// <summary>The answers that are proposed again, in gestion.db. What was read by them is told by the receptions.</summary>
public sealed class BudgetsRetenus(string fichier) : TablesDeGestion(fichier, Tables)
{
    private const string Tables = """
        CREATE TABLE IF NOT EXISTS budget_retenu (
            Poste TEXT NOT NULL, Siret TEXT NOT NULL, Code TEXT NOT NULL, Par TEXT NULL, Le TEXT NOT NULL, PRIMARY KEY (Poste, Siret))
        """;

    /// <summary>Takes the place of the answer of this poste for this employer.</summary>
    /// <param name="poste">Null for the machine.</param>
    public void Retenir(string? poste, BudgetRetenu retenu) => Executer(
        "INSERT OR REPLACE INTO budget_retenu (Poste, Siret, Code, Par, Le) VALUES ($poste, $siret, $code, $par, $le)",
        ("poste", poste ?? ""), ("siret", retenu.Siret), ("code", retenu.Donne.Code), ("par", retenu.Donne.Par), ("le", EnTexte(retenu.Donne.Le)));

    /// <summary>The next batch asks again.</summary>
    public void Oublier(string? poste, string siret) =>
        Executer("DELETE FROM budget_retenu WHERE Poste = $poste AND Siret = $siret", ("poste", poste ?? ""), ("siret", siret));

    /// <summary>The answer of a poste for an employer. The machine, which has no poste, takes its own, else the one on which all postes agree.</summary>
    public BudgetDonne? Pour(string? poste, string siret)
    {
        var reponses = Lire("SELECT Poste, Code, Par, Le FROM budget_retenu WHERE Siret = $siret ORDER BY Poste",
            l => (Poste: l.GetString(0), Donne: new BudgetDonne(l.GetString(1), l.IsDBNull(2) ? null : l.GetString(2), Date(l.GetString(3)))), ("siret", siret));
        var sienne = reponses.Find(r => r.Poste == (poste ?? "")).Donne;
        return sienne ?? (poste is null && reponses.Select(r => r.Donne.Code).Distinct(StringComparer.Ordinal).Count() == 1 ? reponses[0].Donne : null);
    }
}
