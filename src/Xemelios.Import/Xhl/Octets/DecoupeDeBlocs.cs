using System.Collections.Concurrent;

namespace Xemelios.Import.Xhl;

/// <summary>Cuts a pay file after ends of bulletins, into blocks of about one size, in the order of the file.</summary>
/// <remarks>A cut inside a comment looks like any other: whoever reads the block finds out, since it would not end between two elements.</remarks>
internal sealed class DecoupeDeBlocs(Stream flux, int taille) : IDisposable
{
    /// <summary>A bulletin may be larger than a block, up to this.</summary>
    private const int TailleMax = 64 << 20;

    private readonly ConcurrentBag<byte[]> _tampons = [];
    private byte[] _reste = [];
    private int _octetsDeReste;
    private long _octet;
    private int _ligne = 1;
    private bool _fini;

    /// <summary>The next block, or null after the last.</summary>
    /// <exception cref="TexteInhabituelException">No end of bulletin in a very long run of bytes.</exception>
    public BlocDeXml? Suivant()
    {
        if (_fini)
            return null;
        var tableau = Emprunter(Math.Max(taille, _octetsDeReste));
        var lus = _octetsDeReste;
        _reste.AsSpan(0, lus).CopyTo(tableau);
        while (true)
        {
            var place = tableau.Length - BlocDeXml.Marge;
            lus += flux.ReadAtLeast(tableau.AsSpan(lus, place - lus), place - lus, throwOnEndOfStream: false);
            _fini = lus < place;
            var fin = _fini ? lus : FinDuDernierBulletin(tableau.AsSpan(0, lus));
            if (fin > 0 || _fini)
                return Couper(tableau, fin, lus);
            if (place >= TailleMax)
                throw new TexteInhabituelException();
            Array.Resize(ref tableau, place * 2 + BlocDeXml.Marge);
        }
    }

    /// <summary>Takes a block back: its bytes will be overwritten.</summary>
    public void Rendre(BlocDeXml bloc) => _tampons.Add(bloc.Tableau);

    public void Dispose() => flux.Dispose();

    private BlocDeXml Couper(byte[] tableau, int fin, int lus)
    {
        GarderLeReste(tableau.AsSpan(fin, lus - fin));
        var suivant = fin < lus ? tableau[fin] : (byte)0;
        tableau.AsSpan(fin, Math.Min(BlocDeXml.Marge, tableau.Length - fin)).Clear();
        var bloc = new BlocDeXml(tableau) { Longueur = fin, Octet = _octet, Ligne = _ligne, EstLeDernier = _fini };
        _octet += fin;
        _ligne += Lignes.Compter(bloc.Octets, suivant);
        return bloc;
    }

    private void GarderLeReste(ReadOnlySpan<byte> octets)
    {
        if (octets.Length > _reste.Length)
            _reste = new byte[Math.Max(octets.Length, _reste.Length * 2)];
        octets.CopyTo(_reste);
        _octetsDeReste = octets.Length;
    }

    private byte[] Emprunter(int longueur) =>
        _tampons.TryTake(out var tampon) && tampon.Length >= longueur + BlocDeXml.Marge ? tampon : new byte[longueur + BlocDeXml.Marge];

    /// <summary>The place after the last "&lt;/PayeIndivMensuel>", with or without prefix; 0 when there is none.</summary>
    private static int FinDuDernierBulletin(ReadOnlySpan<byte> octets)
    {
        var marque = "PayeIndivMensuel>"u8;
        for (var reste = octets; reste.LastIndexOf(marque) is var rang and >= 0; reste = reste[..rang])
        {
            var ouverture = reste[..rang].LastIndexOf((byte)'<');
            if (ouverture >= 0 && ouverture + 1 < reste.Length && reste[ouverture + 1] == '/')
                return rang + marque.Length;
        }

        return 0;
    }
}
