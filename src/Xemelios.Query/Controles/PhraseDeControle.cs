using System.Globalization;
using Xemelios.Domain.Echantillons;
using Xemelios.Domain.Habilitations;
using Xemelios.Store.Gestion.Controles;

namespace Xemelios.Query.Controles;

/// <summary>The carnet in French, as screens, prints and files say it.</summary>
public static class PhraseDeControle
{
    public static string Nommer(DecisionDeVisa decision) => decision switch
    {
        DecisionDeVisa.Conforme => "conforme",
        DecisionDeVisa.ARegulariser => "à régulariser",
        DecisionDeVisa.Observe => "observé",
        _ => throw new ArgumentOutOfRangeException(nameof(decision)),
    };

    public static string Nommer(DecisionDePointage decision) => decision switch
    {
        DecisionDePointage.Conforme => "conforme",
        DecisionDePointage.Erreur => "erreur",
        DecisionDePointage.NonVerifiable => "non vérifiable",
        _ => throw new ArgumentOutOfRangeException(nameof(decision)),
    };

    public static string Nommer(SorteDEcrit sorte) => sorte switch
    {
        SorteDEcrit.Visa => "visa",
        SorteDEcrit.Note => "note",
        SorteDEcrit.Reponse => "réponse",
        SorteDEcrit.Attribution => "attribution",
        _ => throw new ArgumentOutOfRangeException(nameof(sorte)),
    };

    /// <summary>"conforme, par claire le 12/03/2026 à 14 h 05 – texte".</summary>
    public static string Dire(Ecrit ecrit) => $"{Nature(ecrit)}, par {ecrit.Auteur} {Quand(ecrit.Le)}{(ecrit.Texte is null ? "" : $" – {ecrit.Texte}")}";

    /// <summary>Why a visa no longer is of what is shown; null when it is.</summary>
    public static string? Changements(VisaLu visa) => visa.SurDAutresDonnees ? $"Donné sur d'autres données : {string.Join(" ; ", visa.Changements)}." : null;

    /// <summary>What is controlled: "état", "nature 64118", "bulletin n° 7, matricule 000123"…</summary>
    public static string Objet(CibleDeControle cible) => cible switch
    {
        { Ordre: { } ordre } => string.Create(CultureInfo.InvariantCulture, $"bulletin n° {ordre}{(cible.Matricule is { } m ? $", matricule {m}" : "")}"),
        { Nature: { } nature } => nature.Length == 0 ? "sans nature" : $"nature {nature}",
        { Piece: { } piece } => $"pièce {piece[..Math.Min(12, piece.Length)]}",
        { Mandat: { } mandat } => $"mandat {mandat}",
        { Matricule: { } matricule } => $"agent {matricule}",
        { Train: null } => "état, tous trains",
        { Train: "" } => "état",
        { Train: var train } => $"état, train {train}",
    };

    public static string Quand(DateTimeOffset le) => JourDeParis.Heure(le).ToString("'le' dd/MM/yyyy 'à' H' h 'mm", CultureInfo.InvariantCulture);

    private static string Nature(Ecrit ecrit) => ecrit switch
    {
        { Decision: { } decision } => Nommer(decision),
        { Sorte: SorteDEcrit.Attribution, Personne: { } personne } => $"attribué à {personne}",
        { Sorte: SorteDEcrit.Attribution } => "attribution reprise",
        { Sorte: SorteDEcrit.Reponse, Clot: true } => "réponse qui clôt la note",
        { Sorte: SorteDEcrit.Reponse } => "réponse",
        _ => "note",
    };
}
