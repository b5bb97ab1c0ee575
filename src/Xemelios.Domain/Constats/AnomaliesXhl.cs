namespace Xemelios.Domain.Constats;

public static partial class CatalogueDesAnomalies
{
    public static readonly TypeDAnomalie XmlIllisible = new("XHL-0001", Gravite.Erreur, "Le fichier n'est pas du XML bien formé ou il est coupé : il est refusé en entier. Demandez un nouvel envoi.", "D9");
    public static readonly TypeDAnomalie DtdRefusee = new("XHL-0002", Gravite.Erreur, "Le fichier contient une DTD, interdite par le format : il est refusé en entier.");
    public static readonly TypeDAnomalie RacineInattendue = new("XHL-0003", Gravite.Erreur, "La racine du fichier n'est pas DocumentPaye : il est refusé.");
    public static readonly TypeDAnomalie AnneeInutilisable = new("XHL-0004", Gravite.Erreur, "L'année de paye manque ou n'est pas entre 2001 et 2099 : le fichier est refusé.", "D10");
    public static readonly TypeDAnomalie MoisInutilisable = new("XHL-0005", Gravite.Erreur, "Le mois de paye manque ou n'est pas entre 1 et 12 : le fichier est refusé.", "D11");
    public static readonly TypeDAnomalie EspaceDeNoms = new("XHL-0006", Gravite.Information, "L'espace de noms de la racine n'est pas celui du format : le fichier est lu par les noms d'éléments.", "D1");
    public static readonly TypeDAnomalie ElementsQualifies = new("XHL-0007", Gravite.Information, "Les éléments sont qualifiés (préfixe ou espace de noms par défaut) alors que seule la racine devrait l'être : ils sont lus par leur nom.", "D3");
    public static readonly TypeDAnomalie EncodageRepare = new("XHL-0008", Gravite.Avertissement, "Des octets ne sont pas valides dans l'encodage déclaré : le fichier est lu en windows-1252. Des libellés peuvent être altérés.", "D7");
    public static readonly TypeDAnomalie CaracteresInterdits = new("XHL-0009", Gravite.Avertissement, "Des caractères interdits en XML ont été remplacés par des espaces.", "D7");
    public static readonly TypeDAnomalie OctetsWindows1252 = new("XHL-0010", Gravite.Information, "Le fichier déclaré ISO-8859-1 contient des caractères windows-1252 : ils sont lus comme tels.", "D8");
    public static readonly TypeDAnomalie BudgetAbsent = new("XHL-0011", Gravite.Information, "Le fichier ne nomme pas de budget : l'état est rangé « sans budget ».", "D12");
    public static readonly TypeDAnomalie SiretInutilisable = new("XHL-0012", Gravite.Avertissement, "Le SIRET de l'employeur manque ou n'a pas 14 chiffres avec une clé juste : il est gardé tel quel.", "D13");
    public static readonly TypeDAnomalie DonneesIndivVides = new("XHL-0013", Gravite.Avertissement, "Un bloc DonneesIndiv est vide : il est ignoré, la lecture continue.", "D14");
    public static readonly TypeDAnomalie BulletinVide = new("XHL-0014", Gravite.Avertissement, "Un PayeIndivMensuel est vide : il n'est pas compté comme bulletin.", "D15");
    public static readonly TypeDAnomalie AgentAbsent = new("XHL-0015", Gravite.Avertissement, "Un bulletin n'a pas d'élément Agent : il est gardé sans identité.", "D16");
    public static readonly TypeDAnomalie DonneeObligatoireAbsente = new("XHL-0016", Gravite.Avertissement, "Une donnée obligatoire manque : elle reste inconnue (ni vide ni zéro).", "D17");
    public static readonly TypeDAnomalie MontantObligatoireAbsent = new("XHL-0017", Gravite.Avertissement, "Un montant obligatoire manque : il reste inconnu, il n'est pas compté pour zéro.", "D18");
    public static readonly TypeDAnomalie RemunerationAbsente = new("XHL-0018", Gravite.Avertissement, "Un bulletin a des totaux mais aucune ligne de rémunération.", "D19");
    public static readonly TypeDAnomalie CategoriesEnDesordre = new("XHL-0019", Gravite.Information, "Les catégories de lignes ne suivent pas l'ordre du schéma : elles sont toutes lues.", "D21");
    public static readonly TypeDAnomalie ElementInconnu = new("XHL-0020", Gravite.Avertissement, "Un élément est inconnu du format : il est gardé à part et exclu des totaux.", "D22");
    public static readonly TypeDAnomalie PlusieursNbi = new("XHL-0021", Gravite.Information, "Un bulletin porte plusieurs NBI : toutes sont gardées, leur somme est affichée.", "D26");
    public static readonly TypeDAnomalie NombreVide = new("XHL-0022", Gravite.Information, "Un nombre ou une date est vide : la valeur reste inconnue.", "D27");
    public static readonly TypeDAnomalie NombreReecrit = new("XHL-0023", Gravite.Avertissement, "Un nombre est écrit avec une virgule ou des espaces : il est lu avec cette écriture.", "D29");
    public static readonly TypeDAnomalie NombreIllisible = new("XHL-0024", Gravite.Erreur, "Une valeur n'est pas un nombre : elle reste inconnue et son texte est gardé.");
    public static readonly TypeDAnomalie DateIllisible = new("XHL-0025", Gravite.Avertissement, "Une date est invalide ou tronquée : elle reste inconnue et son texte est gardé.", "D30");
    public static readonly TypeDAnomalie ValeurTropLongue = new("XHL-0026", Gravite.Information, "Une valeur est plus longue que le format ne le permet : elle est gardée entière.", "D31");
    public static readonly TypeDAnomalie SignesNegatifs = new("XHL-0027", Gravite.Information, "Les retenues ou cotisations de ce fichier sont écrites en négatif : elles sont rétablies en positif.", "D34");
    public static readonly TypeDAnomalie CodesEnDouble = new("XHL-0028", Gravite.Information, "Une nomenclature contient plusieurs fois le même code : le premier libellé est affiché, tous sont gardés.", "D36");
    public static readonly TypeDAnomalie CodeHorsNomenclature = new("XHL-0029", Gravite.Information, "Un code employé n'est pas dans sa nomenclature : le code est affiché seul.", "D37");
    public static readonly TypeDAnomalie TauxEnFraction = new("XHL-0030", Gravite.Information, "La répartition budgétaire est écrite en fractions de 1 : elle est lue comme telle.", "D40");
    public static readonly TypeDAnomalie ReferenceStatutaireContraire = new("XHL-0031", Gravite.Information, "Le statut et la nomenclature statutaire d'un agent se contredisent : le statut est retenu.", "D54");
    public static readonly TypeDAnomalie LignesIncompletes = new("XHL-0032", Gravite.Avertissement, "Le net d'un bulletin ne se retrouve pas à partir de ses lignes : des lignes manquent peut-être.", "D53");
    public static readonly TypeDAnomalie MontantTropPrecis = new("XHL-0033", Gravite.Erreur, "Un montant a plus de deux décimales : il est arrondi au centime le plus proche.");
    public static readonly TypeDAnomalie ValeurAbsente = new("XHL-0034", Gravite.Avertissement, "Un élément n'a pas d'attribut V : sa valeur reste inconnue.");
    public static readonly TypeDAnomalie ElementTropLong = new("XHL-0035", Gravite.Erreur, "Une balise ou une valeur dépasse un million de caractères : le fichier est refusé en entier.");
    public static readonly TypeDAnomalie ImbricationTropProfonde = new("XHL-0036", Gravite.Erreur, "Les éléments sont imbriqués à plus de 64 niveaux : le fichier est refusé en entier.");
    public static readonly TypeDAnomalie EnTeteTardif = new("XHL-0037", Gravite.Information, "L'année, le mois ou l'employeur suivent les bulletins au lieu de les précéder : ils ont été lus d'abord.", "D11");
    public static readonly TypeDAnomalie DoubleLivraison = new("XHL-0038", Gravite.Avertissement, "Des bulletins identiques se trouvent dans plusieurs volumes du même état : double livraison probable.", "D47");
    public static readonly TypeDAnomalie MemeNomAutreVolume = new("XHL-0039", Gravite.Information, "Un fichier du même nom existe pour cet état mais n'a aucun agent en commun : il est traité comme un autre volume.");
    public static readonly TypeDAnomalie RepartitionInattendue = new("XHL-0040", Gravite.Information, "La répartition par nature n'est pas celle des lignes : elle est affichée, l'écart est montré au rapprochement.", "D42");
    public static readonly TypeDAnomalie ElementEnTrop = new("XHL-0041", Gravite.Avertissement, "Un élément qui ne devrait paraître qu'une fois est répété : la première valeur est retenue, les autres sont gardées.");
}
