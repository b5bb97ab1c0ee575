using System.Globalization;
using System.Text;

namespace Xemelios.Query.Export.Pdf;

/// <summary>A font in a document: it remembers which glyphs were drawn, and is written last with these alone.</summary>
internal sealed class PolicePdf(string nom, FichierTrueType fichier)
{
    private static readonly Lazy<FichierTrueType> Maigre = new(() => FichierTrueType.Charger("LiberationSans-Regular.ttf"));
    private static readonly Lazy<FichierTrueType> Epaisse = new(() => FichierTrueType.Charger("LiberationSans-Bold.ttf"));

    private readonly SortedDictionary<ushort, int> _dessines = [];

    public static PolicePdf Normale() => new("LiberationSans", Maigre.Value);

    public static PolicePdf Grasse() => new("LiberationSans-Bold", Epaisse.Value);

    /// <summary>The width of a text, in points.</summary>
    public double Largeur(string texte, double taille)
    {
        var largeur = 0;
        foreach (var caractere in texte.EnumerateRunes())
            largeur += fichier.Largeur(fichier.Glyphe(caractere.Value));
        return largeur * taille / 1000;
    }

    /// <summary>The text as glyphs in hexadecimal.</summary>
    /// <param name="entier">False when a character has no glyph in the font: a box stands for it.</param>
    public string Coder(string texte, out bool entier)
    {
        entier = true;
        var code = new StringBuilder(texte.Length * 4);
        foreach (var caractere in texte.EnumerateRunes())
        {
            var glyphe = fichier.Glyphe(caractere.Value);
            if (glyphe == 0) entier = false;
            else _dessines.TryAdd(glyphe, caractere.Value);
            code.Append(glyphe.ToString("X4", CultureInfo.InvariantCulture));
        }

        return code.ToString();
    }

    public void Ecrire(ObjetsPdf objets, int id)
    {
        var octets = fichier.Extraire(_dessines.Keys);
        var programme = objets.Flux(objets.Reserver(), string.Create(CultureInfo.InvariantCulture, $"/Length1 {octets.Length}"), octets);
        var descripteur = objets.Objet(string.Create(CultureInfo.InvariantCulture,
            $"<</Type /FontDescriptor /FontName /XEMELI+{nom} /Flags 32 /FontBBox [-550 -310 1400 1050] /ItalicAngle 0 /Ascent {fichier.Ascendante} /Descent {fichier.Descendante} /CapHeight 729 /StemV 80 /FontFile2 {programme} 0 R>>"));
        var largeurs = string.Concat(_dessines.Keys.Prepend((ushort)0).Select(g => string.Create(CultureInfo.InvariantCulture, $"{g} [{fichier.Largeur(g)}] ")));
        var glyphes = objets.Objet(string.Create(CultureInfo.InvariantCulture,
            $"<</Type /Font /Subtype /CIDFontType2 /BaseFont /XEMELI+{nom} /CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> /FontDescriptor {descripteur} 0 R /W [{largeurs}] /CIDToGIDMap /Identity>>"));
        var unicode = objets.Flux(objets.Reserver(), "", Encoding.ASCII.GetBytes(Unicode()));
        objets.Objet(id, string.Create(CultureInfo.InvariantCulture,
            $"<</Type /Font /Subtype /Type0 /BaseFont /XEMELI+{nom} /Encoding /Identity-H /DescendantFonts [{glyphes} 0 R] /ToUnicode {unicode} 0 R>>"));
    }

    /// <summary>From glyphs back to characters: what makes the text selectable.</summary>
    private string Unicode()
    {
        const int parBloc = 100;
        var carte = new StringBuilder(
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
            + "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        foreach (var bloc in _dessines.Chunk(parBloc))
        {
            carte.Append(CultureInfo.InvariantCulture, $"{bloc.Length} beginbfchar\n");
            foreach (var (glyphe, caractere) in bloc)
                carte.Append(CultureInfo.InvariantCulture, $"<{glyphe:X4}> <{TextePdf.Hexadecimal(char.ConvertFromUtf32(caractere))}>\n");
            carte.Append("endbfchar\n");
        }

        return carte.Append("endcmap CMapName currentdict /CMap defineresource pop end end").ToString();
    }
}
