using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Export;

namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>The nested état, the trains side by side and the two printed états, with what they were asked and drawn from.</summary>
public static class ExportsDEtats
{
    public static ReponseExportable Exporter(this EtatEmboiteQuestion question, DbConnection connexion, Perimetre perimetre)
    {
        var etat = question.Executer(connexion, perimetre);
        return Reponse(etat.EnTable(), $"État liquidatif par {string.Join(", ", etat.Par.Select(a => a.Nom().ToLowerInvariant()))}", etat.Etat, question.Demande, connexion, perimetre);
    }

    /// <inheritdoc cref="Exporter(EtatEmboiteQuestion, DbConnection, Perimetre)"/>
    public static ReponseExportable Exporter(this EtatParTrainQuestion question, DbConnection connexion, Perimetre perimetre)
    {
        var etat = question.Executer(connexion, perimetre);
        return Reponse(etat.EnTable(), $"État liquidatif par {etat.Par.Nom().ToLowerInvariant()}, trains côte à côte", etat.Etat, question.Demande, connexion, perimetre);
    }

    /// <inheritdoc cref="Exporter(EtatEmboiteQuestion, DbConnection, Perimetre)"/>
    public static ReponseExportable Exporter(this EtatRecapitulatifQuestion question, DbConnection connexion, Perimetre perimetre)
    {
        var etat = question.Executer(connexion, perimetre);
        return Reponse(etat.EnTable(), "État récapitulatif par imputation", etat.Etat, question.Demande, connexion, perimetre);
    }

    /// <inheritdoc cref="Exporter(EtatEmboiteQuestion, DbConnection, Perimetre)"/>
    public static ReponseExportable Exporter(this EtatNominatifQuestion question, DbConnection connexion, Perimetre perimetre)
    {
        var etat = question.Executer(connexion, perimetre).Etat;
        return Reponse(question.Table(connexion, perimetre), "État nominatif décompté", etat, question.Demande, connexion, perimetre);
    }

    private static ReponseExportable Reponse(TableDeReponse table, string titre, EtatDePaye etat, DemandeDEtat demande, DbConnection connexion, Perimetre perimetre) => new(
        table, $"{titre} : {PhrasesDEtat.Dire(etat)}.", new FichiersSourcesQuestion(demande).Executer(connexion, perimetre),
        PhrasesDEtat.Nom(titre.Split(',')[0].Replace(' ', '-').ToLowerInvariant(), etat.Siret, etat.Budget, demande.Mois));
}
