using System.Data.Common;
using Xemelios.Domain.Habilitations;

namespace Xemelios.Query.Recherche;

/// <summary>What nobody's name is in: employers, rubriques, mandats that answer some words, typed in any order, without accents or case,
/// with one typing error in words of four letters or more; numbers are as they are typed. People and pieces are found by <see cref="ChercherQuestion"/>.</summary>
/// <param name="Limite">How many of each kind, the best first.</param>
public sealed record SuggestionsQuestion(string Texte, int Limite = 5)
{
    private const int PlusLong = 100;

    // A word answers when it begins a word, or begins it but for one error; the whole text answers when each of its words does.
    private const string Mots = """
        , saisie AS (SELECT list_filter(string_split(trim(lower(strip_accents(regexp_replace($texte, '[^\pL\pN]+', ' ', 'g')))), ' '), lambda m: m <> '') AS mots),
        plie AS (
            SELECT c.*, string_split(lower(strip_accents(regexp_replace(c.texte, '[^\pL\pN]+', ' ', 'g'))), ' ') AS siens
            FROM ({0}) c),
        note AS (
            SELECT p.*, list_transform(s.mots, lambda m: list_max(list_transform(p.siens, lambda t: CASE
                WHEN t = m THEN 3
                WHEN starts_with(t, m) THEN 2
                WHEN length(m) >= 4 AND NOT regexp_matches(m, '\d') AND least(damerau_levenshtein(left(t, length(m)), m), damerau_levenshtein(left(t, length(m) + 1), m), damerau_levenshtein(left(t, length(m) - 1), m)) <= 1 THEN 1
                ELSE 0 END))) AS notes
            FROM plie p, saisie s WHERE len(s.mots) > 0)
        SELECT code, libelle, siret, exercice FROM note WHERE list_min(notes) > 0
        ORDER BY list_sum(notes) DESC, poids DESC, code, libelle, siret, exercice DESC LIMIT $limite
        """;

    private const string Employeurs = """
        SELECT siret AS code, max(employeur_nom) AS libelle, siret, NULL::INTEGER AS exercice, concat_ws(' ', siret, left(siret, 9), max(employeur_nom)) AS texte, max(periode) AS poids
        FROM volume_visible WHERE NOT entete_seul GROUP BY siret
        """;

    private const string Rubriques = """
        SELECT trim(r.code) AS code, min(r.libelle) AS libelle, NULL AS siret, NULL::INTEGER AS exercice, concat_ws(' ', trim(r.code), string_agg(DISTINCT r.libelle, ' ' ORDER BY r.libelle)) AS texte, sum(t.lignes) AS poids
        FROM total_de_rubrique t JOIN volume_visible v ON v.contenu = t.contenu JOIN rubrique r ON r.id = t.rubrique
        WHERE nullif(trim(r.code), '') IS NOT NULL GROUP BY trim(r.code)
        """;

    private const string Mandats = """
        SELECT code, min(objet) AS libelle, siret, exercice, concat_ws(' ', code, ltrim(code, '0'), string_agg(DISTINCT objet, ' ' ORDER BY objet)) AS texte, coalesce(exercice, 0) AS poids
        FROM (SELECT trim(m.numero) AS code, m.objet, trim(f.id_coll) AS siret, b.exercice
              FROM mandat m JOIN flux_visible f ON f.contenu = m.contenu JOIN bordereau b ON b.id = m.bordereau
              WHERE nullif(trim(m.numero), '') IS NOT NULL AND nullif(trim(f.id_coll), '') IS NOT NULL)
        GROUP BY code, siret, exercice
        """;

    public IReadOnlyList<Suggestion> Executer(DbConnection connexion, Perimetre perimetre) =>
        string.IsNullOrWhiteSpace(Texte) ? [] :
        [
            .. Lire(connexion, perimetre, SorteDeSuggestion.Collectivite, Employeurs),
            .. Lire(connexion, perimetre, SorteDeSuggestion.Rubrique, Rubriques),
            .. Lire(connexion, perimetre, SorteDeSuggestion.Mandat, Mandats),
        ];

    private List<Suggestion> Lire(DbConnection connexion, Perimetre perimetre, SorteDeSuggestion sorte, string candidats) =>
        new Requete(connexion, perimetre, Mots.Replace("{0}", candidats, StringComparison.Ordinal))
            .Avec("texte", Texte.Length > PlusLong ? Texte[..PlusLong] : Texte).Avec("limite", Limite)
            .Lire(r => new Suggestion(sorte, r.TexteSur(), r.Texte(), r.Texte(), r.EntierOuNul()));
}

public enum SorteDeSuggestion
{
    Collectivite,
    Rubrique,
    Mandat,
}

/// <summary>Something that the words may have meant.</summary>
/// <param name="Code">SIRET, code of the rubrique, number of the mandat.</param>
/// <param name="Siret">Employer; null for a rubrique.</param>
/// <param name="Exercice">Of a mandat; null when it says none.</param>
public sealed record Suggestion(SorteDeSuggestion Sorte, string Code, string? Libelle, string? Siret, int? Exercice);
