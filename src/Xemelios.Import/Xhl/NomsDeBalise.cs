using System.Collections.Frozen;
using System.Text;
using Xemelios.Domain.Paye;

namespace Xemelios.Import.Xhl;

/// <summary>From the names of elements, as text or as bytes, to <see cref="Balise"/> and back.</summary>
internal static class NomsDeBalise
{
    private const int Cases = 4096;

    private static readonly string[] Textes = Enum.GetNames<Balise>();
    private static readonly byte[][] Octets = [.. Textes.Select(Encoding.ASCII.GetBytes)];
    private static readonly FrozenDictionary<string, Balise> ParTexte =
        Enum.GetValues<Balise>().Where(b => b != Balise.Inconnue).ToFrozenDictionary(b => b.ToString());

    private static readonly uint Facteur = ChercherUnFacteur();
    private static readonly Balise[] ParCase = Ranger(Facteur)!;

    public static string Nom(Balise balise) => Textes[(int)balise];

    public static ReadOnlySpan<byte> EnOctets(Balise balise) => Octets[(int)balise];

    public static Balise Trouver(string nom) => ParTexte.GetValueOrDefault(nom);

    public static Balise Trouver(ReadOnlySpan<byte> nom)
    {
        if (nom.IsEmpty)
            return Balise.Inconnue;
        var balise = ParCase[Case(nom, Facteur)];
        return nom.SequenceEqual(Octets[(int)balise]) ? balise : Balise.Inconnue;
    }

    /// <summary>The category of line whose element this is, or null.</summary>
    public static CategorieDeLigne? Categorie(this Balise balise) =>
        balise is >= Balise.TraitBrut and <= Balise.Commentaire ? (CategorieDeLigne)balise : null;

    private static uint Case(ReadOnlySpan<byte> nom, uint facteur)
    {
        var avantDernier = nom[nom.Length > 1 ? ^2 : ^1];
        var melange = (uint)nom.Length ^ (uint)nom[0] << 5 ^ (uint)nom[nom.Length / 3] << 10 ^ (uint)nom[nom.Length / 2] << 15
            ^ (uint)avantDernier << 20 ^ (uint)nom[^1] << 24;
        return unchecked(melange * facteur) >> 20;
    }

    /// <summary>The first odd factor under which no two names share a place: found once, so that a name is told by one comparison.</summary>
    private static uint ChercherUnFacteur()
    {
        var facteur = 0x9E3779B1u;
        for (var essais = 0; essais < 10_000; essais++, facteur = unchecked(facteur * 0x01000193u + 2))
        {
            if (Ranger(facteur) is not null)
                return facteur;
        }

        throw new InvalidOperationException("Deux noms de balise se confondent : ajoutez un octet au mélange.");
    }

    private static Balise[]? Ranger(uint facteur)
    {
        var cases = new Balise[Cases];
        for (var i = 1; i < Octets.Length; i++)
        {
            ref var place = ref cases[Case(Octets[i], facteur)];
            if (place != Balise.Inconnue)
                return null;
            place = (Balise)i;
        }

        return cases;
    }
}
