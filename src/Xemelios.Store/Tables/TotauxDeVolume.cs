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
    private Somme _brut;
    private Somme _net;
    private Somme _netAPayer;
    private Cumul[] _courants = [];
    private int _statut;

    /// <summary>The lines that follow are those of this bulletin.</summary>
    /// <param name="statut">Key of the agent's statut.</param>
    public void Bulletin(BulletinPret pret, int? statut)
    {
        var bulletin = pret.Bulletin;
        _statut = statut ?? SansStatut;
        _courants = _parStatut.GetValueOrDefault(_statut, []);
        _brut.Ajouter((bulletin.MtBrut ?? pret.BrutDesLignes).Centimes);
        _net.Ajouter(bulletin.MtNet?.Centimes ?? 0);
        _netAPayer.Ajouter(bulletin.MtNetAPayer?.Centimes ?? 0);
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
        cumul.Somme.Ajouter(centimes);
    }

    /// <summary>The columns of table volume: agents, gross, net, net to pay.</summary>
    public void EcrireLeVolume(TableAppender ajout)
    {
        ajout.Int32(_matricules.Count);
        ajout.Decimal(_brut.Euros);
        ajout.Decimal(_net.Euros);
        ajout.Decimal(_netAPayer.Euros);
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
                ajout.Decimal(cumul.Somme.Euros);
                ajout.EndRow();
            }
        }
    }

    private void Agrandir(int rubrique)
    {
        Array.Resize(ref _courants, Math.Max(rubrique + 1, _courants.Length * 2));
        _parStatut[_statut] = _courants;
    }

    private struct Cumul
    {
        public int Lignes;
        public int NonNulles;
        public Somme Somme;
    }

    /// <summary>A sum of cents that no file can overflow: what 64 bits no longer hold goes to the decimal.</summary>
    private struct Somme
    {
        private const long Beaucoup = long.MaxValue / 2;
        private long _centimes;
        private decimal _report;

        public readonly decimal Euros => (_report + _centimes) / 100m;

        /// <param name="centimes">Less than 10^14, as the columns of amounts.</param>
        public void Ajouter(long centimes)
        {
            _centimes += centimes;
            if (_centimes is < Beaucoup and > -Beaucoup)
                return;
            _report += _centimes;
            _centimes = 0;
        }
    }
}
