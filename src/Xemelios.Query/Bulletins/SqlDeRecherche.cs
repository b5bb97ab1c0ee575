using System.Data.Common;
using System.Globalization;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Filters;

namespace Xemelios.Query.Bulletins;

/// <summary>Puts the filters of a search together into statements: conditions come from the declarations, values are bound.</summary>
/// <remarks>Bulletins are filtered first; what is gathered from lines and lists is gathered for those alone, and what is only shown,
/// for those of the page alone.</remarks>
internal sealed class SqlDeRecherche
{
    private readonly List<string> _surBulletin = ["true"];
    private readonly List<string> _surLigne = [];
    private readonly List<(string Nom, object Valeur)> _valeurs = [];
    private readonly string _ordre;
    private readonly Assemblage[] _duTri;

    public SqlDeRecherche(RechercheDeBulletinsQuestion question)
    {
        foreach (var critere in question.Filtres)
            Ajouter(critere);
        _ordre = Ordre(question);
        _duTri = [.. Assemblages.Where(a => a.Colonne == question.Tri)];
    }

    private bool SurDesLignes => _surLigne.Count > 0;

    /// <summary>Count and sums: bulletins, gross, net, net to pay, lines found and their amount.</summary>
    public Requete Totaux(DbConnection connexion, Perimetre perimetre) => Lier(connexion, perimetre, $"""
        {Prealables(_surBulletin, [])}
        SELECT count(*), sum(coalesce(b.brut, b.brut_lignes)), sum(b.net), sum(b.net_a_payer), sum(trouve.lignes), sum(trouve.montant)
        {Origine([])} WHERE {Conditions(_surBulletin)}
        """);

    /// <summary>The keys of the bulletins of a page, in the order asked for.</summary>
    public List<int> Page(DbConnection connexion, Perimetre perimetre, int debut, int taille) => Lier(connexion, perimetre, $"""
        {Prealables(_surBulletin, _duTri)}
        SELECT b.id {Origine(_duTri)} WHERE {Conditions(_surBulletin)} ORDER BY {_ordre} LIMIT $taille OFFSET $debut
        """).Avec("debut", debut).Avec("taille", taille).Lire(r => r.Entier());

    /// <summary>All that is shown of some bulletins, in no order.</summary>
    public Requete Details(DbConnection connexion, Perimetre perimetre, IReadOnlyCollection<int> ids)
    {
        // They passed the other conditions; asked again, those on agents would be asked of every agent. Keys that stand in the text,
        // contrary to bound ones, are looked for while the table is scanned: only the rows that have them are read whole.
        string[] conditions = [string.Create(CultureInfo.InvariantCulture, $"b.id IN ({string.Join(", ", ids)})")];
        return Lier(connexion, perimetre, $"""
            {Prealables(conditions, Assemblages)}, {LibellesDeStatut.Nommes}
            SELECT b.id, c.empreinte, b.ordre, v.siret, v.budget_code, v.periode // 100, v.periode % 100, nullif(v.train, ''), b.nom, b.prenom, b.matricule,
                   statut.texte, emploi.texte, service.texte, coalesce(b.indice_texte, b.indice::VARCHAR),
                   b.net, coalesce(b.brut, b.brut_lignes), b.traitement, evenement.texte,
                   b.net_a_payer, b.imposable, b.heures_sup, b.heures_total, b.quotite, b.nbi, b.nir, b.enfants, grade.texte, b.echelon,
                   t.nom, coalesce(pieces.nombre, 0), coalesce(trouve.lignes, 0), trouve.montant, trouve.position, statut_nomme.libelle
            {Origine(Assemblages)}
            LEFT JOIN statut_nomme ON statut_nomme.employeur = b.employeur AND statut_nomme.periode = v.periode AND statut_nomme.code = statut.texte
            WHERE {Conditions(conditions)}
            """);
    }

    /// <summary>A statement over the relation <c>resultat</c> (empreinte, ordre, rang): every bulletin in the order asked for.</summary>
    public Requete Rangs(DbConnection connexion, Perimetre perimetre, string sql) => Lier(connexion, perimetre, $"""
        {Prealables(_surBulletin, _duTri)},
        resultat AS (
            SELECT c.empreinte, b.ordre, row_number() OVER (ORDER BY {_ordre}) AS rang {Origine(_duTri)} WHERE {Conditions(_surBulletin)})
        {sql}
        """);

