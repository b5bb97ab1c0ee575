using Xemelios.Domain.Valeurs;
using Xemelios.Query.Controles;
using Xemelios.Query.Filters;
using Xemelios.Store.Gestion.Controles;

namespace Xemelios.Web.Pages.Controles;

/// <summary>Where what is controlled is seen.</summary>
public static class AdresseDeControle
{
    public const string ResteAVoir = "/reste-a-voir";

    /// <summary>The place of something that is left to see; a bulletin whose file has gone is looked for by its agent.</summary>
    public static string De(Reste reste) => reste is { Sorte: SorteDeReste.AutresDonnees, Cible: { Volume: not null, Mois: { } mois } cible }
        ? Chemins.Avec("/bulletins", ("siret", cible.Siret), ("matricule", Chemins.OuSans(cible.Matricule)), ("mois", mois.ToString()))
        : De(reste.Cible);

    private static string De(CibleDeControle cible) => cible switch
    {
        { Volume: { } volume, Ordre: { } ordre } => $"{Chemins.Bulletin(volume, ordre)}#controle",
        { Mois: { } mois, Nature: { } nature } => Etat(cible, mois).Viser(nature),
        { Mois: { } mois, Piece: null } => $"{Etat(cible, mois).Rapprochement()}#controle",
        { Mois: { } mois } => Chemins.Justificatifs(cible.Siret, mois),
        { Matricule: { } matricule } => $"/agents/{cible.Siret}/{Uri.EscapeDataString(matricule)}",
        _ => Chemins.Etats,
    };

    private static AdresseDEtat Etat(CibleDeControle cible, MoisDePaye mois) => new(cible.Siret, cible.Budget ?? "", mois, cible.Train);
}
