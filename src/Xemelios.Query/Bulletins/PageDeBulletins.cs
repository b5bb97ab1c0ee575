using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Bulletins;

/// <summary>One page of a search, with the totals of the whole result.</summary>
public sealed record PageDeBulletins(IReadOnlyList<LigneDeResultat> Lignes, TotauxDeBulletins Totaux, int Page, int TaillePage)
{
    public int Pages => Math.Max(1, (Totaux.Bulletins + TaillePage - 1) / TaillePage);
}

/// <summary>One bulletin of a result: the default columns of XéMéLios and those that can be added.</summary>
public sealed record LigneDeResultat(
    int Id, string Volume, int Ordre, string Siret, string? Budget, int Annee, int Mois, string? Train,
    string? Nom, string? Prenom, string? Matricule, string? Statut, string? Emploi, string? Service, string? Indice,
    Montant? Net, Montant? Brut, Montant? TraitementPrincipal, string? Evenement)
{
    /// <summary>The words for the statut: the nomenclature's, else the default ones.</summary>
    public string? StatutLibelle { get; init; }

    public Montant? NetAPayer { get; init; }

    public Montant? Imposable { get; init; }

    public decimal? HeuresSup { get; init; }

    public decimal? HeuresTotal { get; init; }

    public decimal? Quotite { get; init; }

    public decimal? Nbi { get; init; }

    public string? Nir { get; init; }

    public int? Enfants { get; init; }

    public string? Grade { get; init; }

    public string? Echelon { get; init; }

    public string? Etablissement { get; init; }

    /// <summary>References to pieces.</summary>
    public int Pieces { get; init; }

    /// <summary>With a filter on lines (nature, rubrique, sans nature): those lines of the bulletin, and their sum.</summary>
    public int LignesTrouvees { get; init; }

    public Montant? MontantTrouve { get; init; }

    /// <summary>Position of the first line found, to be shown yellow.</summary>
    public int? PremierePosition { get; init; }
}

/// <summary>Totals on the whole result, not on the page.</summary>
public sealed record TotauxDeBulletins(int Bulletins, Montant Brut, Montant Net, Montant NetAPayer, int LignesTrouvees, Montant? MontantTrouve);

/// <summary>The bulletins before and after one bulletin in a result; null at the ends.</summary>
public sealed record Voisins(AdresseDeBulletin? Precedent, AdresseDeBulletin? Suivant, int Rang, int Total);

/// <summary>Where a bulletin stands: file and rank.</summary>
public sealed record AdresseDeBulletin(string Volume, int Ordre);
