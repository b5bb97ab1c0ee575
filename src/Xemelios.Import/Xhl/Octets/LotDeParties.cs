using Xemelios.Domain.Constats;
using Xemelios.Domain.Paye;

namespace Xemelios.Import.Xhl;

/// <summary>Keeps the parts of one block until those of the blocks before it were handed over.</summary>
internal sealed class LotDeParties : IPartiesDeDocument
{
    private readonly List<object> _parties = [];

    public void EnTete(EnTeteDePaye enTete) => _parties.Add(enTete);

    public void DebutDeDonneesIndiv(Provenance place) => _parties.Add(new Debut(place));

    public void Etablissement(Etablissement etablissement) => _parties.Add(etablissement);

    public void Bulletin(Bulletin bulletin) => _parties.Add(bulletin);

    public void FinDeDonneesIndiv() => _parties.Add(Fin.Unique);

    public void Nomenclature(Correspondance entree, Provenance place) => _parties.Add(new Entree(entree, place));

    public void Description(DescriptionDeNomenclature description) => _parties.Add(description);

    public void Repartition(RepartitionParNature ligne) => _parties.Add(ligne);

    public void Anomalie(Anomalie anomalie) => _parties.Add(anomalie);

    /// <summary>Hands the parts over in order, and forgets them.</summary>
    public void Rejouer(IPartiesDeDocument suite)
    {
        foreach (var partie in _parties)
        {
            switch (partie)
            {
                case Bulletin b: suite.Bulletin(b); break;
                case Anomalie a: suite.Anomalie(a); break;
                case Entree e: suite.Nomenclature(e.Correspondance, e.Place); break;
                case RepartitionParNature r: suite.Repartition(r); break;
                case EnTeteDePaye e: suite.EnTete(e); break;
                case Debut d: suite.DebutDeDonneesIndiv(d.Place); break;
                case Etablissement e: suite.Etablissement(e); break;
                case DescriptionDeNomenclature d: suite.Description(d); break;
                case Fin: suite.FinDeDonneesIndiv(); break;
                default: throw new InvalidOperationException("Partie de document inconnue.");
            }
        }

        _parties.Clear();
    }

    private sealed record Debut(Provenance Place);

    private sealed record Entree(Correspondance Correspondance, Provenance Place);

    private sealed record Fin
    {
        public static readonly Fin Unique = new();
    }
}
