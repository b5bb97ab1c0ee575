using System.Text.Json;

namespace Xemelios.Store.Gestion;

/// <summary>The budget that a person gave to the files of an employer that name none.</summary>
/// <param name="Code">As a file would write it.</param>
/// <param name="Par">The account; null for the person at the machine.</param>
public sealed record BudgetDonne(string Code, string? Par, DateTimeOffset Le);

/// <summary>The answers given for a batch, by SIRET: a source like the files, kept with their reception and read again with them.</summary>
public sealed record BudgetsDonnes(IReadOnlyDictionary<string, BudgetDonne> ParSiret)
{
    /// <summary>In the place of a SIRET: whatever the employer.</summary>
    public const string TousLesEmployeurs = "*";

    /// <summary>The answer for an employer, '' for one without SIRET; null when there is none.</summary>
    public BudgetDonne? Pour(string siret) => ParSiret.GetValueOrDefault(siret) ?? ParSiret.GetValueOrDefault(TousLesEmployeurs);

    public string Ecrire() => JsonSerializer.Serialize(ParSiret);

    /// <summary>From what was written; null from nothing.</summary>
    public static BudgetsDonnes? Lire(string? ecrit) =>
        ecrit is null ? null : new BudgetsDonnes(JsonSerializer.Deserialize<Dictionary<string, BudgetDonne>>(ecrit)!);
}
