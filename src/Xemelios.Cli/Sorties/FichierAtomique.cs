namespace Xemelios.Cli.Sorties;

/// <summary>A file that appears whole, under its name, or not at all.</summary>
internal static class FichierAtomique
{
    public static void Ecrire(string chemin, Action<Stream> ecrire)
    {
        var provisoire = $"{chemin}.{Guid.NewGuid():N}.ecriture";
        try
        {
            using (var flux = new FileStream(provisoire, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16))
                ecrire(flux);
            File.Move(provisoire, chemin, overwrite: true);
        }
        finally
        {
            File.Delete(provisoire);
        }
    }
}
