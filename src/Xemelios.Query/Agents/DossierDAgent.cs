using Xemelios.Domain.Valeurs;
using Xemelios.Query.Bulletins;
using Xemelios.Query.Comparaisons;

namespace Xemelios.Query.Agents;

/// <summary>All that is known of an agent of an employer, month after month.</summary>
/// <param name="Bulletins">By month, then in the order of the files.</param>
/// <param name="Cumuls">One a month with bulletins.</param>
public sealed record DossierDAgent(
    string Siret, string? Employeur, string Matricule, string? Nom, string? Prenom,
    IReadOnlyList<BulletinDuDossier> Bulletins, IReadOnlyList<CumulsDuMois> Cumuls);

/// <summary>One bulletin of the agent.</summary>
public sealed record BulletinDuDossier(AdresseDeBulletin Adresse, MoisDePaye Mois, string? Budget, string? Train)
{
    public Montant Brut { get; init; }

    public Montant? Net { get; init; }

    public Montant? NetAPayer { get; init; }

    public Montant? Imposable { get; init; }

    public string? Indice { get; init; }

    /// <summary>The indice as a number, for curves; null when it is not one.</summary>
    public int? IndiceEnPoints { get; init; }

    public decimal? Nbi { get; init; }

    /// <summary>Percent, as written.</summary>
    public decimal? Quotite { get; init; }

    public string? Grade { get; init; }

    public string? Echelon { get; init; }

    public string? Service { get; init; }

    public string? Statut { get; init; }

    public string? Emploi { get; init; }

    /// <summary>Masked but for its last four signs.</summary>
    public string? Compte { get; init; }

    public IReadOnlyList<string> Evenements { get; init; } = [];

    /// <summary>What no bulletin of the agent's previous month said; nothing in his first month.</summary>
    public IReadOnlySet<SorteDeChangement> Changes { get; init; } = new HashSet<SorteDeChangement>();
}

/// <summary>The cumuls of a calendar year up to a month: what its bulletins add up to, beside what they declare.</summary>
/// <param name="Brut">Σ of the gross of the bulletins at hand since January.</param>
/// <param name="BrutDeclare">The greatest that a bulletin of the month declares; null when none does.</param>
/// <param name="Imposable">Σ of the montants imposables since January.</param>
/// <param name="Manquants">The months since January without any bulletin of the agent: a difference may come from them.</param>
public sealed record CumulsDuMois(
    MoisDePaye Mois, Montant Brut, Montant? BrutDeclare, Montant Imposable, Montant? ImposableDeclare, IReadOnlyList<MoisDePaye> Manquants)
{
    /// <summary>Declared minus recomputed; null when nothing is declared.</summary>
    public Montant? EcartBrut => BrutDeclare is { } declare ? declare - Brut : null;

    public Montant? EcartImposable => ImposableDeclare is { } declare ? declare - Imposable : null;
}
