using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Bulletins;

namespace Xemelios.Query.Comparaisons;

/// <summary>Two sets of bulletins set side by side, line by line.</summary>
/// <remarks>
/// Lines are matched by category, code and période de rappel; one that has no code, by its label. Repeated ones are added up. Amounts
/// have the sign of their meaning (a withholding is positive), and the sum of the differences is the difference of the sums.
/// </remarks>
/// <param name="Avant">The bulletins of the left; there may be several, or none.</param>
/// <param name="Lignes">In the order of the bulletins: those of the right, then those that only the left has.</param>
/// <param name="Attributs">What the heads of the bulletins say otherwise.</param>
public sealed record ComparaisonDeLignes(
    IReadOnlyList<BulletinDetaille> Avant, IReadOnlyList<BulletinDetaille> Apres,
    IReadOnlyList<LigneComparee> Lignes, IReadOnlyList<AttributCompare> Attributs)
{
    /// <summary>Compares what has been read already.</summary>
    public static ComparaisonDeLignes De(IReadOnlyList<BulletinDetaille> avant, IReadOnlyList<BulletinDetaille> apres)
    {
        var gauche = avant.SelectMany(b => b.Lignes).ToLookup(CleDeLigne.De);
        var droite = apres.SelectMany(b => b.Lignes).ToLookup(CleDeLigne.De);
        var cles = apres.Concat(avant).SelectMany(b => b.Lignes).Select(CleDeLigne.De).Distinct();
        return new ComparaisonDeLignes(
            avant, apres,
            [.. cles.OrderBy(c => c.Rang).Select(cle => LigneComparee.De(cle, [.. gauche[cle]], [.. droite[cle]]))],
            AttributCompare.Tous(avant, apres));
    }

    /// <summary>The same comparison as a reader may see it: an account that he may not see has changed, or not, and no more.</summary>
    internal ComparaisonDeLignes Masquer(Perimetre perimetre) => this with
    {
        Avant = [.. Avant.Select(b => b.Masquer(perimetre))], Apres = [.. Apres.Select(b => b.Masquer(perimetre))],
        Attributs = perimetre.Montre(DonneesProtegees.CompteBancaire)
            ? Attributs
            : [.. Attributs.Select(a => a.Sorte == SorteDeChangement.Rib ? a with { Avant = Masque.De(a.Avant), Apres = Masque.De(a.Apres) } : a)],
    };

    /// <summary>Sums of both sides over the lines that these categories hold; their difference is the sum of the differences.</summary>
    public SommesComparees Sommes(Func<CategorieDeLigne, bool> categorie) => Lignes
        .Where(l => categorie(l.Categorie))
        .Aggregate(new SommesComparees(Montant.Zero, Montant.Zero), (s, l) => new(s.Avant + (l.Avant ?? Montant.Zero), s.Apres + (l.Apres ?? Montant.Zero)));
}

/// <summary>Two sums and what separates them.</summary>
public sealed record SommesComparees(Montant Avant, Montant Apres)
{
    public Montant Difference => Apres - Avant;
}

/// <summary>What became of a line.</summary>
public enum SortDeLigne
{
    Egale,
    Changee,
    Ajoutee,
    Disparue,
}

/// <summary>A line on both sides.</summary>
/// <param name="Element">The category as the bulletin writes it.</param>
/// <param name="Avant">Sum of the amounts on the left; null when the line is not there, or bears no amount.</param>
public sealed record LigneComparee(
    CategorieDeLigne Categorie, string Element, string? Code, string? Libelle, DateOnly? Debut, DateOnly? Fin,
    Montant? Avant, Montant? Apres, SortDeLigne Sort, string? Nature)
{
    public Montant Difference => (Apres ?? Montant.Zero) - (Avant ?? Montant.Zero);

    public (decimal? Base, decimal? Taux, decimal? Unites)? DetailAvant { get; init; }

    public (decimal? Base, decimal? Taux, decimal? Unites)? DetailApres { get; init; }

    internal static LigneComparee De(CleDeLigne cle, List<LigneDeBulletin> avant, List<LigneDeBulletin> apres)
    {
        var modele = apres.Count > 0 ? apres[0] : avant[0];
        var (x, y) = (Somme(avant), Somme(apres));
        var sort = (avant.Count, apres.Count) switch
        {
            (0, _) => SortDeLigne.Ajoutee,
            (_, 0) => SortDeLigne.Disparue,
            _ => x == y ? SortDeLigne.Egale : SortDeLigne.Changee,
        };
        return new LigneComparee(cle.Categorie, modele.Categorie, modele.Code, modele.Libelle, cle.Debut, cle.Fin, x, y, sort, modele.Nature)
        {
            DetailAvant = Detail(avant),
            DetailApres = Detail(apres),
        };
    }

    private static Montant? Somme(List<LigneDeBulletin> lignes) =>
        lignes.Aggregate((Montant?)null, (somme, l) => l.MontantNormalise is { } montant ? (somme ?? Montant.Zero) + montant : somme);

    private static (decimal?, decimal?, decimal?)? Detail(List<LigneDeBulletin> lignes) =>
        lignes.Count == 1 ? (lignes[0].Base, lignes[0].Taux, lignes[0].Unites) : null;
}

/// <summary>What makes two lines the same one.</summary>
internal sealed record CleDeLigne(CategorieDeLigne Categorie, string Code, DateOnly? Debut, DateOnly? Fin)
{
    public int Rang => (int)Categorie;

    public static CleDeLigne De(LigneDeBulletin ligne) => new(
        Enum.TryParse<CategorieDeLigne>(ligne.Categorie, out var categorie) ? categorie : CategorieDeLigne.Inconnue,
        ligne.Code is { Length: > 0 } code ? "C" + code : "L" + ligne.Categorie + ligne.Libelle, ligne.PeriodeDebut, ligne.PeriodeFin);
}
