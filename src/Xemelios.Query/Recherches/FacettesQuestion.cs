using System.Data.Common;
using System.Diagnostics;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Criteres;

namespace Xemelios.Query.Recherches;

/// <summary>The values that the result of a search holds under a few columns, with how many rows have each.</summary>
/// <param name="Budget">Milliseconds after which a facet is given up, and said to be.</param>
/// <param name="Valeurs">How many values of each are given, the most frequent first.</param>
public sealed record FacettesQuestion(Sujet Sujet, string Criteres, int Budget = 200, int Valeurs = 8)
{
    private static readonly string[] DesBulletins = ["mois", "statut", "service", "grade", "emploi", "etablissement", "train"];
    private static readonly string[] DeLignes = ["mois", "categorie", "rubrique", "statut", "service", "caisse"];
    private static readonly string[] DeRepartition = ["mois", "code", "fonction", "budget_impute"];

    public IReadOnlyList<Facette> Executer(DbConnection connexion, Perimetre perimetre)
    {
        var condition = Sujet.Lire(Criteres);
        var perspective = Perspective.De(Sujet, connexion, perimetre, condition);
        var cles = Sujet switch { Sujet.Bulletins => DesBulletins, Sujet.Lignes => DeLignes, _ => DeRepartition };
        var colonnes = cles.Select(c => Colonnes.Trouver(Sujet, c)).ToList();
        var debut = Stopwatch.GetTimestamp();
        var facettes = EnsembleOuRien(perspective, colonnes);
        if (perspective is not PerspectiveDesBulletins surBulletins)
            return facettes;
        // Rubriques and natures need the lines: they have the time that is left.
        var reste = Math.Max(1, Budget - (int)Stopwatch.GetElapsedTime(debut).TotalMilliseconds);
        return [.. facettes, .. DesLignes(surBulletins, reste)];
    }

    private List<Facette> EnsembleOuRien(Perspective perspective, List<Colonne> colonnes)
    {
        var (prealables, origine) = perspective.Relations([.. colonnes.SelectMany(c => c.Avec)]);
        var noms = colonnes.Select((_, i) => $"k{i}").ToList();
        var lues = perspective.Demander($"""
            {prealables}, rangee AS (SELECT {string.Join(", ", colonnes.Select((c, i) => $"({c.Code ?? c.Sql})::VARCHAR AS k{i}, ({c.Sql})::VARCHAR AS n{i}"))} {origine})
            SELECT grouping({string.Join(", ", noms)}), coalesce({string.Join(", ", noms)}),
                   CASE grouping({string.Join(", ", noms)}) {string.Concat(colonnes.Select((_, i) => $"WHEN {TousSauf(i, colonnes.Count)} THEN any_value(n{i}) "))}END, count(*)
            FROM rangee GROUP BY GROUPING SETS ({string.Join(", ", noms.Select(n => $"({n})"))})
            """).EnAuPlus(Budget).LireOuAbandonner(r => (Ensemble: r.Entier(), Valeur: r.Texte(), Libelle: r.Texte(), Nombre: r.Long() ?? 0));
        return [.. colonnes.Select((c, i) => new Facette(c.Cle, c.Titre,
            Garder(lues?.Where(l => l.Ensemble == TousSauf(i, colonnes.Count)).Select(l => new ValeurDeFacette(l.Valeur, l.Libelle, l.Nombre))), lues is null))];
    }

    /// <summary>The number by which GROUPING tells that only this key was kept.</summary>
    private static int TousSauf(int rang, int nombre) => ((1 << nombre) - 1) ^ (1 << (nombre - 1 - rang));

    private List<Facette> DesLignes(PerspectiveDesBulletins perspective, int budget)
    {
        var (prealables, _) = perspective.Relations([]);
        // A nature may depend on the statut: then, and only then, the lines are counted by statut.
        var statut = perspective.FichiersEntiers || perspective.NaturesParStatut ? "statut" : "NULL::INTEGER";
        var compte = perspective.FichiersEntiers
            ? "SELECT contenu, rubrique, statut, sum(lignes) AS lignes FROM total_de_rubrique WHERE contenu IN (SELECT contenu FROM resultat) GROUP BY ALL"
            : $"""
              SELECT l.contenu, m.rubrique, {(perspective.NaturesParStatut ? "a.statut" : "NULL::INTEGER")} AS statut, count(*) AS lignes
              FROM ligne l JOIN modele_de_ligne m ON m.id = l.modele {(perspective.NaturesParStatut ? "JOIN paye_individuelle b ON b.id = l.bulletin JOIN agent a ON a.id = b.agent" : "")}
              WHERE l.contenu IN (SELECT contenu FROM resultat) AND l.bulletin IN (SELECT id FROM resultat) GROUP BY ALL
              """;
        var lues = perspective.Demander($"""
            {prealables}, compte AS ({compte}),
            t AS (SELECT contenu, rubrique, {statut} AS statut, any_value(code) AS code, any_value(libelle) AS libelle, any_value(nature) AS nature, any_value(est_brut OR est_cotisation) AS mandatee
                  FROM total_de_paye GROUP BY ALL),
            reuni AS (SELECT t.*, k.lignes FROM compte k JOIN t ON t.contenu = k.contenu AND t.rubrique = k.rubrique AND t.statut IS NOT DISTINCT FROM k.statut)
            SELECT 'rubrique', code, any_value(libelle), sum(lignes) FROM reuni GROUP BY code
            UNION ALL SELECT 'nature', nature, nature, sum(lignes) FROM reuni WHERE mandatee GROUP BY nature
            """).EnAuPlus(budget).LireOuAbandonner(r => (Cle: r.TexteSur(), Valeur: new ValeurDeFacette(r.Texte(), r.Texte(), r.Long() ?? 0)));
        return [.. new[] { ("rubrique", "Rubrique (lignes)"), ("nature", "Nature (lignes)") }.Select(f =>
            new Facette(f.Item1, f.Item2, Garder(lues?.Where(l => l.Cle == f.Item1).Select(l => l.Valeur)), lues is null))];
    }

    private List<ValeurDeFacette> Garder(IEnumerable<ValeurDeFacette>? valeurs) =>
        [.. (valeurs ?? []).OrderByDescending(v => v.Nombre).ThenBy(v => v.Valeur, StringComparer.Ordinal).Take(Valeurs)];
}

/// <summary>One facet.</summary>
/// <param name="Cle">The column, whose criterion a value leads to.</param>
/// <param name="Inachevee">It did not finish within its time: it says nothing.</param>
public sealed record Facette(string Cle, string Titre, IReadOnlyList<ValeurDeFacette> Valeurs, bool Inachevee);

/// <summary>One value and how many rows have it; null is what has none.</summary>
public sealed record ValeurDeFacette(string? Valeur, string? Libelle, long Nombre);
