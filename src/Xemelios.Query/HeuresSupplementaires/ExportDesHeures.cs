using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Export;

namespace Xemelios.Query.HeuresSupplementaires;

/// <summary>The décompte with what it was asked and drawn from.</summary>
public static class ExportDesHeures
{
    public static ReponseExportable Exporter(this HeuresSupplementairesQuestion question, DbConnection connexion, Perimetre perimetre) => new(
        question.Executer(connexion, perimetre).EnTable(),
        $"Heures supplémentaires : {PhrasesDEtat.Dire(question.Siret, question.Mois, question.Budget)}.",
        new FichiersSourcesQuestion(new DemandeDEtat(question.Siret, question.Mois, question.Budget)).Executer(connexion, perimetre),
        PhrasesDEtat.Nom("heures-supplementaires", question.Siret, question.Budget, question.Mois));
}
