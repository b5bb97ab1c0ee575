using System.Text;
using Xemelios.Domain.Constats;
using Xemelios.Domain.Paye;
using Xemelios.Import.Xhl;

namespace Xemelios.Import.Tests.Differentiel;

/// <summary>Writes each event of a reading as one line, during the call: what it is given need not live longer.</summary>
internal sealed class ReleveXhl : IXhlVisitor
{
    private readonly StringBuilder _ligne = new();

    public List<string> Lignes { get; } = [];

    public void EnTete(EnTeteDePaye enTete) => Noter(nameof(EnTete), enTete);

    public void Etablissement(Etablissement etablissement) => Noter(nameof(Etablissement), etablissement);

    public void Bulletin(Bulletin bulletin) => Noter(nameof(Bulletin), bulletin);

    public void Nomenclature(Correspondance entree) => Noter(nameof(Nomenclature), entree);

    public void Description(DescriptionDeNomenclature description) => Noter(nameof(Description), description);

    public void Repartition(RepartitionParNature ligne) => Noter(nameof(Repartition), ligne);

    public void Anomalie(Anomalie anomalie) => Noter(nameof(Anomalie), anomalie);

    private void Noter(string evenement, object donnee)
    {
        _ligne.Clear().Append(evenement).Append(' ');
        EnTexte.Ecrire(_ligne, donnee);
        Lignes.Add(_ligne.ToString());
    }
}
