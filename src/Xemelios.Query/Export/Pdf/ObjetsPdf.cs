using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Xemelios.Query.Export.Pdf;

/// <summary>The objects of a PDF 1.7 file, written as soon as they are whole: small ones packed in compressed object streams.</summary>
/// <remarks>The output is only appended to. Of what is written, only the places are kept.</remarks>
internal sealed class ObjetsPdf
{
    private const int ObjetsParPaquet = 200;

    /// <summary>Bytes of a place in the table of places: type, offset or packet, rank in the packet.</summary>
    private const string LargeursDesPlaces = "1 5 2";

    private readonly Stream _sortie;
    private readonly List<Place> _places = [default];
    private readonly List<(int Id, int Debut)> _paquet = [];
    private readonly StringBuilder _textes = new();
    private long _octets;

    public ObjetsPdf(Stream sortie)
    {
        _sortie = sortie;
        Ecrire("%PDF-1.7\n%âãÏÓ\n");
    }

    /// <summary>The number of an object that will be written later.</summary>
    public int Reserver()
    {
        _places.Add(default);
        return _places.Count - 1;
    }

    /// <summary>An object without a stream.</summary>
    public int Objet(string texte) => Objet(Reserver(), texte);

    public int Objet(int id, string texte)
    {
        _paquet.Add((id, _textes.Length));
        _textes.Append(texte).Append('\n');
        if (_paquet.Count == ObjetsParPaquet)
            FermerLePaquet();
        return id;
    }

    /// <summary>A compressed stream.</summary>
    /// <param name="entrees">Of its dictionary, beside its length and its filter.</param>
    public int Flux(int id, string entrees, ReadOnlySpan<byte> contenu)
    {
        using var compresse = new MemoryStream();
        using (var zlib = new ZLibStream(compresse, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(contenu);
        _places[id] = new Place(1, _octets, 0);
        Ecrire(string.Create(CultureInfo.InvariantCulture, $"{id} 0 obj\n<<{entrees} /Filter /FlateDecode /Length {compresse.Length}>>\nstream\n"));
        _sortie.Write(compresse.GetBuffer().AsSpan(0, (int)compresse.Length));
        _octets += compresse.Length;
        Ecrire("\nendstream\nendobj\n");
        return id;
    }

    /// <summary>Writes what was packed, and the table of places.</summary>
    public void Terminer(int racine, int informations, string identifiant)
    {
        FermerLePaquet();
        var table = Reserver();
        var debut = _octets;
        _places[table] = new Place(1, debut, 0);
        Flux(table, string.Create(CultureInfo.InvariantCulture,
            $"/Type /XRef /Size {_places.Count} /W [{LargeursDesPlaces}] /Root {racine} 0 R /Info {informations} 0 R /ID [<{identifiant}> <{identifiant}>]"), Places());
        Ecrire(string.Create(CultureInfo.InvariantCulture, $"startxref\n{debut}\n%%EOF\n"));
    }

    private void FermerLePaquet()
    {
        if (_paquet.Count == 0)
            return;
        var paquet = Reserver();
        var index = string.Join(' ', _paquet.Select(o => string.Create(CultureInfo.InvariantCulture, $"{o.Id} {o.Debut}"))) + "\n";
        for (var i = 0; i < _paquet.Count; i++)
            _places[_paquet[i].Id] = new Place(2, paquet, i);
        Flux(paquet, string.Create(CultureInfo.InvariantCulture, $"/Type /ObjStm /N {_paquet.Count} /First {index.Length}"), Encoding.Latin1.GetBytes(index + _textes));
        _paquet.Clear();
        _textes.Clear();
    }

    private byte[] Places()
    {
        const int largeur = 8;
        var octets = new byte[_places.Count * largeur];
        for (var i = 0; i < _places.Count; i++)
        {
            var place = _places[i];
            octets[i * largeur] = place.Type;
            for (var j = 0; j < 5; j++)
                octets[i * largeur + 1 + j] = (byte)(place.Ou >> (8 * (4 - j)) & 0xFF);
            octets[i * largeur + 6] = (byte)(place.Rang >> 8);
            octets[i * largeur + 7] = (byte)(place.Rang & 0xFF);
        }

        return octets;
    }

    private void Ecrire(string texte)
    {
        _sortie.Write(Encoding.Latin1.GetBytes(texte));
        _octets += texte.Length;
    }

    /// <summary>Where an object is: at a byte of the file (1), or in a packet (2).</summary>
    private readonly record struct Place(byte Type, long Ou, int Rang);
}
