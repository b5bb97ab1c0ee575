using System.Text.RegularExpressions;
using Xemelios.Checks.Moteur;

namespace Xemelios.Checks.Tests.Regles;

/// <summary>A rule changed in one place.</summary>
/// <param name="Quoi">The text that was changed, with what stands around it.</param>
internal sealed record Mutation(string Quoi, RegleDePaye Regle);

/// <summary>Changes the comparison operators and the constants of a rule, one at a time.</summary>
internal static partial class MutationsDeRegle
{
    private static readonly Dictionary<string, string[]> Operateurs = new(StringComparer.Ordinal)
    {
        ["<="] = ["<", ">"], [">="] = [">", "<"], ["<"] = ["<=", ">"], [">"] = [">=", "<"], ["="] = ["<>"], ["<>"] = ["="],
    };

    public static IEnumerable<Mutation> De(RegleDePaye regle)
    {
        // What stands between quotes is no operator and no constant: it is hidden under as many spaces.
        var nu = Guillemets().Replace(regle.Sql, m => new string(' ', m.Length));
        foreach (Match lu in Comparaison().Matches(nu))
            foreach (var autre in Operateurs[lu.Value])
                yield return Changer(regle, lu, autre);
        foreach (Match lu in Constante().Matches(nu))
            yield return Changer(regle, lu, lu.Value.Contains('.') ? $"({lu.Value} * 1.1)" : $"({lu.Value} + 1)");
        foreach (Match lu in Texte().Matches(regle.Sql))
            yield return Changer(regle, lu, $"'{lu.Groups["mot"].Value}_AUTRE'");
        foreach (var seuil in regle.Seuils)
            foreach (var pas in Pas(seuil.Valeur))
                yield return new Mutation($"${seuil.Nom} {pas:+0.00;-0.00}", regle with { Seuils = [.. regle.Seuils.Select(s => s == seuil ? s with { Valeur = s.Valeur + pas } : s)] });
    }

    /// <summary>The least step of a threshold: the cent when it is written with cents, one when it is a count.</summary>
    private static decimal[] Pas(decimal seuil) => seuil.Scale == 0 ? [1m, -1m] : [0.01m, -0.01m];

    private static Mutation Changer(RegleDePaye regle, Match lu, string par)
    {
        var (debut, fin) = (Math.Max(0, lu.Index - 45), Math.Min(regle.Sql.Length, lu.Index + lu.Length + 30));
        return new Mutation($"…{regle.Sql[debut..fin]}… : {lu.Value} → {par}", regle with { Sql = regle.Sql[..lu.Index] + par + regle.Sql[(lu.Index + lu.Length)..] });
    }

    // The joins of the tables say nothing of the rule; what is read of a month (// 100) neither, nor the reasons given.
    [GeneratedRegex(@"(?<!\bON [^\n]{0,80})(?<![<>=!])(<=|>=|<>|<|>|=)(?![<>=])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Comparaison();

    [GeneratedRegex(@"(?<![\w.'$_(:,]|DECIMAL\(\d\d, ?|[%/] )\b\d+(\.\d+)?\b(?!['\w])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Constante();

    [GeneratedRegex("'[^']*'", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Guillemets();

    /// <summary>The words of the statute, of the regime and the like: capitals alone.</summary>
    [GeneratedRegex(@"'(?<mot>[A-Z][A-Z_]+)'", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Texte();
}
