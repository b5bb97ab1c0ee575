using System.Text;

namespace Xemelios.Import.Tests.Differentiel;

internal enum SorteDEcart
{
    Accident,

    /// <summary>The fast reader read what the reader of the framework refuses.</summary>
    AccepteLeRefuse,

    /// <summary>The fast reader pronounced a refusal that is not the same.</summary>
    AutreRefus,
    AutresEvenements,
}

/// <summary>How a reading differs from that of the framework, which is always right.</summary>
internal sealed record Ecart(SorteDEcart Sorte, string Description)
{
    private const int Alentour = 160;
    private const int LectureReduite = 900;

    /// <summary>Null when there is none; what the fast reader leaves to the other is none.</summary>
    public static Ecart? Entre(LectureXhl temoin, LectureXhl rapide) => (temoin.Issue, rapide.Issue) switch
    {
        (Issue.Accident, _) => new(SorteDEcart.Accident, $"accident du témoin : {temoin.Motif}"),
        (_, Issue.Accident) => new(SorteDEcart.Accident, rapide.Motif),
        (_, Issue.Abandonnee) => null,
        (Issue.Refusee, Issue.Lue) => new(SorteDEcart.AccepteLeRefuse, $"lu, alors que le témoin refuse : {temoin.Motif}"),
        (_, Issue.Refusee) when temoin.Motif != rapide.Motif => new(SorteDEcart.AutreRefus, $"attendu {temoin.Issue} {temoin.Motif}\n      refusé  {rapide.Motif}"),
        (Issue.Lue, Issue.Lue) => Premier(temoin.Lignes, rapide.Lignes),
        _ => null,
    };

    private static Ecart? Premier(IReadOnlyList<string> attendues, IReadOnlyList<string> lues)
    {
        var rang = 0;
        while (rang < attendues.Count && rang < lues.Count && attendues[rang] == lues[rang])
            rang++;
        if (rang == attendues.Count && rang == lues.Count)
            return null;
        var attendue = rang < attendues.Count ? attendues[rang] : "(fin)";
        var lue = rang < lues.Count ? lues[rang] : "(fin)";
        var place = 0;
        while (place < attendue.Length && place < lue.Length && attendue[place] == lue[place])
            place++;
        return new(SorteDEcart.AutresEvenements, $"évènement {rang}, caractère {place}\n      attendu {Autour(attendue, place)}\n      lu      {Autour(lue, place)}");
    }

    private static string Autour(string ligne, int place)
    {
        var debut = Math.Max(0, place - Alentour);
        return $"{ligne[..ligne.IndexOf(' ', StringComparison.Ordinal)]} …{ligne[debut..Math.Min(ligne.Length, place + Alentour)]}…";
    }

    /// <summary>Removes from a file all that can be without losing this kind of difference, so that it can be read.</summary>
    public string Reduire(byte[] octets, Func<byte[], SorteDEcart?> comparer)
    {
        var essais = 4_000;
        for (var taille = octets.Length / 2; taille > 0; taille /= 2)
        {
            for (var debut = 0; debut < octets.Length && essais-- > 0;)
            {
                byte[] reste = [.. octets[..debut], .. octets[Math.Min(octets.Length, debut + taille)..]];
                if (reste.Length < octets.Length && comparer(reste) == Sorte)
                    octets = reste;
                else
                    debut += taille;
            }
        }

        return Lisible(octets);
    }

    private static string Lisible(byte[] octets)
    {
        var texte = new StringBuilder();
        foreach (var octet in octets.Take(LectureReduite))
        {
            if (octet is >= 32 and < 127)
                texte.Append((char)octet);
            else
                texte.Append($"\\x{octet:X2}");
        }

        return octets.Length > LectureReduite ? $"{texte}… ({octets.Length} octets)" : texte.ToString();
    }
}
