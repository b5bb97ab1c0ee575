using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Criteres;

namespace Xemelios.Query.Recherches;

/// <summary>Rows <c>r</c> of the répartitions par nature, as the files write them.</summary>
internal sealed class PerspectiveDeRepartition : Perspective
{
    private readonly string _condition;

    public PerspectiveDeRepartition(DbConnection connexion, Perimetre perimetre, Condition condition)
        : base(Sujet.Repartition, connexion, perimetre, condition) => _condition = Sql.Ecrire(condition);

    public override string Cle => "r.contenu, r.rang";

    public override IReadOnlyList<string> OrdreParDefaut => ["v.periode DESC", "v.siret", "v.budget", "v.train", "r.code", "r.fonction", "r.contenu", "r.rang"];

    // The lines of the same état under the same account.
    public override (string Sql, string[] Avec) Adresse => ("""
        concat('siret==', v.siret, printf(' et mois=%04d-%02d', v.periode // 100, v.periode % 100),
               CASE WHEN v.train = '' THEN '' ELSE concat(' et train=="', replace(v.train, '"', '""'), '"') END,
               CASE WHEN r.code IS NULL THEN ' et sans_nature' ELSE concat(' et nature=="', replace(r.code, '"', '""'), '"') END),
        NULL::INTEGER, NULL::INTEGER
        """, []);

    public override (string Prealables, string Origine) Relations(IReadOnlyCollection<string> avec, IReadOnlyCollection<long[]>? cles = null)
    {
        var page = cles is null ? "true" : $"r.contenu IN ({Enumerer(cles.Select(c => c[0]))}) AND r.rang IN ({Enumerer(cles.Select(c => c[1]))})";
        return ("", $"\nFROM repartition r JOIN volume_visible v ON v.contenu = r.contenu WHERE {_condition} AND {page}");
    }
}
