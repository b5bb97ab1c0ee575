using System.Data.Common;
using Xemelios.Domain.Habilitations;

namespace Xemelios.Query.Comparaisons;

/// <summary>The rubriques of the agents paid in both months, each with its sum before and after.</summary>
/// <remarks>
/// A rubrique is paid when one line of it has an amount other than zero. Amounts have the sign of their meaning: a withholding is
/// positive. Rappels are with the other lines of their rubrique, whatever their period.
/// </remarks>
internal static class RubriquesComparees
{
    private const string Deux = $"""
        {SqlDeComparaison.Paye} {SqlDeComparaison.Face} {SqlDeComparaison.Modele},
        deux AS (
            SELECT p.personne, m.rubrique,
                   sum(CASE WHEN s.contenu IS NULL THEN l.montant ELSE -l.montant END) FILTER (NOT p.apres) AS avant,
                   sum(CASE WHEN s.contenu IS NULL THEN l.montant ELSE -l.montant END) FILTER (p.apres) AS apres
            FROM ligne l JOIN modele m ON m.id = l.modele JOIN paye p ON p.id = l.bulletin
            LEFT JOIN signe s ON s.contenu = l.contenu AND s.categorie = m.categorie
            WHERE l.contenu IN (SELECT contenu FROM porte) AND l.montant <> 0 GROUP BY p.personne, m.rubrique),
        ecart AS (   -- who came or left is taken out last: of a million pairs, few differ
            SELECT d.*, f.agent FROM deux d JOIN face f ON f.personne = d.personne AND f.apres > 0 AND f.avant > 0 WHERE d.avant IS DISTINCT FROM d.apres)
        """;

    /// <summary>The rubriques that an agent has in one of the two months only, the greatest amounts first.</summary>
    public static List<ChangementLu> NouvellesEtDisparues(
        DbConnection connexion, Perimetre perimetre, DemandeDeComparaison demande, int limite, SorteDeChangement? seule = null, int apresRang = 0) =>
        SqlDeComparaison.Requete(connexion, perimetre, demande, $"""
            {Deux}
            SELECT d.disparue, d.total, d.agent, d.avant, d.apres, r.categorie, r.code, r.libelle FROM (
                SELECT d.*, d.apres IS NULL AS disparue, count(*) OVER (PARTITION BY d.apres IS NULL) AS total,
                       row_number() OVER (PARTITION BY d.apres IS NULL ORDER BY abs(coalesce(d.apres, d.avant)) DESC, d.personne, d.rubrique) AS rang
                FROM ecart d WHERE (d.avant IS NULL OR d.apres IS NULL) AND ($disparue::BOOLEAN IS NULL OR $disparue = (d.apres IS NULL))) d
            JOIN rubrique r ON r.id = d.rubrique
            WHERE d.rang > $apres_rang AND d.rang <= $apres_rang + $limite ORDER BY d.disparue, d.rang
            """).Avec("limite", limite).Avec("apres_rang", apresRang)
            .Avec("disparue", seule is null ? null : seule == SorteDeChangement.RubriqueDisparue)
            .Lire(r => new ChangementLu(r.Booleen() ? SorteDeChangement.RubriqueDisparue : SorteDeChangement.RubriqueNouvelle, r.Entier(), r.Entier())
            {
                MontantAvant = r.MontantOuNul(), MontantApres = r.MontantOuNul(), Rubrique = ChangementLu.LireRubrique(r),
            });

    /// <summary>Every rubrique of an agent whose sum differs, new and gone included.</summary>
    public static List<ChangementLu> Differentes(DbConnection connexion, Perimetre perimetre, DemandeDeComparaison demande) =>
        SqlDeComparaison.Requete(connexion, perimetre, demande, $"""
            {Deux}
            SELECT d.agent, d.avant, d.apres, r.categorie, r.code, r.libelle
            FROM ecart d JOIN rubrique r ON r.id = d.rubrique JOIN agent a ON a.id = d.agent
            ORDER BY a.matricule, d.agent, r.categorie, r.code, r.libelle
            """).Lire(r => new ChangementLu(SorteDeChangement.RubriqueNouvelle, 0, r.Entier())
            {
                MontantAvant = r.MontantOuNul(), MontantApres = r.MontantOuNul(), Rubrique = ChangementLu.LireRubrique(r),
            });
}
