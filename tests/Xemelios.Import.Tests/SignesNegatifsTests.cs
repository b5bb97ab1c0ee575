namespace Xemelios.Import.Tests;

public class SignesNegatifsTests
{
    [Theory]
    [InlineData("d34-signes-b", true)]
    [InlineData("d34-signes-c", false)]
    public void UnFichierQuiEcritSesRetenuesEnNegatifLeDit(string cas, bool attendu)
    {
        using var dossier = new DossierDEssai();
        var racine = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(racine.FullName, "Xemelios.Next.sln"))) racine = racine.Parent!;
        var fichiers = Directory.GetFiles(Path.Combine(racine.FullName, "data-samples", "cas", cas)).Where(f => !f.EndsWith("attendu.json", StringComparison.Ordinal));
        var rapport = dossier.Importer([.. fichiers]);
        Assert.Equal(attendu, rapport.Fichiers.SelectMany(f => f.Anomalies).Any(a => a.Code == "XHL-0027"));
    }
}
