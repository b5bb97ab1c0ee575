using System.Data.Common;
using Xemelios.Domain.Habilitations;

namespace Xemelios.Query.Comparaisons;

/// <summary>Compares who is paid and what the files say of each agent, by sets of keys first: nearly all have changed nothing.</summary>
/// <remarks>Reads what <see cref="SqlDeComparaison.Preparer"/> keeps.</remarks>
internal static class AttributsCompares
{
    /// <summary>The attributes compared, and where each is read.</summary>
    private static readonly (SorteDeChangement Sorte, string Valeur)[] Attributs =
    [
        (SorteDeChangement.Grade, "grade.texte"),
        (SorteDeChangement.Echelon, "nullif(trim(a.echelon), '')"),
        (SorteDeChangement.Indice, "coalesce(a.indice::VARCHAR, a.indice_texte)"),
        (SorteDeChangement.Nbi, Nombre("p.nbi")),
        (SorteDeChangement.Quotite, Nombre("p.quotite")),
        (SorteDeChangement.Service, "service.texte"),
        (SorteDeChangement.Rib, SqlDeComparaison.Rib),
        (SorteDeChangement.Statut, "statut.texte"),
        (SorteDeChangement.Emploi, "emploi.texte"),
    ];

    /// <summary>Entrants and sortants, the first ones of each by name.</summary>
    /// <param name="limite">Rows of each sort; the totals count all.</param>
    public static List<ChangementLu> Presences(DbConnection connexion, Perimetre perimetre, DemandeDeComparaison demande, int limite, int apresRang = 0) =>
        SqlDeComparaison.Requete(connexion, perimetre, demande, """
            SELECT sorte, total, agent FROM (
                SELECT (f.apres = 0)::INTEGER AS sorte, f.agent, count(*) OVER (PARTITION BY f.apres = 0) AS total,
                       row_number() OVER (PARTITION BY f.apres = 0 ORDER BY a.nom, a.prenom, a.matricule, f.agent) AS rang
                FROM face f JOIN agent a ON a.id = f.agent WHERE f.apres = 0 OR f.avant = 0)
            WHERE rang > $apres_rang AND rang <= $apres_rang + $limite ORDER BY sorte, rang
            """).Avec("limite", limite).Avec("apres_rang", apresRang)
            .Lire(r => new ChangementLu(r.Entier() == 0 ? SorteDeChangement.Entrant : SorteDeChangement.Sortant, r.Entier(), r.Entier()));

    /// <summary>Attributes that differ, for the agents paid in both months.</summary>
    public static List<ChangementLu> Attribues(
        DbConnection connexion, Perimetre perimetre, DemandeDeComparaison demande, int limite, SorteDeChangement? seul = null, int apresRang = 0)
    {
        var retenus = Attributs.Where(a => seul is null || a.Sorte == seul).ToArray();
        var sql = $"""
            , valeur AS (
                SELECT p.personne, p.apres, max(p.agent) AS agent,
                       {string.Join(",\n", retenus.Select((a, i) => $"nullif(array_to_string(list_sort(list_distinct(list({a.Valeur}))), ' / '), '') AS v{i}"))}
                FROM paye p JOIN agent a ON a.id = p.agent
                LEFT JOIN mot statut ON statut.id = a.statut LEFT JOIN mot emploi ON emploi.id = a.emploi
                LEFT JOIN mot grade ON grade.id = a.grade LEFT JOIN mot service ON service.id = a.service
                WHERE p.personne IN (SELECT personne FROM face WHERE decrit AND apres > 0 AND avant > 0) GROUP BY p.personne, p.apres),
            ecart AS (
                SELECT y.agent, unnest([{Colonnes(retenus.Length, i => $"{i}")}]) AS champ,
                       unnest([{Colonnes(retenus.Length, i => $"x.v{i}")}]) AS avant, unnest([{Colonnes(retenus.Length, i => $"y.v{i}")}]) AS apres
                FROM valeur x JOIN valeur y ON y.personne = x.personne AND y.apres AND NOT x.apres)
            SELECT champ, total, agent, avant, apres FROM (
                SELECT e.*, count(*) OVER (PARTITION BY e.champ) AS total,
                       row_number() OVER (PARTITION BY e.champ ORDER BY a.nom, a.prenom, a.matricule, e.agent) AS rang
                FROM ecart e JOIN agent a ON a.id = e.agent WHERE e.avant IS DISTINCT FROM e.apres)
            WHERE rang > $apres_rang AND rang <= $apres_rang + $limite ORDER BY champ, rang
            """;
        return SqlDeComparaison.Requete(connexion, perimetre, demande, sql).Avec("limite", limite).Avec("apres_rang", apresRang).Lire(r =>
        {
            var sorte = retenus[r.Entier()].Sorte;
            var lu = new ChangementLu(sorte, r.Entier(), r.Entier()) { Avant = r.Texte(), Apres = r.Texte() };
            return sorte == SorteDeChangement.Rib ? lu with { Avant = CompteMasque.De(lu.Avant, perimetre), Apres = CompteMasque.De(lu.Apres, perimetre) } : lu;
        });
    }

    private static string Colonnes(int nombre, Func<int, string> colonne) => string.Join(", ", Enumerable.Range(0, nombre).Select(colonne));

    /// <summary>A number without the zeros that say nothing: 80, 87.5.</summary>
    private static string Nombre(string colonne) => $"rtrim(rtrim({colonne}::VARCHAR, '0'), '.')";
}
