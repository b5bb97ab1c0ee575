using System.Data.Common;
using Xemelios.Domain.Habilitations;

namespace Xemelios.Query.Comparaisons;

/// <summary>The rubriques of the agents paid in both months, each with its sum before and after.</summary>
/// <remarks>
/// A rubrique is paid when one line of it has an amount other than zero. Amounts have the sign of their meaning: a withholding is
/// positive. Rappels are with the other lines of their rubrique, whatever their period. Reads what
/// <see cref="SqlDeComparaison.Preparer"/> keeps.
/// </remarks>
internal static class RubriquesComparees
{
    /// <summary>Bits of one HUGEINT that hold a rubrique each.</summary>
    private const int BitsParMasque = 120;

    private const string Signee = "sum(CASE WHEN s.contenu IS NULL THEN l.montant ELSE -l.montant END)";

    /// <summary>The rubriques that an agent has in one of the two months only, the greatest amounts first.</summary>
    /// <param name="delai">Milliseconds that a statement may take.</param>
    /// <exception cref="OperationCanceledException">it took longer.</exception>
    public static List<ChangementLu> NouvellesEtDisparues(
        DbConnection connexion, Perimetre perimetre, DemandeDeComparaison demande, int? delai, int limite, SorteDeChangement? seule = null, int apresRang = 0)
    {
        var masques = GarderLesModeles(connexion, perimetre, demande, delai);
        GarderLesBulletinsQuiDifferent(connexion, perimetre, demande, delai, masques);
        return SqlDeComparaison.Requete(connexion, perimetre, demande, $"""
            {SqlDeComparaison.Signe}, {Masques(masques)},
            ecart AS (
                SELECT p.personne, k.rubrique, {Signee} FILTER (NOT p.apres) AS avant, {Signee} FILTER (p.apres) AS apres
                FROM ligne l JOIN marque k ON k.id = l.modele JOIN paye_qui_differe p ON p.id = l.bulletin
                LEFT JOIN signe s ON s.contenu = p.contenu AND s.categorie = k.categorie
                WHERE l.contenu IN (SELECT contenu FROM porte) AND l.montant <> 0 AND ({Chaque(masques, i => $"k.m{i} & p.x{i} <> 0", " OR ")})
                GROUP BY p.personne, k.rubrique)
            SELECT d.disparue, d.total, f.agent, d.avant, d.apres, r.categorie, r.code, r.libelle FROM (
                SELECT d.*, d.apres IS NULL AS disparue, count(*) OVER (PARTITION BY d.apres IS NULL) AS total,
                       row_number() OVER (PARTITION BY d.apres IS NULL ORDER BY abs(coalesce(d.apres, d.avant)) DESC, d.personne, d.rubrique) AS rang
                FROM ecart d WHERE $disparue::BOOLEAN IS NULL OR $disparue = (d.apres IS NULL)) d
            JOIN face f ON f.personne = d.personne
            JOIN rubrique r ON r.id = d.rubrique
            WHERE d.rang > $apres_rang AND d.rang <= $apres_rang + $limite ORDER BY d.disparue, d.rang
            """).Avec("limite", limite).Avec("apres_rang", apresRang)
            .Avec("disparue", seule is null ? null : seule == SorteDeChangement.RubriqueDisparue).EnAuPlus(delai)
            .Lire(r => new ChangementLu(r.Booleen() ? SorteDeChangement.RubriqueDisparue : SorteDeChangement.RubriqueNouvelle, r.Entier(), r.Entier())
            {
                MontantAvant = r.MontantOuNul(), MontantApres = r.MontantOuNul(), Rubrique = ChangementLu.LireRubrique(r),
            });
    }

