using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Xemelios.Import.Xhl;

/// <summary>Where the value of the V attribute of the current element stands.</summary>
/// <param name="EstSimple">Its bytes are its text: no reference to resolve, no end of line to turn into a space.</param>
internal readonly record struct ValeurDOctets(int Debut, int Longueur, bool EstSimple)
{
    public static readonly ValeurDOctets Absente = new(-1, 0, false);

    public bool EstAbsente => Debut < 0;
}

/// <summary>Reads what stands between the name of an element and the end of its tag: the attributes, and only V is kept.</summary>
internal sealed class AttributsDOctets(EspacesDeNoms espaces, EncodageDOctets encodage)
{
    private const int MaxBalise = 1_000_000;

    /// <summary>The four bytes «&#160;V="» as a little-endian number.</summary>
    private const uint EspaceVEgalGuillemet = ' ' | 'V' << 8 | '=' << 16 | '"' << 24;

    private static readonly SearchValues<byte> FinEntreGuillemets = SearchValues.Create("\"&<\t\n\r"u8);
    private static readonly SearchValues<byte> FinEntreApostrophes = SearchValues.Create("'&<\t\n\r"u8);

    private readonly List<(int Debut, int Local, int Fin)> _noms = [];

    public ValeurDOctets V { get; private set; }

    /// <summary>Reads «&#160;V="value"/&gt;» at this place when it is there, in a value of less than one vector; otherwise nothing is read.</summary>
    public bool LireV(byte[] octets, int debut, out int fin)
    {
        fin = 0;
        if (BitConverter.ToUInt32(octets, debut) != EspaceVEgalGuillemet)
            return false;
        var valeur = debut + sizeof(uint);
        // The margin after a block makes both vectors readable; what they hold beyond the tag does not count. Vectors of 16 bytes are
        // those that code compiled ahead of time can use on any processor.
        var arrets = Arrets(ref octets[valeur]) | Arrets(ref octets[valeur + Vector128<byte>.Count]) << Vector128<byte>.Count;
        var longueur = BitOperations.TrailingZeroCount(arrets);
        if (longueur > 29 || octets[valeur + longueur] != '"' || octets[valeur + longueur + 1] != '/' || octets[valeur + longueur + 2] != '>')
            return false;
        V = new ValeurDOctets(valeur, longueur, true);
        fin = valeur + longueur + 3;
        return true;
    }

    /// <summary>Which of 16 bytes a plain value does not hold: quote, reference, tag, end of line.</summary>
    private static uint Arrets(ref byte debut)
    {
        var vecteur = Vector128.LoadUnsafe(ref debut);
        return (Vector128.Equals(vecteur, Vector128.Create((byte)'"')) | Vector128.Equals(vecteur, Vector128.Create((byte)'&'))
            | Vector128.Equals(vecteur, Vector128.Create((byte)'<')) | Vector128.LessThan(vecteur, Vector128.Create((byte)' '))).ExtractMostSignificantBits();
    }

    /// <summary>Reads to the end of the tag.</summary>
    /// <returns>The place after the tag, and whether the element is closed by its own tag.</returns>
    public (int Position, bool EstVide) Lire(BlocDeXml bloc, int debut, int profondeur)
    {
        var octets = bloc.Tableau;
        V = ValeurDOctets.Absente;
        if (octets[debut] == '>')
            return (debut + 1, false);
        if (octets[debut] == ' ' && octets[debut + 1] == 'V' && octets[debut + 2] == '=' && octets[debut + 3] == '"')
        {
            // The one form that nearly every leaf has.
            var valeur = debut + 4;
            var longueur = octets.AsSpan(valeur, bloc.Longueur - valeur).IndexOfAny(FinEntreGuillemets);
            if (longueur is >= 0 and < MaxBalise && octets[valeur + longueur] == '"')
            {
                V = new ValeurDOctets(valeur, longueur, true);
                var p = valeur + longueur + 1;
                if (octets[p] == '/' && octets[p + 1] == '>')
                    return (p + 2, true);
                if (octets[p] == '>')
                    return (p + 1, false);
            }
        }

        return LireTout(bloc, debut, profondeur);
    }

