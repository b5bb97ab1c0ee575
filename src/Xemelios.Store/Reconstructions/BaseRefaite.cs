using System.Globalization;
using Xemelios.Store.Gestion;

namespace Xemelios.Store.Reconstructions;

/// <summary>Where a base that is made aside lies, from its beginning to the moment when it is the base of the folder.</summary>
/// <remarks>It is made in <c>reconstruction</c>: found at an opening, that is what an interruption left, and it goes. Once whole it is given a
/// number, <c>reconstruction-1</c>, by one rename: from then on it is the base, whatever else lies in the folder. A process that has readers
/// opens it there, beside the former one; the next opening, when nobody reads, moves it to the ordinary place. Each of these steps can be
/// done again, in the state where an interruption left it.</remarks>
internal static class BaseRefaite
{
    private const string Nom = "reconstruction";

    public static string EnCours(string dossier) => Path.Combine(dossier, Nom);

    /// <summary>The one step: before it the folder has its former base, after it the one that was made.</summary>
    /// <returns>Where that base is.</returns>
    public static string Nommer(string dossier, Action fait)
    {
        foreach (var fichier in Directory.GetFiles(EnCours(dossier)))
        {
            using var flux = new FileStream(fichier, FileMode.Open, FileAccess.ReadWrite);
            flux.Flush(flushToDisk: true);
        }

        fait();
        var finie = Path.Combine(dossier, string.Create(CultureInfo.InvariantCulture, $"{Nom}-{Finies(dossier).Select(Numero).LastOrDefault() + 1}"));
        Directory.Move(EnCours(dossier), finie);
        fait();
        return finie;
    }

    /// <summary>Takes the step back: nothing was read or written in the base that was made.</summary>
    public static void Renoncer(string dossier, string finie) => Directory.Move(finie, EnCours(dossier));

    /// <summary>What became of the files when they were read again goes into gestion.db, once.</summary>
    public static void ReprendreLaGestion(string dossier, string finie)
    {
        var copie = Path.Combine(finie, "gestion.db");
        if (!File.Exists(copie))
            return;
        new Receptions(Path.Combine(dossier, "gestion.db")).Reprendre(copie);
        File.Delete(copie);
    }

    /// <summary>Nobody reads: removes what is left of bases that were not made to the end, or were succeeded, and gives the last one that was its ordinary place.</summary>
    public static void Emmenager(string dossier, Action fait)
    {
        Entrepot.Jeter(EnCours(dossier));
        var finies = Finies(dossier);
        foreach (var depassee in finies.SkipLast(1))
            Entrepot.Jeter(depassee);
        if (finies.Count == 0)
            return;
        ReprendreLaGestion(dossier, finies[^1]);
        fait();
        Projections.Deplacer(finies[^1], dossier, fait);
        Entrepot.Jeter(finies[^1]);
    }

    /// <summary>Removes a base that another succeeded, once it is closed.</summary>
    public static void Retirer(string dossier, string ancienne)
    {
        try
        {
            if (ancienne == dossier)
                Projections.Effacer(dossier);
            else
                Entrepot.Jeter(ancienne);
        }
        catch (Exception lue) when (lue is IOException or UnauthorizedAccessException)
        {
            // Windows keeps a file that someone reads: the next opening removes it.
        }
    }

    /// <summary>Those that were made to the end, the last one last.</summary>
    private static List<string> Finies(string dossier) => [.. Directory.GetDirectories(dossier, Nom + "-*").Where(f => Numero(f) > 0).OrderBy(Numero)];

    private static int Numero(string finie) =>
        int.TryParse(Path.GetFileName(finie).AsSpan(Nom.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var numero) ? numero : 0;
}
