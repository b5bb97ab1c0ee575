using Xemelios.Domain.Valeurs;
using Xemelios.Query.Export;

namespace Xemelios.Query.HeuresSupplementaires;

/// <summary>The décompte as a table: one row for each agent, month and rate.</summary>
public static class TableDHeures
{
    private static readonly IReadOnlyList<ColonneDeTable> Colonnes =
    [
        new("matricule", "Matricule", TypeDeColonne.Texte), new("nom", "Nom", TypeDeColonne.Texte), new("prenom", "Prénom", TypeDeColonne.Texte),
        new("debut", "Mois payé, de", TypeDeColonne.Mois), new("fin", "Mois payé, à", TypeDeColonne.Mois), new("rappel", "Rappel", TypeDeColonne.Texte),
        new("taux", "Taux", TypeDeColonne.Nombre), new("heures", "Heures", TypeDeColonne.Nombre), new("montant", "Montant", TypeDeColonne.Montant),
        new("heures_declarees", "Heures déclarées de l'agent", TypeDeColonne.Nombre), new("heures_payees", "Heures payées de l'agent", TypeDeColonne.Nombre),
        new("au_dela", "Heures au-delà de 25", TypeDeColonne.Nombre),
    ];

    /// <summary>The figures of an agent stand on the first of the agent's rows, so that columns add up.</summary>
    public static TableDeReponse EnTable(this HeuresDuMois heures)
    {
        ArgumentNullException.ThrowIfNull(heures);
        var t = heures.Totaux;
        return new TableDeReponse("Décompte des heures supplémentaires", Colonnes, heures.Agents.SelectMany(Rangees))
        {
            Totaux = ["Total", null, null, null, null, null, null, t.HeuresPayees, t.Montant, t.HeuresDeclarees, t.HeuresPayees, t.AuDela],
        };
    }

    private static IEnumerable<IReadOnlyList<object?>> Rangees(HeuresDUnAgent agent)
    {
        var details = agent.Mois.SelectMany(m => m.Taux.Select(t => (Mois: m, Taux: t))).ToList();
        if (details.Count == 0)
            yield return [agent.Matricule, agent.Nom, agent.Prenom, null, null, null, null, 0m, Montant.Zero, agent.HeuresDeclarees, agent.HeuresPayees, agent.AuDela];
        for (var i = 0; i < details.Count; i++)
        {
            var (mois, taux) = details[i];
            yield return
            [
                agent.Matricule, agent.Nom, agent.Prenom, mois.Debut, mois.Fin, mois.Rappel ? "oui" : "non", taux.Taux, taux.Heures, taux.Montant,
                i == 0 ? agent.HeuresDeclarees : null, i == 0 ? agent.HeuresPayees : null, i == 0 ? agent.AuDela : null,
            ];
        }
    }
}
