using Xemelios.Store;
using Xemelios.Store.Gestion;
using Xemelios.Web.Components;
using Xemelios.Web.Imports;
using Xemelios.Web.Security;

namespace Xemelios.Web.Travaux;

/// <summary>The long works of a person in his poste; those of others do not exist for him.</summary>
public sealed class MesTravaux(Entrepot entrepot, FileDExports exports, FileDImports imports, FileDeReconstructions reconstructions, AccesCourant acces)
{
    private const int PlusLointain = 200;

    public IReadOnlyList<Travail> Lister() => entrepot.Travaux.De(acces.Utilisateur, acces.Acces?.Poste, PlusLointain);

    public Travail? Trouver(string id) => entrepot.Travaux.Trouver(id) is { } t && t.Compte == acces.Utilisateur && t.Poste == acces.Acces?.Poste ? t : null;

    /// <summary>Puts an export in the queue.</summary>
    public string Demander(string adresse) => exports.Demander(adresse, ExecutionDExportDiffere.Libelle(adresse), acces.Utilisateur, acces.Acces?.Poste);

    /// <summary>Stops one; false when it is over or not his.</summary>
    public bool Annuler(string id) => Trouver(id)?.Sorte switch
    {
        null => false,
        Travail.Import => imports.Arreter(id),
        Travail.Reconstruction => reconstructions.Annuler(id),
        _ => exports.Annuler(id),
    };

    public void MarquerVu(string id) => entrepot.Travaux.MarquerVu(id, acces.Utilisateur, acces.Acces?.Poste);

    /// <summary>Where one goes from a work: the report of an import, the file of an export; null when there is nothing to see yet.</summary>
    public string? Adresse(Travail travail) =>
        travail.Sorte == Travail.Import ? $"/import/{travail.Id}" : travail.Sorte != Travail.Export || exports.Fichier(travail) is null ? null : $"/travaux/{travail.Id}/fichier";

    /// <summary>How far it is, in words.</summary>
    public string Dire(Travail travail) => travail switch
    {
        { Etat: EtatDeTravail.Annule } => "Annulé",
        { Etat: EtatDeTravail.Echoue } => travail.Resultat ?? "Échec",
        { Etat: EtatDeTravail.AConfirmer } => "Attend votre réponse",
        { Sorte: Travail.Import, EstFini: false } => imports.Trouver(travail.Id) is { } suivi ? TexteDAvancement.De(suivi) : "En attente",
        { Sorte: Travail.Reconstruction, EstFini: false } => reconstructions.Dire(travail.Id),
        { EstFini: false } => exports.Avancement(travail.Id) is { } fait ? $"{FormatFrancais.Entier(fait.Faits)} bulletins sur {FormatFrancais.Entier(fait.EnTout)}" : "En préparation",
        { Sorte: Travail.Export } => exports.Fichier(travail) is null ? "Terminé ; le fichier n'est plus gardé" : $"Prêt : {travail.Resultat}",
        _ => travail.Resultat ?? "Terminé",
    };
}
