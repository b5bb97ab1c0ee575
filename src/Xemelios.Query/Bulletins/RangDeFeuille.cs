using System.Globalization;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Bulletins;

/// <summary>One printed line of a payslip: a line of the file, or a withholding with the employer's share of the same rubrique.</summary>
/// <param name="Ligne">The line that gives code, label, base and rate.</param>
/// <param name="Patronale">The employer's share; the line itself when it has no withholding beside it.</param>
public sealed record RangDeFeuille(LigneDeBulletin Ligne, LigneDeBulletin? Patronale)
{
    public bool EstCommentaire => Est(Ligne, CategorieDeLigne.Commentaire);

    private bool EstRetenue => Est(Ligne, CategorieDeLigne.Deduction) || Est(Ligne, CategorieDeLigne.Retenue);

    private bool EstPatronaleSeule => ReferenceEquals(Ligne, Patronale);

    /// <summary>The label, "(R)" after a rappel, and the period that the line refers to.</summary>
    public string Libelle => string.Join(' ', new[] { Ligne.Libelle, Est(Ligne, CategorieDeLigne.Rappel) ? "(R)" : null, Periode }.OfType<string>());

    public decimal? NombreOuBase => NonNul(Ligne.Base) ?? NonNul(Ligne.Unites);

    public decimal? Taux => EstPatronaleSeule ? null : NonNul(Ligne.Taux);

    /// <summary>Every category that is neither withheld nor borne by the employer, with its own sign (XéMéLios's rule).</summary>
    public decimal? Gains => EstRetenue || EstPatronaleSeule ? null : Euros(Ligne);

    public decimal? Retenues => EstRetenue ? Euros(Ligne) : null;

    public decimal? TauxPatronal => NonNul(Patronale?.Taux);

    public decimal? ChargesPatronales => Patronale is null ? null : Euros(Patronale);

    public bool Porte(int position) => Ligne.Position == position || Patronale?.Position == position;

    /// <summary>The lines in the order of the bulletin, each employer's share beside the withholding of its (Ordre, Code).</summary>
    public static IReadOnlyList<RangDeFeuille> Composer(IReadOnlyList<LigneDeBulletin> lignes)
    {
        var deductions = lignes.Where(l => Est(l, CategorieDeLigne.Deduction) && Code(l).Length > 0)
            .GroupBy(Cle).ToDictionary(g => g.Key, g => new Queue<LigneDeBulletin>(g));
        var parts = new Dictionary<int, LigneDeBulletin>();
        foreach (var cotisation in lignes.Where(l => Est(l, CategorieDeLigne.Cotisation)))
            if (deductions.GetValueOrDefault(Cle(cotisation)) is { Count: > 0 } file) parts.Add(file.Dequeue().Position, cotisation);
        var placees = parts.Values.Select(l => l.Position).ToHashSet();
        return [.. lignes.Where(l => !placees.Contains(l.Position))
            .Select(l => new RangDeFeuille(l, Est(l, CategorieDeLigne.Cotisation) ? l : parts.GetValueOrDefault(l.Position)))];
    }

    private string? Periode => Ligne.PeriodeDebut is null && Ligne.PeriodeFin is null ? null : $"({Jour(Ligne.PeriodeDebut)} - {Jour(Ligne.PeriodeFin)})";

    private static string Jour(DateOnly? jour) => jour?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "…";

    private static (string?, string) Cle(LigneDeBulletin ligne) => (ligne.Ordre, Code(ligne));

    private static string Code(LigneDeBulletin ligne) => ligne.Code?.Trim() ?? "";

    private static bool Est(LigneDeBulletin ligne, CategorieDeLigne categorie) => ligne.Categorie == categorie.ToString();

    private static decimal? Euros(LigneDeBulletin ligne) => NonNul((ligne.MontantNormalise ?? ligne.Montant)?.ToDecimal());

    private static decimal? NonNul(decimal? valeur) => valeur is 0 ? null : valeur;
}
