using Xemelios.Web.Components;

namespace Xemelios.Web.Imports;

/// <summary>A batch in words, the same on the page and in what the script asks for.</summary>
public static class TexteDAvancement
{
    /// <summary>One sentence: the step, and how far it is.</summary>
    public static string De(SuiviDImport suivi) => suivi switch
    {
        { Etat: EtatDImport.EnReception } => $"Réception des fichiers : {FormatFrancais.Entier(suivi.Recus)} reçus.",
        { Etat: EtatDImport.AConfirmer } => "Les fichiers sont reçus ; une réponse est attendue avant de les importer.",
        { Etat: EtatDImport.EnAttente } => "En attente : un autre import, ou une reconstruction de la base, est en cours.",
        { Etat: EtatDImport.EnCours, Avancement: { FichiersEnTout: > 0 } a } =>
            $"{Majuscule(a.Etape)} : {FormatFrancais.Entier(a.FichiersFaits)} fichiers sur {FormatFrancais.Entier(a.FichiersEnTout)}.",
        { Etat: EtatDImport.EnCours } => "L'import commence.",
        { Etat: EtatDImport.Interrompu, Origine: OrigineDImport.Reprise } => "L'import a été arrêté. Ce qui a été lu est gardé ; les fichiers reçus et non lus attendent.",
        { Etat: EtatDImport.Interrompu } => "L'import a été arrêté. Ce qui a été lu est gardé ; ce qui ne l'était pas encore n'est pas resté sur le serveur.",
        { Etat: EtatDImport.Echoue } => suivi.Echec ?? "L'import a échoué.",
        _ => "L'import est terminé.",
    };

    /// <summary>Where the files came from.</summary>
    public static string De(OrigineDImport origine) => origine switch
    {
        OrigineDImport.Navigateur => "Envoi depuis le navigateur",
        OrigineDImport.DossierDuServeur => "Dossier du serveur",
        OrigineDImport.DossierDeDepot => "Dossier de dépôt",
        OrigineDImport.Reprise => "Reprise après interruption",
        _ => "Table de passage saisie",
    };

    /// <summary>The state in one or two words.</summary>
    public static string De(EtatDImport etat) => etat switch
    {
        EtatDImport.EnReception => "En réception",
        EtatDImport.AConfirmer => "À confirmer",
        EtatDImport.EnAttente => "En attente",
        EtatDImport.EnCours => "En cours",
        EtatDImport.Interrompu => "Arrêté",
        EtatDImport.Echoue => "Échec",
        _ => "Terminé",
    };

    private static string Majuscule(string etape) => etape.Length == 0 ? etape : char.ToUpperInvariant(etape[0]) + etape[1..];
}
