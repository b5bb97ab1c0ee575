using System.Globalization;
using Xemelios.DuckDb;
using Xemelios.Store;
using Xemelios.Store.Gestion;
using Xemelios.Store.Tables;

namespace Xemelios.Import.Reconstructions;

/// <summary>What two bases drawn from the same originals say differently: files, rows, sums. No difference is an error by itself, since a
/// reader may have been mended; a file that is no longer read is one.</summary>
internal static class EcartsDeReconstruction
{
    /// <exception cref="ReconstructionRefuseeException">the new one would say less.</exception>
    public static IReadOnlyList<string> Lire(Entrepot ancienne, Entrepot nouvelle, CancellationToken annulation)
    {
        var fichiers = Fichiers(ancienne.Receptions.Lister(), nouvelle.Receptions.Lister());
        annulation.ThrowIfCancellationRequested();
        var tables = Tables(ancienne, nouvelle);
        annulation.ThrowIfCancellationRequested();
        return [.. fichiers, .. tables, .. Conservation(nouvelle)];
    }

    private static IEnumerable<string> Fichiers(IReadOnlyList<Reception> avant, IReadOnlyList<Reception> apres)
    {
        var relus = apres.ToDictionary(r => r.Id);
        var changes = avant.Where(r => r.Etat is not (Reception.Recu or Reception.Supprime))
            .Select(r => (Avant: r, Apres: relus[r.Id])).Where(r => (r.Avant.Etat, r.Avant.Motif) != (r.Apres.Etat, r.Apres.Motif)).ToList();
        var perdus = changes.Count(r => r.Avant.Etat != Etats.Rejete && r.Apres.Etat == Etats.Rejete);
        if (perdus > 0)
            throw new ReconstructionRefuseeException(
                $"{Compter(perdus)} importés à leur réception ne se lisent plus : la base actuelle reste. Lancez « xemelios verifier », qui dit quels originaux ont changé.");
        return changes.GroupBy(r => (Avant: r.Avant.Etat, Apres: r.Apres.Etat)).OrderBy(g => g.Key)
            .Select(g => g.Key.Avant == g.Key.Apres
                ? $"{Compter(g.Count())} refusés, pour une autre raison qu'à leur réception."
                : $"{Compter(g.Count())} {Dire(g.Key.Avant)} à leur réception, {Dire(g.Key.Apres)} à présent.").ToList();
    }

    private static List<string> Tables(Entrepot ancienne, Entrepot nouvelle)
    {
        try
        {
            var (avant, apres) = (TotauxDesTables.Lire(ancienne), TotauxDesTables.Lire(nouvelle));
            return [.. avant.Where(t => apres[t.Key] != t.Value).Select(t => apres[t.Key].Rangees == t.Value.Rangees
                ? $"Table « {t.Key} » : autant de rangées, d'autres montants."
                : $"Table « {t.Key} » : {Nombre(t.Value.Rangees)} rangées avant, {Nombre(apres[t.Key].Rangees)} à présent.")];
        }
        catch (DuckDbException)
        {
            return ["La base remplacée ne se lisait plus entièrement : ses totaux n'ont pas pu être comparés."];
        }
    }

    private static IEnumerable<string> Conservation(Entrepot nouvelle) => ConservationDesTables.Controler(nouvelle).Where(c => c.Defauts.Count > 0)
        .Select(c => $"Contrôle « {c.Nom} » : {Nombre(c.Defauts.Count)} défauts. Lancez « xemelios verifier », qui les nomme.");

    private static string Dire(string etat) => etat switch
    {
        Etats.Importe => "importés",
        Etats.DejaImporte => "déjà connus",
        Etats.Remplace => "importés en remplacement d'un autre",
        _ => "refusés",
    };

    private static string Compter(int fichiers) => $"Fichiers : {Nombre(fichiers)}";

    private static string Nombre(long nombre) => nombre.ToString("N0", CultureInfo.GetCultureInfo("fr-FR"));
}
