using Xemelios.Query.Controles;
using Xemelios.Web.Components;

namespace Xemelios.Web.Pages.Controles;

/// <summary>What is left to see, in the words of its readers.</summary>
public static class MotsDuReste
{
    public static string Nommer(SorteDeReste sorte) => sorte switch
    {
        SorteDeReste.EtatSansVisa => "États sans visa",
        SorteDeReste.NatureEnEcart => "Natures en écart sans décision",
        SorteDeReste.ARegulariser => "À régulariser",
        SorteDeReste.AutresDonnees => "Visas sur d'autres données",
        SorteDeReste.NoteOuverte => "Notes ouvertes",
        SorteDeReste.Attribue => "Travaux attribués",
        _ => throw new ArgumentOutOfRangeException(nameof(sorte)),
    };

    /// <summary>As an address names it.</summary>
    public static string Cle(SorteDeReste sorte) => sorte switch
    {
        SorteDeReste.EtatSansVisa => "etat-sans-visa",
        SorteDeReste.NatureEnEcart => "nature-en-ecart",
        SorteDeReste.ARegulariser => "a-regulariser",
        SorteDeReste.AutresDonnees => "autres-donnees",
        SorteDeReste.NoteOuverte => "note-ouverte",
        _ => "attribue",
    };

    /// <summary>Why it is left, in a sentence.</summary>
    public static string Pourquoi(Reste reste) => reste switch
    {
        { Sorte: SorteDeReste.EtatSansVisa } => "Personne n'a visé cet état.",
        { Sorte: SorteDeReste.NatureEnEcart } => "Personne n'a rien décidé de cet écart.",
        { Precisions.Count: > 0, Ecrit: { } visa } => $"{Majuscule(PhraseDeControle.Dire(visa))}. Depuis : {string.Join(" ; ", reste.Precisions)}.",
        { Ecrit: { } ecrit } => $"{Majuscule(PhraseDeControle.Dire(ecrit))}.",
        _ => "",
    };

    /// <summary>"Commune d'Exemple, mars 2026".</summary>
    public static string Lieu(Reste reste) => reste.Cible.Mois is { } mois
        ? $"{reste.Etat?.Employeur ?? reste.Cible.Siret}, {FormatFrancais.Mois(mois.Annee, mois.Mois)}"
        : reste.Etat?.Employeur ?? reste.Cible.Siret;

    private static string Majuscule(string phrase) => char.ToUpperInvariant(phrase[0]) + phrase[1..];
}
