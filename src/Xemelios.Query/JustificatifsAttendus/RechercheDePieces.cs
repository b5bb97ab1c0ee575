namespace Xemelios.Query.JustificatifsAttendus;

/// <summary>Looks for expected pieces among those that are there; what a piece says is read once, however many agents it serves.</summary>
/// <param name="duMois">All the pieces of the month, those of the mandats included.</param>
internal sealed class RechercheDePieces(IEnumerable<PieceConnue> duMois)
{
    private readonly List<PieceConnue> _duMois = [.. duMois.DistinctBy(p => p.Piece)];
    private readonly Dictionary<string, List<PieceConnue>> _collectives = [];
    private readonly Dictionary<(int Piece, string Attendue), bool> _reconnues = [];
    private readonly Dictionary<int, bool> _muettes = [];

    /// <summary>One expected piece, for an agent who has these pieces.</summary>
    public PieceDemandee Chercher(PieceAttendue attendue, IReadOnlyCollection<PieceConnue> deLAgent)
    {
        var reconnues = deLAgent.Where(p => EstReconnue(p, attendue)).ToList();
        if (attendue.Collective)
            reconnues = [.. reconnues.Union(Collectives(attendue))];
        if (reconnues.Count > 0)
            return new PieceDemandee(attendue.Cle, attendue.Libelle, PresenceDePiece.Presente, reconnues) { Conditionnelle = attendue.Conditionnelle };
        var muettes = deLAgent.Where(EstMuette).ToList();
        var presence = muettes.Count > 0 ? PresenceDePiece.NatureInconnue : PresenceDePiece.Manquante;
        return new PieceDemandee(attendue.Cle, attendue.Libelle, presence, muettes) { Conditionnelle = attendue.Conditionnelle };
    }

    private List<PieceConnue> Collectives(PieceAttendue attendue) => _collectives.TryGetValue(attendue.Cle, out var trouvees)
        ? trouvees
        : _collectives[attendue.Cle] = [.. _duMois.Where(p => EstReconnue(p, attendue))];

    private bool EstReconnue(PieceConnue piece, PieceAttendue attendue) => _reconnues.TryGetValue((piece.Piece, attendue.Cle), out var sue)
        ? sue
        : _reconnues[(piece.Piece, attendue.Cle)] = MotsDePiece.Disent(piece.Mots, attendue.Mots);

    private bool EstMuette(PieceConnue piece) => _muettes.TryGetValue(piece.Piece, out var sue)
        ? sue
        : _muettes[piece.Piece] = ListeDesJustificatifs.EstDeNatureInconnue(piece.Mots);
}
