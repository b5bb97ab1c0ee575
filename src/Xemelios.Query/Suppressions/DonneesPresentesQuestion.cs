using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Store.Tables;

namespace Xemelios.Query.Suppressions;

/// <summary>Data of one kind that a deletion can name, down to the month.</summary>
/// <param name="Budget">Key; '' without budget.</param>
/// <param name="Annee">Null for what bears no date: it goes with its collectivité or its budget.</param>
/// <param name="Nombre">Bulletins, mandats or pieces.</param>
public sealed record DonneesPresentes(TypeDeDonnees Type, string Siret, string? Nom, string Budget, int? Annee, int? Mois, int Nombre)
{
    /// <summary>This is some of what the target names.</summary>
    public bool Est(DonneesASupprimer cible) =>
        Type == cible.Type && Siret == cible.Siret && (cible.Budget is null || Budget == cible.Budget)
        && (cible.Annee is null || Annee == cible.Annee) && (cible.Mois is null || Mois == cible.Mois);
}

/// <summary>The tree type → collectivité → budget → année → mois of what is stored, as its leaves.</summary>
public sealed record DonneesPresentesQuestion
{
    private const string Sql = """
        , feuille AS (
            SELECT 0 AS type, siret, employeur_nom AS nom, budget, periode // 100 AS annee, periode % 100 AS mois, bulletins AS nombre FROM volume_visible
            UNION ALL
            SELECT 1, coalesce(trim(f.id_coll), ''), NULL, coalesce(upper(regexp_replace(f.cod_bud, '\s', '', 'g')), ''), b.exercice, month(b.date_emission), count(m.id)
            FROM flux_visible f JOIN bordereau b ON b.contenu = f.contenu LEFT JOIN mandat m ON m.bordereau = b.id GROUP BY ALL
            UNION ALL
            SELECT 2, coalesce(p.siret, u.siret, ''), NULL, coalesce(upper(regexp_replace(f.cod_bud, '\s', '', 'g')), ''), year(f.date_structure), month(f.date_structure), count(*)
            FROM piece_visible p LEFT JOIN piece_utilisable u ON u.id = p.id LEFT JOIN flux_visible f ON f.contenu = p.pes LEFT JOIN contenu c ON c.id = p.contenu
            WHERE coalesce(c.type, 'PIECE') = 'PIECE' GROUP BY ALL)
        SELECT type, siret, budget, annee, mois, sum(nombre)::INTEGER, coalesce(max(nom), (SELECT max(v.employeur_nom) FROM volume_visible v WHERE v.siret = feuille.siret))
        FROM feuille GROUP BY type, siret, budget, annee, mois ORDER BY type, siret, budget, annee NULLS LAST, mois NULLS LAST
        """;

    public IReadOnlyList<DonneesPresentes> Executer(DbConnection connexion, Perimetre perimetre) =>
        new Requete(connexion, perimetre, Sql).Lire(r =>
        {
            var (type, siret, budget, annee, mois, nombre) = (r.Entier(), r.TexteSur(), r.TexteSur(), r.EntierOuNul(), r.EntierOuNul(), r.Entier());
            return new DonneesPresentes((TypeDeDonnees)type, siret, r.Texte(), budget, annee, mois, nombre);
        });
}
