using System.Buffers.Binary;
using System.Text;

namespace Xemelios.Samples;

/// <summary>A file by its relative path.</summary>
public sealed record FichierFictif(string Chemin, byte[] Contenu);

/// <summary>Zip whose bytes are ours, with a fixed date. Names are written as given, even hostile ones.</summary>
public static class ZipFictif
{
    // 2026-04-01, midnight, in DOS form.
    private const uint DateFixe = ((2026 - 1980) << 25 | 4 << 21 | 1 << 16);

    /// <summary>The archive of these files, in this order.</summary>
    public static byte[] Creer(IEnumerable<FichierFictif> fichiers)
    {
        using var sortie = new MemoryStream();
        using var repertoire = new MemoryStream();
        var nombre = 0;
        foreach (var fichier in fichiers)
        {
            var position = (uint)sortie.Position;
            var nom = Encoding.UTF8.GetBytes(fichier.Chemin);
            var compresse = Deflate.Compresser(fichier.Contenu);
            var commun = Commun(fichier.Contenu, compresse, nom.Length);
            sortie.Write([0x50, 0x4B, 3, 4]);
            sortie.Write(commun);
            sortie.Write(nom);
            sortie.Write(compresse);
            Entree(repertoire, commun, position, nom);
            nombre++;
        }

        Fin(sortie, repertoire, nombre);
        return sortie.ToArray();
    }

    private static byte[] Commun(byte[] contenu, byte[] compresse, int longueurDuNom)
    {
        var octets = new byte[26];
        BinaryPrimitives.WriteUInt16LittleEndian(octets, 20);
        BinaryPrimitives.WriteUInt16LittleEndian(octets.AsSpan(2), 0x0800);
        BinaryPrimitives.WriteUInt16LittleEndian(octets.AsSpan(4), 8);
        BinaryPrimitives.WriteUInt32LittleEndian(octets.AsSpan(6), DateFixe);
        BinaryPrimitives.WriteUInt32LittleEndian(octets.AsSpan(10), Crc32.De(contenu));
        BinaryPrimitives.WriteInt32LittleEndian(octets.AsSpan(14), compresse.Length);
        BinaryPrimitives.WriteInt32LittleEndian(octets.AsSpan(18), contenu.Length);
        BinaryPrimitives.WriteUInt16LittleEndian(octets.AsSpan(22), (ushort)longueurDuNom);
        return octets;
    }

    private static void Entree(MemoryStream repertoire, byte[] commun, uint position, byte[] nom)
    {
        repertoire.Write([0x50, 0x4B, 1, 2, 20, 0]);
        repertoire.Write(commun);
        Span<byte> suite = stackalloc byte[14];
        suite.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(suite[10..], position);
        repertoire.Write(suite);
        repertoire.Write(nom);
    }

    private static void Fin(MemoryStream sortie, MemoryStream repertoire, int nombre)
    {
        var position = (uint)sortie.Position;
        sortie.Write(repertoire.ToArray());
        Span<byte> fin = stackalloc byte[22];
        fin.Clear();
        fin[0] = 0x50;
        fin[1] = 0x4B;
        fin[2] = 5;
        fin[3] = 6;
        BinaryPrimitives.WriteUInt16LittleEndian(fin[8..], (ushort)nombre);
        BinaryPrimitives.WriteUInt16LittleEndian(fin[10..], (ushort)nombre);
        BinaryPrimitives.WriteUInt32LittleEndian(fin[12..], (uint)repertoire.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(fin[16..], position);
        sortie.Write(fin);
    }
}
