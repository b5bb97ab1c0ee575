using Xemelios.Domain.Constats;
using Xemelios.Domain.Paye;

namespace Xemelios.Import.Xhl;

/// <summary>Receives the parts of a document as they are read, before they are numbered and set against each other.</summary>
internal interface IPartiesDeDocument
{
    void EnTete(EnTeteDePaye enTete);

    void DebutDeDonneesIndiv(Provenance place);

    void Etablissement(Etablissement etablissement);

    /// <summary>A bulletin whose rank and établissement are not set yet.</summary>
    void Bulletin(Bulletin bulletin);

    void FinDeDonneesIndiv();

    void Nomenclature(Correspondance entree, Provenance place);

    void Description(DescriptionDeNomenclature description);

    void Repartition(RepartitionParNature ligne);

    void Anomalie(Anomalie anomalie);
}
