namespace Xemelios.Cli.Tests;

/// <summary>The committed samples, found from the output folder.</summary>
public static class JeuDEssai
{
    /// <summary>Folder <c>data-samples</c> of the checkout.</summary>
    public static string Racine { get; } = Chercher();

    public static string Chemin(params string[] elements) => Path.Combine([Racine, .. elements]);

    /// <summary>The two employers of the samples.</summary>
    public static string[] Livraisons { get; } = [Chemin("commune"), Chemin("hopital")];

    private static string Chercher()
    {
        for (var dossier = new DirectoryInfo(AppContext.BaseDirectory); dossier is not null; dossier = dossier.Parent)
        {
            var candidat = Path.Combine(dossier.FullName, "data-samples");
            if (File.Exists(Path.Combine(candidat, "attendu.json")))
                return candidat;
        }

        throw new DirectoryNotFoundException("data-samples");
    }
}
