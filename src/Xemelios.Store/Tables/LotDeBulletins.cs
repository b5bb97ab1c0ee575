using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.DuckDb;

namespace Xemelios.Store.Tables;

/// <summary>Bulletins made ready for the tables by the thread that read them, apart from any connection: columns of their lines, sums,
/// fingerprints of their agents. <see cref="EcritureDeVolume"/> then has little more to do than to hand the columns over.</summary>
/// <remarks>All the bulletins of one lot come from one reader, whose models have ranks of their own.</remarks>
public sealed class LotDeBulletins : ILotDeBulletins
{
    private readonly List<BulletinPret> _bulletins = [];
    private readonly CalculDEmpreinte _empreinte = new();
    private readonly ObservationDesSignes _signes = new();
    private ModeleDeLigne?[] _modeles = new ModeleDeLigne?[256];

    public void Ajouter(Bulletin bulletin)
    {
        var lignes = bulletin.Lignes.AsSpan();
        var brut = Montant.Zero;
        Montant? traitement = null;
        foreach (ref readonly var ligne in lignes)
        {
            Lignes.Ajouter(_bulletins.Count, Modele(ligne.Modele), ligne);
            if (ligne.Montant is not { } montant || !ligne.Categorie.EstBrut())
                continue;
            brut += montant;
            if (ligne.Categorie == CategorieDeLigne.TraitBrut)
                traitement = (traitement ?? Montant.Zero) + montant;
        }

        _signes.Observer(bulletin);
        var agent = _empreinte.Calculer(bulletin.Agent ?? new Agent(), bulletin.Service);
        _bulletins.Add(new BulletinPret(bulletin, agent, brut, traitement, lignes.Length));
    }

    internal IReadOnlyList<BulletinPret> Bulletins => _bulletins;

    internal ObservationDesSignes Signes => _signes;

    /// <summary>The lines of all the bulletins, one after another; their models are ranks in <see cref="Modeles"/>.</summary>
    internal ColonnesDeLignes Lignes { get; } = new();

    /// <summary>The models met since the lot was made, by rank.</summary>
    internal ReadOnlySpan<ModeleDeLigne?> Modeles => _modeles;

    internal void Vider()
    {
        _bulletins.Clear();
        _signes.Effacer();
        Lignes.Vider();
    }

    private int Modele(ModeleDeLigne modele)
    {
        if (modele.Rang >= _modeles.Length)
            Array.Resize(ref _modeles, Math.Max(modele.Rang + 1, _modeles.Length * 2));
        ref var connu = ref _modeles[modele.Rang];
        connu ??= modele;
        if (!ReferenceEquals(connu, modele))
            throw new InvalidOperationException("Un lot ne reçoit que les bulletins d'un seul lecteur.");
        return modele.Rang;
    }
}

/// <summary>A bulletin of a lot without its lines.</summary>
/// <param name="Agent">Fingerprint of the description of the agent.</param>
/// <param name="BrutDesLignes">Sum of the gross lines.</param>
/// <param name="Traitement">Sum of the lines of category 1; null without any.</param>
/// <param name="Lignes">Number of lines.</param>
internal readonly record struct BulletinPret(Bulletin Bulletin, EmpreinteDAgent Agent, Montant BrutDesLignes, Montant? Traitement, int Lignes);

/// <summary>Lines as columns, in arrays that are used again: amounts in cents, quantities in ten-thousandths, as the tables hold them.</summary>
internal sealed class ColonnesDeLignes
{
    private int[] _bulletins = new int[4_096];
    private int[] _positions = new int[4_096];
    private int[] _modeles = new int[4_096];
    private long[] _bases = new long[4_096];
    private long[] _taux = new long[4_096];
    private long[] _unites = new long[4_096];
    private long[] _montants = new long[4_096];

    public int Nombre { get; private set; }

    /// <summary>Rank of the bulletin in its lot, from 0.</summary>
    public ReadOnlySpan<int> Bulletins => _bulletins.AsSpan(0, Nombre);

    public ReadOnlySpan<int> Positions => _positions.AsSpan(0, Nombre);

    public ReadOnlySpan<int> Modeles => _modeles.AsSpan(0, Nombre);

    public ReadOnlySpan<long> Bases => _bases.AsSpan(0, Nombre);

    /// <summary>Rates that the model does not give.</summary>
    public ReadOnlySpan<long> Taux => _taux.AsSpan(0, Nombre);

    public ReadOnlySpan<long> Unites => _unites.AsSpan(0, Nombre);

    public ReadOnlySpan<long> Montants => _montants.AsSpan(0, Nombre);

    public void Ajouter(int bulletin, int modele, in LigneDePaye ligne)
    {
        var rang = Nombre;
        if (rang == _bulletins.Length)
            Agrandir();
        _bulletins[rang] = bulletin;
        _positions[rang] = ligne.Position;
        _modeles[rang] = modele;
        _bases[rang] = ligne.Base?.DixMilliemes ?? TableAppender.NoDecimal;
        _taux[rang] = ligne.TauxPropre?.DixMilliemes ?? TableAppender.NoDecimal;
        _unites[rang] = ligne.NbUnite?.DixMilliemes ?? TableAppender.NoDecimal;
        _montants[rang] = ligne.Montant?.Centimes ?? TableAppender.NoDecimal;
        Nombre = rang + 1;
    }

    public void Vider() => Nombre = 0;

    private void Agrandir()
    {
        var taille = Nombre * 2;
        Array.Resize(ref _bulletins, taille);
        Array.Resize(ref _positions, taille);
        Array.Resize(ref _modeles, taille);
        Array.Resize(ref _bases, taille);
        Array.Resize(ref _taux, taille);
        Array.Resize(ref _unites, taille);
        Array.Resize(ref _montants, taille);
    }
}
