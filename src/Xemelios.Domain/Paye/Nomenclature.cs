using Xemelios.Domain.Constats;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Domain.Paye;

/// <summary>The seven parameter tables of a pay file, with the numbers stored in the tables.</summary>
public enum SorteDeNomenclature : byte
{
    Evenement = 1,
    Rubrique = 2,
    Caisse = 3,
    Budget = 4,
    Nature = 5,
    Statut = 6,
    Train = 7,
}

/// <summary>One entry of a nomenclature. Codes are not unique: all entries are kept, in document order.</summary>
/// <param name="Rang">Rank in its table, from 1.</param>
/// <param name="NatureEmployeur">CodeNatureEmp: the account of the employer's share. Rubriques only.</param>
/// <param name="NatureSalarie">CodeNatureSal: the account of the pay itself. Rubriques only.</param>
public sealed record Correspondance(
    SorteDeNomenclature Sorte, int Rang, string? Code, string? Libelle,
    string? CodeCaisse = null, string? NatureEmployeur = null, string? NatureSalarie = null);

/// <summary>The title of one nomenclature of the file.</summary>
public sealed record DescriptionDeNomenclature(SorteDeNomenclature Sorte, string? Description);

/// <summary>One row of RepartitionParNature, as written: sign and code conventions vary by editor.</summary>
/// <param name="Rang">Rank in the block, from 1.</param>
public sealed record RepartitionParNature(
    int Rang, string? Libelle, string? Code, string? CodeFonction, string? CodeBudget, Montant? Montant, Provenance Provenance);
