using System.Buffers.Binary;

namespace Xemelios.Import.Intake;

/// <summary>The check sum of zip (polynomial EDB88320), four bytes at a time; the base framework does not expose its own.</summary>
internal sealed class Crc32
{
    private static readonly uint[][] Tables = Calculer();
    private uint _etat = uint.MaxValue;

    public uint Valeur => ~_etat;

    public void Ajouter(ReadOnlySpan<byte> octets)
    {
        var etat = _etat;
        for (; octets.Length >= 4; octets = octets[4..])
        {
            etat ^= BinaryPrimitives.ReadUInt32LittleEndian(octets);
            etat = Tables[3][etat & 0xFF] ^ Tables[2][(etat >> 8) & 0xFF] ^ Tables[1][(etat >> 16) & 0xFF] ^ Tables[0][etat >> 24];
        }

        foreach (var octet in octets)
            etat = Tables[0][(etat ^ octet) & 0xFF] ^ (etat >> 8);
        _etat = etat;
    }

    private static uint[][] Calculer()
    {
        uint[][] tables = [new uint[256], new uint[256], new uint[256], new uint[256]];
        for (uint i = 0; i < 256; i++)
        {
            var valeur = i;
            for (var bit = 0; bit < 8; bit++)
                valeur = (valeur & 1) != 0 ? 0xEDB88320u ^ (valeur >> 1) : valeur >> 1;
            tables[0][i] = valeur;
        }

        for (var t = 1; t < 4; t++)
        {
            for (var i = 0; i < 256; i++)
                tables[t][i] = (tables[t - 1][i] >> 8) ^ tables[0][tables[t - 1][i] & 0xFF];
        }

        return tables;
    }
}
