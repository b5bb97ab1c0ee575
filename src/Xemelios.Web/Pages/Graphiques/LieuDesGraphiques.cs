using Xemelios.Domain.Valeurs;
using Xemelios.Query.Graphiques;

namespace Xemelios.Web.Pages.Graphiques;

/// <summary>Where the figures of the pictures are taken, and where each leads: to the bulletins that make it up.</summary>
/// <param name="Budget">Its key; "" for what has none, null for all.</param>
public sealed record LieuDesGraphiques(string Siret, string? Budget)
{
    /// <summary>The bulletins of a month that meet these filters.</summary>
    public string Bulletins(MoisDePaye mois, params ReadOnlySpan<(string Cle, string? Valeur)> filtres) => Chemins.Avec("/bulletins", [
        ("siret", Siret), ("budget", Budget is null ? null : Chemins.OuSans(Budget)), ("mois", mois.ToString()), .. filtres]);

    /// <summary>The lines of one series of natures, gross and contributions alone.</summary>
    public string Natures(MoisDePaye mois, SerieDeNature serie) => serie.Natures switch
    {
        [] => Bulletins(mois, ("sans_nature", "oui")),
        [var seule] => Bulletins(mois, ("nature", seule)),
        var natures => Bulletins(mois, ("natures", string.Join(',', natures)), ("part", "mandat")),
    };

    /// <summary>The bulletins of a range of gross: its upper bound is not in it.</summary>
    public string Tranche(MoisDePaye mois, TrancheDeBrut tranche) => Bulletins(
        mois, ("brut_min", tranche.De?.ToString()), ("brut_max", tranche.A is { } a ? new Montant(a.Centimes - 1).ToString() : null));

    /// <summary>The rapprochement of the month, or the list of its états when it has several budgets.</summary>
    public string Rapprochement(EcartsDuMois mois) => mois.Budget is { } budget
        ? new AdresseDEtat(Siret, budget, mois.Mois, null).Rapprochement(ecartsSeuls: mois.Natures > 0)
        : Chemins.Avec("/etats", ("siret", Siret), ("mois", mois.Mois.ToString()));
}
