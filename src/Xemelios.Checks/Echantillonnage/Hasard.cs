using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Xemelios.Domain.Echantillons;

namespace Xemelios.Checks.Echantillonnage;

/// <summary>Chance, fixed for ever: the first 128 bits of the SHA-256 of "xemelios-echantillon-1", the seed, a domain and a name, one a line in UTF-8.</summary>
/// <remarks>A unit draws its rank by itself: neither the order of the rows, nor threads, nor the culture, nor the numbers that another unit took can change it.
/// A generator of a sequence would have tied each rank to the place of the unit. SHA-256 is a published standard (FIPS 180-4), so an auditor can check a rank without
/// this program. Never change what is hashed: samples drawn before must be drawn again equal; another rule is another first line.</remarks>
/// <param name="domaine">Keeps the draws of one seed apart: the rank of the poste in its plan.</param>
public sealed class Hasard(Graine graine, string domaine)
{
    private readonly byte[] _prefixe = Encoding.UTF8.GetBytes($"xemelios-echantillon-1\n{graine}\n{domaine}\n");

    /// <summary>The rank of a unit: units are drawn by increasing rank.</summary>
    public UInt128 Rang(string cle) => Tirer($"unite\n{cle}");

    /// <summary>A whole number from 0 to below the bound, each as likely.</summary>
    public UInt128 Entier(string usage, UInt128 borne)
    {
        // What is left of the 128 bits above the last multiple of the bound would favour the small numbers.
        var exces = (UInt128.MaxValue % borne + 1) % borne;
        for (var essai = 0; ; essai++)
        {
            var tire = Tirer($"{usage}\n{essai}");
            if (tire <= UInt128.MaxValue - exces)
                return tire % borne;
        }
    }

    private UInt128 Tirer(string nom)
    {
        Span<byte> empreinte = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData([.. _prefixe, .. Encoding.UTF8.GetBytes(nom)], empreinte);
        return BinaryPrimitives.ReadUInt128BigEndian(empreinte);
    }
}
