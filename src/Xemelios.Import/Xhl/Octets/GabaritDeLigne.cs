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
/// the same, and needs no other reading. Spaces and comments before it are part of it.</summary>
/// <remarks>A file repeats its lines to the last space: most are read so, in one comparison between two numbers.</remarks>
internal sealed class GabaritDeLigne
{
    private const int SuivantsMax = 4;

    private static readonly SearchValues<byte> FinDeNom = SearchValues.Create(" />\t\r\n"u8);

    private readonly byte[][] _fixes;
    private readonly Variable[] _variables;
    private readonly GabaritDeLigne?[] _suivants = new GabaritDeLigne?[SuivantsMax];

    /// <param name="texte">From the end of the tag before that of the line to that of the tag that closes it.</param>
    /// <param name="places">In the order of the text.</param>
    /// <param name="debut">Where the line starts in the text, after spaces and comments.</param>
    /// <param name="derniere">The last element in it.</param>
    public GabaritDeLigne(ModeleDeLigne modele, ReadOnlySpan<byte> texte, ReadOnlySpan<PlaceDeVariable> places, int debut, Balise derniere)
    {
        (Modele, Debut, DerniereBalise) = (modele, debut, derniere);
        _fixes = new byte[places.Length + 1][];
        _variables = new Variable[places.Length];
        var fin = 0;
        for (var i = 0; i < places.Length; i++)
        {
            (_variables[i], _fixes[i]) = (places[i].Variable, texte[fin..places[i].Debut].ToArray());
            fin = places[i].Debut + places[i].Longueur;
        }

        _fixes[^1] = texte[fin..].ToArray();
    }

    public ModeleDeLigne Modele { get; }

    /// <summary>Where the line starts in the bytes of the pattern.</summary>
    public int Debut { get; }

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
            var longueur = NombreSimple.LireUnDebut(texte[place..], _variables[i] == Variable.Montant ? 2 : 4, out var valeur);
            if (longueur == 0)
                return 0;
            Garder(_variables[i], valeur, ref ligne);
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

    private static void Garder(Variable variable, long valeur, ref LigneDePaye ligne)
    {
        switch (variable)
        {
            case Variable.Base: ligne.Base = new(valeur); break;
            case Variable.NbUnite: ligne.NbUnite = new(valeur); break;
            default: ligne.Montant = new(valeur); break;
        }
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
