namespace Xemelios.Import.Xhl;

/// <summary>The classes of bytes that the byte reader tells apart. Names out of ASCII are left to the general reader.</summary>
internal static class Caracteres
{
    private const byte Blanc = 1;
    private const byte DeNom = 2;
    private const byte DebutDeNom = 4;
    private static readonly byte[] Classes = Classer();

    public static bool EstBlanc(byte octet) => (Classes[octet] & Blanc) != 0;

    /// <summary>Where the name that begins here ends: a colon ends it too.</summary>
    /// <exception cref="TexteInhabituelException">No name begins here.</exception>
    public static int FinDuNom(byte[] octets, int debut)
    {
        var classes = Classes;
        if ((classes[octets[debut]] & DebutDeNom) == 0)
            throw new TexteInhabituelException();
        var fin = debut + 1;
        while ((classes[octets[fin]] & DeNom) != 0)
            fin++;
        return fin;
    }

    private static byte[] Classer()
    {
        var classes = new byte[256];
        foreach (var blanc in " \t\r\n")
            classes[blanc] = Blanc;
        for (var c = 0; c < 128; c++)
        {
            if (char.IsAsciiLetter((char)c) || c == '_') classes[c] = DeNom | DebutDeNom;
            else if (char.IsAsciiDigit((char)c) || c is '-' or '.') classes[c] = DeNom;
        }

        return classes;
    }
}