    private (int Position, bool EstVide) LireTout(BlocDeXml bloc, int debut, int profondeur)
    {
        var octets = bloc.Tableau;
        V = ValeurDOctets.Absente;
        _noms.Clear();
        var p = debut;
        while (true)
        {
            var avant = p;
            while (Caracteres.EstBlanc(octets[p]))
                p++;
            if (p >= bloc.Longueur || p - debut > MaxBalise)
                throw new TexteInhabituelException();
            if (octets[p] == '>' || octets[p] == '/' && octets[p + 1] == '>')
                break;
            if (p == avant)
                throw new TexteInhabituelException();
            p = LireUn(bloc, p, profondeur);
        }

        VerifierLesPrefixes(octets);
        return octets[p] == '/' ? (p + 2, true) : (p + 1, false);
    }

    private int LireUn(BlocDeXml bloc, int debut, int profondeur)
    {
        var octets = bloc.Tableau;
        var local = debut;
        var fin = Caracteres.FinDuNom(octets, debut);
        if (octets[fin] == ':')
        {
            local = fin + 1;
            fin = Caracteres.FinDuNom(octets, local);
        }

        Noter(octets, debut, local, fin);
        var p = PasserLesBlancs(octets, fin);
        if (octets[p] != '=')
            throw new TexteInhabituelException();
        p = PasserLesBlancs(octets, p + 1);
        var quote = octets[p];
        if (quote is not ((byte)'"' or (byte)'\''))
            throw new TexteInhabituelException();
        var (finDeValeur, simple) = FinDeValeur(bloc, p + 1, quote);
        var nom = octets.AsSpan(debut, fin - debut);
        var valeur = new ValeurDOctets(p + 1, finDeValeur - p - 1, simple);
        if (nom.SequenceEqual("V"u8))
            V = valeur;
        else if (nom.StartsWith("xml"u8))
            Reserve(octets, debut, local, fin, valeur, profondeur);
        return finDeValeur + 1;
    }

    private void Noter(byte[] octets, int debut, int local, int fin)
    {
        foreach (var (d, _, f) in _noms)
        {
            if (octets.AsSpan(d, f - d).SequenceEqual(octets.AsSpan(debut, fin - debut)))
                throw new TexteInhabituelException();
        }

        _noms.Add((debut, local, fin));
    }

    /// <summary>A value up to its quote; references inside it are resolved once to know that they are right.</summary>
    private (int Fin, bool Simple) FinDeValeur(BlocDeXml bloc, int debut, byte quote)
    {
        var octets = bloc.Tableau;
        var arrets = quote == '"' ? FinEntreGuillemets : FinEntreApostrophes;
        var simple = true;
        for (var p = debut; ; p++)
        {
            var rang = octets.AsSpan(p, bloc.Longueur - p).IndexOfAny(arrets);
            if (rang < 0 || octets[p + rang] == '<')
                throw new TexteInhabituelException();
            p += rang;
            if (octets[p] == quote)
            {
                if (!simple)
                    ValeurDAttribut.Lire(octets.AsSpan(debut, p - debut), encodage);
                return (p, simple);
            }

            simple = false;
        }
    }

    /// <summary>Declarations of namespaces, and the attributes of the xml prefix, of which XML restricts one.</summary>
    private void Reserve(byte[] octets, int debut, int local, int fin, ValeurDOctets valeur, int profondeur)
    {
        var texte = ValeurDAttribut.Lire(octets.AsSpan(valeur.Debut, valeur.Longueur), encodage);
        var prefixe = local > debut ? octets.AsSpan(debut, local - debut - 1) : default;
        var nom = octets.AsSpan(local, fin - local);
        if (prefixe.IsEmpty && nom.SequenceEqual("xmlns"u8))
            espaces.Declarer(default, texte, profondeur);
        else if (prefixe.SequenceEqual("xmlns"u8))
            espaces.Declarer(nom, texte, profondeur);
        else if (prefixe.SequenceEqual("xml"u8) && nom.SequenceEqual("space"u8) && texte is not ("default" or "preserve"))
            throw new TexteInhabituelException();
    }

    /// <summary>A prefix must be declared; two attributes with prefixes could be the same one under two names.</summary>
    private void VerifierLesPrefixes(byte[] octets)
    {
        var prefixes = 0;
        foreach (var (debut, local, _) in _noms)
        {
            var prefixe = local > debut ? octets.AsSpan(debut, local - debut - 1) : default;
            if (prefixe.IsEmpty || prefixe.SequenceEqual("xmlns"u8))
                continue;
            if (!prefixe.SequenceEqual("xml"u8) && (espaces.Trouver(prefixe) is null || ++prefixes > 1))
                throw new TexteInhabituelException();
        }
    }

    private static int PasserLesBlancs(byte[] octets, int p)
    {
        while (Caracteres.EstBlanc(octets[p]))
            p++;
        return p;
    }
}
