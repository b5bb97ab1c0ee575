namespace Xemelios.Checks.Moteur;

/// <summary>How sure a finding is (controles-paye §1).</summary>
public enum GraviteDeRegle
{
    /// <summary>A fact worth knowing.</summary>
    Information,

    /// <summary>A presumption: a document must be seen.</summary>
    AVerifier,

    /// <summary>The figures break a rule on their face.</summary>
    Anomalie,

    /// <summary>Arithmetically or formally certain.</summary>
    Erreur,
}

/// <summary>What a rule looks at.</summary>
public enum PorteeDeRegle
{
    /// <summary>The bulletins of one month of an employer.</summary>
    Mois,

    /// <summary>The files of one month of an employer: each row names its <c>fichier</c>, the column <c>contenu</c> of <c>fichier_paye</c>, and no bulletin.</summary>
    Fichier,

    /// <summary>All months of the employer that the run covers.</summary>
    Periode,
}

/// <summary>Makes a method a rule. The method gives an SQL statement over the tables of <see cref="Query.Matieres.MatiereDeControle"/> and <c>parametre</c>.</summary>
/// <remarks>
/// Each row of the statement is something tested. <c>bulletin</c> names it; <c>constat</c> is true when it breaks the rule, false when it keeps it, and
/// null when it cannot be told, <c>motif</c> saying why: a missing input is never a zero. <c>montant</c> is the amount at stake (paid less due),
/// <c>lignes</c> the ranks of the lines that prove it, <c>cle</c> tells apart two findings on one bulletin. A row may stand for
/// many that keep the rule, or that cannot be told for one reason: <c>poids</c> says how many. Other columns are values for the sentence.
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RegleAttribute(string code, string titre, GraviteDeRegle gravite, string loi, string dit) : Attribute
{
    /// <summary>Stable: never reused for another sense.</summary>
    public string Code { get; } = code;

    public string Titre { get; } = titre;

    public GraviteDeRegle Gravite { get; } = gravite;

    /// <summary>The text, or the documentation, that the rule applies.</summary>
    public string Loi { get; } = loi;

    /// <summary>The sentence of a finding, with its values between braces.</summary>
    public string Dit { get; } = dit;

    /// <summary>What a payroll-law reader has still to check: the finding is then a « point à vérifier ».</summary>
    public string? Doute { get; init; }

    /// <summary>Its legal side is unsure: it runs only for who asks for it.</summary>
    public bool Eteinte { get; init; }

    public PorteeDeRegle Portee { get; init; }

    /// <summary>The employers of the versant that it is for: FPT, FPH, or null for all.</summary>
    public string? Versant { get; init; }
}

/// <summary>A threshold or a tolerance of a rule, bound as <c>$nom</c>, which an employer's setting can change.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class SeuilAttribute(string nom, string valeur, string libelle) : Attribute
{
    public string Nom { get; } = nom;

    /// <summary>Decimal number, invariant culture.</summary>
    public string Valeur { get; } = valeur;

    public string Libelle { get; } = libelle;
}
