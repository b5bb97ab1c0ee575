using Xemelios.Domain.Constats;
using Xemelios.Import.Intake;

namespace Xemelios.Import;

/// <summary>Imports an archive entry by entry; a bad entry is refused, the others go on. The archive counts as imported at its end.</summary>
internal sealed class ImportDArchive(ContexteDImport contexte)
{
    private readonly CollecteDAnomalies _anomalies = new();

    public int? Importer(Arrivage archive, Lieu lieu)
    {
        var id = OuvrirLeContenant(archive, lieu);
        var profondeur = lieu.Profondeur + 1;
        var entrees = 0;
        foreach (var entree in contexte.Archives.Lire(archive, profondeur, _anomalies.Ajouter, contexte.Annulation))
        {
            entrees++;
            if (contexte.EstEcarte(entree) || contexte.Ecartes?.Piece(archive.Empreinte.Hexadecimal, entree.Indice) == true)
                continue;
            ImportDeFichier.Importer(entree, new Lieu { Contenant = id, Profondeur = profondeur }, contexte);
        }

        var anomalies = _anomalies.Conclure();
        using var transaction = contexte.Session.Commencer();
        if (entrees == 0 && anomalies.Any(a => a.Gravite == Gravite.Erreur))
        {
            transaction.Contenus.Oublier(id);
            transaction.Valider();
            contexte.Rejeter(archive, TypesDeFichier.Archive, anomalies);
            return null;
        }

        transaction.Contenus.Anomalies(id, anomalies);
        transaction.Contenus.AppliquerLesManifestes();
        transaction.Contenus.DonnerLeType(id, TypesDeFichier.Archive);
        transaction.Valider();
        contexte.Rapporter(new FichierImporte(
            archive.Chemin, TypesDeFichier.Archive, Etats.Importe, archive.Empreinte.Hexadecimal, archive.Octets, 0, 0, 0, 0, anomalies));
        return id;
    }

    private int OuvrirLeContenant(Arrivage archive, Lieu lieu)
    {
        var interrompue = contexte.Session.Trouver(archive.Empreinte);
        var id = interrompue?.Id ?? contexte.Session.NouvelleCle();
        using var transaction = contexte.Session.Commencer();
        if (interrompue is null)
            transaction.Contenus.Contenu(id, archive.Empreinte, TypesDeFichier.EnCours, archive.Octets);
        else
            transaction.Contenus.Recommencer(id);
        transaction.Contenus.Livraison(ContexteDImport.Livraison(archive, id, lieu));
        transaction.Valider();
        return id;
    }
}
