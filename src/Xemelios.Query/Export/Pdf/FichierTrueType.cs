using System.Buffers.Binary;
using System.Text;

namespace Xemelios.Query.Export.Pdf;

/// <summary>What a PDF needs of a TrueType font: which glyph draws a character, how wide it is, and a font file of some glyphs.</summary>
internal sealed class FichierTrueType
{
    private static readonly string[] TablesGardees = ["cvt ", "fpgm", "head", "hhea", "hmtx", "maxp", "prep"];

    private readonly byte[] _octets;
    private readonly Dictionary<string, (int Debut, int Longueur)> _tables = [];
    private readonly Dictionary<int, ushort> _glyphes = [];
    private readonly int _largeurs;

    private FichierTrueType(byte[] octets)
    {
        _octets = octets;
        for (var i = 0; i < U16(4); i++)
            _tables[Encoding.ASCII.GetString(octets, 12 + i * 16, 4)] = ((int)U32(12 + i * 16 + 8), (int)U32(12 + i * 16 + 12));
        Cadratin = U16(Table("head") + 18);
        Ascendante = I16(Table("hhea") + 4) * 1000 / Cadratin;
        Descendante = I16(Table("hhea") + 6) * 1000 / Cadratin;
        _largeurs = U16(Table("hhea") + 34);
        LireLesCaracteres();
    }

    /// <summary>Units of the em square.</summary>
    public int Cadratin { get; }

    /// <summary>In thousandths of the em.</summary>
    public int Ascendante { get; }

    /// <inheritdoc cref="Ascendante"/>
    public int Descendante { get; }

    /// <summary>A font embedded in this assembly.</summary>
    public static FichierTrueType Charger(string ressource)
    {
        using var flux = typeof(FichierTrueType).Assembly.GetManifestResourceStream(ressource)!;
        var octets = new byte[flux.Length];
        flux.ReadExactly(octets);
        return new FichierTrueType(octets);
    }

    /// <summary>0 when the font does not draw the character.</summary>
    public ushort Glyphe(int caractere) => _glyphes.GetValueOrDefault(caractere);

    /// <summary>In thousandths of the em.</summary>
    public int Largeur(ushort glyphe) => U16(Table("hmtx") + Math.Min(glyphe, _largeurs - 1) * 4) * 1000 / Cadratin;

    /// <summary>A font file with these glyphs alone, under the same numbers.</summary>
    public byte[] Extraire(IEnumerable<ushort> glyphes)
    {
        var voulus = new SortedSet<ushort>();
        foreach (var glyphe in glyphes.Prepend((ushort)0))
            Ajouter(voulus, glyphe);
        var (dessins, places) = Dessins(voulus);
        var tables = TablesGardees.Where(_tables.ContainsKey)
            .ToDictionary(t => t, t => _octets.AsSpan(_tables[t].Debut, _tables[t].Longueur).ToArray(), StringComparer.Ordinal);
        tables["glyf"] = dessins;
        tables["loca"] = places;
        tables["head"][51] = 1; // the places are written on 32 bits
        return Assembler(tables);
    }

    private (byte[] Dessins, byte[] Places) Dessins(SortedSet<ushort> voulus)
    {
        var nombre = U16(Table("maxp") + 4);
        var places = new byte[(nombre + 1) * 4];
        using var dessins = new MemoryStream();
        for (var i = 0; i <= nombre; i++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(places.AsSpan(i * 4), (uint)dessins.Length);
            if (!voulus.Contains((ushort)i))
                continue;
            var (debut, longueur) = Dessin(i);
            dessins.Write(_octets, debut, longueur);
            while (dessins.Length % 4 != 0)
                dessins.WriteByte(0);
        }

        return (dessins.ToArray(), places);
    }

    // An accented letter is made of a letter and an accent: they come with it.
    private void Ajouter(SortedSet<ushort> voulus, ushort glyphe)
    {
        if (!voulus.Add(glyphe))
            return;
        var (debut, longueur) = Dessin(glyphe);
        if (longueur == 0 || I16(debut) >= 0)
            return;
        for (int place = debut + 10, suite = 1; suite != 0;)
        {
            var drapeaux = U16(place);
            Ajouter(voulus, U16(place + 2));
            suite = drapeaux & 0x20;
            place += 4 + ((drapeaux & 1) != 0 ? 4 : 2) + ((drapeaux & 8) != 0 ? 2 : (drapeaux & 0x40) != 0 ? 4 : (drapeaux & 0x80) != 0 ? 8 : 0);
        }
    }

    private (int Debut, int Longueur) Dessin(int glyphe)
    {
        var loca = Table("loca");
        var longs = U16(Table("head") + 50) == 1;
        var debut = longs ? (int)U32(loca + glyphe * 4) : U16(loca + glyphe * 2) * 2;
        var fin = longs ? (int)U32(loca + glyphe * 4 + 4) : U16(loca + glyphe * 2 + 2) * 2;
        return (Table("glyf") + debut, fin - debut);
    }

    private static byte[] Assembler(Dictionary<string, byte[]> tables)
    {
        using var fichier = new MemoryStream();
        var noms = tables.Keys.Order(StringComparer.Ordinal).ToList();
        var enTete = new byte[12 + noms.Count * 16];
        BinaryPrimitives.WriteUInt32BigEndian(enTete, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(enTete.AsSpan(4), (ushort)noms.Count);
        fichier.Write(enTete);
        for (var i = 0; i < noms.Count; i++)
        {
            var entree = enTete.AsSpan(12 + i * 16);
            Encoding.ASCII.GetBytes(noms[i], entree);
            BinaryPrimitives.WriteUInt32BigEndian(entree[8..], (uint)fichier.Length);
            BinaryPrimitives.WriteUInt32BigEndian(entree[12..], (uint)tables[noms[i]].Length);
            fichier.Write(tables[noms[i]]);
            while (fichier.Length % 4 != 0)
                fichier.WriteByte(0);
        }

        fichier.Position = 0;
        fichier.Write(enTete);
        return fichier.ToArray();
    }

    // Format 4, the one that every font has for the characters of Windows.
    private void LireLesCaracteres()
    {
        var cmap = Table("cmap");
        var table = Enumerable.Range(0, U16(cmap + 2)).Select(i => cmap + (int)U32(cmap + 4 + i * 8 + 4)).First(t => U16(t) == 4);
        var segments = U16(table + 6) / 2;
        var (fins, debuts) = (table + 14, table + 16 + segments * 2);
        for (var i = 0; i < segments; i++)
        {
            var ecart = U16(debuts + segments * 2 + i * 2);
            var place = debuts + segments * 4 + i * 2;
            for (int c = U16(debuts + i * 2), fin = U16(fins + i * 2); c <= fin && c != 0xFFFF; c++)
            {
                var glyphe = U16(place) == 0 ? c : U16(place + U16(place) + (c - U16(debuts + i * 2)) * 2);
                if (glyphe != 0)
                    _glyphes[c] = unchecked((ushort)(glyphe + ecart));
            }
        }
    }

    private int Table(string nom) => _tables[nom].Debut;

    private ushort U16(int place) => BinaryPrimitives.ReadUInt16BigEndian(_octets.AsSpan(place));

    private short I16(int place) => BinaryPrimitives.ReadInt16BigEndian(_octets.AsSpan(place));

    private uint U32(int place) => BinaryPrimitives.ReadUInt32BigEndian(_octets.AsSpan(place));
}
