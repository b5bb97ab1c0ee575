using System.Data.Common;
using System.Diagnostics;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Bulletins;
using Xemelios.Query.Criteres;

namespace Xemelios.Query.Recherches;

/// <summary>The values that the result of a search holds under a few columns, with how many rows have each.</summary>
/// <remarks>Rows are counted by the key of what describes them (agent, file, model of line), which are few, before any word is read.</remarks>
/// <param name="Budget">Milliseconds for all facets together: one that has not been counted by then is given up, and said to be.</param>
/// <param name="Valeurs">How many values of each are given, the most frequent first.</param>
public sealed record FacettesQuestion(Sujet Sujet, string Criteres, int Budget = 150, int Valeurs = 8) : IQuestionNominative
{
    /// <summary>A key by which rows are counted, and the facets that it tells.</summary>
    private sealed record Decompte(string Cle, string Jointures, params (string Cle, string Titre, string Sql, string Libelle)[] Facettes);

    private static readonly Decompte DesFichiers = new("b.contenu", "JOIN volume_visible v ON v.contenu = b.contenu",
        ("mois", "Mois de paye", "v.periode", "v.periode"), ("train", "Train", "nullif(v.train, '')", "v.train"));

    private static readonly Decompte DesAgents = new("b.agent", """
        JOIN agent a ON a.id = b.agent LEFT JOIN mot statut ON statut.id = a.statut LEFT JOIN mot service ON service.id = a.service
        LEFT JOIN mot grade ON grade.id = a.grade LEFT JOIN mot emploi ON emploi.id = a.emploi
        """,
        ("statut", "Statut", "statut.texte", "statut.texte"), ("service", "Service", "service.texte", "service.texte"),
        ("grade", "Grade", "grade.texte", "grade.texte"), ("emploi", "Emploi", "emploi.texte", "emploi.texte"));

    private static readonly Decompte DesEtablissements = new("b.contenu, b.etablissement",
        "LEFT JOIN etablissement t ON t.contenu = b.contenu AND t.rang = b.etablissement", ("etablissement", "Etablissement", "t.nom", "t.nom"));

    private static readonly Decompte DesModeles = new("l.modele", """
        JOIN modele_de_ligne m ON m.id = b.modele JOIN rubrique r ON r.id = m.rubrique LEFT JOIN mot caisse ON caisse.id = m.caisse
        """,
        ("categorie", "Catégorie de Rubriques", CategoriesEnSql.Nom("r.categorie"), CategoriesEnSql.Libelle("r.categorie")),
        ("rubrique", "Code", "r.code", "r.libelle"), ("caisse", "Caisse", "caisse.texte", "caisse.texte"));

    private static readonly Decompte DesRepartitions = new("r.contenu, r.code, r.libelle, r.fonction, coalesce(r.budget, nullif(v.budget_code, '')) AS budget",
        "JOIN volume_visible v ON v.contenu = b.contenu",
        ("mois", "Mois de paye", "v.periode", "v.periode"), ("code", "Code", "b.code", "b.libelle"), ("fonction", "Code Fonction", "b.fonction", "b.fonction"),
        ("budget_impute", "Code Budget", "b.budget", "b.budget"));

    public IReadOnlyList<Facette> Executer(DbConnection connexion, Perimetre perimetre)
    {
        var debut = Stopwatch.GetTimestamp();
        using var perspective = Perspective.De(Sujet, connexion, perimetre, Sujet.Lire(Criteres));
        var facettes = Decomptes().SelectMany(d => Compter(perspective, d, Reste(debut))).ToList();
        return perspective is PerspectiveDesBulletins surBulletins ? [.. facettes, .. DesLignes(surBulletins, Reste(debut))] : facettes;
    }

    private IEnumerable<Decompte> Decomptes() => Sujet switch
    {
        Sujet.Bulletins => [DesFichiers, DesAgents, DesEtablissements],
        Sujet.Lignes => [DesModeles, DesFichiers with { Cle = "l.contenu" }, DesAgents],
        _ => [DesRepartitions],
    };

    private int Reste(long debut) => Math.Max(1, Budget - (int)Stopwatch.GetElapsedTime(debut).TotalMilliseconds);

    private List<Facette> Compter(Perspective perspective, Decompte decompte, int budget)
    {
        var (prealables, origine) = perspective.Relations(Sujet == Sujet.Lignes && decompte == DesAgents ? ["b"] : []);
        var noms = decompte.Facettes.Select((_, i) => $"k{i}").ToList();
        var lues = perspective.Demander($"""
            {prealables}, compte AS (SELECT {decompte.Cle}, count(*) AS nombre {origine} GROUP BY ALL),
            rangee AS (SELECT {string.Join(", ", decompte.Facettes.Select((f, i) => $"({f.Sql})::VARCHAR AS k{i}, ({f.Libelle})::VARCHAR AS n{i}"))}, b.nombre
                       FROM compte b {decompte.Jointures})
            SELECT grouping({string.Join(", ", noms)}), coalesce({string.Join(", ", noms)}),
                   CASE grouping({string.Join(", ", noms)}) {string.Concat(noms.Select((_, i) => $"WHEN {TousSauf(i, noms.Count)} THEN min(n{i}) "))}END, sum(nombre)
            FROM rangee GROUP BY GROUPING SETS ({string.Join(", ", noms.Select(n => $"({n})"))})
            """).EnAuPlus(budget).LireOuAbandonner(r => (Ensemble: r.Entier(), Valeur: new ValeurDeFacette(r.Texte(), r.Texte(), r.Long() ?? 0)));
        return [.. decompte.Facettes.Select((f, i) => new Facette(
            f.Cle, f.Titre, Garder(lues?.Where(l => l.Ensemble == TousSauf(i, noms.Count)).Select(l => Nommer(f.Cle, l.Valeur))), lues is null))];
    }

