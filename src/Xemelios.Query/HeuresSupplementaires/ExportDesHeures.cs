using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Export;
using static Xemelios.Query.Export.TypeDeColonne;

namespace Xemelios.Query.HeuresSupplementaires;

/// <summary>The overtime of a month as a table: a row for each agent and rate, declared hours on the first row of the agent.</summary>
public static class ExportDesHeures
{
    public static ReponseExportable Exporter(this HeuresSupplementairesQuestion question, DbConnection connexion, Perimetre perimetre) => new(
        question.Executer(connexion, perimetre).EnTable(),
        $"Heures supplémentaires : {PhrasesDEtat.Dire(question.Siret, question.Mois, question.Budget)}.",
        new FichiersSourcesQuestion(new DemandeDEtat(question.Siret, question.Mois, question.Budget)).Executer(connexion, perimetre),
        PhrasesDEtat.Nom("heures-supplementaires", question.Siret, question.Budget, question.Mois));

    public static TableDeReponse EnTable(this HeuresDuMois heures) => new(
        "Décompte des heures supplémentaires",
        [
            new("matricule", "Matricule", Texte), new("nom", "Nom", Texte), new("prenom", "Prénom", Texte), new("heures_declarees", "Heures déclarées", Nombre),
            new("taux", "Taux", Nombre), new("heures_payees", "Heures payées", Nombre), new("montant", "Montant", TypeDeColonne.Montant),
        ],
        heures.Agents.SelectMany(Rangees))
    {
        Totaux = [null, null, null, heures.Totaux.HeuresDeclarees, null, heures.Totaux.HeuresPayees, heures.Totaux.Montant],
    };

    private static IEnumerable<IReadOnlyList<object?>> Rangees(HeuresDUnAgent agent) => agent.Taux.Count == 0
        ? [[agent.Matricule, agent.Nom, agent.Prenom, agent.HeuresDeclarees, null, agent.HeuresPayees, agent.Montant]]
        : agent.Taux.Select((t, i) => (IReadOnlyList<object?>)
            [agent.Matricule, agent.Nom, agent.Prenom, i == 0 ? agent.HeuresDeclarees : null, t.Taux, t.Heures, t.Montant]);
}
