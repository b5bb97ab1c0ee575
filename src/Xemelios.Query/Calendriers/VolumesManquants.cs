using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.EtatsLiquidatifs;

namespace Xemelios.Query.Calendriers;

/// <summary>The numbers that the files of a month leave out.</summary>
/// <remarks>No file says how many volumes there are: their number is in the usual name alone (format page §8.2), and editors number the
/// files of a month through its budgets and trains. A number that any of them bears is not missing; one that none bears is said of the
/// état whose numbers go beyond it first.</remarks>
internal static class VolumesManquants
{
    /// <summary>Beyond that a number is no rank: it would make thousands of missing volumes of one file.</summary>
    private const int DernierRang = 99;

    public static IReadOnlyDictionary<CleDEtat, IReadOnlyList<int>> Lire(DbConnection connexion, Perimetre perimetre) => new Requete(connexion, perimetre, """
        SELECT employeur, periode, budget, train, list(DISTINCT numero ORDER BY numero)
        FROM volume_visible WHERE NOT entete_seul AND numero BETWEEN 1 AND $dernier GROUP BY employeur, periode, budget, train ORDER BY ALL
        """).Avec("dernier", DernierRang)
        .Lire(r => (Cle: new CleDEtat(r.Entier(), r.Entier(), r.TexteSur(), r.TexteSur()), Numeros: r.Entiers()))
        .GroupBy(e => (e.Cle.Employeur, e.Cle.Periode)).SelectMany(mois => DuMois([.. mois]))
        .GroupBy(m => m.Etat, m => m.Numero).ToDictionary(g => g.Key, g => (IReadOnlyList<int>)[.. g]);

    private static IEnumerable<(CleDEtat Etat, int Numero)> DuMois(IReadOnlyList<(CleDEtat Cle, IReadOnlyList<int> Numeros)> etats)
    {
        var portes = etats.SelectMany(e => e.Numeros).ToHashSet();
        return from numero in Enumerable.Range(1, portes.Max()) where !portes.Contains(numero)
               select (etats.Where(e => e.Numeros[^1] > numero).MinBy(e => e.Numeros.First(n => n > numero)).Cle, numero);
    }
}
