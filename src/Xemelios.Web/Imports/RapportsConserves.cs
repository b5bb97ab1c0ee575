using System.Text.Json;
using System.Text.RegularExpressions;

namespace Xemelios.Web.Imports;

/// <summary>The reports of past imports, one JSON file each in the data folder, so that their addresses outlive the process.</summary>
internal sealed partial class RapportsConserves(string dossier)
{
    public void Garder(SuiviDImport suivi)
    {
        Directory.CreateDirectory(dossier);
        var provisoire = Path.Combine(dossier, suivi.Lot + ".tmp");
        using (var flux = File.Create(provisoire))
            JsonSerializer.Serialize(flux, suivi);
        File.Move(provisoire, Fichier(suivi.Lot), overwrite: true);
    }

    public SuiviDImport? Trouver(string lot)
    {
        // The identifier comes from an address: only one that could be ours becomes a file name.
        if (!Identifiant().IsMatch(lot) || !File.Exists(Fichier(lot)))
            return null;
        using var flux = File.OpenRead(Fichier(lot));
        return JsonSerializer.Deserialize<SuiviDImport>(flux);
    }

    /// <summary>The last ones, latest first.</summary>
    public IEnumerable<SuiviDImport> Derniers(int nombre) => !Directory.Exists(dossier)
        ? []
        : Directory.EnumerateFiles(dossier, "*.json").Select(f => Path.GetFileNameWithoutExtension(f))
            .OrderDescending(StringComparer.Ordinal).Take(nombre).Select(Trouver).OfType<SuiviDImport>();

    private string Fichier(string lot) => Path.Combine(dossier, lot + ".json");

    [GeneratedRegex("^[0-9]{8}-[0-9]{6}-[0-9a-f]{8}$", RegexOptions.None, 1000)]
    private static partial Regex Identifiant();
}
