using Xemelios.Domain.Constats;

namespace Xemelios.Import.Intake;

/// <summary>Reads the entries of a zip, gzip, tar or tar.gz. One instance serves one received file and the archives nested in it.</summary>
public sealed class LecteurDArchive(Spool spool)
{
    private readonly CompteurDInflation _compteur = new(spool.Limites);

    /// <summary>The entries, one at a time: each is disposed by the caller before it asks for the next.</summary>
    /// <param name="profondeur">1 for a received archive, one more for an archive inside it.</param>
    public IEnumerable<Arrivage> Lire(Arrivage archive, int profondeur, Action<Anomalie> anomalie, CancellationToken annulation)
    {
        annulation.ThrowIfCancellationRequested();
        if (profondeur > _compteur.Limites.MaxProfondeur)
            anomalie(CatalogueDesAnomalies.ArchiveTropProfonde.En(Provenance.Inconnue));
        yield break;
    }
}
