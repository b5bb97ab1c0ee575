using System.Data.Common;
using System.Globalization;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Criteres;

namespace Xemelios.Query.Recherches;

/// <summary>Bulletins <c>b</c>: those that pass what is asked of them, then of their lines, which are read once for all that is asked of them.</summary>
internal sealed class PerspectiveDesBulletins : Perspective
{
    /// <summary>Up to how many bulletins their lines are looked for by their keys; beyond, all the lines of the files are read.</summary>
    private const long PeuDeBulletins = 100_000;

    private static int _tables;

    private readonly string _surBulletins;
    private readonly string _surLignes;
    private readonly IReadOnlyList<Condition> _surFichiers;
    private readonly bool _fichiersEntiers;

    /// <summary>The groups of lines that answer: those whose bulletins must have one, which the columns "trouvé" count.</summary>
    private readonly List<int> _cherches = [];

    /// <summary>The lines are read once: what was counted of them stays on the connection for the totals, the page and its details.</summary>
    private string? _trouve;
    private string? _page;
    private string? _desGroupes;

    public PerspectiveDesBulletins(DbConnection connexion, Perimetre perimetre, Condition condition)
        : base(Sujet.Bulletins, connexion, perimetre, condition)
    {
        var termes = condition is Et et ? et.Termes : [condition];
        var sansLigne = termes.Where(t => !Colonnes.Criteres(t).Any(c => c.SurLigne) && !ContientUnGroupe(t)).ToList();
        _surBulletins = Sql.Ecrire(new Et(sansLigne));
        _surFichiers = [.. sansLigne.Where(t => t is Test { Critere.SurFichier: true })];
        _fichiersEntiers = _surFichiers.Count == sansLigne.Count;
        _surLignes = string.Join(" AND ", termes.Except(sansLigne).Select(Terme).DefaultIfEmpty("true"));
    }

    /// <summary>Nothing is asked but of whole files: what their totals say is what their bulletins say.</summary>
    public bool FichiersEntiers => _fichiersEntiers && !SurDesLignes;

    /// <summary>Something is asked of the lines.</summary>
    public bool SurDesLignes => Sql.Groupes.Count > 0;

    /// <summary>The lines are read inside the statement that asks for them: nothing of them is kept for others.</summary>
    public bool SansGarder { get; set; }

    /// <summary>A single condition on lines must be met, and all that it finds belongs to the result: counting by bulletin can wait.</summary>
    public bool CompteApresCoup => _fichiersEntiers && _surLignes == SeulGroupe;

    /// <summary>The lines found are not counted by bulletin: no bulletin says how many it has.</summary>
    public bool SansCompter { get; set; }

    /// <summary>What was found of the bulletins of a page: their details need not look for it again.</summary>
    public void Retenir(IEnumerable<BulletinTrouve> page) =>
        _page = $"(SELECT * FROM (VALUES {string.Join(", ", page.Select(t => t.EnValeurs()).DefaultIfEmpty("(-1, 0, NULL, 0)"))}) t(bulletin, lignes, montant, position))";

    public override string Cle => "b.id";

    public override IReadOnlyList<string> OrdreParDefaut =>
    [
        "upper(strip_accents(a.nom)) NULLS LAST", "upper(strip_accents(a.prenom)) NULLS LAST", "a.matricule NULLS LAST",
        "v.rang_du_fichier", "b.ordre",
    ];

    public override IReadOnlyList<string> AvecParDefaut => ["a"];

    public override (string Sql, string[] Avec) Adresse => ("empreinte_du_fichier, b.ordre, b.position", []);

