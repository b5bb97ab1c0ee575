using Xemelios.Domain.Constats;
using Xemelios.Import.Intake;
using Xemelios.Store.Tables;

namespace Xemelios.Import;

/// <summary>Imports the pieces that are files: received on their own or entries of an archive.</summary>
internal static class ImportDePieces
{
    public static int ImporterUne(Arrivage arrivage, TypeDeContenu type, Lieu lieu, ContexteDImport contexte)
    {
        var connu = contexte.Session.Trouver(arrivage.Empreinte);
        if (connu is { EstArchive: true } && lieu.Contenant is null)
        {
            contexte.RapporterArchive(arrivage, connu.Type);
            return connu.Id;
        }

        var contenu = connu?.Id ?? contexte.Session.NouvelleCle();
        IReadOnlyList<Anomalie> anomalies = contexte.Indexation.Piece(arrivage, type, contexte.Annulation)
            ? [] : [CatalogueDesAnomalies.PdfSansTexte.En(Provenance.Inconnue)];
        using var transaction = contexte.Session.Commencer();
        var ecriture = transaction.Contenus;
        // Brought by another file, an archived piece serves anew.
        if (connu is null or { EstArchive: true })
            ecriture.Contenu(contenu, arrivage.Empreinte, TypesDeFichier.Piece, arrivage.Octets);
        if (connu is null)
            ecriture.Anomalies(contenu, anomalies);

        ecriture.Livraison(ContexteDImport.Livraison(arrivage, contenu, lieu));
        ecriture.Piece(Decrire(arrivage, type, lieu, contenu));
        transaction.Valider();
        contexte.Rapporter(new FichierImporte(
            arrivage.Chemin, TypesDeFichier.Piece, connu is null ? Etats.Importe : Etats.DejaImporte,
            arrivage.Empreinte.Hexadecimal, arrivage.Octets, 0, 0, 0, 1, anomalies));
        return contenu;
    }

    private static PieceAEcrire Decrire(Arrivage arrivage, TypeDeContenu type, Lieu lieu, int contenu) => new()
    {
        Contenu = contenu,
        Contenant = lieu.Contenant,
        Indice = arrivage.Indice,
        Chemin = arrivage.Chemin,
        Entree = lieu.Contenant is null ? null : arrivage.CheminDEntree,
        Nom = lieu.Nom ?? arrivage.Nom,
        Siret = SiretDuDossier(arrivage.Collectivite),
        Dossier = lieu.Dossier,
        TypeMime = type.TypeMime(),
        Octets = arrivage.Octets,
    };

    /// <summary>XéMéLios allows a folder to be any code of the collectivité: only a SIRET can be compared with the pay files.</summary>
    private static string? SiretDuDossier(string? dossier) =>
        dossier is { Length: 14 } && dossier.All(char.IsAsciiDigit) ? dossier : null;
}
