using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Graphiques;

/// <summary>The heaviest rubriques of a month, beside what they were in the employer's month of pay before.</summary>
/// <param name="Budget">Its code, any spelling; "" for what has none, null for all.</param>
public sealed record RubriquesDuMoisQuestion(string Siret, MoisDePaye Mois, string? Budget = null, int Nombre = 20)
{
    public RubriquesDuMois Executer(DbConnection connexion, Perimetre perimetre)
    {
        var avant = Requete(connexion, perimetre, "SELECT max(periode) FROM porte WHERE periode < $periode").Lire(r => r.EntierOuNul())[0];
        var rubriques = Requete(connexion, perimetre, """
            SELECT t.categorie, t.code, max(t.libelle), sum(t.lignes) FILTER (t.periode = $periode), sum(t.montant) FILTER (t.periode = $periode) AS du_mois,
                   sum(t.montant) FILTER (t.periode = $avant)
            FROM total_de_paye t JOIN porte v ON v.contenu = t.contenu
            WHERE v.periode IN ($periode, $avant) GROUP BY t.categorie, t.code
            HAVING count(*) FILTER (t.periode = $periode) > 0 ORDER BY abs(du_mois) DESC, t.categorie, t.code LIMIT $nombre
            """).Avec("avant", avant ?? 0).Avec("nombre", Nombre)
            .Lire(r => new RubriqueDuMois((CategorieDeLigne)r.Entier(), r.Texte(), r.Texte(), r.Entier(), r.Somme(), avant is null ? Rien(r) : r.Somme()));
        return new RubriquesDuMois(avant is { } a ? MoisDePaye.FromCle(a) : null, rubriques);
    }

    private static Montant? Rien(Rangee rangee)
    {
        rangee.Somme();
        return null;
    }

    private Requete Requete(DbConnection connexion, Perimetre perimetre, string sql) => new Requete(connexion, perimetre, $"""
        , porte AS (
            SELECT v.contenu, v.periode FROM volume_visible v
            WHERE v.siret = $siret AND NOT v.entete_seul AND ($budget::VARCHAR IS NULL OR v.budget = $budget))
        {sql}
        """).Avec("siret", Siret).Avec("periode", Mois.Cle).Avec("budget", Budget is null ? null : CodeBudget.Cle(Budget));
}

/// <summary>The rubriques, the heaviest first.</summary>
/// <param name="Avant">The month of pay before; null when there is none.</param>
public sealed record RubriquesDuMois(MoisDePaye? Avant, IReadOnlyList<RubriqueDuMois> Rubriques);

/// <summary>One rubrique of one category, its amounts with the sign of their meaning.</summary>
/// <param name="MontantAvant">Zero when the month before had none of it; null when there is no month before.</param>
public sealed record RubriqueDuMois(CategorieDeLigne Categorie, string? Code, string? Libelle, int Lignes, Montant Montant, Montant? MontantAvant)
{
    public Montant? Evolution => MontantAvant is { } avant ? Montant - avant : null;
}
