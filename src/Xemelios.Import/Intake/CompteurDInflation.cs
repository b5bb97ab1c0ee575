using Xemelios.Domain.Constats;

namespace Xemelios.Import.Intake;

/// <summary>Counts what one received file has really inflated to, nested archives included, and refuses what passes the limits.</summary>
public sealed class CompteurDInflation(Limites limites)
{
    public Limites Limites => limites;

    public int Entrees { get; private set; }

    public long Octets { get; private set; }

    /// <summary>True once the total is spent: nothing more of this file is read.</summary>
    public bool EstEpuise => Octets > limites.MaxOctetsInflates;

    /// <summary>One entry more; false when there are too many.</summary>
    public bool CompterEntree() => ++Entrees <= limites.MaxEntrees;

    /// <exception cref="FichierRefuseException">when the total of the file is passed.</exception>
    public void Compter(int octets)
    {
        Octets += octets;
        if (EstEpuise)
            throw new FichierRefuseException(CatalogueDesAnomalies.ArchiveTropVolumineuse.En(Provenance.Inconnue));
    }
}
