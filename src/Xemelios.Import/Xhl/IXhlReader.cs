using Xemelios.Domain.Constats;
using Xemelios.Domain.Paye;
using Xemelios.Import.Intake;

namespace Xemelios.Import.Xhl;

/// <summary>Reads a pay file part by part. The seam behind which a faster reader can stand, under the same tests.</summary>
public interface IXhlReader
{
    /// <summary>Reads the whole file, one bulletin at a time, giving the parts of each kind to the visitor in document order, header first.</summary>
    /// <exception cref="FichierRefuseException">The file is refused whole: what the visitor was given is to be discarded.</exception>
    void Read(Arrivage fichier, IXhlVisitor visitor, CancellationToken annulation);
}

/// <summary>Receives the parts of a pay file.</summary>
public interface IXhlVisitor
{
    /// <summary>Once, before anything but anomalies.</summary>
    void EnTete(EnTeteDePaye enTete);

    /// <summary>Once for each DonneesIndiv that names one, before its bulletins.</summary>
    void Etablissement(Etablissement etablissement);

    /// <summary>A place for bulletins, to be filled on the thread that reads them. May be asked before the header, and several times.</summary>
    ILotDeBulletins NouveauLot();

    /// <summary>The bulletins of one stretch of the file, numbered. The visitor empties the lot, which is filled again.</summary>
    void Bulletins(ILotDeBulletins lot);

    void Nomenclature(Correspondance entree);

    void Description(DescriptionDeNomenclature description);

    void Repartition(RepartitionParNature ligne);

    void Anomalie(Anomalie anomalie);
}
