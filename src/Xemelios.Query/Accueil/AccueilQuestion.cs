using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Rapprochements;

namespace Xemelios.Query.Accueil;

/// <summary>The grid of the first screen: états by employer and month, from a fixed number of statements.</summary>
/// <param name="NombreDeMois">How many months to show, the latest first.</param>
public sealed record AccueilQuestion(int NombreDeMois = 12)
{
    public GrilleDAccueil Executer(DbConnection connexion, Perimetre perimetre)
    {
        var dossiers = DossiersDePaye.Charger(connexion, perimetre);
        var mois = dossiers.ParMois.Select(t => MoisDePaye.FromCle(t.Cle.Periode)).Distinct().OrderDescending().Take(NombreDeMois).ToList();
        var manquantes = Manquantes(connexion, perimetre);
        var employeurs = dossiers.ParMois.GroupBy(t => t.Siret).Select(g => new EmployeurDAccueil(g.Key, g.Last().Nom,
            [.. g.GroupBy(t => MoisDePaye.FromCle(t.Cle.Periode)).Where(m => mois.Contains(m.Key)).OrderByDescending(m => m.Key)
                .Select(m => Case(m.Key, [.. m.Select(t => dossiers.Etat(t.Cle))], manquantes.GetValueOrDefault((g.Key, m.Key.Cle))))]));
        return new GrilleDAccueil(mois, [.. employeurs]);
    }

    private static CaseDAccueil Case(MoisDePaye mois, IReadOnlyList<EtatDePaye> etats, int manquantes) => new(
        mois, etats, etats.Sum(e => e.Bulletins), etats.Aggregate(Montant.Zero, (somme, e) => somme + e.Brut), LePire(etats), manquantes);

    private static StatutDeRapprochement LePire(IReadOnlyList<EtatDePaye> etats)
    {
        if (etats.Any(e => e.Rapprochement == StatutDeRapprochement.Ecart))
            return StatutDeRapprochement.Ecart;
        return etats.Any(e => e.Rapprochement == StatutDeRapprochement.SansMandat) ? StatutDeRapprochement.SansMandat : StatutDeRapprochement.Conforme;
    }

    private static Dictionary<(string Siret, int Periode), int> Manquantes(DbConnection connexion, Perimetre perimetre) =>
        new Requete(connexion, perimetre, """
            , citee AS (
                SELECT v.siret, v.periode, coalesce(r.id_unique, r.nom) AS cle, count(x.piece) AS pieces
                FROM reference_de_bulletin r JOIN paye_individuelle b ON b.id = r.bulletin JOIN volume_visible v ON v.contenu = b.contenu
                LEFT JOIN reference_resolue x ON x.employeur = r.employeur
                     AND x.id_unique IS NOT DISTINCT FROM r.id_unique AND x.nom IS NOT DISTINCT FROM r.nom
                GROUP BY ALL)
            SELECT siret, periode, count(*) FROM citee WHERE pieces = 0 GROUP BY siret, periode ORDER BY siret, periode
            """).Lire(r => (Cle: (r.TexteSur(), r.Entier()), Nombre: r.Entier())).ToDictionary(x => x.Cle, x => x.Nombre);
}
