using System.Globalization;
using Spectre.Console;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Cli.Sorties;

/// <summary>A plain table on a terminal: amounts to the right, French numbers.</summary>
internal sealed class Tableau
{
    private static readonly CultureInfo Francais = CultureInfo.GetCultureInfo("fr-FR");
    private readonly Table _table = new Table().Border(TableBorder.Simple);

    /// <param name="colonnes">Titles; one that begins with ">" is a column of numbers.</param>
    public Tableau(params IReadOnlyList<string> colonnes)
    {
        foreach (var titre in colonnes)
        {
            var colonne = new TableColumn(new Text(titre.TrimStart('>'))).NoWrap();
            _table.AddColumn(titre.StartsWith('>') ? colonne.RightAligned() : colonne);
        }
    }

    public void Ligne(params IReadOnlyList<object?> cellules) => _table.AddRow(cellules.Select(c => new Text(Ecrire(c))));

    /// <param name="largeur">Characters of a row, beyond which cells fold.</param>
    public void Sur(TextWriter sortie, int largeur = 200)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(sortie), Ansi = AnsiSupport.No });
        console.Profile.Width = largeur;
        console.Write(_table);
    }

    /// <summary>A size in the unit that makes it short to read.</summary>
    public static string EcrireOctets(long octets) => octets switch
    {
        < 1_000 => $"{octets} octets",
        < 1_000_000 => (octets / 1e3m).ToString("0.0", Francais) + " ko",
        < 1_000_000_000 => (octets / 1e6m).ToString("0.0", Francais) + " Mo",
        _ => (octets / 1e9m).ToString("#,0.0", Francais) + " Go",
    };

    public static string Ecrire(object? valeur) => valeur switch
    {
        null => "—",
        Montant montant => montant.ToDecimal().ToString("#,0.00", Francais),
        decimal nombre => nombre.ToString("#,0.00##", Francais),
        int entier => entier.ToString("#,0", Francais),
        IFormattable autre => autre.ToString(null, Francais),
        _ => valeur.ToString() ?? "",
    };
}
