using Xemelios.Query.Bulletins;
using Xemelios.Query.Export.Bulletins;
using Xemelios.Store.Gestion.Controles;
using Xemelios.Store.Gestion.Echantillons;
using Xemelios.Store.Gestion.Notes;

namespace Xemelios.Query.Restitutions;

/// <summary>What a restitution is made of; bulletins, sources and pieces are read one after the other, and nothing is masked in them.</summary>
/// <param name="Motif">Why: the reference of the request and its date, as the journal keeps it.</param>
/// <param name="Utilisateur">Who makes it.</param>
/// <param name="Bulletin">One bulletin with its lines and notes; null when it has just gone.</param>
/// <param name="Source">The XML of a bulletin, byte for byte; null when its file no longer gives it back.</param>
/// <param name="Ouvrir">The bytes of a piece by their fingerprint, disposed of by the writer; null when nothing gives them back.</param>
public sealed record Restitution(
    PlanDeRestitution Plan, string Motif, DateTimeOffset Etabli, string Utilisateur, IReadOnlyList<DescriptionDAgent> Descriptions,
    Func<AdresseDeBulletin, BulletinDetaille?> Bulletin, Func<BulletinARestituer, byte[]?> Source, Func<string, ContenuDePiece?> Ouvrir,
    IEnumerable<ConsultationDite> Consultations, IReadOnlyList<Note> Notes)
{
    /// <summary>Who makes it sees some budgets or some months alone: there may be more on the agent.</summary>
    public bool PerimetreLimite { get; init; }

    /// <summary>What the poste wrote of the control of his bulletins.</summary>
    public IReadOnlyList<Ecrit> Controles { get; init; } = [];

    /// <summary>What it found of them in its samples.</summary>
    public IReadOnlyList<PointageDAgent> Pointages { get; init; } = [];
}

/// <summary>What was written.</summary>
/// <param name="SourcesManquantes">Bulletins whose XML could not be read again.</param>
/// <param name="PiecesCitees">References to pieces; each is given, or named with the reason why it is not.</param>
/// <param name="Fichiers">All files of the zip but the list of fingerprints, in their order.</param>
public sealed record BilanDeRestitution(
    string Siret, string Matricule, int Bulletins, int Descriptions, int SourcesManquantes, int PiecesCitees, int PiecesCopiees, int PiecesPartagees,
    long Consultations, int Notes, IReadOnlyList<FichierDeRestitution> Fichiers);

/// <summary>A file of the zip.</summary>
public sealed record FichierDeRestitution(string Chemin, long Octets, string Empreinte);
