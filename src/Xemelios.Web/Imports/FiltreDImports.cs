using System.Globalization;

namespace Xemelios.Web.Imports;

/// <summary>What is kept of the imports.</summary>
/// <param name="Du">First day, here.</param>
/// <param name="Au">Last day, here.</param>
/// <param name="Qui">Part of the name of the account or of the poste.</param>
public sealed record FiltreDImports(DateOnly? Du = null, DateOnly? Au = null, string? Qui = null, EtatDImport? Etat = null)
{
    /// <summary>What cannot be read filters nothing.</summary>
    public static FiltreDImports Lire(string? du, string? au, string? qui, string? etat) => new(
        Jour(du), Jour(au), string.IsNullOrWhiteSpace(qui) ? null : qui.Trim(), Enum.TryParse<EtatDImport>(etat, out var lu) && Enum.IsDefined(lu) ? lu : null);

    public bool Garde(SuiviDImport suivi) =>
        DateOnly.FromDateTime(suivi.CreeLe.ToLocalTime()) is var jour && (Du is null || jour >= Du) && (Au is null || jour <= Au) && (Etat is null || suivi.Etat == Etat)
        && (Qui is null || Contient(suivi.Par?.Compte) || Contient(suivi.Par?.Poste));

    private bool Contient(string? nom) => nom?.Contains(Qui!, StringComparison.OrdinalIgnoreCase) == true;

    private static DateOnly? Jour(string? texte) => DateOnly.TryParseExact(texte, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour) ? jour : null;
}
