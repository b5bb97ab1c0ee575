using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Passages;

/// <summary>The table de passage in force for an employer; null when the employer is not inside the perimeter.</summary>
public sealed record TableDePassageQuestion(string Siret)
{
    public TableDePassage? Executer(DbConnection connexion, Perimetre perimetre)
    {
        var employeurs = new Requete(connexion, perimetre, """
            SELECT v.siret, any_value(v.employeur_nom), max(v.periode) FROM volume_visible v WHERE v.siret = $siret GROUP BY v.siret
            """).Avec("siret", Siret).Lire(r => (Siret: r.TexteSur(), Nom: r.Texte(), Mois: r.Entier()));
        if (employeurs.Count == 0)
            return null;
        var rangees = new Requete(connexion, perimetre, """
            SELECT p.siret, p.categorie, p.code, nullif(p.statut, ''), p.nature_salariale, p.nature_patronale, p.debut, p.fin
            FROM passage_en_vigueur p WHERE p.siret IN ($siret, '') ORDER BY p.siret DESC, p.categorie, p.code, p.statut, p.debut
            """).Avec("siret", Siret)
            .Lire(r => new RangeeDePassage(
                r.TexteSur(), ((CategorieDeLigne)r.Entier()).ToString(), r.TexteSur(), r.Texte(), r.Texte(), r.Texte(), Borne(r.Entier()), Borne(r.Entier())));
        return new TableDePassage(Siret, employeurs[0].Nom, MoisDePaye.FromCle(employeurs[0].Mois), rangees);
    }

    /// <summary>0 and 999912 stand for no bound.</summary>
    private static MoisDePaye? Borne(int periode) => periode is 0 or 999_912 ? null : MoisDePaye.FromCle(periode);
}

/// <summary>The rows in force.</summary>
/// <param name="DernierMois">The employer's latest month of pay.</param>
public sealed record TableDePassage(string Siret, string? Employeur, MoisDePaye DernierMois, IReadOnlyList<RangeeDePassage> Rangees);

/// <summary>One row: which natures a rubrique is paid on.</summary>
/// <param name="Siret">"" for a row that holds for every employer of the folder.</param>
/// <param name="Categorie">Name of the XHL element of the line.</param>
/// <param name="Statut">Null for every statut.</param>
/// <param name="Debut">Null when it has always held; likewise for <paramref name="Fin"/>.</param>
public sealed record RangeeDePassage(
    string Siret, string Categorie, string Code, string? Statut, string? NatureSalariale, string? NaturePatronale, MoisDePaye? Debut, MoisDePaye? Fin);
