using System.Runtime.InteropServices;
using System.Text;

namespace Xemelios.Samples;

/// <summary>A re-written file damaged at random, mostly where parsers go wrong. It may still be good XML: the reader of the framework says.</summary>
public static class XhlMute
{
    /// <summary>One to three blows on the file of a seed.</summary>
    public static byte[] Creer(ulong graine)
    {
        var hasard = new Hasard(graine).Branche("mutation");
        var octets = XhlReecrit.Creer(1_000_000 + graine / 4).Octets.ToList();
        for (var coups = hasard.Parmi([1, 1, 1, 1, 1, 1, 1, 2, 2, 3]); coups > 0 && octets.Count > 0; coups--)
            UnCoup(octets, hasard, graine);
        return [.. octets];
    }

    private static void UnCoup(List<byte> octets, Hasard hasard, ulong graine)
    {
        var place = hasard.Entre(0, octets.Count - 1);
        switch (hasard.Entre(0, 25))
        {
            case <= 3: Inserer(octets, hasard, hasard.Parmi(["=\"", "='", "\"", "'"]), CoupsDeTexte.DansUneValeur); break;
            case <= 7: Inserer(octets, hasard, ">", CoupsDeTexte.EntreDeuxBalises); break;
            case <= 10: Inserer(octets, hasard, hasard.Parmi([" V", " V", "<Mt", "<Code", "<PayeIndivMensuel", "<n:DocumentPaye", "</Mt"]), CoupsDeTexte.AvantUnAttribut, avant: hasard.Parfois(30)); break;
            case <= 13: Remplacer(octets, hasard); break;
            case 14: Declarer(octets, hasard); break;
            case 15: octets.AddRange(hasard.Parfois(85) ? hasard.Parmi(CoupsDeTexte.ApresLaRacine) : [.. octets]); break;
            case 16: octets.InsertRange(place, hasard.Parmi(CoupsDeTexte.Octets)); break;
            case 17: octets[place] = hasard.Parmi(CoupsDeTexte.Octets)[0]; break;
            case 18: octets[place] ^= (byte)(1 << hasard.Entre(0, 7)); break;
            case 19: octets.RemoveRange(place, octets.Count - place); break;
            case 20: octets.RemoveRange(place, Math.Min(hasard.Parmi([1, 1, 2, 7, 60, 900]), octets.Count - place)); break;
            case 21: Dupliquer(octets, hasard, place); break;
            case 22: Greffer(octets, hasard, graine); break;
            case 23: Transcrire(octets, hasard); break;
            case 24: Echanger(octets, hasard, place); break;
            default: DeBaliseABalise(octets, hasard); break;
        }
    }

    private static void Inserer(List<byte> octets, Hasard hasard, string motif, byte[][] coups, bool avant = false)
    {
        var rang = Trouver(octets, hasard, Encoding.ASCII.GetBytes(motif));
        if (rang >= 0)
            octets.InsertRange(avant ? rang : rang + motif.Length, hasard.Parmi(coups));
    }

    private static void Remplacer(List<byte> octets, Hasard hasard)
    {
        var (motif, remplacement) = hasard.Parmi(CoupsDeTexte.Remplacements);
        var rang = Trouver(octets, hasard, motif);
        if (rang < 0)
            return;
        octets.RemoveRange(rang, motif.Length);
        octets.InsertRange(rang, remplacement);
    }

    private static void Declarer(List<byte> octets, Hasard hasard)
    {
        var texte = CollectionsMarshal.AsSpan(octets);
        var fin = texte.StartsWith("<?xml"u8) ? texte.IndexOf("?>"u8) + 2 : 0;
        octets.RemoveRange(0, fin);
        octets.InsertRange(0, hasard.Parmi(CoupsDeTexte.Declarations));
    }

    private static void Dupliquer(List<byte> octets, Hasard hasard, int place)
    {
        var copie = octets.GetRange(place, Math.Min(hasard.Parmi([1, 2, 30, 400, 5_000]), octets.Count - place));
        octets.InsertRange(hasard.Parfois(50) ? place : hasard.Entre(0, octets.Count), copie);
    }

    /// <summary>The beginning of one file and the end of another, cut at tags or anywhere.</summary>
    private static void Greffer(List<byte> octets, Hasard hasard, ulong graine)
    {
        var autre = XhlReecrit.Creer(2_000_000 + graine).Octets.ToList();
        var (ici, la) = hasard.Parfois(30)
            ? (hasard.Entre(0, octets.Count), hasard.Entre(0, autre.Count))
            : (Math.Max(0, Trouver(octets, hasard, "<PayeIndivMensuel"u8)), Math.Max(0, Trouver(autre, hasard, "<PayeIndivMensuel"u8)));
        octets.RemoveRange(ici, octets.Count - ici);
        octets.AddRange(autre[la..]);
    }

    /// <summary>Other bytes under the same declaration.</summary>
    private static void Transcrire(List<byte> octets, Hasard hasard)
    {
        byte[] avant = [.. octets];
        Encoding[] encodages = [Encoding.Latin1, Encoding.UTF8, Encodages.Windows1252, Encoding.Unicode, Encoding.BigEndianUnicode];
        octets.Clear();
        octets.AddRange(Encoding.Convert(hasard.Parmi(encodages[..3]), hasard.Parmi(encodages), avant));
    }

    private static void Echanger(List<byte> octets, Hasard hasard, int place)
    {
        var autre = hasard.Parfois(50) ? Math.Min(place + 1, octets.Count - 1) : hasard.Entre(0, octets.Count - 1);
        (octets[place], octets[autre]) = (octets[autre], octets[place]);
    }

    /// <summary>What stands between two "&lt;" is removed, repeated or moved.</summary>
    private static void DeBaliseABalise(List<byte> octets, Hasard hasard)
    {
        var debut = Trouver(octets, hasard, "<"u8);
        var fin = debut < 0 ? -1 : octets.IndexOf((byte)'<', debut + 1);
        if (fin < 0)
            return;
        var morceau = octets.GetRange(debut, fin - debut);
        if (hasard.Parfois(70))
            octets.RemoveRange(debut, fin - debut);
        if (hasard.Parfois(60) && Trouver(octets, hasard, "<"u8) is var ailleurs and >= 0)
            octets.InsertRange(ailleurs, morceau);
    }

    /// <summary>An occurrence at or after a random place, else the first one; -1 for none.</summary>
    private static int Trouver(List<byte> octets, Hasard hasard, ReadOnlySpan<byte> motif)
    {
        ReadOnlySpan<byte> texte = CollectionsMarshal.AsSpan(octets);
        var depart = octets.Count == 0 ? 0 : hasard.Entre(0, octets.Count - 1);
        var rang = texte[depart..].IndexOf(motif);
        return rang >= 0 ? depart + rang : texte.IndexOf(motif);
    }
}
