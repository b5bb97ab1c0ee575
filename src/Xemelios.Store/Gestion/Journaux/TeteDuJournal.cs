using System.Globalization;

namespace Xemelios.Store.Gestion.Journaux;

/// <summary>Where the journal stood at the end of a day: whoever keeps it elsewhere can prove a later cut or rewriting.</summary>
/// <param name="Jour">Day of the last entry (UTC).</param>
/// <param name="Rang">Rank of the last entry.</param>
/// <param name="Nombre">How many entries since the head before it.</param>
/// <param name="Empreinte">Seal of the last entry, in hexadecimal.</param>
public sealed record TeteDuJournal(DateOnly Jour, long Rang, long Nombre, string Empreinte)
{
    /// <summary>As it is printed and kept: day, rank, count, seal, with a space between.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Jour:yyyy-MM-dd} {Rang} {Nombre} {Empreinte}");

    /// <summary>Reads a line; null when it is no head.</summary>
    public static TeteDuJournal? Lire(string ligne) =>
        ligne.Trim().Split(' ') is [var jour, var rang, var nombre, { Length: 64 } empreinte] &&
        DateOnly.TryParseExact(jour, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var le) &&
        long.TryParse(rang, NumberStyles.None, CultureInfo.InvariantCulture, out var r) &&
        long.TryParse(nombre, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && empreinte.All(char.IsAsciiHexDigit)
            ? new TeteDuJournal(le, r, n, empreinte.ToLowerInvariant())
            : null;

    /// <summary>Reads the heads of a file; blank lines and those that begin with # are left out.</summary>
    /// <exception cref="TetesIllisiblesException">a line is no head.</exception>
    public static IReadOnlyList<TeteDuJournal> LireTout(IEnumerable<string> lignes) =>
        [.. lignes.Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#').Select(l => Lire(l) ?? throw new TetesIllisiblesException())];
}

/// <summary>A file of heads holds something else.</summary>
public sealed class TetesIllisiblesException() : Exception("Ce fichier ne contient pas que des têtes de journal (jour, rang, nombre, empreinte).");

/// <summary>The heads beside the base, one a line: <c>journal-tetes.txt</c> of the data folder.</summary>
internal sealed class FichierDesTetes(string chemin)
{
    public IReadOnlyList<string> Lignes => File.Exists(chemin) ? File.ReadAllLines(chemin) : [];

    /// <summary>Adds the heads that the file has not; the whole file or nothing is written.</summary>
    /// <param name="depuis">Gives the heads of the base beyond a rank, in their order.</param>
    public void Completer(Func<long, IReadOnlyList<TeteDuJournal>> depuis)
    {
        var lignes = Lignes;
        var nouvelles = depuis(lignes.Select(l => TeteDuJournal.Lire(l)?.Rang ?? 0).DefaultIfEmpty(0).Max());
        if (nouvelles.Count == 0)
            return;
        var ecriture = chemin + ".ecriture";
        using (var flux = new FileStream(ecriture, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            using var texte = new StreamWriter(flux) { NewLine = "\n" };
            foreach (var ligne in lignes.Concat(nouvelles.Select(n => n.ToString())))
                texte.WriteLine(ligne);
            texte.Flush();
            flux.Flush(flushToDisk: true);
        }

        File.Move(ecriture, chemin, overwrite: true);
    }
}
