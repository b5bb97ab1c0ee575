using System.Globalization;
using System.Text;
using Xemelios.Query.Passages;

namespace Xemelios.Web.Pages.Passage;

/// <summary>What the form of the table de passage sends.</summary>
public sealed class SaisieDePassage
{
    /// <summary>Columns of the text, in order.</summary>
    public const string EnTete = "categorie;code;statut;nature_salariale;nature_patronale;debut;fin";

    /// <summary>One row a line.</summary>
    public string? Texte { get; set; }

    /// <summary>Rubriques without nature, with the natures that were typed for them.</summary>
    public List<RubriqueSaisie>? Rubriques { get; set; }

    /// <summary>The rows in force as the text that is edited; rows for every employer stay in their own file.</summary>
    public static string EnTexte(IEnumerable<RangeeDePassage> rangees) => string.Join('\n', rangees.Where(r => r.Siret.Length > 0)
        .Select(r => string.Join(';', r.Categorie, r.Code, r.Statut, r.NatureSalariale, r.NaturePatronale, r.Debut, r.Fin)));

    /// <summary>The table as the file that the importer reads; null when nothing was typed.</summary>
    /// <remarks>A content that was imported already would not come back into force: the date of entry makes each table new.</remarks>
    public byte[]? EnFichier(string siret, DateTimeOffset saisieLe)
    {
        var lignes = LignesTapees().Concat((Rubriques ?? []).Where(r => r.EstRemplie).Select(r => r.EnLigne())).ToList();
        if (lignes.Count == 0)
            return null;
        var date = saisieLe.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        var csv = new StringBuilder($"siret;{EnTete};saisie\n");
        foreach (var ligne in lignes)
            csv.Append(siret).Append(';').Append(ligne).Append(';').Append(date).Append('\n');
        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    /// <summary>Seven cells a line, whatever was typed; a pasted header is passed over.</summary>
    private IEnumerable<string> LignesTapees() => (Texte ?? "").ReplaceLineEndings("\n").Split('\n')
        .Select(l => l.Trim()).Where(l => l.Length > 0 && !l.StartsWith("categorie;", StringComparison.OrdinalIgnoreCase))
        .Select(l => l.Split(l.Contains('\t', StringComparison.Ordinal) ? '\t' : ';').Select(c => c.Trim()).Concat(Enumerable.Repeat("", 7)).Take(7))
        .Select(cellules => string.Join(';', cellules));
}

/// <summary>One rubrique and the natures typed for it.</summary>
public sealed class RubriqueSaisie
{
    public string? Categorie { get; set; }

    public string? Code { get; set; }

    public string? Salariale { get; set; }

    public string? Patronale { get; set; }

    /// <summary>A rubrique without nature is left for later.</summary>
    public bool EstRemplie => !string.IsNullOrWhiteSpace(Salariale) || !string.IsNullOrWhiteSpace(Patronale);

    public string EnLigne() => string.Join(';', Categorie, Code, "", Salariale?.Trim(), Patronale?.Trim(), "", "").Replace("\n", "", StringComparison.Ordinal);
}
