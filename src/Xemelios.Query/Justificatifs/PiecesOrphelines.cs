using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Rapprochements;

namespace Xemelios.Query.Justificatifs;

/// <summary>A piece that nothing references, with what tells its month.</summary>
internal sealed record PieceOrpheline(
    int Piece, string? Empreinte, string? IdUnique, string Nom, string TypeMime, long Octets, string? Siret,
    int? Pes, int? MoisDuFlux, string? Dossier, bool Seule, IReadOnlyList<int> Racines);

/// <summary>Pieces that nothing references, put in the month in which the reader will look for them.</summary>
internal sealed class PiecesOrphelines(DbConnection connexion, Perimetre perimetre, string siret)
{
    private Requete Requete(string sql) => new Requete(connexion, perimetre, sql).Avec("siret", siret);

    /// <summary>The orphans of a month, one a document.</summary>
    public IReadOnlyList<PieceOrpheline> DuMois(MoisDePaye mois)
    {
        var orphelines = Lire();
        if (orphelines.Count == 0)
            return [];
        var parFichier = MoisParRacine(DesFichiers);
        var parVoisine = MoisParRacine(DesVoisines);
        var parDossier = MoisDesDossiers();
        var duSiret = MoisDuSiret();
        var parFlux = new Lazy<ILookup<int, int>>(MoisDesMandats);
        return [.. orphelines.Where(Concerne)];

        bool Concerne(PieceOrpheline p)
        {
            var trouves = DesRacines(parFichier, p) ?? DesRacines(parVoisine, p);
            if (trouves is not null)
                return trouves.Contains((siret, mois.Cle));
            if (p.Pes is { } flux && parFlux.Value[flux].ToList() is { Count: > 0 } mandates)
                return mandates.Contains(mois.Cle);
            if (p.MoisDuFlux is { } date && duSiret.Contains(date))
                return date == mois.Cle;
            var dossier = p.Seule && p.Dossier is not null ? parDossier[p.Dossier].ToList() : [];
            return dossier.Count == 0 || dossier.Contains((siret, mois.Cle));
        }
    }

    private static HashSet<(string, int)>? DesRacines(ILookup<int, (string, int)> mois, PieceOrpheline piece)
    {
        var trouves = piece.Racines.SelectMany(r => mois[r]).ToHashSet();
        return trouves.Count > 0 ? trouves : null;
    }

    private List<PieceOrpheline> Lire() => Requete("""
        , seule AS (
            SELECT p.*, c.empreinte, row_number() OVER (
                       PARTITION BY c.empreinte, lower(p.nom), p.id_unique ORDER BY p.pes IS NULL, p.chemin, p.id) AS rang
            FROM piece_orpheline p JOIN piece_visible x ON x.id = p.id LEFT JOIN contenu c ON c.id = p.contenu
            WHERE p.siret IS NULL OR p.siret = $siret OR p.siret = left($siret, 9))
        SELECT s.id, s.empreinte, s.id_unique, s.nom, s.type_mime, s.octets, s.siret, s.pes,
               year(f.date_structure) * 100 + month(f.date_structure), s.dossier, s.contenant IS NULL AND s.pes IS NULL,
               (SELECT list(r.racine ORDER BY r.racine) FROM contenant_exterieur r WHERE r.contenu = coalesce(s.contenant, s.pes))
        FROM seule s LEFT JOIN flux_pes f ON f.contenu = s.pes
        WHERE s.rang = 1 ORDER BY s.id_unique NULLS LAST, s.nom, s.empreinte
        """).Lire(r => new PieceOrpheline(r.Entier(), r.Texte(), r.Texte(), r.TexteSur(), r.TexteSur(), r.Long() ?? 0, r.Texte(),
            r.EntierOuNul(), r.EntierOuNul(), r.Texte(), r.Booleen(), r.Entiers()));

    // The months of the pay files that came with the piece: in its archive, or in one that a manifest puts with it.
    private const string DesFichiers = """
        , avec AS (
            SELECT r.racine, v.siret, v.periode
            FROM volume_visible v JOIN contenant_exterieur r ON r.contenu = v.contenu AND r.racine <> v.contenu),
        decrit AS (
            SELECT x.racine, a.siret, a.periode
            FROM manifeste m
            JOIN piece p ON p.entree = m.entree
            JOIN livraison l ON l.contenu = p.contenant AND l.nom = m.fichier
            JOIN contenant_exterieur x ON x.contenu = p.contenant
            JOIN contenant_exterieur k ON k.contenu = m.contenu
            JOIN avec a ON a.racine = k.racine)
        SELECT DISTINCT racine, siret, periode FROM (FROM avec UNION FROM decrit)
        WHERE $siret IS NOT NULL ORDER BY racine, siret, periode
        """;

    // The month most referenced by the pieces of the same delivery; several when they tie.
    private const string DesVoisines = """
        , compte AS (
            SELECT r.racine, e.siret, b.periode, count(DISTINCT p.id) AS pieces
            FROM reference_resolue x
            JOIN piece p ON p.id = x.piece
            JOIN contenant_exterieur r ON r.contenu = coalesce(p.contenant, p.pes)
            JOIN employeur e ON e.id = x.employeur
            JOIN reference_de_bulletin b ON b.employeur = x.employeur
                 AND b.id_unique IS NOT DISTINCT FROM x.id_unique AND b.nom IS NOT DISTINCT FROM x.nom
            WHERE $siret IS NOT NULL GROUP BY ALL)
        SELECT racine, siret, periode FROM (SELECT *, max(pieces) OVER (PARTITION BY racine) AS plus FROM compte)
        WHERE pieces = plus ORDER BY racine, siret, periode
        """;

    private ILookup<int, (string, int)> MoisParRacine(string sql) =>
        Requete(sql).Lire(r => (Racine: r.Entier(), Siret: r.TexteSur(), Mois: r.Entier())).ToLookup(x => x.Racine, x => (x.Siret, x.Mois));

    private ILookup<string, (string, int)> MoisDesDossiers() => Requete("""
        SELECT DISTINCT l.dossier, v.siret, v.periode FROM volume_visible v JOIN livraison l ON l.contenu = v.contenu
        WHERE l.dossier IS NOT NULL AND $siret IS NOT NULL ORDER BY l.dossier, v.siret, v.periode
        """).Lire(r => (Dossier: r.TexteSur(), Siret: r.TexteSur(), Mois: r.Entier())).ToLookup(x => x.Dossier, x => (x.Siret, x.Mois));

    private HashSet<int> MoisDuSiret() =>
        [.. Requete("SELECT DISTINCT periode FROM volume_visible WHERE siret = $siret ORDER BY periode").Lire(r => r.Entier())];

    // Only when a flow of pieces says nothing else: it costs the links of every month of the employer.
    private ILookup<int, int> MoisDesMandats()
    {
        var liens = DossiersDePaye.Charger(connexion, perimetre, siret).Liens.ToLookup(l => l.Mandat.Id, l => l.Etat.Periode);
        return Requete("SELECT m.contenu, m.id FROM mandat m JOIN flux_visible f ON f.contenu = m.contenu WHERE $siret IS NOT NULL ORDER BY m.contenu, m.id")
            .Lire(r => (Flux: r.Entier(), Mandat: r.Entier()))
            .SelectMany(m => liens[m.Mandat].Select(periode => (m.Flux, periode))).Distinct().ToLookup(x => x.Flux, x => x.periode);
    }
}
