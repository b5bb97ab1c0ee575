namespace Xemelios.Domain.Constats;

public static partial class CatalogueDesAnomalies
{
    public static readonly TypeDAnomalie PesIllisible = new("PES-0001", Gravite.Erreur, "Le flux PES n'est pas du XML bien formé ou il est coupé : il est refusé en entier. Demandez un nouvel envoi.");
    public static readonly TypeDAnomalie NombreDePieces = new("PES-0002", Gravite.Avertissement, "Le nombre de pièces annoncé par le bordereau n'est pas celui qui s'y trouve.");
    public static readonly TypeDAnomalie TotalDeBordereau = new("PES-0003", Gravite.Avertissement, "Le total annoncé par le bordereau n'est pas la somme de ses lignes.");
    public static readonly TypeDAnomalie MontantNegatif = new("PES-0004", Gravite.Avertissement, "Un montant négatif se trouve dans le flux (ancien schéma) : il est gardé avec son signe.");
    public static readonly TypeDAnomalie ContenuDePieceIllisible = new("PES-0005", Gravite.Erreur, "Le contenu d'une pièce (base64 ou gzip) est illisible : sa référence est gardée, son contenu manque.");
    public static readonly TypeDAnomalie PieceSansContenu = new("PES-0006", Gravite.Erreur, "Une pièce n'a pas de contenu : sa référence est gardée.");
    public static readonly TypeDAnomalie NombrePesIllisible = new("PES-0007", Gravite.Erreur, "Un montant ou un numéro du flux PES est illisible : il reste inconnu.");
    public static readonly TypeDAnomalie TypePieceContraire = new("PES-0008", Gravite.Information, "Le TypePJ de la pièce ne correspond pas à son contenu : le contenu fait foi.");
    public static readonly TypeDAnomalie ReferenceComptableIncomplete = new("PES-0009", Gravite.Avertissement, "Une référence comptable (RefCompta) est incomplète : elle est gardée mais ne peut mener à un mandat.");
    public static readonly TypeDAnomalie BlocNonExploite = new("PES-0010", Gravite.Information, "Le flux contient un domaine qui n'est pas exploité ici (recette, marché, facture) : l'original est conservé.");
    public static readonly TypeDAnomalie DateIllisiblePes = new("PES-0011", Gravite.Avertissement, "Une date du flux PES est illisible : elle reste inconnue.");
    public static readonly TypeDAnomalie CorrectionSansOrigine = new("PES-0012", Gravite.Avertissement, "Une annulation ou réduction ne dit pas quel mandat elle corrige.");
    public static readonly TypeDAnomalie EnTetePesAbsent = new("PES-0013", Gravite.Erreur, "Le flux PES n'a pas d'en-tête EnTetePES : son budget est inconnu.");
    public static readonly TypeDAnomalie DtdRefuseePes = new("PES-0014", Gravite.Erreur, "Le flux PES contient une DTD, interdite par le protocole : il est refusé en entier.");
    public static readonly TypeDAnomalie ImbricationTropProfondePes = new("PES-0015", Gravite.Erreur, "Les éléments du flux PES sont imbriqués à plus de 64 niveaux : il est refusé en entier.");
    public static readonly TypeDAnomalie ElementTropLongPes = new("PES-0016", Gravite.Erreur, "Une balise du flux PES dépasse un million de caractères : il est refusé en entier.");
}
