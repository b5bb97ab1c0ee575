using Xemelios.Store.Archives;

namespace Xemelios.Store.Tables;

/// <summary>Rows and sums of each table of facts, archives included: what two bases drawn from the same files have in common.</summary>
public static class TotauxDesTables
{
    public static IReadOnlyDictionary<string, (long Rangees, string Somme)> Lire(Entrepot entrepot)
    {
        using var connexion = entrepot.Connecter(archives: true);
        using var commande = connexion.CreateCommand("SELECT current_database()");
        var totaux = TablesDArchive.Totaux(connexion, (string)commande.ExecuteScalar()!);
        return totaux.ToDictionary(t => t.Key, t => t.Value.Split(' ') is [var rangees, .. var somme]
            ? (long.Parse(rangees, System.Globalization.CultureInfo.InvariantCulture), string.Concat(somme))
            : throw new InvalidOperationException(t.Key), StringComparer.Ordinal);
    }
}
