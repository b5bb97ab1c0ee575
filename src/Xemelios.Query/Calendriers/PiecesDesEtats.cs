using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.EtatsLiquidatifs;

namespace Xemelios.Query.Calendriers;

/// <summary>How many distinct pieces the bulletins of each état reference, and how many of them were not received.</summary>
internal static class PiecesDesEtats
{
    public static IReadOnlyDictionary<CleDEtat, (int Toutes, int Manquantes)> Lire(DbConnection connexion, Perimetre perimetre) => new Requete(connexion, perimetre, """
        , citee AS (
            SELECT v.employeur, v.periode, v.budget, v.train, coalesce(r.id_unique, r.nom) AS cle, count(x.piece) AS pieces
            FROM reference_de_bulletin r JOIN paye_individuelle b ON b.id = r.bulletin JOIN volume_visible v ON v.contenu = b.contenu
            LEFT JOIN reference_resolue x ON x.employeur = r.employeur
                 AND x.id_unique IS NOT DISTINCT FROM r.id_unique AND x.nom IS NOT DISTINCT FROM r.nom
            GROUP BY ALL)
        SELECT employeur, periode, budget, train, count(*), count(*) FILTER (pieces = 0) FROM citee
        GROUP BY employeur, periode, budget, train ORDER BY ALL
        """).Lire(r => (Cle: new CleDEtat(r.Entier(), r.Entier(), r.TexteSur(), r.TexteSur()), Toutes: r.Entier(), Manquantes: r.Entier()))
        .ToDictionary(x => x.Cle, x => (x.Toutes, x.Manquantes));
}
