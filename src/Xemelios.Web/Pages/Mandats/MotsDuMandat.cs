using Xemelios.Query.Mandats;
using Xemelios.Query.Rapprochements;

namespace Xemelios.Web.Pages.Mandats;

/// <summary>What codes of mandats mean, in words.</summary>
internal static class MotsDuMandat
{
    private const string Aucun = "aucun";

    /// <summary>The links, as addresses and readers name them.</summary>
    public static IReadOnlyList<(string Cle, string Nom)> Liens { get; } =
        [("pjref", De(LienDeMandat.Pjref)), ("refcompta", De(LienDeMandat.Refcompta)), ("propose", De(LienDeMandat.Propose)), (Aucun, De(null))];

    public static string Cle(LienDeMandat? lien) => lien?.ToString().ToLowerInvariant() ?? Aucun;

    public static string De(LienDeMandat? lien) => lien switch
    {
        LienDeMandat.Pjref => "Cite l'état de paye en pièce jointe",
        LienDeMandat.Refcompta => "Nommé par la pièce qui porte l'état de paye",
        LienDeMandat.Propose => "Proposé : même employeur, même mois, natures de paye",
        _ => "Sans lien avec un état de paye",
    };

    /// <summary>Type of bordereau: 02 takes away what 01 ordered.</summary>
    public static string? Sorte(MandatListe mandat) => mandat switch
    {
        { Courant: false } => "Remplacé ou refusé : ne compte pas",
        { TypeBordereau: "02" } => "Réduction ou annulation",
        { TypeBordereau: "01" or null } => null,
        _ => "Ordre de paiement : ne compte pas",
    };
}