    /// <summary>Every rubrique of an agent whose sum differs, new and gone included.</summary>
    public static List<ChangementLu> Differentes(DbConnection connexion, Perimetre perimetre, DemandeDeComparaison demande) =>
        SqlDeComparaison.Requete(connexion, perimetre, demande, $"""
            {SqlDeComparaison.Modele},
            deux AS (
                SELECT p.personne, m.rubrique, {Signee} FILTER (NOT p.apres) AS avant, {Signee} FILTER (p.apres) AS apres
                FROM ligne l JOIN modele m ON m.id = l.modele JOIN paye p ON p.id = l.bulletin
                LEFT JOIN signe s ON s.contenu = l.contenu AND s.categorie = m.categorie
                WHERE l.contenu IN (SELECT contenu FROM porte) AND l.montant <> 0 GROUP BY p.personne, m.rubrique),
            ecart AS (   -- who came or left is taken out last: of a million pairs, few differ
                SELECT d.*, f.agent FROM deux d JOIN face f ON f.personne = d.personne AND f.apres > 0 AND f.avant > 0 WHERE d.avant IS DISTINCT FROM d.apres)
            SELECT d.agent, d.avant, d.apres, r.categorie, r.code, r.libelle
            FROM ecart d JOIN rubrique r ON r.id = d.rubrique JOIN agent a ON a.id = d.agent
            ORDER BY a.matricule, d.agent, r.categorie, r.code, r.libelle
            """).Lire(r => new ChangementLu(SorteDeChangement.RubriqueNouvelle, 0, r.Entier())
            {
                MontantAvant = r.MontantOuNul(), MontantApres = r.MontantOuNul(), Rubrique = ChangementLu.LireRubrique(r),
            });

    /// <summary>Numbers the rubriques of the two months, and says how many masks hold them.</summary>
    private static int GarderLesModeles(DbConnection connexion, Perimetre perimetre, DemandeDeComparaison demande, int? delai)
    {
        SqlDeComparaison.Requete(connexion, perimetre, demande, $"""
            {SqlDeComparaison.Modele}
            SELECT m.*, dense_rank() OVER (ORDER BY m.rubrique) - 1 AS rang FROM modele m JOIN modele_de_ligne n ON n.id = m.id
            WHERE n.rubrique IN (SELECT t.rubrique FROM total_de_rubrique t WHERE t.contenu IN (SELECT contenu FROM porte))
            """).EnAuPlus(delai).Garder("modele_numerote");
        var dernier = new Requete(connexion, perimetre, "SELECT coalesce(max(rang), 0) FROM modele_numerote").Lire(r => r.Entier()).Single();
        return (dernier / BitsParMasque) + 1;
    }

    // The rubriques of a bulletin are one bit each: what differs between two months is read from masks, before any amount is.
    private static void GarderLesBulletinsQuiDifferent(DbConnection connexion, Perimetre perimetre, DemandeDeComparaison demande, int? delai, int masques) =>
        SqlDeComparaison.Requete(connexion, perimetre, demande, $"""
            , {Masques(masques)},
            lu AS (
                SELECT l.bulletin, {Chaque(masques, i => $"bit_or(k.m{i}) AS m{i}")} FROM ligne l JOIN marque k ON k.id = l.modele
                WHERE l.contenu IN (SELECT contenu FROM porte) AND l.montant <> 0 GROUP BY l.bulletin),
            differe AS (
                SELECT p.personne, {Chaque(masques, i => $"xor({Masque(i, "p.apres")}, {Masque(i, "NOT p.apres")}) AS x{i}")}
                FROM paye p JOIN lu ON lu.bulletin = p.id GROUP BY p.personne)
            SELECT p.id, p.contenu, p.personne, p.apres, {Chaque(masques, i => $"d.x{i}")}
            FROM differe d JOIN face f ON f.personne = d.personne AND f.apres > 0 AND f.avant > 0 JOIN paye p ON p.personne = d.personne
            WHERE {Chaque(masques, i => $"d.x{i} <> 0", " OR ")}
            """).EnAuPlus(delai).Garder("paye_qui_differe");

    private static string Masques(int nombre) =>
        $"marque AS (SELECT *, {Chaque(nombre, i => $"CASE WHEN rang // {BitsParMasque} = {i} THEN 1::HUGEINT << (rang % {BitsParMasque}) ELSE 0 END AS m{i}")} FROM modele_numerote)";

    private static string Masque(int rang, string condition) => $"coalesce(bit_or(lu.m{rang}) FILTER ({condition}), 0::HUGEINT)";

    private static string Chaque(int nombre, Func<int, string> ecrire, string entre = ", ") => string.Join(entre, Enumerable.Range(0, nombre).Select(ecrire));
}
