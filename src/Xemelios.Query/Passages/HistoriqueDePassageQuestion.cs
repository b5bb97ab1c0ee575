using System.Data.Common;
using Xemelios.Domain.Habilitations;

namespace Xemelios.Query.Passages;

/// <summary>Every table de passage ever loaded for an employer or for all of them, latest first; none is ever erased.</summary>
public sealed record HistoriqueDePassageQuestion(string Siret)
{
    public IReadOnlyList<VersionDePassage> Executer(DbConnection connexion, Perimetre perimetre) => new Requete(connexion, perimetre, """
        , en_vigueur AS (
            SELECT max(p.contenu) AS contenu FROM passage p
            WHERE p.siret = (SELECT max(q.siret) FROM passage q WHERE q.siret IN ($siret, '')))
        SELECT c.empreinte, min(l.nom), p.siret = '', count(DISTINCT p.rang), p.contenu = (SELECT contenu FROM en_vigueur)
        FROM passage p JOIN contenu c ON c.id = p.contenu LEFT JOIN livraison l ON l.contenu = p.contenu
        WHERE p.siret IN ($siret, '') AND EXISTS (SELECT 1 FROM volume_visible v WHERE v.siret = $siret)
        GROUP BY p.contenu, c.empreinte, p.siret ORDER BY p.contenu DESC, p.siret
        """).Avec("siret", Siret)
        .Lire(r => new VersionDePassage(r.TexteSur(), r.Texte(), r.Booleen(), r.Entier(), r.Booleen()));
}

/// <summary>One table as it was received.</summary>
/// <param name="Empreinte">Of the original, where who confirmed it and when can be read.</param>
/// <param name="PourTous">It holds for every employer of the folder that has none of its own.</param>
public sealed record VersionDePassage(string Empreinte, string? Nom, bool PourTous, int Lignes, bool EnVigueur);
