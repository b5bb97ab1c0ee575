using Xemelios.Domain.Constats;
using Xemelios.Import.Intake;
using Xemelios.Store.Tables;

namespace Xemelios.Import;

/// <summary>Keeps what the manifest of an archive of XéMéLios says of its documents, in whatever volume they come.</summary>
internal static class ImportDeManifeste
{
    public static int Importer(Arrivage arrivage, Lieu lieu, ContexteDImport contexte)
    {
        var manifeste = Manifeste.Lire(arrivage, contexte.Spool.Limites);
        var contenu = contexte.Session.NouvelleCle();
        using var transaction = contexte.Session.Commencer();
        transaction.Contenus.Contenu(contenu, arrivage.Empreinte, TypesDeFichier.Manifeste, arrivage.Octets);
        transaction.Contenus.Livraison(ContexteDImport.Livraison(arrivage, contenu, lieu));
        transaction.Contenus.Manifeste(contenu, [.. Entrees(manifeste)]);
        transaction.Contenus.AppliquerLesManifestes();
        transaction.Valider();
        contexte.Rapporter(new FichierImporte(
            arrivage.Chemin, TypesDeFichier.Manifeste, Etats.Importe, arrivage.Empreinte.Hexadecimal, arrivage.Octets, 0, 0, 0, 0, []));
        return contenu;
    }

    private static IEnumerable<EntreeDeManifeste> Entrees(Manifeste manifeste)
    {
        var fichiers = manifeste.Volumes.ToLookup(v => v.Numero, v => v.Fichier);
        foreach (var document in manifeste.Documents)
        {
            var fichier = fichiers[document.Volume].FirstOrDefault() ?? (manifeste.Volumes.Count == 1 ? manifeste.Volumes[0].Fichier : null);
            if (fichier is not null)
                yield return new EntreeDeManifeste(fichier, document.Chemin, document.Type, document.Collectivite, document.IdUnique, document.NomOrigine);
        }
    }
}
