namespace Xemelios.Samples;

/// <summary>Writes the samples to a folder, or compares a folder with what the generator makes.</summary>
public static class DossierDEchantillons
{
    /// <summary>Replaces the folder's content.</summary>
    public static int Ecrire(string dossier)
    {
        var fichiers = DataSamples.Fichiers();
        foreach (var perime in Presents(dossier).Except(fichiers.Select(f => f.Chemin), StringComparer.Ordinal))
            File.Delete(Path.Combine(dossier, perime));
        Poser(dossier, fichiers);
        Console.WriteLine($"{fichiers.Count} fichiers, {fichiers.Sum(f => (long)f.Contenu.Length)} octets");
        return 0;
    }

    /// <summary>A drawn delivery, with what is expected of it.</summary>
    public static int EcrireLivraison(string dossier, ulong graine)
    {
        var livraison = Generateur.Livraison(graine);
        Poser(dossier, livraison.Fichiers);
        Console.WriteLine(livraison.Description);
        foreach (var etat in livraison.Etats)
            Console.Write(AttenduJson.Texte(AttenduJson.Complet(etat)));
        return 0;
    }

    /// <summary>Every hostile input as a file.</summary>
    public static int EcrireHostiles(string dossier)
    {
        Directory.CreateDirectory(dossier);
        foreach (var entree in CatalogueHostile.Tous())
        {
            using var flux = File.Create(Path.Combine(dossier, entree.NomFichier));
            entree.Ecrire(flux);
            Console.WriteLine($"{entree.NomFichier} : {flux.Length} octets, {entree.Raison}");
        }

        return 0;
    }

    /// <summary>0 when the folder holds exactly the generated files, byte for byte; else 10, and the names that differ.</summary>
    public static int Verifier(string dossier)
    {
        var attendus = DataSamples.Fichiers();
        var ecarts = Differences(dossier, attendus);
        foreach (var ecart in ecarts)
            Console.Error.WriteLine(ecart);
        Console.WriteLine($"{attendus.Count} fichiers comparés, {ecarts.Count} différences");
        return ecarts.Count == 0 ? 0 : 10;
    }

    /// <summary>French sentences on each file that differs, is missing or is too many.</summary>
    public static IReadOnlyList<string> Differences(string dossier, IReadOnlyList<FichierFictif> attendus)
    {
        var ecarts = new List<string>();
        foreach (var fichier in attendus)
        {
            var chemin = Path.Combine(dossier, fichier.Chemin);
            if (!File.Exists(chemin))
                ecarts.Add($"{fichier.Chemin} manque");
            else if (!File.ReadAllBytes(chemin).AsSpan().SequenceEqual(fichier.Contenu))
                ecarts.Add($"{fichier.Chemin} diffère");
        }

        ecarts.AddRange(Presents(dossier).Except(attendus.Select(f => f.Chemin), StringComparer.Ordinal).Select(p => $"{p} est de trop"));
        return ecarts;
    }

    private static IEnumerable<string> Presents(string dossier) => Directory.Exists(dossier)
        ? [.. Directory.EnumerateFiles(dossier, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(dossier, f).Replace('\\', '/'))]
        : [];

    private static void Poser(string dossier, IReadOnlyList<FichierFictif> fichiers)
    {
        foreach (var fichier in fichiers)
        {
            var chemin = Path.Combine(dossier, fichier.Chemin);
            Directory.CreateDirectory(Path.GetDirectoryName(chemin)!);
            File.WriteAllBytes(chemin, fichier.Contenu);
        }
    }
}
