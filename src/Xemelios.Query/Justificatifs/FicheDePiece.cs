using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Sources;

namespace Xemelios.Query.Justificatifs;

/// <summary>A piece, and everything that leads to it.</summary>
/// <param name="Contenant">Fingerprint of the flow or archive that carries it; null when received on its own.</param>
/// <param name="Indice">Rank in that container.</param>
/// <param name="PorteeParPes">The container is a PES flow.</param>
public sealed record FicheDePiece(
    int Piece, string? Empreinte, string? IdUnique, string Nom, string? TypePj, string? Description, string? Siret,
    string TypeMime, long Octets, string Chemin, string? Contenant, int Indice, bool PorteeParPes,
    IReadOnlyList<BulletinDePiece> Bulletins, IReadOnlyList<MandatDePiece> Mandats)
{
    /// <summary>It is a file of pay or of mandats, whose content the reader may not see: it has no fingerprint to open it by.</summary>
    public bool Masquee { get; init; }

    internal FicheDePiece Pour(Perimetre perimetre, string? type) =>
        type is null or SourceConnue.Piece || perimetre.Montre(DonneesProtegees.SourceXml) ? this : this with { Empreinte = null, Masquee = true };
}

/// <summary>A bulletin that references the piece.</summary>
public sealed record BulletinDePiece(
    int Bulletin, string Volume, int Ordre, string Siret, string? Budget, int Annee, int Mois,
    string? Matricule, string? Nom, string? Prenom);

/// <summary>A mandat that references the piece, or that the piece names (RefCompta).</summary>
/// <param name="Siret">Of the collectivité that issued it, as its flow writes it.</param>
public sealed record MandatDePiece(int Mandat, string? Numero, string? Bordereau, int? Exercice, string? Objet, Montant Montant, string? Siret);
