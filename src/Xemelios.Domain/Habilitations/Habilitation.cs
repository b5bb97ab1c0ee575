using Xemelios.Domain.Valeurs;

namespace Xemelios.Domain.Habilitations;

/// <summary>A poste comptable: what a comptable answers for. Nothing on persons is ever brought together above it (arrêté of 3 August 2005, art. 1).</summary>
/// <param name="Code">Its national code, as given.</param>
public sealed record PosteComptable(string Code, string Libelle);

/// <summary>A collectivité of a poste, between two dates both included.</summary>
/// <param name="Siret">The employer's SIRET, or its SIREN for all its establishments.</param>
public sealed record CollectiviteDePoste(string Poste, string Siret, string Libelle, DateOnly? Du = null, DateOnly? Au = null);

/// <summary>The right that one named person has, with one profile, for one poste, for a time.</summary>
public sealed record Habilitation
{
    public required Guid Id { get; init; }

    /// <summary>The account.</summary>
    public required string Utilisateur { get; init; }

    public required Profil Profil { get; init; }

    /// <summary>Code of the poste de rattachement; null for an administrateur alone.</summary>
    public string? Poste { get; init; }

    /// <summary>First and last day of the habilitation, both included; no last day: until it is ended.</summary>
    public required DateOnly Debut { get; init; }

    public DateOnly? Fin { get; init; }

    /// <summary>First and last day of the profile, both included; a right needs both periods.</summary>
    public required DateOnly ProfilDebut { get; init; }

    public DateOnly? ProfilFin { get; init; }

    /// <summary>For an agent du poste, what his comptable delegates.</summary>
    public Fonctions Deleguees { get; init; }

    /// <summary>What is named: budgets for an ordonnateur, postes' collectivités and months of pay for a mission. Empty: all of the poste, for a comptable or his agents; nothing for the others.</summary>
    public IReadOnlyList<BudgetPermis> Budgets { get; init; } = [];

    /// <summary>The account that gave it, and when (UTC).</summary>
    public required string DonneePar { get; init; }

    public required DateTimeOffset DonneeLe { get; init; }

    /// <summary>When it was ended before its time (UTC), by whom.</summary>
    public DateTimeOffset? RevoqueeLe { get; init; }

    public string? RevoqueePar { get; init; }

    /// <summary>It gives its right on this day.</summary>
    public bool EnVigueur(DateOnly jour) =>
        RevoqueeLe is null && Debut <= jour && ProfilDebut <= jour && (Fin is null || jour <= Fin) && (ProfilFin is null || jour <= ProfilFin);

    /// <summary>What it lets its holder do.</summary>
    public Fonctions FonctionsPermises => Profil == Profil.AgentDuPoste ? Profil.FonctionsPermises() & Deleguees : Profil.FonctionsPermises();
}
