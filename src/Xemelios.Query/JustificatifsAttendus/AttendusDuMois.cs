using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.JustificatifsAttendus;

/// <summary>The events of a month, and for each what the list of justificatifs asks and what is there.</summary>
/// <param name="MoisPrecedent">The latest earlier month with pay, to which this one is compared; null when there is none: entries, changes, new primes and départs cannot be seen.</param>
/// <param name="Sante">Part 22 of the list applies, not part 21.</param>
public sealed record AttendusDuMois(
    MoisDePaye? MoisPrecedent, bool Sante, IReadOnlyList<EvenementAttendu> Evenements,
    IReadOnlyList<CouvertureParEvenement> ParEvenement, IReadOnlyList<CouvertureParService> ParService)
{
    public Couverture Total => Couverture.De(Evenements);
}

/// <summary>One event of one agent.</summary>
/// <param name="Source">Whether it was seen, declared, or both.</param>
/// <param name="Detail">What changed, in words.</param>
/// <param name="Lieu">The bulletin on which it is seen; for a départ, the last one.</param>
/// <param name="MoisDuBulletin">Month of that bulletin.</param>
/// <param name="Rubrique">Number in the list; null when nothing is asked.</param>
/// <param name="PiecesDuBulletin">Pieces that the bulletin references and that are there, whatever they are.</param>
public sealed record EvenementAttendu(
    EvenementDePaye Evenement, SourceDEvenement Source, string? Matricule, string? Nom, string? Prenom, string? Service, string Detail,
    LieuDeBulletin Lieu, MoisDePaye MoisDuBulletin, string? Rubrique, IReadOnlyList<PieceDemandee> Pieces, int PiecesDuBulletin)
{
    public EtatDAttendu Etat
    {
        get
        {
            var demandees = Pieces.Where(p => !p.Conditionnelle).ToList();
            if (demandees.Count == 0)
                return EtatDAttendu.SansExigence;
            if (demandees.TrueForAll(p => p.Presence == PresenceDePiece.Presente))
                return EtatDAttendu.Complet;
            return demandees.TrueForAll(p => p.Presence == PresenceDePiece.Manquante) ? EtatDAttendu.Manquant : EtatDAttendu.AVerifier;
        }
    }
}

/// <summary>Where a bulletin is: the fingerprint of its file and its rank there.</summary>
public sealed record LieuDeBulletin(string Volume, int Ordre);

/// <summary>Who says that something happened.</summary>
public enum SourceDEvenement
{
    /// <summary>Seen by comparing with the month before, or by the lines.</summary>
    Constate,

    /// <summary>Declared by the file (Evenement).</summary>
    Declare,

    /// <summary>Declared and seen.</summary>
    DeclareEtConstate,
}

/// <summary>Where the pieces of an event stand.</summary>
public enum EtatDAttendu
{
    /// <summary>Each asked piece says that it is there.</summary>
    Complet,

    /// <summary>Something is there: not all, or of unknown nature.</summary>
    AVerifier,

    /// <summary>None of the asked pieces is there.</summary>
    Manquant,

    /// <summary>The list asks nothing that is known.</summary>
    SansExigence,
}

/// <summary>How many events have their pieces.</summary>
/// <param name="Demandes">Events for which the list asks pieces.</param>
/// <param name="AvecPiece">Those with at least one, be its nature unknown.</param>
/// <param name="Complets">Those with all, recognised.</param>
public sealed record Couverture(int Demandes, int AvecPiece, int Complets)
{
    /// <summary>Share with at least one piece, in percent, two decimals, never rounded up.</summary>
    public decimal Pourcentage => Demandes == 0 ? 0m : decimal.Floor(AvecPiece * 10_000m / Demandes) / 100m;

    internal static Couverture De(IEnumerable<EvenementAttendu> evenements)
    {
        var demandes = evenements.Where(e => e.Etat != EtatDAttendu.SansExigence).ToList();
        return new Couverture(demandes.Count, demandes.Count(e => e.Etat != EtatDAttendu.Manquant), demandes.Count(e => e.Etat == EtatDAttendu.Complet));
    }
}

/// <summary>Coverage of one sort of event.</summary>
public sealed record CouvertureParEvenement(EvenementDePaye Evenement, int Evenements, Couverture Couverture);

/// <summary>Coverage of one service; null for agents without one.</summary>
public sealed record CouvertureParService(string? Service, int Evenements, Couverture Couverture);
