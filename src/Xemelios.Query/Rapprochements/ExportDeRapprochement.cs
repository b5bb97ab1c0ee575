using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Export;
using static Xemelios.Query.Export.TypeDeColonne;

namespace Xemelios.Query.Rapprochements;

/// <summary>A rapprochement as a table: one row a nature; what has no nature is a row of its own, with no sum in the totals.</summary>
public static class ExportDeRapprochement
{
    public static ReponseExportable Exporter(this RapprochementQuestion question, DbConnection connexion, Perimetre perimetre)
    {
        var r = question.Executer(connexion, perimetre);
        var reference = r.Reference == Reference.Repartition ? "la répartition par nature" : "le montant recalculé depuis les lignes";
        return new ReponseExportable(
            r.EnTable(),
            $"Rapprochement : {PhrasesDEtat.Dire(r.Etat)}. Les mandats sont comparés avec {reference}.",
            new FichiersSourcesQuestion([question.Demande], [.. r.Mandats.Select(m => m.Id)]).Executer(connexion, perimetre),
            PhrasesDEtat.Nom("rapprochement", r.Etat.Siret, r.Etat.Budget, question.Demande.Mois));
    }

    public static TableDeReponse EnTable(this Rapprochement r)
    {
        IEnumerable<IReadOnlyList<object?>> sansNature = r.NonAttribue.Montant == Domain.Valeurs.Montant.Zero && r.NonAttribue.Rubriques.Count == 0
            ? []
            : [[null, "Lignes sans nature (hors totaux)", r.NonAttribue.Montant, null, null, null, null, null, "sans nature"]];
        return new TableDeReponse(
            $"Rapprochement de {PhrasesDEtat.Mois(new MoisDePaye(r.Etat.Annee, r.Etat.Mois))}",
            [
                new("nature", "Nature", Texte), new("libelle", "Libellé", Texte), new("recalcule", "Recalculé", TypeDeColonne.Montant),
                new("repartition", "Répartition", TypeDeColonne.Montant), new("mandate", "Mandaté", TypeDeColonne.Montant),
                new("ecart_repartition", "Écart répartition", TypeDeColonne.Montant), new("ecart_mandat", "Écart mandat", TypeDeColonne.Montant),
                new("mandats", "Mandats", Texte), new("statut", "État", Texte),
            ],
            r.Lignes.Select(l => (IReadOnlyList<object?>)
            [
                l.Nature.Length == 0 ? "Sans nature" : l.Nature, l.Libelle, l.Recalcule, l.Repartition, l.Mandate, l.EcartRepartition, l.EcartMandat,
                l.Mandats.Count == 0 ? null : string.Join(", ", l.Mandats), Statut(l.Statut),
            ]).Concat(sansNature))
        {
            Totaux = [null, null, r.Totaux.Recalcule, r.Totaux.Repartition, r.Totaux.Mandate, r.Totaux.EcartRepartition, r.Totaux.EcartMandat, null, null],
        };
    }

    private static string Statut(StatutDeLigne statut) => statut switch
    {
        StatutDeLigne.Conforme => "conforme",
        StatutDeLigne.Ecart => "écart",
        StatutDeLigne.NonMandate => "non mandaté",
        _ => "mandaté sans paye",
    };
}
