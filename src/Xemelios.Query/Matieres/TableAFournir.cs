namespace Xemelios.Query.Matieres;

/// <summary>What a column of a given table holds.</summary>
public enum SorteDeColonne
{
    Texte,

    /// <summary>A decimal number, with a point or a comma.</summary>
    Nombre,

    /// <summary>AAAA-MM-JJ, or JJ/MM/AAAA.</summary>
    Date,

    /// <summary>One of some words.</summary>
    Mot,
}

/// <summary>A column of a table that an employer gives.</summary>
/// <param name="Facultative">It may be empty.</param>
/// <param name="Cle">It is part of what tells one row from another.</param>
public sealed record ColonneAFournir(string Nom, SorteDeColonne Sorte, bool Facultative = false, bool Cle = false, params IReadOnlyList<string> Mots);

/// <summary>A table that pay files do not hold and that controls need: the employer gives it, as a CSV.</summary>
/// <param name="Nom">Its rows are in the temporary table <c>fourni_&lt;nom&gt;</c>.</param>
public sealed record TableAFournir(string Nom, string Libelle, params IReadOnlyList<ColonneAFournir> Colonnes)
{
    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<TableAFournir> Toutes { get; } =
    [
        new("balances", "Soldes du compte de gestion", Cle("compte"), Cle("annee", SorteDeColonne.Nombre), new("montant", SorteDeColonne.Nombre)),
        new("categories", "Catégorie hiérarchique de chaque grade", Cle("grade"), new("categorie", SorteDeColonne.Mot, Mots: ["A", "B", "C"])),
        new("comptes", "Compte de chaque rubrique", Cle("categorie"), Cle("code"), new("statut", SorteDeColonne.Texte, Facultative: true, Cle: true), new("compte", SorteDeColonne.Texte)),
        new("elus", "Indemnité votée pour chaque élu", Cle("matricule"), new("maximum", SorteDeColonne.Nombre), new("debut", SorteDeColonne.Date, Facultative: true, Cle: true), new("fin", SorteDeColonne.Date, Facultative: true)),
        new("grilles", "Indice majoré de chaque grade et échelon", Cle("grade"), Cle("echelon"), new("indice", SorteDeColonne.Nombre), new("debut", SorteDeColonne.Date, Facultative: true, Cle: true)),
        new("logements", "Logements par nécessité absolue de service", Cle("matricule"), new("debut", SorteDeColonne.Date, Facultative: true, Cle: true), new("fin", SorteDeColonne.Date, Facultative: true)),
        new("personnes", "Élus, vacataires, assistantes maternelles et emplois de direction, par matricule", Cle("matricule"), new("sorte", SorteDeColonne.Mot, Mots: ["ELU", "VACATAIRE", "ASSISTANTE", "DGS", "DGA", "AGENT"])),
        new("plafonds", "Plafond annuel des primes, par grade et groupe", Cle("regime"), Cle("grade"), new("groupe", SorteDeColonne.Texte, Facultative: true, Cle: true), new("loge", SorteDeColonne.Mot, Cle: true, Mots: ["oui", "non"]), new("plafond", SorteDeColonne.Nombre)),
        new("regimes", "Régime de chaque rubrique", Cle("categorie"), Cle("code"), new("regime", SorteDeColonne.Texte)),
        new("zones", "Zone d'indemnité de résidence de chaque établissement", Cle("siret"), new("zone", SorteDeColonne.Mot, Mots: ["1", "2", "3"])),
    ];

    private static ColonneAFournir Cle(string nom, SorteDeColonne sorte = SorteDeColonne.Texte) => new(nom, sorte, Cle: true);
}
