using System.Globalization;
using Xemelios.Domain.Habilitations;
using Xemelios.Store.Gestion.Journaux;

namespace Xemelios.Query.Journaux;

/// <summary>An entry of the journal, for the person whose data were opened.</summary>
public static class PhraseDActe
{
    private static readonly CultureInfo Francais = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>What routes and commands open, by how they begin; the first that fits.</summary>
    private static readonly (string Debut, string Mots)[] Objets =
    [
        ("/bulletins/{", "un bulletin de paye"), ("xemelios bulletin", "un bulletin de paye"), ("/restitution", "les données détenues sur l'agent"), ("xemelios restituer", "les données détenues sur l'agent"), ("/rectifications/", "les demandes de rectification de l'agent"), ("/agents/", "le dossier de l'agent"), ("/comparer/etats", "une comparaison d'états de paye"),
        ("/comparer/", "une comparaison de bulletins"), ("/etats/", "un état de paye"), ("/pieces/", "une pièce justificative"), ("/sources/", "un fichier source"),
        ("/exports/agents/", "le dossier de l'agent"), ("/exports/bulletins/", "un bulletin de paye"), ("/exports/bulletins.", "un lot de bulletins de paye"),
        ("/bulletins", "la liste des bulletins"), ("/lignes", "la liste des lignes de paye"), ("/heures-supplementaires", "le décompte des heures supplémentaires"),
    ];

    /// <summary>When, who, what and from where, in one sentence.</summary>
    public static string Dire(EntreeDuJournal entree, TimeZoneInfo fuseau)
    {
        var (acte, le) = (entree.Acte, TimeZoneInfo.ConvertTime(entree.Le, fuseau));
        var qui = (acte.Utilisateur ?? "une personne non identifiée") + (acte.Poste is { } poste ? $" (poste {poste})" : "");
        var motif = acte.Motif is { Length: > 0 } ecrit ? $", pour le motif « {ecrit} »" : "";
        var cles = acte.Cles is { Length: > 0 } ecrites ? $" [{ecrites}]" : "";
        return $"Le {le.ToString("d MMMM yyyy 'à' HH 'h' mm", Francais)}, {qui} {Fait(acte)}, depuis {Lieu(acte.Depuis)}{motif}{cles}.";
    }

    /// <summary>The name of a nature of act on screens.</summary>
    public static string Nommer(NatureDActe nature) => nature switch
    {
        NatureDActe.ConnexionRefusee => "connexion refusée",
        NatureDActe.Deconnexion => "déconnexion",
        NatureDActe.Piece => "pièce",
        NatureDActe.Revelation => "révélation",
        NatureDActe.PurgeDuJournal => "purge du journal",
        NatureDActe.AccesRefuse => "accès refusé",
        _ => nature.ToString().ToLowerInvariant(),
    };

    private static string Fait(Acte acte) => acte.Nature switch
    {
        NatureDActe.Consultation => $"a consulté {Objet(acte.Objet)}",
        NatureDActe.Recherche => $"a fait une recherche ({Objet(acte.Objet)})",
        NatureDActe.Export => $"a exporté {Objet(acte.Objet)}",
        NatureDActe.Piece => "a ouvert une pièce justificative",
        NatureDActe.Source => "a ouvert le fichier source",
        NatureDActe.Revelation => "a fait afficher une donnée protégée",
        NatureDActe.Import => "a importé des fichiers",
        NatureDActe.Suppression => "a supprimé des données",
        NatureDActe.Archivage => "a archivé des données",
        NatureDActe.Restitution => "a restitué les données détenues sur un agent",
        NatureDActe.Visa => "a visé un état",
        NatureDActe.Rectification => "a noté une demande de rectification, ou ce qui en est décidé",
        NatureDActe.Reconstruction => "a demandé la reconstruction de la base",
        _ => $"a laissé l'acte « {Nommer(acte.Nature)} » ({Objet(acte.Objet)})",
    };

    /// <summary>What a route or a command opens, in words.</summary>
    internal static string Objet(string objet) => Array.Find(Objets, o => objet.StartsWith(o.Debut, StringComparison.Ordinal)).Mots ?? $"« {objet} »";

    private static string Lieu(string depuis) => depuis is "ligne de commande" ? "la ligne de commande" : depuis;
}