    private Requete Lier(DbConnection connexion, Perimetre perimetre, string sql)
    {
        var requete = new Requete(connexion, perimetre, sql);
        foreach (var (nom, valeur) in _valeurs)
            requete.Avec(nom, valeur);
        return requete;
    }

    private void Ajouter(CritereDeRecherche critere)
    {
        var filtre = FiltresDeBulletins.Trouver(critere.Cle) ?? throw new CritereInconnuException(critere.Cle);
        var valeur = filtre.Lire(critere.Valeur) ?? throw new CritereInconnuException(filtre.Libelle);
        var nom = $"f{_valeurs.Count}";
        _valeurs.Add((nom, valeur));
        (filtre.SurLigne ? _surLigne : _surBulletin).Add($"({filtre.Sql.Replace("{0}", $"${nom}", StringComparison.Ordinal)})");
    }

    private static string Ordre(RechercheDeBulletinsQuestion question)
    {
        const string parDefaut = "upper(strip_accents(b.nom)) NULLS LAST, upper(strip_accents(b.prenom)) NULLS LAST, b.matricule NULLS LAST, "
            + "v.periode DESC, v.siret, v.budget, v.train, c.empreinte, b.ordre";
        if (question.Tri is null)
            return parDefaut;
        var colonne = ColonnesDeBulletins.Trouver(question.Tri) ?? throw new CritereInconnuException(question.Tri);
        return $"{colonne.Sql} {(question.Decroissant ? "DESC" : "ASC")} NULLS LAST, {parDefaut}";
    }

    private static string Conditions(IEnumerable<string> conditions) => string.Join(" AND ", conditions);

    /// <summary>Relations <c>portee</c>, the bulletins that pass the conditions, <c>trouve</c>, their lines that pass the filters on
    /// lines, and what is gathered for each of them.</summary>
    private string Prealables(IEnumerable<string> conditions, IEnumerable<Assemblage> assemblages) => $"""
        , portee AS MATERIALIZED (SELECT b.id, b.contenu {Bulletins} WHERE {Conditions(conditions)}),
        {(SurDesLignes ? Trouve : RienATrouver)}{string.Concat(assemblages.Select(a => $",\n{a.Nom}_assemble AS ({a.Sql})"))}
        """;

    private string Origine(IEnumerable<Assemblage> assemblages) => $"""
        {Bulletins}
        {(SurDesLignes ? "JOIN" : "LEFT JOIN")} trouve ON trouve.bulletin = b.id
        {string.Concat(assemblages.Select(a => $"LEFT JOIN {a.Nom}_assemble {a.Nom} ON {a.Nom}.bulletin = b.id\n"))}
        """;

    private string Trouve => $"""
        trouve AS (
            SELECT l.bulletin, count(*) AS lignes, sum(l.montant) AS montant, min(l.position) AS position
            FROM ligne_de_paye l
            WHERE l.contenu IN (SELECT contenu FROM portee) AND l.bulletin IN (SELECT id FROM portee) AND {Conditions(_surLigne)}
            GROUP BY l.bulletin)
        """;

    private const string RienATrouver =
        "trouve AS (SELECT NULL::INTEGER AS bulletin, 0::BIGINT AS lignes, NULL::DECIMAL(14,2) AS montant, NULL::INTEGER AS position WHERE false)";

    private const string Bulletins = """
        FROM bulletin b
        JOIN volume_visible v ON v.contenu = b.contenu
        JOIN contenu c ON c.id = b.contenu
        LEFT JOIN etablissement t ON t.contenu = b.contenu AND t.rang = b.etablissement
        LEFT JOIN mot statut ON statut.id = b.statut LEFT JOIN mot emploi ON emploi.id = b.emploi
        LEFT JOIN mot grade ON grade.id = b.grade LEFT JOIN mot service ON service.id = b.service
        """;

    /// <summary>One row a bulletin gathered from rows of another table.</summary>
    /// <param name="Colonne">The column of the result that is made of it: only when sorted on must it be known before the page.</param>
    private sealed record Assemblage(string Colonne, string Nom, string Sql);

    private static readonly Assemblage[] Assemblages =
    [
        new("evenement", "evenement", """
            SELECT bulletin, string_agg(coalesce(description, code), ', ' ORDER BY rang) AS texte
            FROM evenement WHERE bulletin IN (SELECT id FROM portee) GROUP BY bulletin
            """),
        new("pieces", "pieces", "SELECT bulletin, count(*) AS nombre FROM reference_de_bulletin WHERE bulletin IN (SELECT id FROM portee) GROUP BY bulletin"),
    ];
}