    public override (string Prealables, string Origine) Relations(IReadOnlyCollection<string> avec, IReadOnlyCollection<long[]>? cles = null)
    {
        var condition = cles is null ? $"b.contenu IN (SELECT contenu FROM volume_visible) AND {_surBulletins}" : $"b.id IN ({Enumerer(cles.Select(c => c[0]))})";
        var ici = SurDesLignes && SansGarder && cles is null;
        if (ici && SansCompter)
            return ($"""
                {Retournees}, {Lue} AS MATERIALIZED (SELECT l.bulletin, {Sql.MontantDeLigne} AS montant, l.position FROM ligne l WHERE {Portee()} AND {Sql.Groupes[0]}),
                resultat AS (SELECT b.*, {SansLigne} FROM paye_individuelle b WHERE {condition} AND b.id IN (SELECT bulletin FROM {Lue}))

                """, Depuis(avec));
        // Where a line must be there, bulletins without any are left aside by the join itself.
        var lignes = SurDesLignes ? $"{(_cherches.Count > 0 && cles is null ? "" : "LEFT ")}JOIN {Trouves(cles is null)} trouve ON trouve.bulletin = b.id" : "";
        var trouves = SurDesLignes ? "trouve.lignes, trouve.montant AS montant_trouve, trouve.position" : SansLigne;
        var resultat = $"resultat AS (SELECT b.*, {trouves} FROM paye_individuelle b {lignes} WHERE {condition}{(SurDesLignes && cles is null ? $" AND {_surLignes}" : "")})";
        return ($"{(ici ? $"{Retournees}, {Lue} AS MATERIALIZED ({DesGroupes})" : "")}\n, {resultat}\n", Depuis(avec));
    }

    /// <summary>The first of the result in the order of agents, for a statement whose lines are found but not counted: bulletins of the agents
    /// whose rank is at most this, so that the others need not be put in order.</summary>
    public string Premiers(long rang) => $"""
        voisins AS MATERIALIZED (
            SELECT b.*, {SansLigne} FROM paye_individuelle b
            WHERE b.agent IN (SELECT id FROM rang_d_agent WHERE rang <= {rang.ToString(CultureInfo.InvariantCulture)}) AND b.contenu IN (SELECT contenu FROM volume_visible) AND {_surBulletins}),
        premiers AS (SELECT * FROM voisins WHERE id IN (SELECT bulletin FROM {Lue} WHERE bulletin IN (SELECT id FROM voisins)))
        """;

    /// <param name="avec">Names of the relations that are joined.</param>
    /// <param name="bulletins">The relation of the bulletins <c>b</c>.</param>
    public static string Depuis(IReadOnlyCollection<string> avec, string bulletins = "resultat") => $"""
        FROM {bulletins} b
        JOIN (SELECT x.*, k.empreinte AS empreinte_du_fichier,
                     row_number() OVER (ORDER BY x.periode DESC, x.siret, x.budget, x.train, k.empreinte) AS rang_du_fichier
              FROM volume_visible x JOIN contenu k ON k.id = x.contenu) v ON v.contenu = b.contenu
        {string.Join('\n', ColonnesDeBulletins.Relations.Where(r => avec.Contains(r.Key)).Select(r => r.Value))}
        """;

    public override void Dispose()
    {
        if (_trouve is not null)
        {
            using var commande = Connexion.CreateCommand();
            commande.CommandText = $"DROP TABLE IF EXISTS {_trouve}";
            commande.ExecuteNonQuery();
            _trouve = null;
        }

        base.Dispose();
    }

    /// <summary>The relation of what was found of the lines, inside a statement.</summary>
    public const string Lue = "trouve_lu";

    private const string SeulGroupe = "(coalesce(trouve.g0, 0) > 0)";
    private const string SansLigne = "NULL::INTEGER AS lignes, NULL::DECIMAL(14,2) AS montant_trouve, NULL::INTEGER AS position";

    private string Retournees => Usages.SignesRetournes ? $", {SqlDeCriteres.LigneRetournee}" : "";

    private string DesGroupes => _desGroupes ??= Sql.Groupes.Count == 1 ? UnGroupe() : PlusieursGroupes();

