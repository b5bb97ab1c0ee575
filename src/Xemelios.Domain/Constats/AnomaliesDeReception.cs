namespace Xemelios.Domain.Constats;

public static partial class CatalogueDesAnomalies
{
    public static readonly TypeDAnomalie FichierVide = new("REC-0001", Gravite.Erreur, "Le fichier est vide : il est refusé.");
    public static readonly TypeDAnomalie TypeInconnu = new("REC-0002", Gravite.Erreur, "Le contenu n'est ni une paye, ni un PES, ni une archive, ni une pièce reconnue : il est refusé. Vérifiez le fichier envoyé.");
    public static readonly TypeDAnomalie ArchiveIllisible = new("REC-0003", Gravite.Erreur, "L'archive est illisible ou coupée : ce qui précède a été gardé, le reste est refusé.");
    public static readonly TypeDAnomalie ArchiveTropVolumineuse = new("REC-0004", Gravite.Erreur, "L'archive dépasse, une fois décompressée, la taille permise : la suite est refusée.");
    public static readonly TypeDAnomalie ArchiveTropDense = new("REC-0005", Gravite.Erreur, "Une entrée se décompresse dans un rapport anormal : elle est refusée.");
    public static readonly TypeDAnomalie ArchiveTropProfonde = new("REC-0006", Gravite.Erreur, "Les archives sont imbriquées à plus de trois niveaux : celle-ci est refusée.");
    public static readonly TypeDAnomalie TropDEntrees = new("REC-0007", Gravite.Erreur, "L'archive a trop d'entrées : la suite est refusée.");
    public static readonly TypeDAnomalie NomDEntreeDangereux = new("REC-0008", Gravite.Erreur, "Le nom d'une entrée d'archive désigne un autre dossier : l'entrée est refusée, rien n'est écrit sous ce nom.");
    public static readonly TypeDAnomalie EntreeIgnoree = new("REC-0009", Gravite.Information, "Une entrée dont le nom commence par « _ » est ignorée, comme dans XéMéLios.");
    public static readonly TypeDAnomalie VolumeDArchiveManquant = new("REC-0010", Gravite.Avertissement, "Le manifeste nomme un volume d'archive qui n'a pas été reçu.");
    public static readonly TypeDAnomalie EntreeNonFichier = new("REC-0011", Gravite.Avertissement, "Une entrée d'archive n'est pas un fichier (lien, périphérique) : elle est ignorée.");
    public static readonly TypeDAnomalie PdfSansTexte = new("REC-0012", Gravite.Information, "Le texte de la pièce n'a pas pu être lu : elle reste consultable mais sa recherche par mots n'est pas possible.");
    public static readonly TypeDAnomalie FichierIntrouvable = new("REC-0013", Gravite.Erreur, "Le chemin n'existe pas ou ne peut pas être lu.");
    public static readonly TypeDAnomalie EntreeChiffree = new("REC-0014", Gravite.Erreur, "Une entrée d'archive est chiffrée ou d'une compression inconnue : elle est refusée.");
    public static readonly TypeDAnomalie PieceSansDossier = new("REC-0015", Gravite.Avertissement, "Une pièce est placée directement sous PJ/, sans dossier de collectivité : elle est gardée sans collectivité.");
    public static readonly TypeDAnomalie RetourNonExploite = new("REC-0016", Gravite.Information, "Ce flux est conservé mais n'est pas exploité par cette version.");
    public static readonly TypeDAnomalie PassageIllisible = new("REC-0017", Gravite.Erreur, "Une ligne de la table de passage est illisible : elle est ignorée.");
    public static readonly TypeDAnomalie EntreeTropVolumineuse = new("REC-0018", Gravite.Erreur, "Une entrée dépasse, une fois décompressée, la taille permise : elle est refusée.");
    public static readonly TypeDAnomalie ManifesteIllisible = new("REC-0019", Gravite.Avertissement, "Le manifeste de l'archive est illisible : les fichiers sont lus sans lui.");
    public static readonly TypeDAnomalie NomDEntreeNettoye = new("REC-0021", Gravite.Avertissement, "Le nom d'une entrée d'archive contient des caractères trompeurs : ils sont remplacés, seul son dernier élément est retenu.");
    public static readonly TypeDAnomalie OriginalPerdu = new("REC-0020", Gravite.Erreur, "L'original de ce fichier a disparu du dossier de données : il ne peut pas être relu. Importez-le de nouveau.");
    public static readonly TypeDAnomalie DejaArchive = new("REC-0022", Gravite.Information, "Ce contenu a déjà été importé, et son exercice est archivé : il ne revient pas dans la base active.");
    public static readonly TypeDAnomalie ErreurInattendue = new("REC-0099", Gravite.Erreur, "Le fichier n'a pas pu être lu pour une raison imprévue : rien n'en a été gardé, l'original est conservé.");
}
