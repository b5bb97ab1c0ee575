using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Bulletins;

namespace Xemelios.Query.Restitutions;

/// <summary>All that is held on an agent of one employer (RGPD, art. 15). Another employer or another matricule is another question, even for the same person.</summary>
/// <param name="Matricule">As the files write it.</param>
public sealed record RestitutionQuestion(string Siret, string Matricule) : IQuestionNominative
{
    private const string Sien = """
        , sien AS (SELECT a.* FROM agent a JOIN employeur e ON e.id = a.employeur WHERE e.siret = $siret AND a.matricule = $matricule),
        paye AS (
            SELECT p.id, p.contenu, p.ordre, p.periode, p.octet, p.agent, v.nom AS fichier, v.budget, v.train, v.numero, v.employeur_nom
            FROM paye_individuelle p JOIN volume_visible v ON v.contenu = p.contenu WHERE p.agent IN (SELECT id FROM sien))
        """;

    // The same content may be cited under other names: whoever's bulletins may resolve to it, in any budget, is counted.
    private const string Pieces = Sien + """
        , citee AS (
            SELECT r.id_unique, r.nom, min(r.support) AS support, x.empreinte, min(x.type_mime) AS type_mime, list(DISTINCT p.periode ORDER BY p.periode) AS mois
            FROM reference_de_bulletin r JOIN paye p ON p.id = r.bulletin
            LEFT JOIN reference_resolue x ON x.employeur = r.employeur AND x.id_unique IS NOT DISTINCT FROM r.id_unique AND x.nom IS NOT DISTINCT FROM r.nom
            GROUP BY r.id_unique, r.nom, x.empreinte),
        autre AS (
            SELECT x.empreinte, count(DISTINCT concat_ws('|', a.employeur, coalesce(a.matricule, 'sans matricule ' || a.id))) AS agents
            FROM reference_de_bulletin r
            JOIN piece_de_reference x ON x.employeur = r.employeur AND x.id_unique IS NOT DISTINCT FROM r.id_unique AND x.nom IS NOT DISTINCT FROM r.nom
            JOIN paye_individuelle p ON p.id = r.bulletin JOIN agent a ON a.id = p.agent
            WHERE x.empreinte IN (SELECT empreinte FROM citee) AND p.agent NOT IN (SELECT id FROM sien)
            GROUP BY x.empreinte)
        SELECT c.id_unique, c.nom, c.support, c.empreinte, c.type_mime, coalesce(o.agents, 0), c.mois
        FROM citee c LEFT JOIN autre o ON o.empreinte = c.empreinte
        ORDER BY c.id_unique NULLS LAST, c.nom NULLS LAST, c.empreinte NULLS LAST
        """;

    /// <summary>What there is, without what is protected; null when no bulletin of the matricule is inside the perimeter.</summary>
    public PlanDeRestitution? Prevoir(DbConnection connexion, Perimetre perimetre)
    {
        this.Autoriser(perimetre);
        var bulletins = Bulletins(connexion, perimetre);
        if (bulletins.Count == 0)
            return null;
        var dernier = bulletins[^1];
        return new PlanDeRestitution(
            Siret, dernier.Employeur, Matricule, dernier.Nom, dernier.Prenom, bulletins.ConvertAll(b => b.Bulletin), bulletins.Select(b => b.Agent).Distinct().Count(),
            Requete(connexion, perimetre, Pieces).Lire(r => new PieceARestituer(
                r.Texte(), r.Texte(), r.Texte(), r.Texte(), r.Texte(), r.Entier(), [.. r.Entiers().Select(MoisDePaye.FromCle)])))
        {
            FichiersRemplaces = Remplaces(connexion, perimetre),
        };
    }

    /// <summary>Every distinct description of him, the first one first.</summary>
    /// <exception cref="DonneeMasqueeException">the reader may not see all that is protected.</exception>
    public IReadOnlyList<DescriptionDAgent> Descriptions(DbConnection connexion, Perimetre perimetre)
    {
        this.Autoriser(perimetre);
        perimetre.Exiger(DonneesProtegees.Toutes, "Tout ce qui est détenu sur un agent");
        return Requete(connexion, perimetre, Sien + DescriptionDAgent.Sql).Lire(DescriptionDAgent.Lire);
    }

    private List<BulletinLu> Bulletins(DbConnection connexion, Perimetre perimetre) => Requete(connexion, perimetre, Sien + """
        SELECT c.empreinte, p.ordre, p.periode, p.fichier, p.octet, p.agent, p.employeur_nom, a.nom, a.prenom
        FROM paye p JOIN sien a ON a.id = p.agent JOIN contenu c ON c.id = p.contenu
        ORDER BY p.periode, p.budget, p.train, p.numero NULLS LAST, p.fichier, c.empreinte, p.ordre
        """).Lire(r => new BulletinLu(
            new BulletinARestituer(new AdresseDeBulletin(r.TexteSur(), r.Entier()), MoisDePaye.FromCle(r.Entier()), r.TexteSur(), r.Long()),
            r.Entier(), r.Texte(), r.Texte(), r.Texte()));

    // Only how many: of a replaced file nothing is left in the tables, not even whose bulletins it held.
    private int Remplaces(DbConnection connexion, Perimetre perimetre) => new Requete(connexion, perimetre, """
        SELECT count(*) FROM volume r JOIN volume_visible v ON v.contenu = r.remplace_par WHERE v.siret = $siret
        """).Avec("siret", Siret).Lire(r => r.Entier())[0];

    private Requete Requete(DbConnection connexion, Perimetre perimetre, string sql) =>
        new Requete(connexion, perimetre, sql).Avec("siret", Siret).Avec("matricule", Matricule);

    private sealed record BulletinLu(BulletinARestituer Bulletin, int Agent, string? Employeur, string? Nom, string? Prenom);
}
