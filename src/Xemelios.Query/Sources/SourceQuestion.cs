using System.Data.Common;
using Xemelios.Domain.Habilitations;

namespace Xemelios.Query.Sources;

/// <summary>A received file or what it carries, by fingerprint; null when there is none inside the perimeter.</summary>
public sealed record SourceQuestion(string Empreinte)
{
    public SourceConnue? Executer(DbConnection connexion, Perimetre perimetre) => new Requete(connexion, perimetre, """
        , visible AS (
            SELECT contenu, nom FROM volume_visible UNION SELECT contenu, nom_fic FROM flux_visible
            UNION SELECT contenu, nom FROM piece_visible WHERE contenu IS NOT NULL)
        SELECT c.empreinte, any_value(c.type), any_value(c.octets), min(v.nom)
        FROM contenu c JOIN visible v ON v.contenu = c.id WHERE c.empreinte = $empreinte GROUP BY c.empreinte
        """).Avec("empreinte", Empreinte)
        .Lire(r => new SourceConnue(r.TexteSur(), r.TexteSur(), r.Long() ?? 0, r.Texte()))
        .Select(s => s with { Masquee = s.Type != SourceConnue.Piece && !perimetre.Montre(DonneesProtegees.SourceXml) }).FirstOrDefault();
}

/// <summary>What is known of a content.</summary>
/// <param name="Type">XHL, PES_DEPENSE, PIECE…</param>
/// <param name="Nom">The file name under which it arrived.</param>
public sealed record SourceConnue(string Empreinte, string Type, long Octets, string? Nom)
{
    internal const string Piece = "PIECE";

    /// <summary>The reader may know that it is there, and not what it holds.</summary>
    public bool Masquee { get; init; }
}
