namespace Xemelios.Import.Xhl;

/// <summary>Numbers and dates read straight from bytes, in the one plain writing that nearly all have; any other is for the text reader.</summary>
internal static class NombreSimple
{
    private const int MaxChiffres = 12;

    /// <summary>"-1234.5" with as many decimals as the scale at most, as a whole number of 10^-scale.</summary>
    public static bool Lire(ReadOnlySpan<byte> octets, int decimales, out long valeur) =>
        LireUnDebut(octets, decimales, out valeur) == octets.Length && octets.Length > 0;

    /// <summary>The same at the beginning of a text: how many of its bytes are the number, 0 when it does not begin with one.</summary>
    public static int LireUnDebut(ReadOnlySpan<byte> octets, int decimales, out long valeur)
    {
        valeur = 0;
        var negatif = octets is [(byte)'-', ..];
        var i = negatif ? 1 : 0;
        var debut = i;
        for (uint chiffre; i < octets.Length && (chiffre = unchecked(octets[i] - (uint)'0')) <= 9; i++)
            valeur = unchecked(valeur * 10 + chiffre);
        if (i == debut || i - debut > MaxChiffres)
            return 0;
        if (i < octets.Length && octets[i] == '.')
        {
            var point = i++;
            for (uint chiffre; i < octets.Length && (chiffre = unchecked(octets[i] - (uint)'0')) <= 9 && decimales >= 0; i++, decimales--)
                valeur = unchecked(valeur * 10 + chiffre);
            if (i == point + 1 || decimales < 0)
                return 0;
        }

        for (; decimales > 0; decimales--)
            valeur *= 10;
        if (negatif)
            valeur = -valeur;
        return i;
    }

    /// <summary>"2026-03-31".</summary>
    public static bool LireUneDate(ReadOnlySpan<byte> octets, out DateOnly date)
    {
        date = default;
        if (octets.Length != 10 || octets[4] != '-' || octets[7] != '-' ||
            !LireDesChiffres(octets[..4], out var annee) || !LireDesChiffres(octets[5..7], out var mois) || !LireDesChiffres(octets[8..], out var jour) ||
            annee < 1 || mois is < 1 or > 12 || jour < 1 || jour > DateTime.DaysInMonth(annee, mois))
            return false;
        date = new DateOnly(annee, mois, jour);
        return true;
    }

    private static bool LireDesChiffres(ReadOnlySpan<byte> octets, out int nombre)
    {
        nombre = 0;
        foreach (var octet in octets)
        {
            if (!char.IsAsciiDigit((char)octet))
                return false;
            nombre = nombre * 10 + octet - '0';
        }

        return true;
    }
}
