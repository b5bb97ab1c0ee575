namespace Xemelios.Samples;

/// <summary>A small DEFLATE encoder (RFC 1951, one block of fixed codes): the runtime's own may change its output with the processor.</summary>
internal static class Deflate
{
    private const int Fenetre = 32_768;
    private const int LongueurMax = 258;
    private const int Essais = 8;
    private const int AssezLong = 48;

    private static readonly int[] LongueursDeBase = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258];
    private static readonly int[] BitsDeLongueur = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
    private static readonly int[] DistancesDeBase = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577];

    public static byte[] Compresser(ReadOnlySpan<byte> contenu)
    {
        var sortie = new FluxDeBits();
        sortie.Bits(1, 1);
        sortie.Bits(1, 2);
        var dernier = new int[1 << 16];
        var precedent = new int[contenu.Length];
        Array.Fill(dernier, -1);
        var position = 0;
        while (position < contenu.Length)
        {
            var (longueur, distance) = Chercher(contenu, position, dernier, precedent);
            if (longueur >= 3)
                Copie(sortie, longueur, distance);
            else
                Litteral(sortie, contenu[position]);
            for (var fin = position + Math.Max(longueur, 1); position < fin; position++)
                Retenir(contenu, position, dernier, precedent);
        }

        Litteral(sortie, 256);
        return sortie.Terminer();
    }

    private static (int Longueur, int Distance) Chercher(ReadOnlySpan<byte> contenu, int position, int[] dernier, int[] precedent)
    {
        var (meilleure, distance) = (0, 0);
        if (position + 3 > contenu.Length)
            return (0, 0);
        var limite = Math.Min(LongueurMax, contenu.Length - position);
        var candidat = dernier[Cle(contenu, position)];
        for (var essai = 0; essai < Essais && meilleure < AssezLong && candidat >= 0 && position - candidat <= Fenetre; essai++, candidat = precedent[candidat])
        {
            var longueur = contenu.Slice(candidat, limite).CommonPrefixLength(contenu.Slice(position, limite));
            if (longueur > meilleure)
                (meilleure, distance) = (longueur, position - candidat);
        }

        return (meilleure >= 3 ? meilleure : 0, distance);
    }

    private static void Retenir(ReadOnlySpan<byte> contenu, int position, int[] dernier, int[] precedent)
    {
        if (position + 3 > contenu.Length)
            return;
        var cle = Cle(contenu, position);
        precedent[position] = dernier[cle];
        dernier[cle] = position;
    }

    private static int Cle(ReadOnlySpan<byte> c, int p) => ((c[p] << 8) ^ (c[p + 1] << 4) ^ c[p + 2] ^ (c[p + 2] << 9)) & 0xFFFF;

    private static void Litteral(FluxDeBits sortie, int symbole)
    {
        switch (symbole)
        {
            case <= 143: sortie.Code(0x30 + symbole, 8); break;
            case <= 255: sortie.Code(0x190 + symbole - 144, 9); break;
            case <= 279: sortie.Code(symbole - 256, 7); break;
            default: sortie.Code(0xC0 + symbole - 280, 8); break;
        }
    }

    private static void Copie(FluxDeBits sortie, int longueur, int distance)
    {
        var l = Rang(LongueursDeBase, longueur);
        Litteral(sortie, 257 + l);
        sortie.Bits(longueur - LongueursDeBase[l], BitsDeLongueur[l]);
        var d = Rang(DistancesDeBase, distance);
        sortie.Code(d, 5);
        sortie.Bits(distance - DistancesDeBase[d], d < 4 ? 0 : d / 2 - 1);
    }

    // Rank of the last base that is not above the value.
    private static int Rang(int[] bases, int valeur)
    {
        var rang = Array.BinarySearch(bases, valeur);
        return rang >= 0 ? rang : ~rang - 1;
    }

    /// <summary>Bits, least significant first; Huffman codes, most significant first.</summary>
    private sealed class FluxDeBits
    {
        private readonly List<byte> _octets = [];
        private int _tampon, _nombre;

        public void Bits(int valeur, int nombre)
        {
            _tampon |= valeur << _nombre;
            for (_nombre += nombre; _nombre >= 8; _nombre -= 8, _tampon >>= 8)
                _octets.Add((byte)(_tampon & 0xFF));
        }

        public void Code(int valeur, int nombre)
        {
            var inverse = 0;
            for (var i = 0; i < nombre; i++)
                inverse = (inverse << 1) | ((valeur >> i) & 1);
            Bits(inverse, nombre);
        }

        public byte[] Terminer()
        {
            Bits(0, 7);
            return [.. _octets];
        }
    }
}
