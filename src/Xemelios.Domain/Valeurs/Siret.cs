namespace Xemelios.Domain.Valeurs;

/// <summary>The number that identifies an employer's establishment, kept as it is written in the file, trimmed.</summary>
/// <remarks>Real files mask or shorten it: a wrong number is kept and reported, never corrected.</remarks>
public readonly record struct Siret(string Valeur)
{
    /// <summary>14 digits with a right Luhn key (La Poste's own exception is not needed: it has no XHL).</summary>
    public bool EstValide => Valeur is { Length: 14 } && Valeur.All(char.IsAsciiDigit) && CleLuhn(Valeur) % 10 == 0;

    /// <summary>The first nine digits, by which files that carry a SIREN are matched.</summary>
    public string Siren => Valeur.Length > 9 ? Valeur[..9] : Valeur;

    public override string ToString() => Valeur;

    private static int CleLuhn(string chiffres)
    {
        var somme = 0;
        for (var i = 0; i < chiffres.Length; i++)
        {
            var chiffre = chiffres[^(i + 1)] - '0';
            if (i % 2 == 1)
                chiffre = chiffre > 4 ? chiffre * 2 - 9 : chiffre * 2;
            somme += chiffre;
        }

        return somme;
    }
}