    /// <summary>The number by which GROUPING tells that only this key was kept.</summary>
    private static int TousSauf(int rang, int nombre) => ((1 << nombre) - 1) ^ (1 << (nombre - 1 - rang));

    private static ValeurDeFacette Nommer(string cle, ValeurDeFacette valeur) =>
        cle == "statut" ? valeur with { Libelle = LibellesDeStatut.ParDefaut(valeur.Valeur) } : valeur;

    // Rubriques and natures of the bulletins need their lines: they have the time that is left.
    private List<Facette> DesLignes(PerspectiveDesBulletins perspective, int budget)
    {
        var (prealables, _) = perspective.Relations([]);
        // A nature may depend on the statut: then, and only then, the lines are counted by statut.
        var statut = perspective.FichiersEntiers || perspective.NaturesParStatut ? "statut" : "NULL::INTEGER";
        var compte = perspective.FichiersEntiers
            ? "SELECT contenu, rubrique, statut, sum(lignes) AS lignes FROM total_de_rubrique WHERE contenu IN (SELECT contenu FROM resultat) GROUP BY ALL"
            : perspective.NaturesParStatut ? ParStatut : SansStatut;
        var lues = perspective.Demander($"""
            {prealables}, compte AS ({compte}),
            t AS (SELECT contenu, rubrique, {statut} AS statut, any_value(code) AS code, any_value(libelle) AS libelle, any_value(nature) AS nature, any_value(est_brut OR est_cotisation) AS mandatee
                  FROM total_de_paye GROUP BY ALL),
            reuni AS (SELECT t.*, k.lignes FROM compte k JOIN t ON t.contenu = k.contenu AND t.rubrique = k.rubrique AND t.statut IS NOT DISTINCT FROM k.statut)
            SELECT 'rubrique', code, min(libelle), sum(lignes) FROM reuni GROUP BY code
            UNION ALL SELECT 'nature', nature, nature, sum(lignes) FROM reuni WHERE mandatee GROUP BY nature
            """).EnAuPlus(budget).LireOuAbandonner(r => (Cle: r.TexteSur(), Valeur: new ValeurDeFacette(r.Texte(), r.Texte(), r.Long() ?? 0)));
        return [.. new[] { ("rubrique", "Rubrique (lignes)"), ("nature", "Nature (lignes)") }.Select(f =>
            new Facette(f.Item1, f.Item2, Garder(lues?.Where(l => l.Cle == f.Item1).Select(l => l.Valeur)), lues is null))];
    }

    private const string SansStatut = """
        SELECT g.contenu, m.rubrique, NULL::INTEGER AS statut, sum(g.lignes) AS lignes
        FROM (SELECT l.contenu, l.modele, count(*) AS lignes FROM ligne l WHERE l.contenu IN (SELECT contenu FROM resultat) AND l.bulletin IN (SELECT id FROM resultat) GROUP BY ALL) g
        JOIN modele_de_ligne m ON m.id = g.modele GROUP BY ALL
        """;

    private const string ParStatut = """
        SELECT l.contenu, m.rubrique, a.statut, count(*) AS lignes
        FROM ligne l JOIN modele_de_ligne m ON m.id = l.modele JOIN paye_individuelle b ON b.id = l.bulletin JOIN agent a ON a.id = b.agent
        WHERE l.contenu IN (SELECT contenu FROM resultat) AND l.bulletin IN (SELECT id FROM resultat) GROUP BY ALL
        """;

    private List<ValeurDeFacette> Garder(IEnumerable<ValeurDeFacette>? valeurs) =>
        [.. (valeurs ?? []).OrderByDescending(v => v.Nombre).ThenBy(v => v.Valeur, StringComparer.Ordinal).Take(Valeurs)];
}

/// <summary>One facet.</summary>
/// <param name="Cle">The column, whose criterion a value leads to.</param>
/// <param name="Inachevee">It did not finish within its time: it says nothing.</param>
public sealed record Facette(string Cle, string Titre, IReadOnlyList<ValeurDeFacette> Valeurs, bool Inachevee);

/// <summary>One value and how many rows have it; null is what has none.</summary>
public sealed record ValeurDeFacette(string? Valeur, string? Libelle, long Nombre);
