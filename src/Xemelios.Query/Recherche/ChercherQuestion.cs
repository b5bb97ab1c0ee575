using System.Data.Common;
using System.Diagnostics;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Store.Agents;
using Xemelios.Store.TextIndex;

namespace Xemelios.Query.Recherche;

/// <summary>Finds agents and pieces by their words. The indexes propose; the tables, inside the perimeter, dispose.</summary>
/// <param name="Siret">Employer of the agents; pieces are those of this employer or of none in particular.</param>
/// <param name="Mois">Month of the bulletins; pieces have no month and are left out.</param>
/// <param name="Limite">How many results to give of each kind.</param>
public sealed record ChercherQuestion(string Texte, string? Siret = null, MoisDePaye? Mois = null, int Limite = 50) : IQuestionNominative
{
    /// <summary>Beyond that many candidates nobody reads on: the search is to be made more precise.</summary>
    private const int Candidats = 2_000;

    public ResultatsDeRecherche Executer(IRechercheDAgents agentsConnus, ITextIndex textes, DbConnection connexion, Perimetre perimetre)
    {
        this.Autoriser(perimetre);
        var debut = Stopwatch.GetTimestamp();
        var agents = Agents(agentsConnus.Chercher(Texte, Candidats, default), connexion, perimetre);
        var pieces = Mois is null ? Pieces(textes.Chercher(Texte, Candidats, PiecesVisibles(connexion, perimetre), default), connexion, perimetre) : [];
        return new ResultatsDeRecherche(
            agents.Count + pieces.Count, (long)Stopwatch.GetElapsedTime(debut).TotalMilliseconds, [.. agents.Take(Limite), .. pieces.Take(Limite)]);
    }

    // The words that were found may be those of a job that the agent had outside of the perimeter: a bulletin inside must say them.
    private const string MemesMots = """
         AND c.emploi IN ('', (SELECT texte FROM mot WHERE id = b.emploi)) AND c.grade IN ('', (SELECT texte FROM mot WHERE id = b.grade))
         AND c.service IN ('', (SELECT texte FROM mot WHERE id = b.service))
        """;

    /// <summary>An agent has several documents when it changed of name or of job: the best one speaks for it.</summary>
    private List<ResultatDeRecherche> Agents(IReadOnlyList<AgentTrouve> trouves, DbConnection connexion, Perimetre perimetre)
    {
        var limite = perimetre.Budgets is not null;
        var candidats = trouves.Select(t => t.Agent).ToList();
        if (!limite)
            candidats = [.. candidats.DistinctBy(a => (a.Siret, a.Matricule, a.Nom, a.Prenom))];
        if (candidats.Count == 0)
            return [];
        var requete = new Requete(connexion, perimetre, $"""
            , candidat AS (SELECT unnest($rangs) AS rang, unnest($sirets) AS siret, unnest($matricules) AS matricule, unnest($noms) AS nom, unnest($prenoms) AS prenom{(limite ? ", unnest($emplois) AS emploi, unnest($grades) AS grade, unnest($services) AS service" : "")})
            -- a file that was replaced may have named the matricule otherwise: one bulletin left must bear the name
            SELECT min(c.rang) FILTER (coalesce(b.nom, '') = c.nom AND coalesce(b.prenom, '') = c.prenom{(limite ? MemesMots : "")}) AS rang, count(DISTINCT b.id), max(b.periode)
            FROM candidat c
            JOIN bulletin b ON coalesce(b.matricule, '') = c.matricule
                AND (c.matricule <> '' OR (coalesce(b.nom, '') = c.nom AND coalesce(b.prenom, '') = c.prenom))
            JOIN volume_visible v ON v.contenu = b.contenu AND v.siret = c.siret
            WHERE ($siret::VARCHAR IS NULL OR c.siret = $siret) AND ($mois::INTEGER IS NULL OR b.periode = $mois)
            GROUP BY c.siret, c.matricule, CASE WHEN c.matricule = '' THEN c.nom || '/' || c.prenom END
            HAVING rang IS NOT NULL ORDER BY rang
            """)
            .Avec("rangs", Enumerable.Range(0, candidats.Count).Select(i => (long)i).ToArray())
            .Avec("sirets", candidats.Select(a => a.Siret).ToArray()).Avec("matricules", candidats.Select(a => a.Matricule).ToArray())
            .Avec("noms", candidats.Select(a => a.Nom).ToArray()).Avec("prenoms", candidats.Select(a => a.Prenom).ToArray())
            .Avec("siret", Siret).Avec("mois", Mois?.Cle);
        if (limite)
            requete.Avec("emplois", candidats.Select(a => a.Emploi).ToArray()).Avec("grades", candidats.Select(a => a.Grade).ToArray()).Avec("services", candidats.Select(a => a.Service).ToArray());
        return requete.Lire(r => EnResultat(candidats[r.Entier()], r.Entier(), r.Entier()));
    }

    private static ResultatDeRecherche EnResultat(DocumentDAgent agent, int bulletins, int dernier) => new(
        ResultatDeRecherche.Agent, agent.Matricule is "" ? null : agent.Matricule, agent.Nom, agent.Prenom, agent.Siret, bulletins,
        MoisDePaye.FromCle(dernier).ToString(), null, null);

    /// <summary>The pieces of the perimeter, read when a first word of one is found; null when all are.</summary>
    private static Func<string, bool>? PiecesVisibles(DbConnection connexion, Perimetre perimetre)
    {
        if (perimetre.Budgets is null)
            return null;
        var visibles = new Lazy<HashSet<string>>(() => [.. new Requete(connexion, perimetre, """
            SELECT DISTINCT k.empreinte FROM piece_visible p JOIN contenu k ON k.id = p.contenu
            """).Lire(r => r.TexteSur())]);
        return empreinte => visibles.Value.Contains(empreinte);
    }

    /// <summary>The same content under several names is one result: its first piece.</summary>
    private List<ResultatDeRecherche> Pieces(IReadOnlyList<PageTrouvee> trouvees, DbConnection connexion, Perimetre perimetre)
    {
        var pages = trouvees.DistinctBy(p => p.Empreinte).ToList();
        if (pages.Count == 0)
            return [];
        var requete = new Requete(connexion, perimetre, """
            , candidat AS (SELECT unnest($rangs) AS rang, unnest($empreintes) AS empreinte)
            SELECT c.rang, min(p.id), arg_min(p.nom, p.id), arg_min(p.siret, p.id)
            FROM candidat c JOIN contenu k ON k.empreinte = c.empreinte JOIN piece_visible p ON p.contenu = k.id
            WHERE $siret::VARCHAR IS NULL OR p.siret IS NULL OR p.siret = $siret OR p.siret = left($siret, 9)
            GROUP BY c.rang ORDER BY c.rang
            """)
            .Avec("rangs", Enumerable.Range(0, pages.Count).Select(i => (long)i).ToArray())
            .Avec("empreintes", pages.Select(p => p.Empreinte).ToArray()).Avec("siret", Siret);
        return requete.Lire(r =>
        {
            var page = pages[r.Entier()];
            var piece = r.Entier();
            return new ResultatDeRecherche(ResultatDeRecherche.PieceJustificative, null, r.Texte(), null, r.Texte(), 0, null, page.Extrait, piece);
        });
    }
}
