using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Bulletins;

namespace Xemelios.Query.Comparaisons;

/// <summary>Reads who the agents of a comparison are, their bulletins of both months and their justificatifs: of those shown alone.</summary>
/// <remarks>Reads what <see cref="SqlDeComparaison.Preparer"/> keeps.</remarks>
internal sealed class DetailsDesAgents(DbConnection connexion, Perimetre perimetre, DemandeDeComparaison demande)
{
    /// <summary>Each agent under the agent.id by which it was asked for.</summary>
    public Dictionary<int, AgentCompare> Lire(IEnumerable<int> agents)
    {
        var ids = agents.Distinct().Select(i => (long)i).ToArray();
        if (ids.Length == 0)
            return [];
        var lignes = Bulletins(ids);
        var comptes = Justificatifs([.. lignes.Where(l => l.Apres).Select(l => (long)l.Bulletin)]);
        return lignes.GroupBy(l => l.Demande).ToDictionary(g => g.Key, g => Assembler([.. g], comptes));
    }

    private List<BulletinDUnMois> Bulletins(long[] ids) => SqlDeComparaison.Requete(connexion, perimetre, demande, """
        , demande AS (SELECT d.id, q.personne FROM (SELECT unnest($ids) AS id) d JOIN personne q ON q.id = d.id)
        SELECT d.id, b.apres, b.id, c.empreinte, b.ordre, a.matricule, a.nom, a.prenom, b.brut, b.net, b.net_a_payer
        FROM demande d JOIN paye b ON b.personne = d.personne JOIN agent a ON a.id = b.agent
        JOIN volume_visible v ON v.contenu = b.contenu JOIN contenu c ON c.id = b.contenu
        ORDER BY d.id, b.apres, v.budget, v.train, v.numero NULLS LAST, v.nom, c.empreinte, b.ordre
        """).Avec("ids", ids).Lire(r => new BulletinDUnMois(
            r.Entier(), r.Booleen(), r.Entier(), new AdresseDeBulletin(r.TexteSur(), r.Entier()), r.Texte(), r.Texte(), r.Texte(), r.Somme(), r.Somme(), r.Somme()));

    /// <summary>The references of each bulletin, one key a document as on the page of justificatifs.</summary>
    private ILookup<int, (string Cle, bool Presente)> Justificatifs(long[] bulletins)
    {
        const string Citees = """
            , citee AS (
                SELECT r.employeur, r.bulletin, r.id_unique, r.nom FROM reference_de_bulletin r
                WHERE r.bulletin IN (SELECT unnest($bulletins)) AND r.bulletin IN (SELECT p.id FROM paye_individuelle p JOIN volume_visible v ON v.contenu = p.contenu))
            """;
        // Which piece answers which reference is decided over the whole employer: asked for only when a reference is shown.
        if (new Requete(connexion, perimetre, $"{Citees} SELECT 1 FROM citee LIMIT 1").Avec("bulletins", bulletins).Lire(r => r.Entier()).Count == 0)
            return Array.Empty<int>().ToLookup(b => b, _ => ("", false));
        return new Requete(connexion, perimetre, $"""
            {Citees}
            SELECT c.bulletin, coalesce(c.id_unique, c.nom, ''), x.piece IS NOT NULL
            FROM citee c LEFT JOIN reference_resolue x ON x.employeur = c.employeur
                 AND x.id_unique IS NOT DISTINCT FROM c.id_unique AND x.nom IS NOT DISTINCT FROM c.nom
            """).Avec("bulletins", bulletins).Lire(r => (Bulletin: r.Entier(), Cle: r.TexteSur(), Presente: r.Booleen()))
            .ToLookup(r => r.Bulletin, r => (r.Cle, r.Presente));
    }

    private static AgentCompare Assembler(List<BulletinDUnMois> lignes, ILookup<int, (string Cle, bool Presente)> references)
    {
        var dernier = lignes[^1];
        var citees = lignes.Where(l => l.Apres).SelectMany(l => references[l.Bulletin]).GroupBy(r => r.Cle, StringComparer.Ordinal)
            .Select(g => g.Any(r => r.Presente)).ToList();
        return new AgentCompare(
            string.IsNullOrEmpty(dernier.Matricule) ? null : dernier.Matricule, dernier.Nom, dernier.Prenom,
            Paye([.. lignes.Where(l => !l.Apres)]), Paye([.. lignes.Where(l => l.Apres)]),
            new CompteDeJustificatifs(citees.Count(p => p), citees.Count(p => !p)));
    }

    private static PayeDAgent? Paye(List<BulletinDUnMois> lignes) => lignes.Count == 0
        ? null
        : new PayeDAgent(Somme(lignes, l => l.Brut), Somme(lignes, l => l.Net), Somme(lignes, l => l.NetAPayer), [.. lignes.Select(l => l.Adresse)]);

    private static Montant Somme(List<BulletinDUnMois> lignes, Func<BulletinDUnMois, Montant> colonne) =>
        lignes.Aggregate(Montant.Zero, (somme, l) => somme + colonne(l));

    private sealed record BulletinDUnMois(
        int Demande, bool Apres, int Bulletin, AdresseDeBulletin Adresse, string? Matricule, string? Nom, string? Prenom, Montant Brut, Montant Net, Montant NetAPayer);
}
