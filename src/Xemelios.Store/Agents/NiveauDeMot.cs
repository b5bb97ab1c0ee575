using Xemelios.Store.TextIndex;

namespace Xemelios.Store.Agents;

/// <summary>How well the folded words of a value answer: 3 they are just that, 2 a whole word is, 1 a word begins so or is near, 0.</summary>
internal static class NiveauDeMot
{
    private const byte Tout = 3;
    private const byte Entier = 2;
    private const byte Proche = 1;

    private delegate bool Convient(ReadOnlySpan<char> mot);

    public static Func<string, byte> TelQuel(Critere.Mot mot)
    {
        var entier = Phrase(mot.Texte);
        return !mot.EstDernier ? entier : mots => entier(mots) is > 0 and var niveau ? niveau : Contient(mots, mot.Texte, inachevee: true) ? Proche : (byte)0;
    }

    /// <summary>Words that stand side by side.</summary>
    public static Func<string, byte> Phrase(string phrase) => mots => !Contient(mots, phrase) ? (byte)0 : mots.Length == phrase.Length ? Tout : Entier;

    public static Func<string, byte> UneFaute(string mot) => Proches(terme => FauteDeFrappe.SepareAuPlus(mot, terme));

    public static Func<string, byte> UneFauteAuDebut(string mot) => Proches(terme => FauteDeFrappe.SepareAuPlusDuDebut(mot, terme));

    /// <summary>The same number with other leading zeros.</summary>
    public static Func<string, byte> MemeNombre(string nombre)
    {
        var sansZeros = nombre.TrimStart('0');
        return sansZeros.Length == 0 ? _ => 0 : Proches(terme => terme.TrimStart('0').SequenceEqual(sansZeros));
    }

    /// <summary>Whether the phrase is there, from the beginning of a word to the end of one; its last word may be unfinished.</summary>
    public static bool Contient(ReadOnlySpan<char> mots, ReadOnlySpan<char> phrase, bool inachevee = false)
    {
        for (var debut = 0; mots[debut..].IndexOf(phrase) is >= 0 and var trouve; debut++)
        {
            debut += trouve;
            var fin = debut + phrase.Length;
            if ((debut == 0 || mots[debut - 1] == ' ') && (inachevee || fin == mots.Length || mots[fin] == ' '))
                return true;
        }

        return false;
    }

    private static Func<string, byte> Proches(Convient convient) => mots =>
    {
        foreach (var etendue in mots.AsSpan().Split(' '))
        {
            if (convient(mots.AsSpan(etendue)))
                return Proche;
        }

        return 0;
    };
}
