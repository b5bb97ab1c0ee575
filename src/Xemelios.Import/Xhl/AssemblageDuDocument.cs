using Xemelios.Domain.Constats;
using Xemelios.Domain.Paye;
using static Xemelios.Domain.Constats.CatalogueDesAnomalies;

namespace Xemelios.Import.Xhl;

/// <summary>Numbers the parts of a document, tells what only the whole of it can tell, and hands everything to the visitor in order.</summary>
internal sealed class AssemblageDuDocument(IXhlVisitor visitor)
{
    private readonly CodesEmployes _codes = new();
    private int _bulletins;
    private int _blocs;
    private int _bulletinsAvantLeBloc;
    private int? _etablissement;
    private Provenance _debutDuBloc;

    public void EnTete(EnTeteDePaye enTete) => visitor.EnTete(enTete);

    public void DebutDeDonneesIndiv(Provenance place)
    {
        _blocs++;
        (_debutDuBloc, _bulletinsAvantLeBloc, _etablissement) = (place, _bulletins, null);
    }

    public void Etablissement(Etablissement etablissement)
    {
        _etablissement = _blocs;
        visitor.Etablissement(etablissement with { Rang = _blocs });
    }

    public void Bulletin(Bulletin bulletin)
    {
        bulletin.Ordre = ++_bulletins;
        bulletin.Etablissement = _etablissement;
    }

    /// <summary>The bulletins that were numbered since the last call.</summary>
    public void Bulletins(ILotDeBulletins lot, CodesVus codes)
    {
        codes.Donner(_codes.Rubrique);
        visitor.Bulletins(lot);
    }

    public void FinDeDonneesIndiv()
    {
        if (_bulletins == _bulletinsAvantLeBloc)
            visitor.Anomalie(DonneesIndivVides.En(_debutDuBloc));
    }

    public void Nomenclature(Correspondance entree, Provenance place)
    {
        if (!_codes.Definir(entree.Sorte, entree.Code))
            visitor.Anomalie(CodesEnDouble.En(place));
        if (entree.Sorte == SorteDeNomenclature.Rubrique)
            _codes.Imputation(entree);
        visitor.Nomenclature(entree);
    }

    public void Description(DescriptionDeNomenclature description) => visitor.Description(description);

    public void Repartition(RepartitionParNature ligne)
    {
        _codes.Nature(ligne.Code);
        visitor.Repartition(ligne);
    }

    public void Anomalie(Anomalie anomalie) => visitor.Anomalie(anomalie);

    /// <summary>To be called once, after the last part.</summary>
    public void Conclure(long caracteresRemplaces)
    {
        _codes.Signaler(visitor.Anomalie);
        if (caracteresRemplaces > 0)
            visitor.Anomalie(CaracteresInterdits.En(Provenance.Inconnue, $"{caracteresRemplaces} caractère(s) interdit(s) en XML ont été remplacés par des espaces."));
    }
}
