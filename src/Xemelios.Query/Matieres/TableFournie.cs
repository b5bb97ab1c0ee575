using System.Globalization;

namespace Xemelios.Query.Matieres;

/// <summary>A table that was given: rows of texts, in the form that the tables read (numbers with a point, dates AAAA-MM-JJ), null where empty.</summary>
public sealed record TableFournie(TableAFournir Table, IReadOnlyList<IReadOnlyList<string?>> Lignes)
{
    private static readonly CultureInfo Francais = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>Reads a CSV with a line of titles, separated by semicolons.</summary>
    /// <exception cref="TableFournieRefuseeException">a title or a value is not what the table asks for: the sentence says where.</exception>
    public static TableFournie Lire(string nom, string csv)
    {
        var table = TableAFournir.Toutes.FirstOrDefault(t => t.Nom == nom) ?? throw new TableFournieRefuseeException(
            $"La table « {nom} » n'existe pas : les tables sont {string.Join(", ", TableAFournir.Toutes.Select(t => t.Nom))}.");
        var lignes = csv.TrimStart('﻿').Split('\n').Select((texte, i) => (Texte: texte.TrimEnd('\r'), Numero: i + 1)).Where(l => l.Texte.Trim().Length > 0).ToList();
        var titres = table.Colonnes.Select(c => c.Nom).ToList();
        if (lignes.Count == 0 || !lignes[0].Texte.ToLowerInvariant().Split(';').Select(t => t.Trim()).SequenceEqual(titres, StringComparer.Ordinal))
            throw new TableFournieRefuseeException($"La première ligne de la table « {nom} » doit être « {string.Join(';', titres)} ».");
        return SansDoublon(new TableFournie(table, [.. lignes.Skip(1).Select(l => Ligne(table, l.Texte, l.Numero))]), [.. lignes.Skip(1).Select(l => l.Numero)]);
    }

    // A key given twice would count what it names twice (QUAL-22 of the catalogue): the table is refused rather than one of its rows chosen.
    private static TableFournie SansDoublon(TableFournie lue, IReadOnlyList<int> numeros)
    {
        var vues = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < lue.Lignes.Count; i++)
        {
            var cle = string.Join(';', lue.Table.Colonnes.Zip(lue.Lignes[i]).Where(c => c.First.Cle).Select(c => c.Second));
            if (!vues.TryAdd(cle, numeros[i]))
                throw new TableFournieRefuseeException($"Table « {lue.Table.Nom} », ligne {numeros[i]} : elle répète la clé de la ligne {vues[cle]}.");
        }

        return lue;
    }

    private static IReadOnlyList<string?> Ligne(TableAFournir table, string texte, int numero)
    {
        var valeurs = texte.Split(';');
        if (valeurs.Length != table.Colonnes.Count)
            throw new TableFournieRefuseeException($"Table « {table.Nom} », ligne {numero} : {table.Colonnes.Count} valeurs sont attendues, {valeurs.Length} sont écrites.");
        return [.. table.Colonnes.Zip(valeurs, (colonne, valeur) => Valeur(table, colonne, valeur.Trim(), numero))];
    }

    private static string? Valeur(TableAFournir table, ColonneAFournir colonne, string texte, int numero)
    {
        if (texte.Length == 0 && colonne.Facultative)
            return null;
        return Normaliser(colonne, texte) ?? throw new TableFournieRefuseeException(
            $"Table « {table.Nom} », ligne {numero} : la valeur de « {colonne.Nom} » {Attendu(colonne)}.");
    }

    private static string? Normaliser(ColonneAFournir colonne, string texte) => colonne.Sorte switch
    {
        _ when texte.Length == 0 => null,
        SorteDeColonne.Nombre => decimal.TryParse(texte.Replace(',', '.').Replace(" ", "", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture, out var nombre)
            && Math.Abs(nombre) < 1_000_000_000 ? Math.Round(nombre, 4).ToString(CultureInfo.InvariantCulture) : null,
        SorteDeColonne.Date => DateOnly.TryParseExact(texte, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso) || DateOnly.TryParseExact(texte, "dd/MM/yyyy", Francais, DateTimeStyles.None, out iso)
            ? iso.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
        SorteDeColonne.Mot => colonne.Mots.FirstOrDefault(m => string.Equals(m, texte, StringComparison.OrdinalIgnoreCase)),
        _ => texte,
    };

    private static string Attendu(ColonneAFournir colonne) => colonne.Sorte switch
    {
        SorteDeColonne.Nombre => "doit être un nombre",
        SorteDeColonne.Date => "doit être une date (AAAA-MM-JJ ou JJ/MM/AAAA)",
        SorteDeColonne.Mot => $"doit être {string.Join(", ", colonne.Mots)}",
        _ => "ne peut pas être vide",
    };
}

/// <summary>A table that an employer gives does not read.</summary>
public sealed class TableFournieRefuseeException(string phrase) : QuestionRefuseeException("CTL-0002", $"{phrase} Rien n'a été retenu.");
