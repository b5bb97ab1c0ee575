using Xemelios.Domain.Constats;
using Xemelios.Domain.Paye;

namespace Xemelios.Import.Xhl;

/// <summary>Keeps the parts of one stretch of a file until those before it were handed over; what lines say is taken in at once.</summary>
/// <param name="bulletins">Takes in the bulletins.</param>
/// <param name="suite">When nothing comes before them, the parts are handed over to it as soon as they are many.</param>
internal sealed class LotDeParties(ILotDeBulletins bulletins, AssemblageDuDocument? suite = null)
{
    private const int BeaucoupDeParties = 1_000;

    private readonly List<object> _parties = [];
    private readonly CodesVus _codes = new();
    private bool _aDesBulletins;

    public void EnTete(EnTeteDePaye enTete) => Garder(enTete);

    public void DebutDeDonneesIndiv(Provenance place) => Garder(new Debut(place));

    public void Etablissement(Etablissement etablissement) => Garder(etablissement);

    public void Bulletin(Bulletin bulletin)
    {
        _codes.Noter(bulletin);
        bulletins.Ajouter(bulletin);
        bulletin.Lignes = [];
        _aDesBulletins = true;
        Garder(bulletin);
    }

    public void FinDeDonneesIndiv() => Garder(Fin.Unique);

    public void Nomenclature(Correspondance entree, Provenance place) => Garder(new Entree(entree, place));

    public void Description(DescriptionDeNomenclature description) => Garder(description);

    public void Repartition(RepartitionParNature ligne) => Garder(ligne);

    public void Anomalie(Anomalie anomalie) => Garder(anomalie);

    /// <summary>Hands the parts over in order, and forgets them.</summary>
    public void Livrer(AssemblageDuDocument assemblage)
    {
        foreach (var partie in _parties)
        {
            switch (partie)
            {
                case Bulletin b: assemblage.Bulletin(b); break;
                case Anomalie a: assemblage.Anomalie(a); break;
                case Entree e: assemblage.Nomenclature(e.Correspondance, e.Place); break;
                case RepartitionParNature r: assemblage.Repartition(r); break;
                case EnTeteDePaye e: assemblage.EnTete(e); break;
                case Debut d: assemblage.DebutDeDonneesIndiv(d.Place); break;
                case Etablissement e: assemblage.Etablissement(e); break;
                case DescriptionDeNomenclature d: assemblage.Description(d); break;
                case Fin: assemblage.FinDeDonneesIndiv(); break;
                default: throw new InvalidOperationException("Partie de document inconnue.");
            }
        }

        if (_aDesBulletins)
            assemblage.Bulletins(bulletins, _codes);
        _parties.Clear();
        _aDesBulletins = false;
    }

    private void Garder(object partie)
    {
        _parties.Add(partie);
        if (suite is not null && _parties.Count >= BeaucoupDeParties)
            Livrer(suite);
    }

    private sealed record Debut(Provenance Place);

    private sealed record Entree(Correspondance Correspondance, Provenance Place);

    private sealed record Fin
    {
        public static readonly Fin Unique = new();
    }
}
