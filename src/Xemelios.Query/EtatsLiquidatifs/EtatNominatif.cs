using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>The état nominatif décompté, some bulletins at a time (rubrique 2102 of the list of justificatifs).</summary>
/// <param name="Page">From 1.</param>
/// <param name="Taille">Bulletins of a page.</param>
/// <param name="Totaux">Of the whole état, whatever the page.</param>
public sealed record EtatNominatif(EtatDePaye Etat, int Page, int Taille, IReadOnlyList<BulletinNominatif> Bulletins, LigneLiquidee Totaux)
{
    public int Pages => Math.Max(1, (Etat.Bulletins + Taille - 1) / Taille);
}

/// <summary>One bulletin with its lines, in the order of the payslip.</summary>
/// <param name="Indice">As written, else its number.</param>
/// <param name="BrutDeclare">MtBrut of the file; the sum of the gross lines where it gives none.</param>
public sealed record BulletinNominatif(
    string Volume, int Ordre, string? Matricule, string? Nom, string? Prenom, string? Grade, string? Echelon, string? Indice,
    Montant BrutDeclare, Montant? Net, Montant? NetAPayer, IReadOnlyList<LigneNominative> Lignes)
{
    public Montant Brut => Somme(l => l.EstBrut);

    public Montant Retenues => Somme(l => l.EstRetenue);

    public Montant ChargesPatronales => Somme(l => l.EstCharge);

    /// <summary>Given in kind: not paid in cash.</summary>
    public Montant AvantagesEnNature => Somme(l => l.Categorie == CategorieDeLigne.AvantageNature);

    private Montant Somme(Func<LigneNominative, bool> lesquelles) => Lignes.Where(lesquelles).Aggregate(Montant.Zero, (somme, l) => somme + l.Montant);
}

/// <summary>One line, its amount with the sign of its meaning: a withholding is positive.</summary>
public sealed record LigneNominative(CategorieDeLigne Categorie, string? Code, string? Libelle, decimal? Base, decimal? Taux, decimal? Unites, Montant Montant)
{
    public bool EstBrut => Categorie.EstBrut();

    public bool EstRetenue => Categorie.EstRetenue();

    public bool EstCharge => Categorie == CategorieDeLigne.Cotisation;
}
