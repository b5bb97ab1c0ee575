using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;

namespace Xemelios.Query.Accueil;

/// <summary>The états by employer and by month.</summary>
public sealed record GrilleDAccueil(IReadOnlyList<MoisDePaye> Mois, IReadOnlyList<EmployeurDAccueil> Employeurs);

/// <summary>One row: an employer and its months, latest first.</summary>
public sealed record EmployeurDAccueil(string Siret, string? Nom, IReadOnlyList<CaseDAccueil> Cases);

/// <summary>One month of an employer: its états, and their sums.</summary>
/// <param name="Rapprochement">The worst of the états: écart, then sans mandat, then conforme.</param>
public sealed record CaseDAccueil(
    MoisDePaye Mois, IReadOnlyList<EtatDePaye> Etats, int Bulletins, Montant Brut,
    StatutDeRapprochement Rapprochement, int PiecesManquantes);
