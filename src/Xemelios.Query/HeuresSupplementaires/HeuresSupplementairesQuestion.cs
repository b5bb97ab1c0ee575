using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.HeuresSupplementaires;

/// <summary>Overtime declared and paid, by agent, in a month.</summary>
public sealed record HeuresSupplementairesQuestion(string Siret, MoisDePaye Mois, string? Budget = null)
{
    // Complementary hours are another right: they stay below the legal duration of a part-time agent.
    private const string EstHeureSup = @"\bI\.?H\.?T\.?S\b|HEURES? SUPP|\bH(EU)?RES?\.? ?SUP|\bHS ?\d|TRAVAUX SUPPL";
    private const string EstComplementaire = "HEURES? COMPL";

    private const string Porte = """
        , b AS (
            SELECT b.id, b.contenu, b.matricule, b.nom, b.prenom, b.heures_sup
            FROM bulletin b JOIN volume_visible v ON v.contenu = b.contenu
            WHERE v.siret = $siret AND v.periode = $periode AND ($budget::VARCHAR IS NULL OR v.budget = $budget))
        """;

    public HeuresDuMois Executer(DbConnection connexion, Perimetre perimetre)
    {
        var payees = Payees(connexion, perimetre);
        var agents = Declarees(connexion, perimetre)
            .Select(a => Agent(a.Matricule, a.Nom, a.Prenom, a.Heures, [.. payees[(a.Matricule, a.Cle)]]))
            .Where(a => a.HeuresDeclarees != 0 || a.Taux.Count > 0).ToList();
        return new HeuresDuMois(agents, new TotauxDHeures(agents.Count, agents.Sum(a => a.HeuresDeclarees), agents.Sum(a => a.HeuresPayees),
            agents.Aggregate(Montant.Zero, (somme, a) => somme + a.Montant)));
    }

    private Requete Requete(DbConnection connexion, Perimetre perimetre, string sql) => new Requete(connexion, perimetre, Porte + sql)
        .Avec("siret", Siret).Avec("periode", Mois.Cle).Avec("budget", Budget is null ? null : CodeBudget.Cle(Budget));

    private static HeuresDUnAgent Agent(string? matricule, string? nom, string? prenom, decimal declarees, IReadOnlyList<HeuresParTaux> taux) =>
        new(matricule, nom, declarees, taux.Sum(t => t.Heures), taux.Aggregate(Montant.Zero, (somme, t) => somme + t.Montant), taux, prenom);

    // An agent is a matricule; a bulletin without matricule is an agent of its own.
    private List<(string? Matricule, int? Cle, string? Nom, string? Prenom, decimal Heures)> Declarees(DbConnection connexion, Perimetre perimetre) =>
        Requete(connexion, perimetre, """
            SELECT matricule, CASE WHEN matricule IS NULL THEN id END AS cle, min(nom), min(prenom), coalesce(sum(heures_sup), 0)
            FROM b GROUP BY ALL ORDER BY min(nom), min(prenom), matricule, cle
            """).Lire(r => (r.Texte(), r.EntierOuNul(), r.Texte(), r.Texte(), r.Nombre() ?? 0));

    private ILookup<(string?, int?), HeuresParTaux> Payees(DbConnection connexion, Perimetre perimetre) => Requete(connexion, perimetre, """
        , nomme AS (
            SELECT n.contenu, upper(trim(n.code)) AS code, string_agg(n.libelle, ' ' ORDER BY n.rang) AS libelle
            FROM nomenclature n WHERE n.sorte = 2 AND n.contenu IN (SELECT contenu FROM b) GROUP BY ALL),
        mot AS (
            SELECT b.matricule, CASE WHEN b.matricule IS NULL THEN b.id END AS cle, l.taux, l.unites, l.base, l.montant,
                   upper(strip_accents(concat_ws(' ', l.code, l.libelle, n.libelle))) AS texte
            FROM b JOIN ligne_de_paye l ON l.bulletin = b.id
            LEFT JOIN nomme n ON n.contenu = l.contenu AND n.code = upper(trim(l.code))
            WHERE l.est_brut AND l.contenu IN (SELECT contenu FROM b))
        SELECT matricule, cle, taux,
               coalesce(sum(abs(CASE WHEN coalesce(unites, 0) <> 0 THEN unites ELSE base END) * sign(montant)), 0)::DECIMAL(38,4), sum(montant)
        FROM mot WHERE regexp_matches(texte, $est) AND NOT regexp_matches(texte, $complementaire)
        GROUP BY ALL ORDER BY matricule, cle, taux NULLS LAST
        """).Avec("est", EstHeureSup).Avec("complementaire", EstComplementaire)
        .Lire(r => (Cle: (r.Texte(), r.EntierOuNul()), Taux: new HeuresParTaux(r.Nombre(), r.Nombre() ?? 0, r.Somme())))
        .ToLookup(x => x.Cle, x => x.Taux);
}
