using System.Globalization;
using System.Text;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Passages;

namespace Xemelios.Web.Pages.Passage;

/// <summary>The proposed rows that a comptable confirms, written as the table that the importer reads: an original like any other.</summary>
/// <param name="Cles">Of the chosen rows; null for all of them.</param>
/// <param name="Par">Who confirms, as typed.</param>
public sealed record ConfirmationDePassage(IReadOnlySet<string>? Cles, string? Par)
{
    /// <summary>Name of the column that says who; the importer leaves it alone.</summary>
    public const string ColonneDuNom = "par";

    /// <summary>Names a row in the form.</summary>
    public static string Cle(LigneProposee ligne) => $"{ligne.Categorie}|{ligne.Code}|{ligne.Statut}";

    /// <summary>The table in force with the confirmed rows in place of theirs; null when nothing is chosen.</summary>
    public byte[]? EnFichier(TableDePassage table, IReadOnlyCollection<LigneProposee> lignes, DateTimeOffset date)
    {
        var choisies = lignes.Where(l => l.Nature is not null && (Cles is null || Cles.Contains(Cle(l)))).ToList();
        if (choisies.Count == 0)
            return null;
        var confirmees = lignes.GroupBy(l => (l.Categorie, l.Code)).SelectMany(g => Rangees([.. g], choisies)).ToList();
        var gardees = table.Rangees.Where(r => !confirmees.Exists(c => c.Categorie == r.Categorie && c.Code == r.Code
            && (c.Statut is null ? c.Seule || r.Statut is null : r.Statut == c.Statut)));
        var csv = new StringBuilder($"siret;{SaisieDePassage.EnTete};saisie;{ColonneDuNom}\n");
        var fin = $"{date.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)};{SansSeparateur(Par)}";
        foreach (var r in gardees)
            Ecrire(csv, table.Siret, r.Categorie, r.Code, r.Statut, r.NatureSalariale, r.NaturePatronale, r.Debut, r.Fin, fin);
        foreach (var c in confirmees)
            Ecrire(csv, table.Siret, c.Categorie, c.Code, c.Statut, c.Patronale ? null : c.Nature, c.Patronale ? c.Nature : null, null, null, fin);
        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    // A rubrique that goes to one nature under every statut is one row, that a new statut will find too.
    private static IEnumerable<Rangee> Rangees(List<LigneProposee> rubrique, List<LigneProposee> choisies)
    {
        var retenues = rubrique.Where(choisies.Contains).ToList();
        var toutes = retenues.Count == rubrique.Count && retenues.Select(l => l.Nature).Distinct().Count() == 1;
        return toutes
            ? [new Rangee(retenues[0].Categorie, retenues[0].Code, null, retenues[0].Nature!, retenues[0].Patronale, Seule: true)]
            : retenues.Select(l => new Rangee(l.Categorie, l.Code, l.Statut, l.Nature!, l.Patronale, Seule: false));
    }

    private static void Ecrire(StringBuilder csv, params ReadOnlySpan<object?> cellules)
    {
        for (var i = 0; i < cellules.Length; i++)
            csv.Append(i == 0 ? "" : ";").Append(cellules[i]);
        csv.Append('\n');
    }

    private static string SansSeparateur(string? texte) => string.Concat((texte ?? "").Where(c => c is not (';' or '"' or ',') && !char.IsControl(c))).Trim();

    private sealed record Rangee(string Categorie, string Code, string? Statut, string Nature, bool Patronale, bool Seule);
}

/// <summary>Who wrote a table, and when, as the original says.</summary>
/// <param name="Le">Null for a file that came as it is.</param>
public sealed record SignatureDePassage(DateTimeOffset? Le, string? Par)
{
    /// <summary>Reads the two first lines of a table.</summary>
    public static SignatureDePassage Lire(TextReader table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var entete = (table.ReadLine() ?? "").Split(';');
        var cellules = (table.ReadLine() ?? "").Split(';');
        string? Cellule(string nom) => Array.IndexOf(entete, nom) is >= 0 and var rang && rang < cellules.Length && cellules[rang].Length > 0 ? cellules[rang] : null;
        return new SignatureDePassage(
            DateTimeOffset.TryParse(Cellule("saisie"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var le) ? le : null,
            Cellule(ConfirmationDePassage.ColonneDuNom));
    }
}
