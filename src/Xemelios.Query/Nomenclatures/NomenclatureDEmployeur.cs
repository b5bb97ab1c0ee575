using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Nomenclatures;

/// <summary>One nomenclature of an employer over its months.</summary>
/// <param name="Mois">The months of the employer, oldest first.</param>
/// <param name="Codes">How many codes each nomenclature has over all the months.</param>
/// <param name="MoisDesAgents">The month in which agents are counted: the one asked for, else the latest.</param>
/// <param name="Descriptions">The titles that the files give it.</param>
public sealed record NomenclatureDEmployeur(
    string Siret, string? Employeur, SorteDeNomenclature Sorte, IReadOnlyList<MoisDePaye> Mois, IReadOnlyDictionary<SorteDeNomenclature, int> Codes,
    MoisDePaye MoisDesAgents, IReadOnlyList<string> Descriptions, IReadOnlyList<EntreeDeNomenclature> Entrees);

/// <summary>One code.</summary>
/// <param name="Valeurs">What the files say of it, first said first; empty when the pay uses a code that no file declares.</param>
public sealed record EntreeDeNomenclature(string Code, IReadOnlyList<ValeurDeNomenclature> Valeurs, EmploiDeCode? Emploi)
{
    /// <summary>It did not always say the same.</summary>
    public bool AChange => Valeurs.Select(v => v.Periodes[0].Debut).Distinct().Skip(1).Any();
}

/// <summary>What a code means.</summary>
/// <param name="Caisse">Rubriques only.</param>
/// <param name="NatureEmployeur">Rubriques only: account of the employer's share.</param>
/// <param name="NatureSalarie">Rubriques only: account of the pay.</param>
/// <param name="Periodes">The months whose files say so, one after the other among those that have this nomenclature.</param>
public sealed record ValeurDeNomenclature(string? Libelle, string? Caisse, string? NatureEmployeur, string? NatureSalarie, IReadOnlyList<PeriodeDeMois> Periodes);

/// <summary>Months, both included.</summary>
public sealed record PeriodeDeMois(MoisDePaye Debut, MoisDePaye Fin);

/// <summary>What the pay makes of a code.</summary>
/// <param name="Mois">How many months use it.</param>
/// <param name="Lignes">Lines of pay, or events; null where lines are not what uses it.</param>
/// <param name="Montant">Sum of the lines, with the sign of their meaning.</param>
/// <param name="Agents">Distinct bulletins of <see cref="NomenclatureDEmployeur.MoisDesAgents"/>, when they are counted.</param>
public sealed record EmploiDeCode(MoisDePaye Premier, MoisDePaye Dernier, int Mois, long? Lignes, Montant? Montant, int? Agents);
