namespace Xemelios.Import.Xhl;

/// <summary>Ends of lines as XML counts them: "\n", "\r\n" and "\r" alone are one each.</summary>
internal static class Lignes
{
    /// <param name="octets">What is counted.</param>
    /// <param name="suivant">The byte after it: a "\r" just before a "\n" is counted with it.</param>
    public static int Compter(ReadOnlySpan<byte> octets, byte suivant)
    {
        var nombre = octets.Count((byte)'\n');
        for (var debut = 0; octets[debut..].IndexOf((byte)'\r') is var rang and >= 0; debut += rang + 1)
        {
            var apres = debut + rang + 1;
            if ((apres < octets.Length ? octets[apres] : suivant) != '\n')
                nombre++;
        }

        return nombre;
    }
}
