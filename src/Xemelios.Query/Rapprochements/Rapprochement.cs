using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;

namespace Xemelios.Query.Rapprochements;

/// <summary>What the lines say against the répartition and against the mandats, nature by nature.</summary>
/// <param name="Totaux">Sums of the rows; what has no nature is in <paramref name="NonAttribue"/> alone.</param>
public sealed record Rapprochement(
    EtatDePaye Etat, IReadOnlyList<LigneRapprochee> Lignes, NonAttribue NonAttribue, TotauxRapproches Totaux,
    IReadOnlyList<MandatRapproche> Mandats, StatutDeRapprochement Statut, StatutDeRepartition StatutRepartition, Reference Reference);

/// <summary>One nature.</summary>
/// <param name="Repartition">Null when the état has no répartition.</param>
/// <param name="EcartRepartition">Répartition − recalculé.</param>
/// <param name="EcartMandat">Mandaté − référence.</param>
/// <param name="Mandats">Numbers of the mandats that have lines of this nature.</param>
/// <param name="RetenuesRepartition">Signed convention: withholdings that the répartition writes on this account.</param>
public sealed record LigneRapprochee(
    string Nature, string? Libelle, Montant Recalcule, Montant? Repartition, Montant Mandate,
    Montant? EcartRepartition, Montant EcartMandat, StatutDeLigne Statut, IReadOnlyList<string?> Mandats, Montant? RetenuesRepartition);

/// <summary>Gross and employer lines for which nobody names a nature: shown apart, never spread.</summary>
public sealed record NonAttribue(Montant Montant, IReadOnlyList<RubriqueNonAttribuee> Rubriques);

/// <summary>A rubrique without nature.</summary>
public sealed record RubriqueNonAttribuee(string Categorie, string? Code, string? Libelle, int Lignes, Montant Montant);

/// <summary>Sums of the columns.</summary>
public sealed record TotauxRapproches(Montant Recalcule, Montant? Repartition, Montant Mandate, Montant? EcartRepartition, Montant EcartMandat);

/// <summary>A mandat that counts for the état.</summary>
/// <param name="Montant">Signed: a correction is negative.</param>
/// <param name="Lien">The rule that linked it; only <c>propose</c> is uncertain.</param>
/// <param name="Corrige">For a correction, the number of the mandat that it corrects.</param>
public sealed record MandatRapproche(
    string? Numero, string? Bordereau, int? Exercice, string? NaturePiece, Montant Montant, LienDeMandat Lien,
    int Id, string? TypeBordereau, string? Objet, string? Corrige);

/// <summary>How a mandat was linked to an état (PES page §11).</summary>
public enum LienDeMandat
{
    /// <summary>The mandat or one of its lines references the XHL.</summary>
    Pjref,

    /// <summary>The XHL names the mandat (RefCompta).</summary>
    Refcompta,

    /// <summary>Same employer, same month, payroll natures: to be confirmed.</summary>
    Propose,
}

/// <summary>The state of one nature.</summary>
public enum StatutDeLigne
{
    Conforme,
    Ecart,
    NonMandate,
    MandateSansPaye,
}

/// <summary>The répartition against the lines.</summary>
public enum StatutDeRepartition
{
    Conforme,
    Ecart,
    Absente,
}

/// <summary>What the mandats are compared with.</summary>
public enum Reference
{
    Recalcule,
    Repartition,
}
