using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Bulletins;
using Xemelios.Store.Gestion.Notes;

namespace Xemelios.Query.Notes;

/// <summary>The notes on an agent of an employer and on his bulletins; none when no bulletin of his is inside the perimeter.</summary>
public sealed record NotesDAgentQuestion(string Siret, string Matricule) : IQuestionNominative
{
    public IReadOnlyList<Note> Executer(NotesGardees notes, DbConnection connexion, Perimetre perimetre)
    {
        this.Autoriser(perimetre);
        var connu = new Requete(connexion, perimetre, """
            SELECT count(*) FROM paye_individuelle p JOIN volume_visible v ON v.contenu = p.contenu JOIN agent a ON a.id = p.agent
            WHERE v.siret = $siret AND a.matricule = $matricule
            """).Avec("siret", Siret).Avec("matricule", Matricule).Lire(r => r.Entier() > 0)[0];
        return connu ? notes.DeLAgent(Siret, Matricule, perimetre) : [];
    }
}

/// <summary>What is noted of a bulletin, once it was read inside the perimeter.</summary>
public static class NotesDuBulletin
{
    /// <summary>The bulletin with the notes on it and on its agent.</summary>
    public static BulletinDetaille AvecSesNotes(this BulletinDetaille bulletin, NotesGardees notes, Perimetre perimetre) =>
        notes.DuBulletin(bulletin.Siret, bulletin.Matricule, bulletin.Volume, bulletin.Ordre, perimetre) is { Count: > 0 } lues ? bulletin with { Notes = lues } : bulletin;
}
