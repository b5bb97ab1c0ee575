using Xemelios.Query.Bulletins;
using Xemelios.Query.Notes;
using Xemelios.Store;
using Xemelios.Store.Gestion.Notes;

namespace Xemelios.Web.Pages.Notes;

/// <summary>Notes as screens read them: never kept from one answer to the next, since they change without the tables.</summary>
public static class LectureDeNotes
{
    /// <summary>The notes on an agent, inside the perimeter.</summary>
    public static IReadOnlyList<Note> NotesDeLAgent(this Questions questions, Entrepot entrepot, string siret, string matricule) =>
        questions.PoserSansGarder((connexion, perimetre) => new NotesDAgentQuestion(siret, matricule).Executer(entrepot.Notes, connexion, perimetre));

    /// <summary>A bulletin that was read, with the notes on it.</summary>
    public static BulletinDetaille AvecSesNotes(this Questions questions, Entrepot entrepot, BulletinDetaille bulletin) => bulletin.AvecSesNotes(entrepot.Notes, questions.Perimetre);
}
