using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Export;

namespace Xemelios.Query.JustificatifsAttendus;

/// <summary>The expected pieces with what they were asked and drawn from.</summary>
public static class ExportDesAttendus
{
    public static ReponseExportable Exporter(this JustificatifsAttendusQuestion question, DbConnection connexion, Perimetre perimetre) =>
        question.Exporter(question.Executer(connexion, perimetre), filtres: null, connexion, perimetre);

    /// <summary>What a screen shows of the answer.</summary>
    public static ReponseExportable Exporter(this JustificatifsAttendusQuestion question, AttendusDuMois montres, string? filtres, DbConnection connexion, Perimetre perimetre) =>
        new ExportDeMois("Justificatifs attendus", question.Siret, montres.MoisPrecedent is { } avant ? [avant, question.Mois] : [question.Mois], question.Budget) { Precision = filtres }
            .De(montres.EnTable(), connexion, perimetre);
}
