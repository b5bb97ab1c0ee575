using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Criteres;

namespace Xemelios.Query.Recherches;

/// <summary>The values that the result of a search holds under a few columns, with how many rows have each.</summary>
/// <param name="Budget">Milliseconds after which a facet is given up, and said to be.</param>
/// <param name="Valeurs">How many values of each are given, the most frequent first.</param>
public sealed record FacettesQuestion(Sujet Sujet, string Criteres, int Budget = 200, int Valeurs = 8)
{
    private static readonly string[] DesBulletins = ["mois", "statut", "service", "grade", "emploi", "etablissement", "train"];
    private static readonly string[] DesLignes = ["mois", "categorie", "rubrique", "statut", "service", "caisse"];
    private static readonly string[] DeRepartition = ["mois", "code", "fonction", "budget_impute"];

    public IReadOnlyList<Facette> Executer(DbConnection connexion, Perimetre perimetre)
    {
        var condition = Sujet.Lire(Criteres);
        var perspective = Perspective.De(Sujet, connexion, perimetre, condition);
        var cles = Sujet switch { Sujet.Bulletins => DesBulletins, Sujet.Lignes => DesLignes, _ => DeRepartition };
        var colonnes = cles.Select(c => Colonnes.Trouver(Sujet, c)).ToList();
        var facettes = EnsembleOuRien(perspective, colonnes);
        // Rubriques and natures need the lines: they have their own time, so that the others do not wait for them.
        return Sujet == Sujet.Bulletins
            ? [.. facettes, .. new[] { "rubrique", "nature" }.Select(c => DesLignesDesBulletins(perspective, c))]
            : facettes;
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

    private Facette DesLignesDesBulletins(Perspective perspective, string cle)
    {
        var (prealables, _) = perspective.Relations([]);
        var (valeur, libelle, titre, condition) = cle == "rubrique"
            ? ("t.code", "any_value(t.libelle)", "Rubrique", "true")
            : ("t.nature", "t.nature", "Nature", "(t.est_brut OR t.est_cotisation)");
        var lues = perspective.Demander($"""
            {prealables}
            , compte AS (SELECT l.contenu, m.rubrique, count(*) AS lignes FROM ligne l JOIN modele_de_ligne m ON m.id = l.modele
                         WHERE l.contenu IN (SELECT contenu FROM resultat) AND l.bulletin IN (SELECT id FROM resultat) GROUP BY ALL),
            t AS (SELECT DISTINCT contenu, rubrique, code, libelle, nature, est_brut, est_cotisation FROM total_de_paye)
            SELECT {valeur}, {libelle}, sum(k.lignes) FROM compte k JOIN t ON t.contenu = k.contenu AND t.rubrique = k.rubrique
            WHERE {condition} GROUP BY {valeur}
            """).EnAuPlus(Budget).LireOuAbandonner(r => new ValeurDeFacette(r.Texte(), r.Texte(), r.Long() ?? 0));
        return new Facette(cle, $"{titre} (lignes)", Garder(lues), lues is null);
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
