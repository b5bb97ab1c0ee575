using System.Text.Json;
using Xemelios.Store;
using Xemelios.Store.Gestion;
using Xemelios.Store.Originals;

namespace Xemelios.Import;

/// <summary>Takes files in: their bytes among the originals, their arrival in the management base.</summary>
public sealed class ReceptionDeFichiers(Entrepot entrepot, TimeProvider horloge)
{
    /// <summary>Code of the poste of whoever brings them; null for the machine.</summary>
    public string? Poste { get; init; }

    /// <inheritdoc cref="Reception.Lot"/>
    public string? Lot { get; init; }

    /// <inheritdoc cref="Reception.Budgets"/>
    public BudgetsDonnes? Budgets { get; init; }

    /// <summary>Receives one stream under a name. Nothing is read yet.</summary>
    /// <param name="chemin">Path relative to what the user gave: shown, never opened.</param>
    /// <param name="dossier">Folder of the batch, or null.</param>
    public Reception Recevoir(Stream contenu, string chemin, string? dossier, CancellationToken annulation) =>
        Enregistrer([Arrivee(entrepot.Originaux.Deposer(contenu, annulation), chemin, dossier)])[0];

    /// <summary>Receives one stream into the batch, that somebody has yet to launch.</summary>
    /// <exception cref="IOException">the disk is full, the source is cut: nothing is kept.</exception>
    /// <returns>What was recognised of it.</returns>
    public FichierReconnu Deposer(Stream contenu, string chemin, CancellationToken annulation)
    {
        var depose = entrepot.Originaux.Deposer(contenu, annulation);
        var reconnu = ExamenDeFichier.Examiner(() => entrepot.Originaux.Ouvrir(depose.Empreinte), chemin, depose.Empreinte, depose.Octets);
        if (!Noter(depose, reconnu))
        {
            // Whoever had brought the same bytes before took them back in between.
            contenu.Position = 0;
            entrepot.Originaux.Deposer(contenu, annulation);
        }

        return reconnu;
    }

    /// <summary>False when the original has just gone; noted, it goes no more.</summary>
    private bool Noter(OriginalDepose depose, FichierReconnu reconnu)
    {
        var chemin = reconnu.Chemin;
        var coupe = chemin.LastIndexOf('/');
        lock (entrepot.Depots.Rangement)
        {
            entrepot.Depots.Ajouter(new FichierDepose
            {
                Lot = Lot!, Empreinte = depose.Empreinte.Hexadecimal, Chemin = chemin, Nom = FichierRecu.NomDe(chemin), Dossier = coupe > 0 ? chemin[..coupe] : null,
                Octets = depose.Octets, RecuLe = horloge.GetUtcNow(), Poste = Poste, Reconnu = JsonSerializer.Serialize(reconnu),
            });
            return entrepot.Originaux.Existe(depose.Empreinte);
        }
    }

    /// <summary>Begins to receive files, one after the other and in this order, while those before them are read.</summary>
    internal ReceptionEnContinu Commencer(IReadOnlyList<FichierPresente> fichiers, CancellationToken annulation) =>
        new(entrepot.Originaux, deposes => Enregistrer([.. deposes.Select(d => Arrivee(d.Depot, d.Fichier.Montre, d.Fichier.Dossier))]), fichiers, annulation);

    /// <summary>The files to receive: each path as it was given, those of a folder by their path below it, the folder's own name first.</summary>
    internal static List<FichierPresente> Lister(IEnumerable<string> chemins) => [.. chemins.SelectMany(Parcourir)];

    private static IEnumerable<FichierPresente> Parcourir(string chemin)
    {
        if (!Directory.Exists(chemin))
            return [FichierPresente.De(chemin, chemin)];
        var racine = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(chemin))) ?? "";
        return Directory.EnumerateFiles(chemin, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(f => FichierPresente.De(f, Path.GetRelativePath(racine, Path.GetFullPath(f)).Replace('\\', '/')));
    }

    private IReadOnlyList<Reception> Enregistrer(IReadOnlyList<Reception> arrivees)
    {
        using var etape = Etapes.Commencer("enregistrement de l'arrivée");
        return entrepot.Receptions.Ajouter(arrivees);
    }

    private Reception Arrivee(OriginalDepose depot, string chemin, string? dossier) => new()
    {
        Empreinte = depot.Empreinte.Hexadecimal,
        Chemin = chemin,
        Nom = FichierRecu.NomDe(chemin),
        Dossier = dossier,
        Octets = depot.Octets,
        RecuLe = horloge.GetUtcNow().UtcDateTime,
        Etat = Reception.Recu,
        Poste = Poste,
        Lot = Lot,
        Budgets = Budgets,
    };
}

/// <summary>A file that a user points at.</summary>
/// <param name="Fichier">Where it is.</param>
/// <param name="Montre">What is shown of its place.</param>
/// <param name="Octets">Its length now; 0 when it cannot be told.</param>
internal sealed record FichierPresente(string Fichier, string Montre, long Octets)
{
    public string? Dossier => Path.GetDirectoryName(Montre) is { Length: > 0 } dossier ? dossier : null;

    public static FichierPresente De(string fichier, string montre) => new(fichier, montre, new FileInfo(fichier) is { Exists: true } info ? info.Length : 0);
}
