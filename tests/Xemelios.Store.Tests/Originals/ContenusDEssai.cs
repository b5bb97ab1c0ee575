using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Store.Tests.Originals;

/// <summary>Seeded contents, and how they are read.</summary>
internal static class ContenusDEssai
{
    /// <summary>Bytes that no compression shortens.</summary>
    public static byte[] Alea(int octets, int graine = 1)
    {
        var contenu = new byte[octets];
        new Random(graine).NextBytes(contenu);
        return contenu;
    }

    /// <summary>Text like that of pay files.</summary>
    public static byte[] Texte(int octets, int graine = 1)
    {
        var alea = new Random(graine);
        var texte = new StringBuilder(octets + 64);
        while (texte.Length < octets)
            texte.Append(CultureInfo.InvariantCulture, $"<Ligne><Code V=\"{alea.Next(1000, 1400)}\"/><Mt V=\"{alea.Next(500_000) / 100m}\"/></Ligne>\n");
        return Encoding.Latin1.GetBytes(texte.ToString(0, octets));
    }

    public static Empreinte EmpreinteDe(byte[] contenu) => Empreinte.FromBytes(SHA256.HashData(contenu));

    /// <summary>Everything that a stream gives, read by seeded blocks.</summary>
    public static byte[] Lire(Stream flux, int graine = 1)
    {
        var alea = new Random(graine);
        using var tout = new MemoryStream();
        var tampon = new byte[100_000];
        int lus;
        while ((lus = flux.Read(tampon, 0, alea.Next(1, tampon.Length))) > 0)
            tout.Write(tampon, 0, lus);
        return tout.ToArray();
    }
}
