using System.Data.Common;
using System.Globalization;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>Where the amount of a line goes, by its category (format page §7.1).</summary>
internal enum PartDeLigne
{
    Brut = 1,
    Retenue = 2,
    Cotisation = 3,

    /// <summary>Given in kind: never paid in cash.</summary>
    AvantageEnNature = 4,

    /// <summary>Acomptes, comments, unknown categories.</summary>
    Autre = 5,
}

/// <summary>The lines of one file under one rubrique and one statut, summed at import.</summary>
/// <param name="Statut">mot.id; −1 without statut.</param>
/// <param name="Montant">With the sign of its meaning.</param>
internal sealed record FaitDeRubrique(
    int Contenu, int Rubrique, int Statut, string? StatutTexte, string? Train, CategorieDeLigne Categorie, string? Code, string? Libelle,
    string? Nature, int Signe, int Lignes, Montant Montant)
{
    public PartDeLigne Part => Categorie switch
    {
        _ when Categorie.EstBrut() => PartDeLigne.Brut,
        _ when Categorie.EstRetenue() => PartDeLigne.Retenue,
        CategorieDeLigne.Cotisation => PartDeLigne.Cotisation,
        CategorieDeLigne.AvantageNature => PartDeLigne.AvantageEnNature,
        _ => PartDeLigne.Autre,
    };

    /// <summary>Null for an axis that the sums do not hold.</summary>
    public CleDAxe Cle(AxeDEtat axe, ReglesDImputation regles) => axe switch
    {
        AxeDEtat.Nature => new(Nature),
        AxeDEtat.Rubrique => new(Code, Categorie),
        AxeDEtat.Categorie => new(Categorie.ToString(), Categorie),
        AxeDEtat.Chapitre => new(regles.Chapitre(Nature)),
        AxeDEtat.Fonction => new(regles.Fonction(Nature)),
        AxeDEtat.Statut => new(StatutTexte),
        AxeDEtat.Train => new(Train),
        _ => throw new ArgumentOutOfRangeException(nameof(axe)),
    };
}

/// <summary>The files of an état and the sums of their rubriques.</summary>
internal sealed record FaitsDeLiquidation(IReadOnlyList<int> Contenus, IReadOnlyList<FaitDeRubrique> Rubriques)
{
    /// <summary>The files, as they stand in a statement: written out, they are looked for while the tables are scanned.</summary>
    public string EnListe => string.Join(", ", Contenus.DefaultIfEmpty(-1).Select(c => c.ToString(CultureInfo.InvariantCulture)));

    public static FaitsDeLiquidation Lire(DbConnection connexion, Perimetre perimetre, CleDEtat cle)
    {
        var contenus = new Requete(connexion, perimetre, """
            SELECT contenu FROM volume_visible
            WHERE employeur = $employeur AND periode = $periode AND budget = $budget AND ($train::VARCHAR IS NULL OR train = $train)
            ORDER BY contenu
            """).Avec("employeur", cle.Employeur).Avec("periode", cle.Periode).Avec("budget", cle.Budget).Avec("train", cle.Train).Lire(r => r.Entier());
        var faits = new FaitsDeLiquidation(contenus, []);
        return faits with
        {
            Rubriques = new Requete(connexion, perimetre, $"""
                SELECT t.contenu, t.rubrique, coalesce(t.statut, -1), s.texte, nullif(t.train, ''), t.categorie, t.code, t.libelle, t.nature, t.signe, t.lignes, t.montant
                FROM total_de_paye t LEFT JOIN mot s ON s.id = t.statut WHERE t.contenu IN ({faits.EnListe}) ORDER BY t.contenu, t.rubrique, 3
                """).Lire(r => new FaitDeRubrique(r.Entier(), r.Entier(), r.Entier(), r.Texte(), r.Texte(), (CategorieDeLigne)r.Entier(), r.Texte(), r.Texte(),
                    r.Texte(), r.Entier(), r.Entier(), r.Somme())),
        };
    }
}
