using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Rubriques;

/// <summary>A rubrique in an employer, month after month: how many agents have it, what it adds up to, and between what it lies.</summary>
/// <param name="Code">As the files write it; "" for the lines without code.</param>
/// <param name="Categorie">Editors give one code to several categories; null for all of them, each apart.</param>
public sealed record HistoriqueDeRubriqueQuestion(string Siret, string Code, CategorieDeLigne? Categorie = null)
{
    /// <summary>The latest month first; empty when no line of it is inside the perimeter.</summary>
    public IReadOnlyList<RubriqueDansLeMois> Executer(DbConnection connexion, Perimetre perimetre) => new Requete(connexion, perimetre, $"""
        , {DeLaRubrique},
        signee AS (
            SELECT v.periode, m.categorie, m.libelle, l.bulletin, CASE WHEN c.signe = -1 THEN -l.montant ELSE l.montant END AS montant
            FROM ligne l JOIN m ON m.modele = l.modele JOIN volume_visible v ON v.contenu = l.contenu
            LEFT JOIN convention c ON c.contenu = l.contenu AND c.categorie = m.categorie)
        SELECT s.periode, s.categorie, max(s.libelle), count(DISTINCT coalesce(a.matricule, '#' || a.id)), count(*), sum(s.montant), min(s.montant), max(s.montant)
        FROM signee s JOIN paye_individuelle p ON p.id = s.bulletin JOIN agent a ON a.id = p.agent
        GROUP BY s.periode, s.categorie ORDER BY s.periode DESC, s.categorie
        """).Avec("siret", Siret).Avec("code", Code).Avec("categorie", (int?)Categorie)
        .Lire(r => new RubriqueDansLeMois(
            MoisDePaye.FromCle(r.Entier()), (CategorieDeLigne)r.Entier(), r.Texte(), r.Entier(), r.Entier(), r.Somme(), r.MontantOuNul(), r.MontantOuNul()));

    /// <summary>The modèles of the lines of a rubrique.</summary>
    internal const string DeLaRubrique = """
        m AS (
            SELECT q.id AS modele, r.categorie, r.libelle, q.taux, q.debut, q.fin
            FROM rubrique r JOIN employeur e ON e.id = r.employeur JOIN modele_de_ligne q ON q.rubrique = r.id
            WHERE e.siret = $siret AND coalesce(r.code, '') = $code AND ($categorie::INTEGER IS NULL OR r.categorie = $categorie))
        """;
}

/// <summary>One category of a rubrique in one month, amounts with the sign of their meaning.</summary>
/// <param name="Agents">Distinct matricules.</param>
/// <param name="Min">Of one line; null when none has an amount.</param>
public sealed record RubriqueDansLeMois(MoisDePaye Mois, CategorieDeLigne Categorie, string? Libelle, int Agents, int Lignes, Montant Somme, Montant? Min, Montant? Max)
{
    /// <summary>For each agent, to the nearest cent.</summary>
    public Montant Moyenne => Montant.FromDecimal(decimal.Round(Somme.ToDecimal() / Agents, 2, MidpointRounding.AwayFromZero));
}
