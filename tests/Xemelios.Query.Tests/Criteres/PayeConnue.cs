using Xemelios.Domain.Paye;

namespace Xemelios.Query.Tests.Criteres;

/// <summary>A file of pay as the test knows it.</summary>
public sealed record FichierConnu(
    int Contenu, string Nom, string Empreinte, string Siret, string? Budget, string? Train, int Periode, int SigneDesRetenues,
    IReadOnlyDictionary<string, (string? Salarie, string? Employeur)> Natures, IReadOnlyList<RepartieConnue> Repartition);

/// <summary>A row of its répartition par nature.</summary>
public sealed record RepartieConnue(string? Code, string? Libelle, string? Fonction, string? Budget, decimal? Montant);

/// <summary>A bulletin as the test knows it: what the tables say of it, in plain values.</summary>
public sealed record BulletinConnu(FichierConnu Fichier, int Ordre)
{
    public string? Nom { get; init; }
    public string? Prenom { get; init; }
    public string? Matricule { get; init; }
    public string? Nir { get; init; }
    public string? Statut { get; init; }
    public string? Emploi { get; init; }
    public string? Grade { get; init; }
    public string? Service { get; init; }
    public string? Echelon { get; init; }
    public string? RefCode { get; init; }
    public string? RefLibelle { get; init; }
    public string? Etablissement { get; init; }
    public string? Ville { get; init; }
    public int? Enfants { get; init; }
    public int? Indice { get; init; }
    public string? CodeGuichet { get; init; }
    public string? NumeroCompte { get; init; }
    public string? Bic { get; init; }
    public string? Iban { get; init; }
    public decimal? Nbi { get; init; }
    public decimal? Quotite { get; init; }
    public decimal? HeuresTotal { get; init; }
    public decimal? TauxHoraire { get; init; }
    public decimal? HeuresSup { get; init; }
    public decimal? Brut { get; init; }
    public decimal? Net { get; init; }
    public decimal? NetAPayer { get; init; }
    public decimal? Imposable { get; init; }
    public decimal? CumulBrut { get; init; }
    public decimal? CumulImposable { get; init; }
    public DateOnly? DatePaiement { get; init; }
    public IReadOnlyList<LigneConnue> Lignes { get; init; } = [];
    public IReadOnlyList<(string? Code, string? Description)> Evenements { get; init; } = [];
    public IReadOnlyList<(string? Id, string? Nom)> Pieces { get; init; } = [];
    public IReadOnlyList<string?> Budgets { get; init; } = [];
    public IReadOnlyList<string> Autres { get; init; } = [];

    public decimal? BrutRetenu => Brut ?? Lignes.Where(l => l.Categorie.EstBrut()).Sum(l => l.MontantEcrit ?? 0);

    public (string, int) Cle => (Fichier.Empreinte, Ordre);
}

/// <summary>A line as the test knows it.</summary>
public sealed record LigneConnue(int Position, CategorieDeLigne Categorie, string? Code, string? Libelle)
{
    public string? Caisse { get; init; }
    public decimal? Base { get; init; }
    public decimal? Taux { get; init; }
    public bool TauxDuModele { get; init; }
    public decimal? Unites { get; init; }
    public decimal? MontantEcrit { get; init; }
    public DateOnly? Debut { get; init; }
    public DateOnly? Fin { get; init; }

    /// <summary>With the sign of its meaning.</summary>
    public decimal? Montant(FichierConnu fichier) =>
        Categorie is CategorieDeLigne.Deduction or CategorieDeLigne.Retenue or CategorieDeLigne.Cotisation ? MontantEcrit * fichier.SigneDesRetenues : MontantEcrit;

    public string? Nature(FichierConnu fichier) => Code is not null && fichier.Natures.TryGetValue(Code.ToUpperInvariant(), out var natures)
        ? Categorie == CategorieDeLigne.Cotisation ? natures.Employeur : natures.Salarie
        : null;

    public bool EstMandatee => Categorie.EstBrut() || Categorie == CategorieDeLigne.Cotisation;

    public string Part => Categorie.EstBrut() ? "brut" : Categorie.EstRetenue() ? "retenues" : Categorie == CategorieDeLigne.Cotisation ? "charges" : "autres";
}
