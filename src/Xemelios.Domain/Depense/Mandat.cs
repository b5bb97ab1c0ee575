using Xemelios.Domain.Constats;
using Xemelios.Domain.Justificatifs;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Domain.Depense;

/// <summary>A bordereau of mandats. Type 02 (annulation, réduction) subtracts; type 03 (ordres de paiement) counts for nothing.</summary>
public sealed record Bordereau
{
    /// <summary>Rank in the flow, from 1.</summary>
    public required int Rang { get; init; }

    public int? Exercice { get; init; }

    public string? Numero { get; init; }

    public DateOnly? DateEmission { get; init; }

    public string? Type { get; init; }

    public int? NombreDePieces { get; init; }

    public Montant? MontantHt { get; init; }

    public Montant? MontantTva { get; init; }

    public Montant? CumulAnnuel { get; init; }

    public IReadOnlyList<Mandat> Mandats { get; init; } = [];
}

/// <summary>One Piece of a bordereau: a mandat.</summary>
public sealed record Mandat
{
    /// <summary>Rank in its bordereau, from 1.</summary>
    public required int Rang { get; init; }

    /// <summary>IdPce, without leading zeros when it is a number.</summary>
    public string? Numero { get; init; }

    public string? TypePiece { get; init; }

    /// <summary>NatPce; 11 is "Paie".</summary>
    public string? NaturePiece { get; init; }

    public string? Objet { get; init; }

    public string? Service { get; init; }

    public DateOnly? DateEcheance { get; init; }

    /// <summary>Free text about paper pieces.</summary>
    public string? PiecesLibres { get; init; }

    public IReadOnlyList<ReferenceDePiece> References { get; init; } = [];

    public IReadOnlyList<LigneDeMandat> Lignes { get; init; } = [];

    public Provenance Provenance { get; init; }
}

/// <summary>One line of a mandat: an amount on an account.</summary>
public sealed record LigneDeMandat
{
    /// <summary>Rank in its mandat, from 1.</summary>
    public required int Rang { get; init; }

    /// <summary>IdLigne, without leading zeros.</summary>
    public string? Numero { get; init; }

    public string? Nature { get; init; }

    public string? Fonction { get; init; }

    public string? Operation { get; init; }

    public Montant? MontantHt { get; init; }

    public Montant? MontantTva { get; init; }

    public string? ModeReglement { get; init; }

    public string? LibelleVirement { get; init; }

    public string? TiersNom { get; init; }

    public string? TiersCategorie { get; init; }

    public string? TiersNatureJuridique { get; init; }

    /// <summary>The line of an earlier mandat that this one corrects, for bordereaux of type 02.</summary>
    public Rattachement? Rattachement { get; init; }

    public IReadOnlyList<ReferenceDePiece> References { get; init; } = [];

    public Provenance Provenance { get; init; }
}

/// <summary>RattachPiece: the origin of a correction, line by line.</summary>
public sealed record Rattachement(string? NatureOrigine, int? Exercice, string? NumeroMandat, string? NumeroLigne);
