using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Export;

namespace Xemelios.Query.Passages;

/// <summary>The proposed table with what it was asked and drawn from.</summary>
public static class ExportDeProposition
{
    /// <exception cref="EtatIntrouvableException">the employer is not inside the perimeter.</exception>
    public static ReponseExportable Exporter(this ProposerPassageQuestion question, DbConnection connexion, Perimetre perimetre)
    {
        var proposition = question.Executer(connexion, perimetre) ?? throw new EtatIntrouvableException();
        var mois = proposition.Etats.Select(e => e.Mois).Distinct().Order().ToList();
        return mois.Count == 0
            ? new ReponseExportable(proposition.EnTable(), $"Table de passage proposée : SIRET {question.Siret}, aucun mois à comparer.", [], $"table-de-passage-proposee_{question.Siret}")
            : new ExportDeMois("Table de passage proposée", question.Siret, mois).De(proposition.EnTable(), connexion, perimetre);
    }
}
