using Xemelios.Domain.Constats;
using Xemelios.Store;
using Xemelios.Store.Gestion;

namespace Xemelios.Import;

/// <summary>Takes files in: their bytes among the originals, their arrival in the management base. Nothing is read yet.</summary>
public sealed class ReceptionDeFichiers(Entrepot entrepot, TimeProvider horloge)
{
    /// <summary>Receives one stream under a name.</summary>
    /// <param name="chemin">Path relative to what the user gave: shown, never opened.</param>
    /// <param name="dossier">Folder of the batch, or null.</param>
    public Reception Recevoir(Stream contenu, string chemin, string? dossier, CancellationToken annulation)
    {
        var depot = entrepot.Originaux.Deposer(contenu, annulation);
        var reception = new Reception
        {
            Empreinte = depot.Empreinte.Hexadecimal,
            Chemin = chemin,
            Nom = chemin[(chemin.LastIndexOfAny(['/', '\\']) + 1)..],
            Dossier = dossier,
            Octets = depot.Octets,
            RecuLe = horloge.GetUtcNow().UtcDateTime,
            Etat = Reception.Recu,
        };
        using var gestion = entrepot.Gestion();
        gestion.Receptions.Add(reception);
        gestion.SaveChanges();
        return reception;
    }

    /// <summary>Receives files and folders; what cannot be read is told and stops nothing.</summary>
    public (IReadOnlyList<Reception> Recus, IReadOnlyList<FichierImporte> Rejets) Recevoir(
        IEnumerable<string> chemins, IProgress<ImportProgress>? progression, CancellationToken annulation)
    {
        var recus = new List<Reception>();
        var rejets = new List<FichierImporte>();
        foreach (var (fichier, montre) in chemins.SelectMany(Parcourir))
        {
            progression?.Report(new ImportProgress(recus.Count, recus.Count, 0, 0, montre, "réception", 0));
            try
            {
                using var flux = new FileStream(fichier, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
                recus.Add(Recevoir(flux, montre, Path.GetDirectoryName(montre) is { Length: > 0 } dossier ? dossier : null, annulation));
            }
            catch (Exception illisible) when (illisible is IOException or UnauthorizedAccessException)
            {
                rejets.Add(new FichierImporte(
                    montre, TypesDeFichier.Inconnu, Etats.Rejete, null, 0, 0, 0, 0, 0, [CatalogueDesAnomalies.FichierIntrouvable.En(Provenance.Inconnue)]));
            }
        }

        return (recus, rejets);
    }

    /// <summary>A file is shown as it was given; the files of a folder by their path below it, the folder's own name first.</summary>
    private static IEnumerable<(string Fichier, string Montre)> Parcourir(string chemin)
    {
        if (!Directory.Exists(chemin))
            return [(chemin, chemin)];
        var racine = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(chemin))) ?? "";
        return Directory.EnumerateFiles(chemin, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(f => (f, Path.GetRelativePath(racine, Path.GetFullPath(f)).Replace('\\', '/')));
    }
}
