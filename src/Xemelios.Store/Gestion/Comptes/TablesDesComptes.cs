using Xemelios.Domain.Habilitations;

namespace Xemelios.Store.Gestion.Comptes;

// One class for each table of accounts, as rows: what is given outside is the records of the domain.

internal sealed class RangeeDePoste
{
    public required string Code { get; init; }

    public required string Libelle { get; set; }
}

internal sealed class RangeeDeCollectivite
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public required string Poste { get; init; }

    public required string Siret { get; init; }

    public required string Libelle { get; set; }

    public DateOnly? Du { get; set; }

    public DateOnly? Au { get; set; }

    public CollectiviteDePoste EnDomaine() => new(Poste, Siret, Libelle, Du, Au);
}

internal sealed class RangeeDHabilitation
{
    public required Guid Id { get; init; }

    public required string CompteId { get; init; }

    public Compte Compte { get; init; } = null!;

    public required Profil Profil { get; init; }

    public string? Poste { get; init; }

    public required DateOnly Debut { get; init; }

    public DateOnly? Fin { get; init; }

    public required DateOnly ProfilDebut { get; init; }

    public DateOnly? ProfilFin { get; init; }

    public Fonctions Deleguees { get; init; }

    public List<RangeeDeBudget> Budgets { get; init; } = [];

    public required string DonneePar { get; init; }

    public required DateTimeOffset DonneeLe { get; init; }

    public DateTimeOffset? RevoqueeLe { get; set; }

    public string? RevoqueePar { get; set; }

    public Habilitation EnDomaine() => new()
    {
        Id = Id, Utilisateur = Compte.UserName!, Profil = Profil, Poste = Poste, Debut = Debut, Fin = Fin, ProfilDebut = ProfilDebut, ProfilFin = ProfilFin,
        Deleguees = Deleguees, Budgets = [.. Budgets.OrderBy(b => b.Rang).Select(b => b.EnDomaine())],
        DonneePar = DonneePar, DonneeLe = DonneeLe, RevoqueeLe = RevoqueeLe, RevoqueePar = RevoqueePar,
    };

    public static RangeeDHabilitation De(Habilitation habilitation, Compte compte) => new()
    {
        Id = habilitation.Id, CompteId = compte.Id, Profil = habilitation.Profil, Poste = habilitation.Poste,
        Debut = habilitation.Debut, Fin = habilitation.Fin, ProfilDebut = habilitation.ProfilDebut, ProfilFin = habilitation.ProfilFin,
        Deleguees = habilitation.Deleguees, Budgets = [.. habilitation.Budgets.Select((b, rang) => RangeeDeBudget.De(habilitation.Id, rang, b))],
        DonneePar = habilitation.DonneePar, DonneeLe = habilitation.DonneeLe,
    };
}

internal sealed class RangeeDeBudget
{
    public required Guid Habilitation { get; init; }

    public required int Rang { get; init; }

    public required string Siret { get; init; }

    public string? Budget { get; init; }

    /// <summary>First and last month of pay, as AAAAMM.</summary>
    public int? Du { get; init; }

    public int? Au { get; init; }

    public BudgetPermis EnDomaine() => new(Siret, Budget, Mois(Du), Mois(Au));

    public static RangeeDeBudget De(Guid habilitation, int rang, BudgetPermis budget) =>
        new() { Habilitation = habilitation, Rang = rang, Siret = budget.Siret, Budget = budget.Budget, Du = budget.Du?.Cle, Au = budget.Au?.Cle };

    private static Domain.Valeurs.MoisDePaye? Mois(int? cle) => cle is { } c ? Domain.Valeurs.MoisDePaye.FromCle(c) : null;
}

internal sealed class RangeeDeSession
{
    public Guid Id { get; init; } = Guid.NewGuid();

    public required string CompteId { get; init; }

    public Compte Compte { get; init; } = null!;

    public required DateTimeOffset OuverteLe { get; init; }

    public required DateTimeOffset VueLe { get; set; }

    public required string Adresse { get; init; }

    public DateTimeOffset? FermeeLe { get; set; }

    public string? FermeePar { get; set; }
}

internal sealed class RangeeDeCode
{
    public required string CompteId { get; init; }

    /// <summary>Thirty-second step of the last code of the second factor that was accepted: none serves twice.</summary>
    public required long Pas { get; init; }
}

internal sealed class RangeeDeLien
{
    /// <summary>SHA-256 of the token, in hexadecimal: who reads the base cannot use the link.</summary>
    public required string Empreinte { get; init; }

    public required UsageDeLien Usage { get; init; }

    /// <summary>The account whose password it sets; null for the first start.</summary>
    public string? CompteId { get; init; }

    public required DateTimeOffset CreeLe { get; init; }

    public required DateTimeOffset ExpireLe { get; init; }

    public DateTimeOffset? UtiliseLe { get; set; }
}
