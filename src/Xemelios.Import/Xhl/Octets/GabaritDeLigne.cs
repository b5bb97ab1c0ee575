using System.Buffers;
using Xemelios.Domain.Paye;

namespace Xemelios.Import.Xhl;

/// <summary>A number of a line that changes from one agent to the next.</summary>
internal enum Variable : byte
{
    Base,
    NbUnite,
    Montant,
}

/// <summary>Where a variable stands in the text of a line.</summary>
internal readonly record struct PlaceDeVariable(Variable Variable, int Debut, int Longueur);

/// <summary>The bytes of a line as they were once written, but for its numbers: a line that has the same bytes around its numbers says
/// the same, and needs no other reading.</summary>
/// <remarks>A file repeats its lines to the last space: most are read so, in one comparison between two numbers.</remarks>
internal sealed class GabaritDeLigne
{
    private const int ChiffresMax = 24;
    private const int SuivantsMax = 4;

    private static readonly SearchValues<byte> Chiffres = SearchValues.Create("0123456789.-"u8);
    private static readonly SearchValues<byte> FinDeNom = SearchValues.Create(" />\t\r\n"u8);

    private readonly byte[][] _fixes;
    private readonly Variable[] _variables;
    private readonly GabaritDeLigne?[] _suivants = new GabaritDeLigne?[SuivantsMax];

    /// <param name="texte">From the end of the tag that opens the line to that of the one that closes it.</param>
    /// <param name="places">In the order of the text.</param>
    /// <param name="derniere">The last element in it.</param>
    public GabaritDeLigne(ModeleDeLigne modele, ReadOnlySpan<byte> texte, ReadOnlySpan<PlaceDeVariable> places, Balise derniere)
    {
        (Modele, DerniereBalise) = (modele, derniere);
        _fixes = new byte[places.Length + 1][];
        _variables = new Variable[places.Length];
        var debut = 0;
        for (var i = 0; i < places.Length; i++)
        {
            (_variables[i], _fixes[i]) = (places[i].Variable, texte[debut..places[i].Debut].ToArray());
            debut = places[i].Debut + places[i].Longueur;
        }

        _fixes[^1] = texte[debut..].ToArray();
    }

    public ModeleDeLigne Modele { get; }

    public Balise DerniereBalise { get; }

    /// <summary>The lines that came after one like this lately, the last one first.</summary>
    public ReadOnlySpan<GabaritDeLigne?> Suivants => _suivants;

    /// <summary>Whether a text can be made a pattern: no declaration of namespace, no prefix, nothing that depends on what is around it.</summary>
    public static bool Convient(ReadOnlySpan<byte> texte) => texte.IndexOf("xmlns"u8) < 0 && !APrefixe(texte);

    /// <summary>Reads a line that has these bytes around its numbers.</summary>
    /// <returns>The number of bytes read, or 0 when it is another one: then the line may hold some of its numbers.</returns>
    public int Lire(ReadOnlySpan<byte> texte, ref LigneDePaye ligne)
    {
        (ligne.Base, ligne.NbUnite, ligne.Montant) = (null, null, null);
        var place = 0;
        for (var i = 0; i < _variables.Length; i++)
        {
            var fixe = _fixes[i];
            if (!texte[place..].StartsWith(fixe))
                return 0;
            place += fixe.Length;
            var longueur = texte.Slice(place, Math.Min(ChiffresMax, texte.Length - place)).IndexOfAnyExcept(Chiffres);
            if (longueur <= 0 || !Garder(_variables[i], texte.Slice(place, longueur), ref ligne))
                return 0;
            place += longueur;
        }

        return texte[place..].StartsWith(_fixes[^1]) ? place + _fixes[^1].Length : 0;
    }

    /// <summary>Notes what came after a line like this one.</summary>
    public void SuiviPar(GabaritDeLigne suivant)
    {
        if (ReferenceEquals(_suivants[0], suivant))
            return;
        var rang = Math.Max(Array.IndexOf(_suivants, suivant), 0);
        if (rang == 0)
            rang = SuivantsMax - 1;
        Array.Copy(_suivants, 0, _suivants, 1, rang);
        _suivants[0] = suivant;
    }

    private static bool Garder(Variable variable, ReadOnlySpan<byte> nombre, ref LigneDePaye ligne)
    {
        if (!NombreSimple.Lire(nombre, variable == Variable.Montant ? 2 : 4, out var valeur))
            return false;
        switch (variable)
        {
            case Variable.Base: ligne.Base = new(valeur); break;
            case Variable.NbUnite: ligne.NbUnite = new(valeur); break;
            default: ligne.Montant = new(valeur); break;
        }

        return true;
    }

    private static bool APrefixe(ReadOnlySpan<byte> texte)
    {
        for (var reste = texte; reste.IndexOf((byte)'<') is var rang and >= 0;)
        {
            reste = reste[(rang + 1)..];
            var nom = reste is [(byte)'/', .. var ferme] ? ferme : reste;
            var fin = nom.IndexOfAny(FinDeNom);
            if (fin < 0 || nom[..fin].Contains((byte)':'))
                return true;
        }

        return false;
    }
}
