using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Matieres;

namespace Xemelios.Checks.Reglages;

/// <summary>A threshold of a rule that an employer's setting changes, from a month on.</summary>
public sealed record SeuilRegle(string Regle, string Nom, decimal Valeur, MoisDePaye Depuis);

/// <summary>What was set for an employer: rules on or off, thresholds, and the tables that he gave.</summary>
public sealed record ReglagesDeControle(IReadOnlyDictionary<string, bool> EnService, IReadOnlyList<SeuilRegle> Seuils, IReadOnlyList<TableFournie> Tables)
{
    public static readonly ReglagesDeControle Aucun = new(new Dictionary<string, bool>(), [], []);

    /// <summary>SHA-256 of what they say: two runs with the same one were set alike.</summary>
    public string Empreinte => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n',
    [
        .. EnService.OrderBy(e => e.Key, StringComparer.Ordinal).Select(e => $"{e.Key}={e.Value}"),
        .. Seuils.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Regle}.{s.Nom}={s.Valeur} {s.Depuis}")).Order(StringComparer.Ordinal),
        .. Tables.OrderBy(t => t.Table.Nom, StringComparer.Ordinal).SelectMany(t => t.Lignes.Select(l => $"{t.Table.Nom};{string.Join(';', l)}")),
    ]))));

    /// <summary>The thresholds of a rule that were set, as they stand in a month.</summary>
    public IReadOnlyDictionary<string, decimal> SeuilsDe(string regle, MoisDePaye mois) => Seuils
        .Where(s => s.Regle == regle && s.Depuis <= mois).GroupBy(s => s.Nom).ToDictionary(g => g.Key, g => g.MaxBy(s => s.Depuis)!.Valeur, StringComparer.Ordinal);

    /// <summary>Whether the rule runs when nobody names it.</summary>
    public bool Passe(Moteur.RegleDePaye regle) => EnService.GetValueOrDefault(regle.Code, !regle.Fiche.Eteinte);
}
