using System.Text.RegularExpressions;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>One account of a répartition after reduction.</summary>
/// <param name="Retenues">Signed convention: withholdings written on the account; null in the plain convention.</param>
internal sealed record CompteReparti(string Nature, string? Libelle, Montant Montant, Montant? Retenues)
{
    /// <summary>The amount by fonction; empty when no row names one.</summary>
    public IReadOnlyList<PartDeFonction> Fonctions { get; init; } = [];
}

/// <summary>A RepartitionParNature block brought back to accounts (PES page §12.4).</summary>
internal static partial class BlocDeRepartition
{
    /// <summary>Hospital convention: charges are written negative, beside pay that is written positive.</summary>
    /// <remarks>Judged by amounts, not by rows: a regularisation of the other sign does not change the convention of a block.</remarks>
    public static bool EstSigne(IReadOnlyCollection<RangDeRepartition> bloc) =>
        Somme(bloc.Where(r => EstCharge(r.Code))) < Montant.Zero
        && bloc.Any(r => r.Montant > Montant.Zero && EstPaye(r.Code));

    /// <summary>Sums by account.</summary>
    /// <param name="mandatees">Natures of the employer's mandats that year.</param>
    /// <param name="connues">Natures that the employer's own tables name.</param>
    public static IReadOnlyList<CompteReparti> Reduire(
        IReadOnlyCollection<RangDeRepartition> bloc, IReadOnlySet<string> mandatees, IReadOnlySet<string> connues)
    {
        var signe = EstSigne(bloc);
        return [.. bloc
            .GroupBy(r => Compte(r, signe, mandatees, connues))
            .Select(g => (signe ? Signe(g.Key, [.. g]) : new CompteReparti(g.Key, Libelle(g.Key, g), Somme(g), null)) with { Fonctions = Fonctions(g.Key, [.. g], signe) })
            .OrderBy(c => c.Nature, StringComparer.Ordinal)];
    }

    private static IReadOnlyList<PartDeFonction> Fonctions(string nature, IReadOnlyList<RangDeRepartition> rangs, bool signe) =>
        rangs.All(r => string.IsNullOrWhiteSpace(r.Fonction)) ? [] : [.. rangs
            .GroupBy(r => string.IsNullOrWhiteSpace(r.Fonction) ? null : r.Fonction.Trim())
            .Select(g => new PartDeFonction(nature, g.Key, signe ? Signe(nature, [.. g]).Montant : Somme(g)))];

    private static CompteReparti Signe(string nature, IReadOnlyList<RangDeRepartition> rangs)
    {
        if (EstCharge(nature))
            return new CompteReparti(nature, Libelle(nature, rangs), -Somme(rangs), Montant.Zero);
        return new CompteReparti(nature, Libelle(nature, rangs),
            Somme(rangs.Where(r => r.Montant > Montant.Zero)), -Somme(rangs.Where(r => r.Montant < Montant.Zero)));
    }

    private static string Compte(RangDeRepartition rang, bool signe, IReadOnlySet<string> mandatees, IReadOnlySet<string> connues)
    {
        var code = rang.Code?.Trim() ?? "";
        if (code.Length <= 1 || (!signe && (connues.Contains(code) || mandatees.Contains(code))))
            return code;
        return PlusLongPrefixe(code, mandatees) ?? PlusLongPrefixe(code, connues) ?? NumeroDuLibelle(rang.Libelle, code) ?? code;
    }

    private static string? PlusLongPrefixe(string code, IReadOnlySet<string> natures)
    {
        for (var longueur = code.Length; longueur >= 2; longueur--)
            if (natures.Contains(code[..longueur]))
                return code[..longueur];
        return null;
    }

    private static string? NumeroDuLibelle(string? libelle, string code)
    {
        var numero = NumeroEnTete().Match(libelle ?? "").Value;
        return numero.Length > 1 && code.StartsWith(numero, StringComparison.Ordinal) ? numero : null;
    }

    // The label of a code that was shortened is the label of one organisme: a code written in full lends its own first, then the
    // row of the gross, then the row that weighs most.
    private static string? Libelle(string nature, IEnumerable<RangDeRepartition> rangs) => rangs
        .Where(r => !string.IsNullOrWhiteSpace(r.Libelle))
        .OrderByDescending(r => r.Code?.Trim() == nature)
        .ThenByDescending(r => r.Libelle!.Contains("BRUT", StringComparison.OrdinalIgnoreCase))
        .ThenByDescending(r => (EstCharge(nature) ? -r.Montant : r.Montant).Centimes)
        .Select(r => SansNumero(r.Libelle!, r.Code?.Trim() ?? "")).FirstOrDefault();

    // "6411 - BRUT" repeats the account, which has its own column.
    private static string SansNumero(string libelle, string code)
    {
        var entete = NumeroEtTiret().Match(libelle);
        return entete.Success && code.StartsWith(entete.Groups["numero"].Value, StringComparison.Ordinal) ? libelle[entete.Length..] : libelle;
    }

    private static Montant Somme(IEnumerable<RangDeRepartition> rangs) =>
        rangs.Aggregate(Montant.Zero, (somme, r) => somme + r.Montant);

    private static bool EstCharge(string? code) => Charge().IsMatch(code?.Trim() ?? "");

    private static bool EstPaye(string? code) => Paye().IsMatch(code?.Trim() ?? "");

    [GeneratedRegex(@"^(631|633|645|647)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Charge();

    [GeneratedRegex(@"^64[12]", RegexOptions.None, 1000)]
    private static partial Regex Paye();

    [GeneratedRegex(@"^\d+", RegexOptions.None, 1000)]
    private static partial Regex NumeroEnTete();

    [GeneratedRegex(@"^\s*(?<numero>\d+)\s*[-–:]\s*(?=\S)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumeroEtTiret();
}
