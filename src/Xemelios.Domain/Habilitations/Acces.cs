namespace Xemelios.Domain.Habilitations;

/// <summary>What one person may do and see at one moment: in one poste comptable, or over the accounts for an administrateur.</summary>
/// <remarks>Nothing of it outlives the moment: a habilitation begins and ends by itself, so it is asked for anew.</remarks>
public sealed record Acces
{
    /// <summary>The account.</summary>
    public required string Utilisateur { get; init; }

    public required Profil Profil { get; init; }

    public required Fonctions Fonctions { get; init; }

    /// <summary>Code of the poste in which the person works; null for an administrateur.</summary>
    public string? Poste { get; init; }

    /// <summary>What may be seen, with what is shown of it; null for an administrateur, who has no pay data.</summary>
    public Perimetre? Perimetre { get; init; }

    /// <summary>What is shown without asking.</summary>
    public DonneesProtegees Visibles => Perimetre?.Visibles ?? DonneesProtegees.Aucune;

    /// <summary>What may be revealed, one bulletin at a time, with a reason.</summary>
    public DonneesProtegees Revelables => Perimetre is null ? DonneesProtegees.Aucune : Profil.Revelables();

    /// <summary>All of these may be seen, if need be by revealing them.</summary>
    public bool PeutVoir(DonneesProtegees donnees) => ((Visibles | Revelables) & donnees) == donnees;

    /// <summary>All of these may be done.</summary>
    public bool Permet(Fonctions fonctions) => (Fonctions & fonctions) == fonctions;
}
