using System.Text;
using Xemelios.Domain.Constats;
using Xemelios.Domain.Paye;
using Xemelios.Import.Xhl;

namespace Xemelios.Import.Tests.Differentiel;

/// <summary>Writes each event of a reading as one line, during the call: what it is given need not live longer.</summary>
internal class ReleveXhl : IXhlVisitor
{
    private readonly StringBuilder _ligne = new();
    private readonly List<string> _autres = [];

    /// <summary>All that was noted: each kind of event in its order.</summary>
    public IReadOnlyList<string> Lignes => [.. _autres, .. LignesDeBulletins];

    private List<string> LignesDeBulletins { get; } = [];

    public void EnTete(EnTeteDePaye enTete) => Noter(nameof(EnTete), enTete);

    public void Etablissement(Etablissement etablissement) => Noter(nameof(Etablissement), etablissement);

    public ILotDeBulletins NouveauLot() => new Lot();

    /// <summary>Bulletins are noted apart: lots are cut elsewhere by each reader.</summary>
    public virtual void Bulletins(ILotDeBulletins lot)
    {
        foreach (var (bulletin, lignes) in ((Lot)lot).Vider())
        {
            bulletin.Lignes = lignes;
            Noter(LignesDeBulletins, nameof(Bulletin), bulletin);
        }
    }

    public void Nomenclature(Correspondance entree) => Noter(nameof(Nomenclature), entree);

    public void Description(DescriptionDeNomenclature description) => Noter(nameof(Description), description);

    public void Repartition(RepartitionParNature ligne) => Noter(nameof(Repartition), ligne);

    public void Anomalie(Anomalie anomalie) => Noter(nameof(Anomalie), anomalie);

    private void Noter(string evenement, object donnee) => Noter(_autres, evenement, donnee);

    private void Noter(List<string> lignes, string evenement, object donnee)
    {
        _ligne.Clear().Append(evenement).Append(' ');
        EnTexte.Ecrire(_ligne, donnee);
        lignes.Add(_ligne.ToString());
    }

    private sealed class Lot : ILotDeBulletins
    {
        private List<(Bulletin, LigneDePaye[])> _bulletins = [];

        public void Ajouter(Bulletin bulletin) => _bulletins.Add((bulletin, [.. bulletin.Lignes]));

        public List<(Bulletin, LigneDePaye[])> Vider()
        {
            var pleins = _bulletins;
            _bulletins = [];
            return pleins;
        }
    }
}
