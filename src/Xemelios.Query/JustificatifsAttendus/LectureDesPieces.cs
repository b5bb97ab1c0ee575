using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Justificatifs;
using Xemelios.Query.Rapprochements;

namespace Xemelios.Query.JustificatifsAttendus;

/// <summary>Reads the pieces that are there for the pay of an employer: by bulletin, and by mandat of a month.</summary>
internal sealed class LectureDesPieces(DbConnection connexion, Perimetre perimetre, string siret)
{
    /// <summary>The pieces that answer the references of each bulletin of a month.</summary>
    public ILookup<int, PieceConnue> ParBulletin(MoisDePaye mois, string? budget)
    {
        var reponses = new Requete(connexion, perimetre, """
            , citee AS (
                SELECT DISTINCT r.employeur, r.id_unique, r.nom
                FROM reference_de_bulletin r JOIN paye_individuelle b ON b.id = r.bulletin JOIN volume_visible v ON v.contenu = b.contenu
                WHERE r.periode = $periode AND v.siret = $siret AND v.periode = $periode AND ($budget::VARCHAR IS NULL OR v.budget = $budget))
            SELECT c.id_unique, c.nom, p.id, p.nom, p.description
            FROM citee c
            JOIN reference_resolue x ON x.employeur = c.employeur AND x.id_unique IS NOT DISTINCT FROM c.id_unique AND x.nom IS NOT DISTINCT FROM c.nom
            JOIN piece p ON p.id = x.piece
            ORDER BY c.id_unique, c.nom
            """).Avec("siret", siret).Avec("periode", mois.Cle).Avec("budget", budget)
            .Lire(r => (Cle: (r.Texte(), r.Texte()), Piece: new PieceConnue(r.Entier(), r.TexteSur(), r.Texte())))
            .ToDictionary(x => x.Cle, x => x.Piece);
        return new Requete(connexion, perimetre, """
            SELECT r.bulletin, r.id_unique, r.nom
            FROM reference_de_bulletin r JOIN paye_individuelle b ON b.id = r.bulletin JOIN volume_visible v ON v.contenu = b.contenu
            WHERE r.periode = $periode AND v.siret = $siret AND v.periode = $periode AND ($budget::VARCHAR IS NULL OR v.budget = $budget)
            ORDER BY r.bulletin, r.rang
            """).Avec("siret", siret).Avec("periode", mois.Cle).Avec("budget", budget)
            .Lire(r => (Bulletin: r.Entier(), Cle: (r.Texte(), r.Texte())))
            .Where(x => reponses.ContainsKey(x.Cle))
            .ToLookup(x => x.Bulletin, x => reponses[x.Cle]);
    }

    /// <summary>The pieces of the mandats that pay the états of a month.</summary>
    public IReadOnlyList<PieceConnue> DesMandats(MoisDePaye mois, string? budget)
    {
        var mandatees = new LectureDesReferences(connexion, perimetre, siret).DesMandats();
        if (mandatees.Count == 0)
            return [];
        var duMois = DossiersDePaye.Charger(connexion, perimetre, siret, mois).Liens
            .Where(l => l.Etat.Periode == mois.Cle && (budget is null || l.Etat.Budget == budget))
            .Select(l => l.Mandat.Id).ToHashSet();
        var pieces = mandatees.Where(m => duMois.Contains(m.Mandat)).Select(m => (long)m.Piece).Distinct().ToArray();
        return pieces.Length == 0 ? [] : new Requete(connexion, perimetre, """
            SELECT p.id, p.nom, p.description FROM piece_visible p WHERE p.id IN (SELECT unnest($pieces)) ORDER BY p.nom, p.id
            """).Avec("pieces", pieces).Lire(r => new PieceConnue(r.Entier(), r.TexteSur(), r.Texte()));
    }

    /// <summary>Whether part 22 of the list (santé, social) applies: flows with a FINESS code, or a répartition with accounts of medical staff.</summary>
    public bool EstDeSante() => new Requete(connexion, perimetre, """
        SELECT EXISTS (SELECT 1 FROM flux_visible f WHERE nullif(trim(f.fin_jur), '') IS NOT NULL AND f.id_coll IN ($siret, left($siret, 9)))
            OR EXISTS (SELECT 1 FROM repartition r JOIN volume_visible v ON v.contenu = r.contenu WHERE v.siret = $siret AND r.code LIKE '642%')
        """).Avec("siret", siret).Lire(r => r.Booleen()).Single();
}
