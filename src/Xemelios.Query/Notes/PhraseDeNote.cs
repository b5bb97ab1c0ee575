using System.Globalization;
using Xemelios.Domain.Habilitations;
using Xemelios.Store.Gestion.Notes;

namespace Xemelios.Query.Notes;

/// <summary>A note in French, as screens, prints and files say it.</summary>
public static class PhraseDeNote
{
    /// <summary>"Rectification demandée le 12/03/2026 : adresse – …".</summary>
    public static string Dire(Note note)
    {
        var preuve = note.Preuve is { } reference ? $" (preuve : {reference})" : "";
        return $"{Nommer(note.Sorte)} demandée le {Jour(note.Le)} : {note.Objet} – {note.Texte}{preuve}. {Decision(note)}";
    }

    /// <summary>Where it stands, and why.</summary>
    public static string Decision(Note note) => note.Decisions is [.., var derniere]
        ? $"Décision du {Jour(derniere.Le)} : {Nommer(derniere.Etat)} – {derniere.Motif}."
        : "En attente de décision.";

    /// <summary>Of which bulletin it is; null for a note on the agent.</summary>
    public static string? Portee(Note note) => note.Cible is { Volume: not null, Ordre: { } ordre, Mois: { } mois }
        ? string.Create(CultureInfo.InvariantCulture, $"bulletin n° {ordre} de {mois.Mois:00}/{mois.Annee:0000}")
        : null;

    public static string Nommer(SorteDeNote sorte) => sorte switch
    {
        SorteDeNote.Rectification => "Rectification",
        _ => throw new ArgumentOutOfRangeException(nameof(sorte)),
    };

    public static string Nommer(EtatDeNote etat) => etat switch
    {
        EtatDeNote.EnAttente => "en attente",
        EtatDeNote.Acceptee => "acceptée",
        EtatDeNote.Refusee => "refusée",
        _ => throw new ArgumentOutOfRangeException(nameof(etat)),
    };

    private static string Jour(DateTimeOffset le) => JourDeParis.De(le).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
