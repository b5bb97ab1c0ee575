using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Export;
using static Xemelios.Query.Export.TypeDeColonne;

namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>The list of états as a table.</summary>
public static class ExportDesEtats
{
    public static ReponseExportable Exporter(this EtatsQuestion question, DbConnection connexion, Perimetre perimetre)
    {
        var etats = question.Executer(connexion, perimetre);
        return new ReponseExportable(
            EnTable(etats), Criteres(question),
            new FichiersSourcesQuestion([.. etats.Select(e => new DemandeDEtat(e.Siret, Mois(e), e.Budget ?? "", e.Train ?? ""))], []).Executer(connexion, perimetre),
            "etats-de-paye");
    }

    public static TableDeReponse EnTable(IReadOnlyList<EtatDePaye> etats) => new(
        "États de paye",
        [
            new("siret", "SIRET", Texte), new("employeur", "Employeur", Texte), new("budget", "Budget", Texte), new("mois", "Mois", TypeDeColonne.Mois),
            new("train", "Train", Texte), new("volumes", "Volumes", Entier), new("bulletins", "Bulletins", Entier), new("lignes", "Lignes", Entier),
            new("brut", "Brut", TypeDeColonne.Montant), new("net", "Net", TypeDeColonne.Montant), new("net_a_payer", "Net à payer", TypeDeColonne.Montant),
            new("cotisations_patronales", "Charges patronales", TypeDeColonne.Montant), new("rapprochement", "Rapprochement", Texte),
        ],
        etats.Select(e => (IReadOnlyList<object?>)
        [
            e.Siret, e.Employeur, e.Budget, Mois(e), e.Train, e.Volumes, e.Bulletins, e.Lignes, e.Brut, e.Net, e.NetAPayer, e.CotisationsPatronales, Statut(e.Rapprochement),
        ]))
    {
        Totaux =
        [
            null, null, null, null, null, etats.Sum(e => e.Volumes), etats.Sum(e => e.Bulletins), etats.Sum(e => e.Lignes),
            Somme(etats, e => e.Brut), Somme(etats, e => e.Net), Somme(etats, e => e.NetAPayer), Somme(etats, e => e.CotisationsPatronales), null,
        ],
    };

    private static MoisDePaye Mois(EtatDePaye etat) => new(etat.Annee, etat.Mois);

    private static Montant Somme(IReadOnlyList<EtatDePaye> etats, Func<EtatDePaye, Montant> colonne) =>
        etats.Aggregate(Domain.Valeurs.Montant.Zero, (somme, e) => somme + colonne(e));

    private static string Statut(StatutDeRapprochement statut) => statut switch
    {
        StatutDeRapprochement.Conforme => "conforme",
        StatutDeRapprochement.Ecart => "écart",
        _ => "sans mandat",
    };

    private static string Criteres(EtatsQuestion q)
    {
        string?[] criteres =
        [
            q.Siret is null ? null : $"SIRET égal à {q.Siret}", q.Budget is null ? null : $"budget égal à {q.Budget}",
            q.Mois is { } mois ? $"mois égal à {PhrasesDEtat.Mois(mois)}" : null, q.Train is null ? null : $"train égal à {q.Train}",
        ];
        var dits = criteres.OfType<string>().ToList();
        return dits.Count == 0 ? "Tous les états de paye." : $"États de paye : {string.Join(" et ", dits)}.";
    }
}
