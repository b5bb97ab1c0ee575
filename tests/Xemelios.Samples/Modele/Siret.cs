namespace Xemelios.Samples;

/// <summary>Invented SIRET with both Luhn keys right. They begin with 2x99: department 99 holds no French commune.</summary>
public static class SiretFictif
{
    /// <summary>The SIRET of rank <paramref name="rang"/> in a category (21 commune, 26 hospital…).</summary>
    public static string Creer(string categorie, int rang)
    {
        var siren = AvecCle($"{categorie}99{rang:0000}");
        return AvecCle($"{siren}0001");
    }

    /// <summary>True when the Luhn key holds.</summary>
    public static bool CleValide(string chiffres) => Somme(chiffres) % 10 == 0;

    private static string AvecCle(string debut)
    {
        for (var cle = 0; cle <= 9; cle++)
        {
            if (CleValide($"{debut}{cle}"))
                return $"{debut}{cle}";
        }

        throw new ArgumentException("Des chiffres sont attendus.", nameof(debut));
    }

    private static int Somme(string chiffres)
    {
        var total = 0;
        for (var i = 0; i < chiffres.Length; i++)
        {
            var chiffre = chiffres[^(i + 1)] - '0';
            var double2 = i % 2 == 1 ? chiffre * 2 : chiffre;
            total += double2 > 9 ? double2 - 9 : double2;
        }

        return total;
    }
}