    private string LireLesLignes()
    {
        var table = string.Create(CultureInfo.InvariantCulture, $"trouve_{Interlocked.Increment(ref _tables)}");
        Demander($"{Retournees} {DesGroupes}").Garder(table);
        return table;
    }

    // No more columns than are used: what is kept is written once for every bulletin.
    private string UnGroupe() => $"""
        SELECT l.bulletin, {(_cherches.Count > 0
            ? $"count(*)::INTEGER AS lignes, sum({Sql.MontantDeLigne})::DECIMAL(18,2) AS montant, min(l.position) AS position"
            : "count(*)::INTEGER AS g0")}
        FROM ligne l WHERE {Portee()} AND {Sql.Groupes[0]} GROUP BY l.bulletin
        """;

    /// <summary>What was found, under the names that conditions and columns use.</summary>
    private string Trouves(bool enEntier)
    {
        if (!enEntier && _page is not null)
            return _page;
        var source = SansGarder ? Lue : _trouve ??= LireLesLignes();
        if (Sql.Groupes.Count > 1)
            return source;
        return _cherches.Count > 0
            ? $"(SELECT *, lignes AS g0 FROM {source})"
            : $"(SELECT *, NULL::INTEGER AS lignes, NULL::DECIMAL(18,2) AS montant, NULL::INTEGER AS position FROM {source})";
    }

    // One reading of the lines counts those of each group.
    private string PlusieursGroupes()
    {
        var rangs = Enumerable.Range(0, Sql.Groupes.Count).Select(i => i.ToString(CultureInfo.InvariantCulture)).ToList();
        var cherche = string.Join(" OR ", _cherches.Select(i => $"c{rangs[i]}").DefaultIfEmpty("false"));
        return $"""
            SELECT bulletin, {string.Join(", ", rangs.Select(i => $"(count(*) FILTER (c{i}))::INTEGER AS g{i}"))},
                   (count(*) FILTER ({cherche}))::INTEGER AS lignes, (sum(montant) FILTER ({cherche}))::DECIMAL(18,2) AS montant, min(position) FILTER ({cherche}) AS position
            FROM (SELECT l.bulletin, l.position, {Sql.MontantDeLigne} AS montant, {string.Join(", ", rangs.Zip(Sql.Groupes, (i, g) => $"({g}) AS c{i}"))}
                  FROM ligne l WHERE {Portee()})
            WHERE {string.Join(" OR ", rangs.Select(i => $"c{i}"))}
            GROUP BY bulletin
            """;
    }

    private string Portee()
    {
        // The lines of a file that was replaced are gone: who sees everything need not look whose each line is.
        var visibles = Perimetre.Budgets is null ? "true" : "l.contenu IN (SELECT contenu FROM volume_visible)";
        var fichiers = string.Join(" AND ", _surFichiers.Select(Sql.SurUneLigne).Prepend(visibles));
        var portee = $"FROM paye_individuelle b WHERE b.contenu IN (SELECT contenu FROM volume_visible) AND {_surBulletins}";
        return _fichiersEntiers || Demander($"SELECT count(*) {portee}").Lire(r => r.Long())[0] > PeuDeBulletins
            ? fichiers
            : $"{fichiers} AND l.bulletin IN (SELECT b.id {portee})";
    }

    private string Terme(Condition terme)
    {
        var premier = Sql.Groupes.Count;
        var sql = Sql.Ecrire(terme);
        if (terme is LigneAvec or Test { Operateur: not (Operateur.Different or Operateur.Vide) })
            _cherches.AddRange(Enumerable.Range(premier, Sql.Groupes.Count - premier));
        return sql;
    }

    private static bool ContientUnGroupe(Condition condition) => condition switch
    {
        LigneAvec => true,
        Non non => ContientUnGroupe(non.Terme),
        Et et => et.Termes.Any(ContientUnGroupe),
        Ou ou => ou.Termes.Any(ContientUnGroupe),
        _ => false,
    };
}
