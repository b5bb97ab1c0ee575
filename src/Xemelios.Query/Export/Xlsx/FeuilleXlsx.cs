using System.Globalization;
using System.Text;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Export.Xlsx;

/// <summary>One sheet being written, row after row.</summary>
internal sealed class FeuilleXlsx
{
    /// <summary>What a cell of a spreadsheet can hold.</summary>
    private const int PlusLongTexte = 32_767;

    private static readonly DateOnly Origine = new(1899, 12, 30);

    /// <summary>Before it, spreadsheets count a 29th of February 1900 that never was.</summary>
    private static readonly DateOnly PremiereDate = new(1900, 3, 1);

    private readonly Stream _flux;
    private readonly PlumeUtf8 _plume;
    private readonly byte[][] _lettres;
    private int _colonne;

    public FeuilleXlsx(Stream flux, IReadOnlyList<int> largeurs, int lignesFigees, bool premiere)
    {
        _flux = flux;
        _plume = new PlumeUtf8(flux);
        _lettres = [.. largeurs.Select((_, i) => Encoding.ASCII.GetBytes(Lettres(i)))];
        _plume.Texte("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">""");
        _plume.Texte($"""<sheetViews><sheetView workbookViewId="0"{(premiere ? " tabSelected=\"1\"" : "")}{(lignesFigees == 0 ? "/>" : ">")}""");
        if (lignesFigees > 0)
            _plume.Texte(string.Create(CultureInfo.InvariantCulture, $"""<pane ySplit="{lignesFigees}" topLeftCell="A{lignesFigees + 1}" activePane="bottomLeft" state="frozen"/></sheetView>"""));
        _plume.Texte("</sheetViews><cols>");
        for (var i = 0; i < largeurs.Count; i++)
            _plume.Texte(string.Create(CultureInfo.InvariantCulture, $"""<col min="{i + 1}" max="{i + 1}" width="{largeurs[i]}" customWidth="1"/>"""));
        _plume.Texte("</cols><sheetData>");
    }

    /// <summary>The last row begun, from 1; 0 before the first.</summary>
    public int Ligne { get; private set; }

    public void CommencerLigne()
    {
        _colonne = 0;
        _plume.Ecrire("<row r=\""u8);
        _plume.Valeur(++Ligne, default);
        _plume.Ecrire("\">"u8);
    }

    public void FinirLigne() => _plume.Ecrire("</row>"u8);

    public void EnTete(string titre) => Texte(titre, StylesXlsx.EnTete);

    /// <summary>A cell whose type is that of the value; an absent value leaves the cell out.</summary>
    public void Cellule(object? valeur, bool total = false)
    {
        var gras = total ? StylesXlsx.DecalageDesTotaux : 0;
        switch (valeur)
        {
            case null: _colonne++; break;
            case string texte: Texte(texte, StylesXlsx.Texte + gras); break;
            case Montant montant: Nombre(montant.ToDecimal(), "0.00", StylesXlsx.Montant + gras); break;
            case decimal nombre: Nombre(nombre, "0.############", StylesXlsx.Nombre + gras); break;
            case int entier: Nombre(entier, default, StylesXlsx.Entier + gras); break;
            case long entier: Nombre(entier, default, StylesXlsx.Entier + gras); break;
            case DateOnly date: Date(date, StylesXlsx.Date + gras, "dd'/'MM'/'yyyy"); break;
            case MoisDePaye mois: Date(new DateOnly(mois.Annee, mois.Mois, 1), StylesXlsx.Mois + gras, "MM'/'yyyy"); break;
            default: Texte(Convert.ToString(valeur, CultureInfo.InvariantCulture) ?? "", StylesXlsx.Texte + gras); break;
        }
    }

    /// <param name="filtrees">Last row of the automatic filter; null without a filter.</param>
    public void Fermer(int? filtrees)
    {
        _plume.Ecrire("</sheetData>"u8);
        if (filtrees is { } derniere)
            _plume.Texte(string.Create(CultureInfo.InvariantCulture, $"""<autoFilter ref="A1:{Lettres(_lettres.Length - 1)}{derniere}"/>"""));
        _plume.Texte("""<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape"/></worksheet>""");
        _plume.Vider();
        _flux.Dispose();
    }

    private void Date(DateOnly date, int style, string format)
    {
        if (date < PremiereDate) Texte(date.ToString(format, CultureInfo.InvariantCulture), StylesXlsx.Texte);
        else Nombre(date.DayNumber - Origine.DayNumber, default, style);
    }

    private void Nombre<T>(T nombre, ReadOnlySpan<char> format, int style)
        where T : IUtf8SpanFormattable
    {
        Ouvrir(style);
        _plume.Ecrire("><v>"u8);
        _plume.Valeur(nombre, format);
        _plume.Ecrire("</v></c>"u8);
    }

    private void Texte(string texte, int style)
    {
        Ouvrir(style);
        _plume.Ecrire(" t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8);
        TexteXlsx.Ecrire(_plume, texte.Length > PlusLongTexte ? string.Concat(texte.AsSpan(0, PlusLongTexte - 1), "…") : texte);
        _plume.Ecrire("</t></is></c>"u8);
    }

    private void Ouvrir(int style)
    {
        _plume.Ecrire("<c r=\""u8);
        _plume.Ecrire(_lettres[_colonne++]);
        _plume.Valeur(Ligne, default);
        _plume.Ecrire("\" s=\""u8);
        _plume.Valeur(style, default);
        _plume.Ecrire("\""u8);
    }

    private static string Lettres(int colonne) =>
        colonne < 26 ? ((char)('A' + colonne)).ToString() : Lettres(colonne / 26 - 1) + (char)('A' + colonne % 26);
}
