using System.Globalization;
using Xemelios.Query.Calendriers;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Web.Components;

namespace Xemelios.Web.Pages.Calendrier;

/// <summary>One of the four things that a case says: a sign, the figure beside it, and all of it in words.</summary>
/// <param name="Ton">bon, mauvais, attention or neutre: the colour, which says nothing that the sign does not.</param>
/// <param name="Nom">What it is about, in a word.</param>
public sealed record SigneDeCase(string Ton, string Signe, string Nom, string Chiffre, string Phrase);

/// <summary>What the signs of the calendar mean, in words.</summary>
public static class MotsDuCalendrier
{
    /// <summary>"7 états reçus, 3 complets, 2 mois manquants."</summary>
    public static string Resume(CalendrierDePaye c) =>
        $"{Pluriel.Compter(c.Etats(), "état reçu", "états reçus")}, {Pluriel.Compter(c.Complets(), "complet")}, {Pluriel.Compter(c.Manquants(), "mois manquant", "mois manquants")}.";

    /// <summary>Volumes: those that the numbers of the file names leave out are named.</summary>
    public static SigneDeCase Volumes(CaseDeCalendrier c) => c.VolumesManquants.Count == 0
        ? new("bon", "✓", "vol.", Entier(c.Etat!.Volumes), $"{Pluriel.Compter(c.Etat.Volumes, "volume reçu", "volumes reçus")}, aucun numéro sauté")
        : new("mauvais", "!", "vol.", $"{Entier(c.Etat!.Volumes)} sur {Entier(c.Etat.Volumes + c.VolumesManquants.Count)}, manque {Numeros(c)}",
            $"{Pluriel.Compter(c.Etat.Volumes, "volume reçu", "volumes reçus")} ; d'après les noms des fichiers, {(c.VolumesManquants.Count == 1 ? "le volume" : "les volumes")} {Numeros(c)} {(c.VolumesManquants.Count == 1 ? "manque" : "manquent")}");

    public static SigneDeCase Mandats(CaseDeCalendrier c) => (c.MandatsLies, c.MandatsProposes) switch
    {
        (0, 0) => new("neutre", "○", "mand.", "0", "aucun mandat reçu pour cet état"),
        (var lies, 0) => new("bon", "✓", "mand.", Entier(lies), $"{Pluriel.Compter(lies, "mandat lié", "mandats liés")} par les fichiers eux-mêmes"),
        var (lies, proposes) => new("attention", "?", "mand.", $"{Entier(lies + proposes)}, dont {Pluriel.Compter(proposes, "proposé")}",
            $"{Pluriel.Compter(lies, "mandat lié", "mandats liés")} par les fichiers, {Pluriel.Compter(proposes, "mandat proposé", "mandats proposés")}, à confirmer"),
    };

    public static SigneDeCase Pieces(CaseDeCalendrier c) => (c.Pieces, c.PiecesManquantes) switch
    {
        (0, _) => new("neutre", "○", "pièces", "0", "les bulletins ne citent aucune pièce"),
        (var toutes, 0) => new("bon", "✓", "pièces", $"{Entier(toutes)} sur {Entier(toutes)}", $"{Pluriel.Compter(toutes, "pièce citée", "pièces citées")}, toutes reçues"),
        var (toutes, manquantes) => new("mauvais", "!", "pièces", $"{Entier(toutes - manquantes)} sur {Entier(toutes)}",
            $"{Pluriel.Compter(toutes, "pièce citée", "pièces citées")}, {Pluriel.Compter(manquantes, "manquante")}"),
    };

    public static SigneDeCase Rapprochement(CaseDeCalendrier c) => c.Etat!.Rapprochement switch
    {
        StatutDeRapprochement.Conforme => new("bon", "✓", "rappr.", "conforme", "la paye et les mandats sont d'accord sur toutes les natures"),
        StatutDeRapprochement.Ecart => new("mauvais", "≠", "rappr.", "écart", "au moins une nature diffère entre la paye et les mandats"),
        _ => new("neutre", "○", "rappr.", "impossible", "rapprochement impossible : aucun mandat"),
    };

    private static string Numeros(CaseDeCalendrier c) => string.Join(", ", c.VolumesManquants.Select(n => n.ToString("00", CultureInfo.InvariantCulture)));

    private static string Entier(int nombre) => FormatFrancais.Entier(nombre);
}
