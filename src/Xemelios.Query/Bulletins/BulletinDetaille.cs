using System.Text.Json.Serialization;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Store.Gestion.Notes;

namespace Xemelios.Query.Bulletins;

/// <summary>A whole bulletin: all that the file says of it, with its labels and its pieces.</summary>
/// <param name="Volume">Fingerprint of the file.</param>
/// <param name="Ordre">Rank in the file, from 1: with the fingerprint, the lasting address of the bulletin.</param>
public sealed record BulletinDetaille(string Volume, int Ordre, string? Matricule, string? Nom, string? Prenom)
{
    public required int Id { get; init; }

    public string? Civilite { get; init; }

    public string? ComplementNom { get; init; }

    public string? Nir { get; init; }

    public Adresse? Adresse { get; init; }

    public required string Siret { get; init; }

    public EmployeurDeBulletin? Employeur { get; init; }

    public string? Budget { get; init; }

    public string? BudgetLibelle { get; init; }

    public required int Annee { get; init; }

    public required int Mois { get; init; }

    public string? Train { get; init; }

    public string? NomDeFichier { get; init; }

    public string? Statut { get; init; }

    public string? StatutLibelle { get; init; }

    public string? RefStatutaireCode { get; init; }

    public string? RefStatutaireLibelle { get; init; }

    public string? Emploi { get; init; }

    public string? Grade { get; init; }

    public string? Echelon { get; init; }

    /// <summary>The indice as written, else its number.</summary>
    public string? Indice { get; init; }

    public string? Service { get; init; }

    public int? Enfants { get; init; }

    public CompteBancaire? Compte { get; init; }

    public IReadOnlyList<decimal> Nbi { get; init; } = [];

    public decimal? Quotite { get; init; }

    public decimal? HeuresTotal { get; init; }

    public decimal? HeuresSup { get; init; }

    public decimal? TauxHoraire { get; init; }

    public IReadOnlyList<PeriodeDePaye> Periodes { get; init; } = [];

    public Montant? Brut { get; init; }

    public Montant? Net { get; init; }

    public Montant? NetAPayer { get; init; }

    public DateOnly? DatePaiement { get; init; }

    public Montant? Imposable { get; init; }

    public Montant? CumulImposable { get; init; }

    public Montant? CumulBrut { get; init; }

    public Montant? CumulBaseSs { get; init; }

    /// <summary>Σ of the gross lines.</summary>
    public Montant? BrutLignes { get; init; }

    public Montant TotalRetenues { get; init; }

    public Montant TotalCotisationsPatronales { get; init; }

    public required IReadOnlyList<LigneDeBulletin> Lignes { get; init; }

    public required IReadOnlyList<EvenementDeBulletin> Evenements { get; init; }

    public required IReadOnlyList<PartBudgetaire> RepartitionBudgetaire { get; init; }

    public required IReadOnlyList<JustificatifDeBulletin> Justificatifs { get; init; }

    /// <summary>What the format does not know: path and text.</summary>
    public required IReadOnlyList<DonneeBrute> Autres { get; init; }

    /// <summary>What the file gives and the reader may not see; the source always is there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public DonneesProtegees Masquees { get; init; }

    /// <summary>What is noted beside it; null when nothing is, or when it was not asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public IReadOnlyList<Note>? Notes { get; init; }

    public long? Octet { get; init; }

    public int? LigneXml { get; init; }
}

/// <summary>The head of the payslip: the établissement when the block names one, else the employer.</summary>
public sealed record EmployeurDeBulletin(string? Nom, string? Ape, string? Urssaf, string? Siret, Adresse? Adresse);

/// <summary>One line, in display order.</summary>
/// <param name="Montant">As written in the file.</param>
/// <param name="MontantNormalise">With the sign of its meaning: a withholding is positive.</param>
/// <param name="Position">Rank in the bulletin, document order, from 1: its place in the file is found from it.</param>
public sealed record LigneDeBulletin(
    string Categorie, string? Code, string? Libelle, decimal? Base, decimal? Taux, decimal? Unites, Montant? Montant,
    string? Nature, string? Caisse, DateOnly? PeriodeDebut, DateOnly? PeriodeFin,
    Montant? MontantNormalise, string? OrigineNature, string? CaisseLibelle, string? Ordre, int Position);

/// <summary>An event with the label of the nomenclature.</summary>
public sealed record EvenementDeBulletin(string? Code, string? Libelle, string? Description);

/// <summary>The share of one budget.</summary>
/// <param name="Taux">Percent: fractions of 1 are read as such (defect D40).</param>
public sealed record PartBudgetaire(string? CodeBudget, string? Libelle, decimal? Taux, Montant? Montant);

/// <summary>A reference of the bulletin, resolved.</summary>
public sealed record JustificatifDeBulletin(
    string? IdUnique, string? Nom, Justificatifs.StatutDePiece Statut, string? Support, string? Empreinte,
    string? SupportLibelle, int? Piece, string? TypeMime);
