using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Bulletins;
using Xemelios.Query.Rapprochements;

namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>Rebuilds the état liquidatif along one axis. Every line of pay is in one row: the rows add up to the totals.</summary>
public sealed record EtatLiquidatifQuestion(DemandeDEtat Demande, AxeDEtat Par)
{
    /// <summary>The key of a line's row, its label, and what qualifies the key, on each axis.</summary>
    private static readonly Dictionary<AxeDEtat, (string Cle, string Libelle, string Categorie)> Axes = new()
    {
        [AxeDEtat.Nature] = ("l.nature", "NULL::VARCHAR", "NULL::UTINYINT"),
        [AxeDEtat.Rubrique] = ("l.code", "min(l.libelle)", "l.categorie"),
        [AxeDEtat.Categorie] = ("NULL::VARCHAR", "NULL::VARCHAR", "l.categorie"),
        [AxeDEtat.Service] = ("service.texte", "service.texte", "NULL::UTINYINT"),
        [AxeDEtat.Statut] = ("statut.texte", "max(statut_nomme.libelle)", "NULL::UTINYINT"),
        [AxeDEtat.Agent] = ("b.matricule", "max(concat_ws(' ', b.nom, b.prenom))", "NULL::UTINYINT"),
    };

    public EtatLiquidatif Executer(DbConnection connexion, Perimetre perimetre)
    {
        var dossiers = DossiersDePaye.Charger(connexion, perimetre, Demande.Siret, Demande.Mois);
        var cle = dossiers.Trouver(Demande).Cle;
        var etat = dossiers.Etat(cle);
        var lignes = Lire(connexion, perimetre, cle);
        return new EtatLiquidatif(etat, Par, [.. lignes.Select(l => Nommer(l, dossiers, cle))], Totaliser(etat, lignes));
    }

    private List<LigneLiquidee> Lire(DbConnection connexion, Perimetre perimetre, CleDEtat cle)
    {
        var (colonne, libelle, categorie) = Axes[Par];
        var parBulletin = Par is AxeDEtat.Service or AxeDEtat.Statut or AxeDEtat.Agent;
        return new Requete(connexion, perimetre, $"""
            , porte AS (
                SELECT contenu FROM volume_visible
                WHERE employeur = $employeur AND periode = $periode AND budget = $budget AND ($train::VARCHAR IS NULL OR train = $train)),
            b AS (SELECT * FROM bulletin WHERE contenu IN (SELECT contenu FROM porte)),
            {LibellesDeStatut.Nommes},
            l AS (SELECT * FROM ligne_de_paye WHERE contenu IN (SELECT contenu FROM porte)),
            declare AS (
                SELECT {(parBulletin ? colonne : "NULL::VARCHAR")} AS cle, max(b.nom) AS nom, max(b.prenom) AS prenom,
                       sum(coalesce(b.brut, b.brut_lignes)) AS brut, sum(b.net) AS net, sum(b.net_a_payer) AS net_a_payer
                FROM b LEFT JOIN mot service ON service.id = b.service LEFT JOIN mot statut ON statut.id = b.statut GROUP BY ALL),
            somme AS (
                SELECT {colonne} AS cle, {categorie} AS categorie, {libelle} AS libelle,
                       count(DISTINCT b.id) AS bulletins, count(l.position) AS lignes,
                       sum(l.montant) FILTER (l.est_brut) AS brut, sum(l.montant) FILTER (l.est_retenue) AS retenues,
                       sum(l.montant) FILTER (l.est_cotisation) AS cotisations,
                       sum(l.montant) FILTER (NOT (l.est_brut OR l.est_retenue OR l.est_cotisation)) AS autres
                FROM b {(parBulletin ? "LEFT JOIN" : "JOIN")} l ON l.bulletin = b.id
                LEFT JOIN mot service ON service.id = b.service LEFT JOIN mot statut ON statut.id = b.statut
                LEFT JOIN statut_nomme ON statut_nomme.employeur = $employeur AND statut_nomme.periode = $periode AND statut_nomme.code = statut.texte
                GROUP BY ALL)
            SELECT s.cle, s.categorie, s.libelle, s.bulletins, s.lignes, s.brut, s.retenues, s.cotisations, s.autres,
                   d.nom, d.prenom, d.brut, d.net, d.net_a_payer
            FROM somme s LEFT JOIN declare d ON d.cle IS NOT DISTINCT FROM s.cle AND $par_bulletin
            ORDER BY s.categorie, s.cle NULLS LAST
            """)
            .Avec("employeur", cle.Employeur).Avec("periode", cle.Periode).Avec("budget", cle.Budget).Avec("train", cle.Train)
            .Avec("par_bulletin", parBulletin).Lire(Ligne);
    }

    private LigneLiquidee Ligne(Rangee r)
    {
        var cle = r.Texte();
        var categorie = r.EntierOuNul() is { } numero ? (CategorieDeLigne)numero : (CategorieDeLigne?)null;
        var libelle = r.Texte();
        var (bulletins, lignes, brut, retenues, cotisations, autres) = (r.Entier(), r.Entier(), r.Somme(), r.Somme(), r.Somme(), r.Somme());
        var ligne = new LigneLiquidee(cle, libelle, bulletins, lignes, brut, retenues, cotisations, brut + cotisations) { Categorie = categorie?.ToString(), Autres = autres };
        if (Par == AxeDEtat.Categorie)
            return ligne with { Cle = ligne.Categorie, Libelle = categorie?.Libelle() };
        if (Par == AxeDEtat.Statut)
            return ligne with { Libelle = libelle ?? LibellesDeStatut.ParDefaut(cle) };
        return Par == AxeDEtat.Agent
            ? ligne with { Matricule = cle, Nom = r.Texte(), Prenom = r.Texte(), Brut = r.Somme(), Net = r.Somme(), NetAPayer = r.Somme() }
            : ligne;
    }

    private LigneLiquidee Nommer(LigneLiquidee ligne, DossiersDePaye dossiers, CleDEtat cle) =>
        Par == AxeDEtat.Nature && ligne.Cle is { } nature
            ? ligne with
            {
                Libelle = dossiers.Libelles(cle.Employeur).GetValueOrDefault(nature)
                    ?? dossiers.RepartitionDe(cle).Comptes.FirstOrDefault(c => c.Nature == nature)?.Libelle,
            }
            : ligne;

    private LigneLiquidee Totaliser(EtatDePaye etat, List<LigneLiquidee> lignes) =>
        new(null, null, etat.Bulletins, lignes.Sum(l => l.Lignes), Somme(lignes, l => l.Brut), Somme(lignes, l => l.Retenues),
            Somme(lignes, l => l.CotisationsPatronales), Somme(lignes, l => l.Montant))
        {
            Autres = Somme(lignes, l => l.Autres),
            Net = etat.Net,
            NetAPayer = etat.NetAPayer,
        };

    private static Montant Somme(List<LigneLiquidee> lignes, Func<LigneLiquidee, Montant> colonne) =>
        lignes.Aggregate(Montant.Zero, (somme, l) => somme + colonne(l));
}
