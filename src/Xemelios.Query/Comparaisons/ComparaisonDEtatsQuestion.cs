using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;

namespace Xemelios.Query.Comparaisons;

/// <summary>Two états of one employer set side by side along one axis: two months, two budgets, two trains.</summary>
public sealed record ComparaisonDEtatsQuestion(DemandeDEtat Avant, DemandeDEtat Apres, AxeDEtat Par = AxeDEtat.Nature) : IQuestionNominative
{
    /// <exception cref="EtatIntrouvableException">one of the two is not there, or they are of two employers, which is never compared.</exception>
    public ComparaisonDEtats Executer(DbConnection connexion, Perimetre perimetre)
    {
        if (Par == AxeDEtat.Agent)
            this.Autoriser(perimetre);
        if (Avant.Siret != Apres.Siret)
            throw new EtatIntrouvableException();
        var avant = new EtatLiquidatifQuestion(Avant, Par).Executer(connexion, perimetre);
        var apres = new EtatLiquidatifQuestion(Apres, Par).Executer(connexion, perimetre);
        var gauche = avant.Lignes.ToDictionary(Cle);
        var droite = apres.Lignes.ToDictionary(Cle);
        var lignes = gauche.Keys.Union(droite.Keys)
            .OrderBy(c => c.Categorie, StringComparer.Ordinal).ThenBy(c => c.Cle is null).ThenBy(c => c.Cle, StringComparer.Ordinal)
            .Select(c => LigneDEtats.De(gauche.GetValueOrDefault(c), droite.GetValueOrDefault(c)));
        return new ComparaisonDEtats(avant.Etat, apres.Etat, Par, [.. lignes], LigneDEtats.De(avant.Totaux, apres.Totaux));
    }

    private static (string? Categorie, string? Cle) Cle(LigneLiquidee ligne) => (ligne.Categorie, ligne.Cle);
}

/// <summary>Two états, row by row; the rows add up to the totals on both sides.</summary>
public sealed record ComparaisonDEtats(EtatDePaye Avant, EtatDePaye Apres, AxeDEtat Par, IReadOnlyList<LigneDEtats> Lignes, LigneDEtats Totaux);

/// <summary>One row of both états; a side that does not have it counts zero and is null.</summary>
/// <param name="Categorie">On the axis of rubriques.</param>
/// <param name="Cle">Null is what has none.</param>
public sealed record LigneDEtats(string? Categorie, string? Cle, string? Libelle, LigneLiquidee? Avant, LigneLiquidee? Apres)
{
    /// <summary>The difference of one column.</summary>
    public Montant Difference(Func<LigneLiquidee, Montant> colonne) => (Apres is null ? Montant.Zero : colonne(Apres)) - (Avant is null ? Montant.Zero : colonne(Avant));

    internal static LigneDEtats De(LigneLiquidee? avant, LigneLiquidee? apres)
    {
        var une = apres ?? avant;
        return new LigneDEtats(une?.Categorie, une?.Cle, apres?.Libelle ?? avant?.Libelle, avant, apres);
    }
}
