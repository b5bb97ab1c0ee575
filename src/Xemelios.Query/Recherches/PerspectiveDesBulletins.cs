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

    private readonly string _surBulletins;
    private readonly string _surLignes;
    private readonly bool _fichiersEntiers;

    /// <summary>The groups of lines that answer: those whose bulletins must have one, which the columns "trouvé" count.</summary>
    private readonly List<int> _cherches = [];

    private bool? _parCles;

    public PerspectiveDesBulletins(DbConnection connexion, Perimetre perimetre, Condition condition)
        : base(Sujet.Bulletins, connexion, perimetre, condition)
    {
        var termes = condition is Et et ? et.Termes : [condition];
        var sansLigne = termes.Where(t => !Colonnes.Criteres(t).Any(c => c.SurLigne) && t is not LigneAvec && !ContientUnGroupe(t)).ToList();
        _surBulletins = Sql.Ecrire(new Et(sansLigne));
        _fichiersEntiers = sansLigne.TrueForAll(t => t is Test { Critere.SurFichier: true });
        _surLignes = string.Join(" AND ", termes.Except(sansLigne).Select(Terme).DefaultIfEmpty("true"));
    }

    private bool SurDesLignes => Sql.Groupes.Count > 0;

    public override string Cle => "b.id";

    public override IReadOnlyList<string> OrdreParDefaut =>
    [
        "upper(strip_accents(a.nom)) NULLS LAST", "upper(strip_accents(a.prenom)) NULLS LAST", "a.matricule NULLS LAST",
        "v.periode DESC", "v.siret", "v.budget", "v.train", "empreinte_du_fichier", "b.ordre",
    ];

    public override IReadOnlyList<string> AvecParDefaut => ["a"];

    public override (string Sql, string[] Avec) Adresse => ("empreinte_du_fichier, b.ordre, trouve.position", ["trouve"]);

    public override (string Prealables, string Origine) Relations(IReadOnlyCollection<string> avec, IReadOnlyCollection<long[]>? cles = null)
    {
        var ids = cles is null ? null : Enumerer(cles.Select(c => c[0]));
        var condition = ids is null ? _surBulletins : $"b.id IN ({ids})";
        var besoinDesLignes = SurDesLignes && (ids is null || avec.Contains("trouve"));
        var portee = $"portee AS (SELECT b.* FROM paye_individuelle b WHERE b.contenu IN (SELECT contenu FROM volume_visible) AND {condition})";
        var trouve = besoinDesLignes ? Trouve(ids) : RienATrouver;
        var resultat = besoinDesLignes && ids is null
            ? $"resultat AS (SELECT b.* FROM portee b LEFT JOIN trouve ON trouve.bulletin = b.id WHERE {_surLignes})"
            : "resultat AS (SELECT * FROM portee)";
        var retournees = Usages.SignesRetournes ? $"\n, {SqlDeCriteres.LigneRetournee}" : "";
        var jointures = ColonnesDeBulletins.Relations.Where(r => avec.Contains(r.Key)).Select(r => r.Value);
        return ($"{retournees}\n, {portee},\n{trouve},\n{resultat}\n",
            $"""
             FROM resultat b
             JOIN (SELECT x.*, k.empreinte AS empreinte_du_fichier FROM volume_visible x JOIN contenu k ON k.id = x.contenu) v ON v.contenu = b.contenu
             {string.Join('\n', jointures)}
             """);
    }

    // One reading of the lines counts those of each group.
    private string Trouve(string? ids)
    {
        var groupes = Sql.Groupes.Select((g, i) => string.Create(CultureInfo.InvariantCulture, $"({g}) AS c{i}"));
        var comptes = Sql.Groupes.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"count(*) FILTER (c{i}) AS g{i}"));
        var cherche = string.Join(" OR ", _cherches.Select(i => string.Create(CultureInfo.InvariantCulture, $"c{i}")).DefaultIfEmpty("false"));
        var une = Sql.Groupes.Count == 1 ? $" AND ({Sql.Groupes[0]})" : "";
        return $"""
            trouve AS MATERIALIZED (
                SELECT bulletin, {string.Join(", ", comptes)},
                       count(*) FILTER ({cherche}) AS lignes, sum(montant) FILTER ({cherche}) AS montant, min(position) FILTER ({cherche}) AS position
                FROM (SELECT l.bulletin, l.position, {Sql.MontantDeLigne} AS montant, {(Sql.Groupes.Count == 1 ? "true AS c0" : string.Join(", ", groupes))}
                      FROM ligne l WHERE {Portee(ids)}{une})
                GROUP BY bulletin)
            """;
    }

    private string Portee(string? ids)
    {
        if (ids is not null)
            return $"l.contenu IN (SELECT contenu FROM portee) AND l.bulletin IN ({ids})";
        return _fichiersEntiers || !ParCles()
            ? "l.contenu IN (SELECT contenu FROM portee)"
            : "l.contenu IN (SELECT contenu FROM portee) AND l.bulletin IN (SELECT id FROM portee)";
    }

    private bool ParCles() => _parCles ??= Demander(
        $"SELECT count(*) FROM paye_individuelle b WHERE b.contenu IN (SELECT contenu FROM volume_visible) AND {_surBulletins}").Lire(r => r.Long())[0] <= PeuDeBulletins;

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

    private const string RienATrouver =
        "trouve AS (SELECT NULL::INTEGER AS bulletin, 0::BIGINT AS lignes, NULL::DECIMAL(14,2) AS montant, NULL::INTEGER AS position WHERE false)";
}
