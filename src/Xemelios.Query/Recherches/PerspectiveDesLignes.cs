using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Criteres;

namespace Xemelios.Query.Recherches;

/// <summary>Lines <c>l</c>, in the order of the files.</summary>
internal sealed class PerspectiveDesLignes : Perspective
{
    private readonly string _condition;

    public PerspectiveDesLignes(DbConnection connexion, Perimetre perimetre, Condition condition)
        : base(Sujet.Lignes, connexion, perimetre, condition) =>
        _condition = Sql.SurUneLigne(condition is Et ? condition : new Et([condition]));

    public override string Cle => "l.contenu, l.bulletin, l.position";

    public override IReadOnlyList<string> OrdreParDefaut => ["l.contenu", "l.bulletin", "l.position"];

    public override string Partage => "l.contenu";

    public override (string Sql, string[] Avec) Adresse => ("empreinte_du_fichier, b.ordre, l.position", ["b"]);

    public override (string Prealables, string Origine) Relations(IReadOnlyCollection<string> avec, IReadOnlyCollection<long[]>? cles = null)
    {
        var condition = cles is null
            ? $"l.contenu IN (SELECT contenu FROM volume_visible) AND {_condition}"
            : $"l.contenu IN ({Enumerer(cles.Select(c => c[0]))}) AND l.bulletin IN ({Enumerer(cles.Select(c => c[1]))})";
        var retournees = Usages.SignesRetournes ? $", {SqlDeCriteres.LigneRetournee}" : "";
        var jointures = ColonnesDeLignes.Relations.Where(r => avec.Contains(r.Key)).Select(r => r.Value);
        return (retournees,
            $"""

             FROM (SELECT l.*, {Sql.MontantDeLigne} AS montant_signe FROM ligne l WHERE {condition}) l
             JOIN (SELECT x.*, k.empreinte AS empreinte_du_fichier FROM volume_visible x JOIN contenu k ON k.id = x.contenu) v ON v.contenu = l.contenu
             {string.Join('\n', jointures)}
             """);
    }
}
