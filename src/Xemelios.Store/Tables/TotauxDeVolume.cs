using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.DuckDb;

namespace Xemelios.Store.Tables;

/// <summary>Adds up one file while it is written: what its screens ask often, and what depends on it alone.</summary>
internal sealed class TotauxDeVolume
{
    private const int SansStatut = 0;
    private readonly Dictionary<int, Cumul[]> _parStatut = [];
    private readonly HashSet<string> _matricules = new(StringComparer.Ordinal);
    private Int128 _brut;
    private Int128 _net;
    private Int128 _netAPayer;
    private Cumul[] _courants = [];
    private int _statut;

    /// <summary>The lines that follow are those of this bulletin.</summary>
    /// <param name="statut">Key of the agent's statut.</param>
    public void Bulletin(BulletinPret pret, int? statut)
    {
        var bulletin = pret.Bulletin;
        _statut = statut ?? SansStatut;
        _courants = _parStatut.GetValueOrDefault(_statut, []);
        _brut += (bulletin.MtBrut ?? pret.BrutDesLignes).Centimes;
        _net += bulletin.MtNet?.Centimes ?? 0;
        _netAPayer += bulletin.MtNetAPayer?.Centimes ?? 0;
        if (bulletin.Agent?.Matricule is { } matricule)
            _matricules.Add(matricule);
    }

    /// <summary>One line; keys of rubriques are small and close to each other.</summary>
    /// <param name="centimes">Its amount, or <see cref="TableAppender.NoDecimal"/>.</param>
    public void Ligne(int rubrique, long centimes)
    {
        if ((uint)rubrique >= (uint)_courants.Length)
            Agrandir(rubrique);
        ref var cumul = ref _courants[rubrique];
        cumul.Lignes++;
        if (centimes is 0 or TableAppender.NoDecimal)
            return;
        cumul.NonNulles++;
        cumul.Centimes += centimes;
    }

    /// <summary>The columns of table volume: agents, gross, net, net to pay.</summary>
    public void EcrireLeVolume(TableAppender ajout)
    {
        ajout.Int32(_matricules.Count);
        ajout.Decimal(Euros(_brut));
        ajout.Decimal(Euros(_net));
        ajout.Decimal(Euros(_netAPayer));
    }

    public void EcrireLesRubriques(TableAppender ajout, int contenu)
    {
        foreach (var (statut, cumuls) in _parStatut)
        {
            for (var rubrique = 0; rubrique < cumuls.Length; rubrique++)
            {
                if (cumuls[rubrique] is not { Lignes: > 0 } cumul)
                    continue;
                ajout.Int32(contenu);
                ajout.Int32(rubrique);
                ajout.Int32(statut == SansStatut ? null : statut);
                ajout.Int32(cumul.Lignes);
                ajout.Int32(cumul.NonNulles);
                ajout.Decimal(Euros(cumul.Centimes));
                ajout.EndRow();
            }
        }
    }

    private static decimal Euros(Int128 centimes) => (decimal)centimes / 100m;

    private void Agrandir(int rubrique)
    {
        Array.Resize(ref _courants, Math.Max(rubrique + 1, _courants.Length * 2));
        _parStatut[_statut] = _courants;
    }

    private struct Cumul
    {
        public int Lignes;
        public int NonNulles;
        public Int128 Centimes;
    }
}
