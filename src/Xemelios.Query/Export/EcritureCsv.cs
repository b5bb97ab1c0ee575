using System.Buffers;
using System.Globalization;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Export;

/// <summary>CSV for French spreadsheets: semicolons, UTF-8 with its mark, CRLF, quotes of RFC 4180, decimal comma.</summary>
/// <remarks>A cell of text that a spreadsheet would take for a formula gets an apostrophe before it; numbers never do.</remarks>
public sealed class EcritureCsv : IEcritureDeTable
{
    private const string DebutsDeFormule = "=+-@\t\r";

    private static readonly SearchValues<char> AMettreEntreGuillemets = SearchValues.Create(";\"\r\n");

    public string Extension => "csv";

    public string TypeMime => "text/csv; charset=utf-8";

    /// <summary>First rows of a single cell, which begins with "# ": title, criteria, date, user, source files.</summary>
    public bool AvecEnTete { get; init; } = true;

    /// <summary>A last row of totals.</summary>
    public bool AvecTotaux { get; init; } = true;

    public void Ecrire(TableDeReponse table, ProvenanceDeTable provenance, Stream sortie)
    {
        var plume = new PlumeUtf8(sortie);
        plume.Ecrire("\uFEFF"u8);
        if (AvecEnTete)
            EnTete(plume, table, provenance);
        Ligne(plume, [.. table.Colonnes.Select(c => c.Titre)]);
        foreach (var ligne in table.LignesVerifiees())
            Ligne(plume, ligne);
        if (AvecTotaux && table.LigneDeTotal() is { } totaux)
            Ligne(plume, totaux);
        plume.Vider();
    }

    private static void EnTete(PlumeUtf8 plume, TableDeReponse table, ProvenanceDeTable provenance)
    {
        foreach (var (nom, valeur) in provenance.Dire(table.Titre))
            Ligne(plume, [$"# {nom} : {SurUneLigne(valeur)}"]);
        foreach (var source in provenance.Sources)
            Ligne(plume, [$"# Source : {SurUneLigne(source.Nom)} SHA-256 {source.Empreinte}"]);
    }

    // Read by a person or by a program that goes from line to line: a name with a line break must not end the header.
    private static string SurUneLigne(string texte) => string.Concat(texte.Select(c => char.IsControl(c) ? ' ' : c));

    private static void Ligne(PlumeUtf8 plume, IReadOnlyList<object?> cellules)
    {
        for (var i = 0; i < cellules.Count; i++)
        {
            if (i > 0)
                plume.Ecrire(";"u8);
            Cellule(plume, cellules[i]);
        }

        plume.Ecrire("\r\n"u8);
    }

    private static void Cellule(PlumeUtf8 plume, object? valeur)
    {
        switch (valeur)
        {
            case null: break;
            case string texte: Texte(plume, texte); break;
            case Montant montant: Decimal(plume, montant.ToDecimal(), "0.00"); break;
            case decimal nombre: Decimal(plume, nombre, "0.00##########"); break;
            case int entier: plume.Valeur(entier, default); break;
            case long entier: plume.Valeur(entier, default); break;
            case DateOnly date: plume.Valeur(date, "dd'/'MM'/'yyyy"); break;
            case MoisDePaye mois: plume.Texte(string.Create(CultureInfo.InvariantCulture, $"{mois.Mois:00}/{mois.Annee:0000}")); break;
            default: Texte(plume, Convert.ToString(valeur, CultureInfo.InvariantCulture) ?? ""); break;
        }
    }

    private static void Decimal(PlumeUtf8 plume, decimal nombre, string format)
    {
        Span<char> chiffres = stackalloc char[64];
        nombre.TryFormat(chiffres, out var longueur, format, CultureInfo.InvariantCulture);
        chiffres = chiffres[..longueur];
        chiffres.Replace('.', ',');
        plume.Texte(chiffres);
    }

    private static void Texte(PlumeUtf8 plume, string texte)
    {
        var formule = texte.Length > 0 && DebutsDeFormule.Contains(texte[0], StringComparison.Ordinal);
        if (!texte.AsSpan().ContainsAny(AMettreEntreGuillemets))
        {
            if (formule)
                plume.Ecrire("'"u8);
            plume.Texte(texte);
            return;
        }

        plume.Ecrire(formule ? "\"'"u8 : "\""u8);
        plume.Texte(texte.Replace("\"", "\"\"", StringComparison.Ordinal));
        plume.Ecrire("\""u8);
    }
}
