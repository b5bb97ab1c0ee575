using Xemelios.Domain.Habilitations;
using Xemelios.Store.Gestion.Comptes;

namespace Xemelios.Store.Gestion.Notes;

/// <summary>Writes notes and what is decided of them: each is in the journal, by keys alone, before it is kept.</summary>
/// <remarks>Who may, and on which agent, is for the caller to have asked.</remarks>
public sealed class RedactionDeNotes(NotesGardees notes, IJournal journal, TimeProvider horloge)
{
    public const int ObjetMax = 120;

    public const int TexteMax = 1_000;

    public const int PreuveMax = 200;

    public const int MotifMax = 500;

    private const int PrefixeDEmpreinte = 12;

    /// <summary>Keeps what an agent contests.</summary>
    /// <param name="acte">Who writes it, from where; the rest is filled here.</param>
    /// <exception cref="NoteRefuseeException">a text is missing or too long.</exception>
    public Note Ajouter(SorteDeNote sorte, CibleDeNote cible, string objet, string texte, string? preuve, Acte acte)
    {
        var note = new Note(
            0, sorte, cible, Exiger(objet, "Le champ contesté", ObjetMax), Exiger(texte, "Ce que dit la personne", TexteMax),
            string.IsNullOrWhiteSpace(preuve) ? null : Exiger(preuve, "La référence de la preuve", PreuveMax), Auteur(acte), horloge.GetUtcNow());
        journal.Ecrire(Sur(acte, note) with { Cles = Cles(note, "note=ajout"), Apres = EtatDeNote.EnAttente.ToString() });
        return notes.Ajouter(note);
    }

    /// <summary>Decides of a note that was read before; a further decision comes after the first.</summary>
    /// <exception cref="NoteRefuseeException">the reason is missing or too long, or it is decided so already.</exception>
    public void Decider(Note note, EtatDeNote etat, string motif, Acte acte)
    {
        if (etat == note.Etat)
            throw new NoteRefuseeException("Cette demande est déjà dans cet état : la décision n'est pas écrite deux fois.");
        var decision = new DecisionDeNote(etat, Exiger(motif, "Le motif de la décision", MotifMax), Auteur(acte), horloge.GetUtcNow());
        journal.Ecrire(Sur(acte, note) with { Cles = Cles(note, $"note={note.Id}"), Avant = note.Etat.ToString(), Apres = etat.ToString() });
        notes.Decider(note.Id, decision);
    }

    private static Acte Sur(Acte acte, Note note) => acte with { Nature = NatureDActe.Rectification, Siret = note.Cible.Siret, Matricule = note.Cible.Matricule };

    private static string Cles(Note note, string cle) => note.Cible is { Volume: { } volume, Ordre: { } ordre }
        ? $"{cle};volume={volume[..Math.Min(PrefixeDEmpreinte, volume.Length)]};ordre={ordre}"
        : cle;

    private static string Auteur(Acte acte) => acte.Utilisateur ?? acte.Depuis;

    /// <summary>A text on one line, without signs that nobody sees.</summary>
    internal static string Exiger(string? texte, string quoi, int plusLong)
    {
        var ecrit = string.Concat((texte ?? "").Trim().ReplaceLineEndings(" ").Where(c => !char.IsControl(c)));
        return ecrit.Length is 0 || ecrit.Length > plusLong ? throw new NoteRefuseeException($"{quoi} s'écrit en {plusLong} caractères au plus, et ne peut être vide.") : ecrit;
    }
}

/// <summary>A note or a decision that cannot be kept as it is written.</summary>
public sealed class NoteRefuseeException(string raison) : RefusDeGestionException(raison);
