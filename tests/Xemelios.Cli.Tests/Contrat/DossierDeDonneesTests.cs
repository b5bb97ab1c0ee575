using System.Diagnostics;
using Xemelios.Import.Tests;

namespace Xemelios.Cli.Tests.Contrat;

/// <summary>Where the data folder is: the option, else the variable, else <c>donnees</c>. In a process of its own: both belong to one.</summary>
public sealed class DossierDeDonneesTests : IDisposable
{
    private readonly DossierDEssai _essai = new();

    [Fact]
    public async Task SansOptionNiVariableLeDossierEstDonnees()
    {
        await Importer(variable: null);
        Assert.True(File.Exists(Path.Combine(_essai.Depot, "donnees", "gestion.db")));
    }

    [Fact]
    public async Task LaVariableVautSansOption()
    {
        await Importer(variable: _essai.Donnees);
        Assert.True(File.Exists(Path.Combine(_essai.Donnees, "gestion.db")));
        Assert.False(Directory.Exists(Path.Combine(_essai.Depot, "donnees")));
    }

    [Fact]
    public async Task LOptionPasseAvantLaVariable()
    {
        await Importer(variable: Path.Combine(_essai.Depot, "ailleurs"), "--donnees", _essai.Donnees);
        Assert.True(File.Exists(Path.Combine(_essai.Donnees, "gestion.db")));
        Assert.False(Directory.Exists(Path.Combine(_essai.Depot, "ailleurs")));
    }

    public void Dispose() => _essai.Dispose();

    private async Task Importer(string? variable, params string[] options)
    {
        using var processus = Programme.Demarrer(_essai.Depot, variable, ["importer", JeuDEssai.Chemin("cas", "standard"), .. options]);
        await processus.WaitForExitAsync();
        Assert.Equal(0, processus.ExitCode);
    }
}

/// <summary>The executable <c>xemelios</c> as another process.</summary>
internal static class Programme
{
    public static Process Demarrer(string repertoire, string? variable, params IEnumerable<string> arguments)
    {
        var depart = new ProcessStartInfo("dotnet", [typeof(LigneDeCommande).Assembly.Location, .. arguments])
        {
            WorkingDirectory = repertoire, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        depart.Environment.Remove("XEMELIOS_DONNEES");
        if (variable is not null)
            depart.Environment["XEMELIOS_DONNEES"] = variable;
        var processus = Process.Start(depart)!;
        // Nobody reads them: a full pipe would stop the program.
        processus.OutputDataReceived += (_, _) => { };
        processus.ErrorDataReceived += (_, _) => { };
        processus.BeginOutputReadLine();
        processus.BeginErrorReadLine();
        return processus;
    }
}
