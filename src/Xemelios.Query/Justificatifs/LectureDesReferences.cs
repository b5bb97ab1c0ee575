using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Justificatifs;

/// <summary>A reference of the month with the piece that answers it, if any.</summary>
internal sealed record ReferenceResolue(
    string? IdUnique, string? Nom, string? Support, IReadOnlyList<string?> Bulletins,
    int? Piece, string? Empreinte, string? TypeMime, long? Octets, bool Conflit)
{
    /// <summary>One document is one key: IdUnique, else its name.</summary>
    public string Cle => IdUnique ?? Nom ?? "";
}

/// <summary>A usable piece that mandats reference.</summary>
internal sealed record PieceMandatee(int Piece, int Mandat, string? Numero, bool DUnBulletin, string? IdUnique, string Nom, string Empreinte, string TypeMime, long Octets);

/// <summary>Reads what the bulletins and the mandats of an employer reference.</summary>
internal sealed class LectureDesReferences(DbConnection connexion, Perimetre perimetre, string siret)
{
    private Requete Requete(string sql) => new Requete(connexion, perimetre, sql).Avec("siret", siret);

    public List<ReferenceResolue> DuMois(MoisDePaye mois, string? budget) => Requete("""
        , citee AS (
            SELECT r.employeur, r.id_unique, r.nom, min(r.support) AS support, list(DISTINCT b.matricule ORDER BY b.matricule) AS matricules
            FROM reference_de_bulletin r
            JOIN bulletin b ON b.id = r.bulletin
            JOIN volume_visible v ON v.contenu = b.contenu
            WHERE v.siret = $siret AND v.periode = $periode AND ($budget::VARCHAR IS NULL OR v.budget = $budget)
            GROUP BY r.employeur, r.id_unique, r.nom)
        SELECT c.id_unique, c.nom, c.support, c.matricules, x.piece, x.empreinte, x.type_mime, x.octets, coalesce(x.conflit, false)
        FROM citee c
        LEFT JOIN reference_resolue x ON x.employeur = c.employeur
             AND x.id_unique IS NOT DISTINCT FROM c.id_unique AND x.nom IS NOT DISTINCT FROM c.nom
        ORDER BY coalesce(c.id_unique, c.nom), x.piece IS NULL, c.nom
        """).Avec("periode", mois.Cle).Avec("budget", budget)
        .Lire(r => new ReferenceResolue(r.Texte(), r.Texte(), r.Texte(), r.Textes(), r.EntierOuNul(), r.Texte(), r.Texte(), r.Long(), r.Booleen()));

    /// <summary>The pieces that mandats reference, under every delivery of the same document.</summary>
    public List<PieceMandatee> DesMandats() => Requete("""
        SELECT DISTINCT p.id, m.id, m.numero, p.id IN (SELECT piece FROM piece_de_reference), p.id_unique, p.nom, p.empreinte, p.type_mime, p.octets
        FROM piece_de_mandat x
        JOIN piece d ON d.id = x.piece
        JOIN piece_utilisable p ON p.contenu = d.contenu AND (p.nom = d.nom OR p.id_unique = d.id_unique)
        JOIN piece_visible w ON w.id = p.id
        JOIN mandat_compte m ON m.id = x.mandat AND m.courant
        JOIN flux_visible f ON f.contenu = m.contenu
        WHERE left(m.id_coll, 9) = left($siret, 9)
        ORDER BY p.id, m.id
        """).Lire(r => new PieceMandatee(r.Entier(), r.Entier(), r.Texte(), r.Booleen(), r.Texte(), r.TexteSur(), r.TexteSur(), r.TexteSur(), r.Long() ?? 0));
}
