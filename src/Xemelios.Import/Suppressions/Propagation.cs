using Xemelios.Store.Tables;

namespace Xemelios.Import.Suppressions;

/// <summary>All that goes with what is pointed at: what a container brought alone, the versions that a pay file replaced, the containers left empty.</summary>
internal sealed class Propagation
{
    private readonly Inventaire _inventaire;
    private readonly ILookup<int, LieuInventorie> _lieuxDe;
    private readonly ILookup<int, LieuInventorie> _dansLeContenant;
    private readonly ILookup<int, PieceInventoriee> _piecesDuContenant;
    private readonly ILookup<int, BordereauInventorie> _bordereauxDe;
    private readonly ILookup<int, int> _remplaces;
    private readonly Queue<int> _aVoir = [];

    public Propagation(Inventaire inventaire)
    {
        _inventaire = inventaire;
        _lieuxDe = inventaire.Lieux.ToLookup(l => l.Contenu);
        _dansLeContenant = inventaire.Lieux.Where(l => l.Contenant is not null).ToLookup(l => l.Contenant!.Value);
        _piecesDuContenant = inventaire.Pieces.Where(p => p.Contenant is not null).ToLookup(p => p.Contenant!.Value);
        _bordereauxDe = inventaire.Bordereaux.ToLookup(b => b.Contenu);
        _remplaces = inventaire.Volumes.Where(v => v.RemplacePar is not null).ToLookup(v => v.RemplacePar!.Value, v => v.Contenu);
    }

    /// <summary>Contents that go, wherever they lie.</summary>
    public HashSet<int> Contenus { get; } = [];

    /// <summary>Contents whose reception on their own goes.</summary>
    public HashSet<int> Fichiers { get; } = [];

    /// <summary>Bordereaux that go, of flows that may stay.</summary>
    public HashSet<int> Bordereaux { get; } = [];

    /// <summary>Pieces, in the container that brings them.</summary>
    public HashSet<(int Contenant, int Indice)> Pieces { get; } = [];

    public void Contenu(int contenu)
    {
        if (Contenus.Add(contenu))
            _aVoir.Enqueue(contenu);
    }

    /// <summary>A received file: what another file brings too stays.</summary>
    public void Fichier(int contenu)
    {
        if (!Fichiers.Add(contenu))
            return;
        if (_lieuxDe[contenu].All(l => l.Contenant is null))
            Contenu(contenu);
    }

    public void Bordereau(BordereauInventorie bordereau)
    {
        Bordereaux.Add(bordereau.Id);
        Vider(bordereau.Contenu);
    }

    public void Piece(PieceInventoriee piece)
    {
        if (piece.Contenant is not { } contenant)
        {
            Fichier(piece.Contenu!.Value);
            return;
        }

        Pieces.Add((contenant, piece.Indice));
        if (piece.Contenu is { } contenu)
            Abandonner(contenu);
        Vider(contenant);
    }

    /// <summary>Goes on until nothing more goes.</summary>
    public void Terminer()
    {
        while (_aVoir.TryDequeue(out var contenu))
        {
            foreach (var remplace in _remplaces[contenu])
                Contenu(remplace);
            foreach (var lieu in _dansLeContenant[contenu])
                Abandonner(lieu.Contenu);
            foreach (var lieu in _lieuxDe[contenu])
            {
                if (lieu.Contenant is { } contenant)
                    Vider(contenant);
            }
        }
    }

    public bool EstMort(LieuInventorie lieu) =>
        Contenus.Contains(lieu.Contenu) || (lieu.Contenant is { } contenant
            ? Contenus.Contains(contenant) || Pieces.Contains((contenant, lieu.Indice))
            : Fichiers.Contains(lieu.Contenu));

    public bool EstMorte(PieceInventoriee piece) =>
        piece.Contenu is { } contenu && Contenus.Contains(contenu)
        || (piece.Contenant is { } contenant ? Contenus.Contains(contenant) || Pieces.Contains((contenant, piece.Indice)) : Fichiers.Contains(piece.Contenu!.Value));

    /// <summary>A content goes when its last place does.</summary>
    private void Abandonner(int contenu)
    {
        if (_lieuxDe[contenu].All(EstMort))
            Contenu(contenu);
    }

    /// <summary>A container goes when nothing of it is left but what describes it.</summary>
    private void Vider(int contenant)
    {
        var vit = _inventaire.Acquits.Contains(contenant)
            || _bordereauxDe[contenant].Any(b => !Bordereaux.Contains(b.Id))
            || _piecesDuContenant[contenant].Any(p => !EstMorte(p))
            || _dansLeContenant[contenant].Any(l => !EstMort(l) && _inventaire.Contenus[l.Contenu].Type != TypesDeFichier.Manifeste);
        if (!vit)
            Contenu(contenant);
    }
}
