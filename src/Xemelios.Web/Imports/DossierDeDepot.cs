using System.Globalization;
using Xemelios.Domain.Habilitations;
using Xemelios.Store;
using Xemelios.Store.Gestion;

namespace Xemelios.Web.Imports;

/// <summary>The folder <c>depot</c> of the data folder: files laid there are received, removed from it, and imported.</summary>
/// <remarks>A file is taken once its length and date did not change from one look to the next. <c>depot/demandes</c> belongs to the command line.</remarks>
public sealed class DossierDeDepot(Entrepot entrepot, FileDImports file)
{
    private const string Demandes = "demandes";

    private readonly string _dossier = Path.Combine(entrepot.Dossier, "depot");
    private Dictionary<string, (long Octets, DateTime Date)> _vus = [];

    /// <summary>One look at the folder. Returns the batch that was launched, or null.</summary>
    public string? Relever(CancellationToken annulation)
    {
        if (!Directory.Exists(_dossier))
            return null;
        var vus = Fichiers().ToDictionary(f => f.FullName, f => (f.Length, f.LastWriteTimeUtc), StringComparer.Ordinal);
        var stables = vus.Where(v => _vus.TryGetValue(v.Key, out var avant) && avant == v.Value).Select(v => v.Key).Order(StringComparer.Ordinal).ToList();
        _vus = vus;
        if (stables.Count == 0 || !EstJournalise(stables.Count))
            return null;
        var lot = file.Ouvrir(OrigineDImport.DossierDeDepot);
        var recus = stables.Count(fichier => Prendre(lot, fichier, annulation));
        if (recus == 0)
        {
            file.Arreter(lot);
            return null;
        }

        file.Lancer(lot, Budgets(lot));
        return lot;
    }

    /// <summary>Nobody is asked here: what was answered for an employer serves again.</summary>
    private BudgetsDonnes? Budgets(string lot)
    {
        var donnes = new Dictionary<string, BudgetDonne>(StringComparer.Ordinal);
        foreach (var siret in FichiersDeposes.Volumes(entrepot.Depots.DuLot(lot)).Where(v => v.Budget is null).Select(v => v.Siret!).Distinct(StringComparer.Ordinal))
        {
            if (entrepot.BudgetsRetenus.Pour(null, siret) is { Code.Length: > 0 } donne)
                donnes[siret] = donne;
        }

        return donnes.Count == 0 ? null : new BudgetsDonnes(donnes);
    }

    /// <summary>False when the journal cannot be written: the files wait for the next look.</summary>
    private bool EstJournalise(int fichiers)
    {
        try
        {
            entrepot.Journal.Ecrire(new Acte(NatureDActe.Import, null, "dossier de dépôt", "depot") { Cles = string.Create(CultureInfo.InvariantCulture, $"chemins={fichiers}") });
            return true;
        }
        catch (JournalIndisponibleException)
        {
            return false;
        }
    }

    /// <summary>Links are not followed; hidden files and those that programs are still writing are left alone.</summary>
    private IEnumerable<FileInfo> Fichiers()
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint };
        return new DirectoryInfo(_dossier).EnumerateFiles("*", options)
            .Where(f => !Relatif(f.FullName).StartsWith(Demandes + "/", StringComparison.Ordinal) && f.Extension is not (".tmp" or ".part" or ".filepart"));
    }

    private string Relatif(string fichier) => Path.GetRelativePath(_dossier, fichier).Replace('\\', '/');

    /// <summary>False when someone still holds the file: it is tried again at the next look.</summary>
    private bool Prendre(string lot, string fichier, CancellationToken annulation)
    {
        try
        {
            using (var contenu = new FileStream(fichier, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1))
                file.Recevoir(lot, contenu, Relatif(fichier), annulation);
            File.Delete(fichier);
            return true;
        }
        catch (Exception occupe) when (occupe is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
