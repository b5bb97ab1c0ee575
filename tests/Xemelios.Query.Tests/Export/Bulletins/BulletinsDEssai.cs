using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Bulletins;
using Xemelios.Query.Justificatifs;

namespace Xemelios.Query.Tests.Export.Bulletins;

/// <summary>Whole bulletins made by hand.</summary>
public static class BulletinsDEssai
{
    public static string Volume { get; } = new('c', 64);

    /// <summary>A bulletin where every field of the paper has a value of its own.</summary>
    public static BulletinDetaille Complet(int ordre = 12, string nom = "D'ÉTÉ-MARTIN", params IReadOnlyList<JustificatifDeBulletin> pieces) =>
        new(Volume, ordre, $"0001{ordre:00}", nom, "Zoé")
        {
            Id = ordre, Siret = "21990001200019", Annee = 2026, Mois = 3, Civilite = "Mme", ComplementNom = "née Durand", Nir = "2900199001001",
            NomDeFichier = "21990001200019-03-01.xhl", Train = null, Budget = "00",
            Adresse = new Adresse(null, "3 rue de l'Église", "Bât. B", null, "99000", "Exempleville", null, null, null),
            Employeur = new EmployeurDeBulletin("Commune d'Exemple", "8411Z", "URS 99", "21990001200019", new Adresse(null, "1 place de la Mairie", null, null, "99001", "Villexemple", null, null, null)),
            Statut = "TITULAIRE", StatutLibelle = "Titulaire", RefStatutaireCode = "RS12", RefStatutaireLibelle = "Filière administrative", Emploi = "Agent d'accueil", Grade = "Adjoint administratif",
            Echelon = "07", Indice = "390", Service = "État civil", Enfants = 2, Nbi = [10, 5], Quotite = 80, HeuresTotal = 151.67m, HeuresSup = 14.5m,
            Periodes = [new PeriodeDePaye(new DateOnly(2026, 3, 1), new DateOnly(2026, 3, 31))],
            Brut = new Montant(235612), Net = new Montant(189034), NetAPayer = new Montant(187511), Imposable = new Montant(192877), CumulImposable = new Montant(578631),
            CumulBrut = new Montant(706836), CumulBaseSs = new Montant(650001), DatePaiement = new DateOnly(2026, 3, 27),
            Compte = new CompteBancaire(null, null, null, null, null, null, "BDFEFRPP", "FR7630001007941234567890185", "Banque d'Exemple", "Mme Martin", null),
            Lignes =
            [
                Ligne(1, CategorieDeLigne.TraitBrut, "1000", "Traitement indiciaire", 185010, @base: 390m),
                Ligne(2, CategorieDeLigne.Rappel, "2000", "IFSE", 50602, taux: 16.83m) with { PeriodeDebut = new DateOnly(2026, 1, 1), PeriodeFin = new DateOnly(2026, 2, 28) },
                Ligne(3, CategorieDeLigne.Deduction, "7000", "CNRACL", 20535, taux: 11.1m), Ligne(4, CategorieDeLigne.Cotisation, "7000", "CNRACL", 58093, taux: 31.65m),
                Ligne(5, CategorieDeLigne.Commentaire, null, "Votre échelon change au 1er avril 2026", null),
                Ligne(6, CategorieDeLigne.Cotisation, "8000", "URSSAF <maladie>", 18204, taux: 9.88m), Ligne(7, CategorieDeLigne.Indemnite, "2100", "Prime nulle", 0),
            ],
            Evenements = [new EvenementDeBulletin("E1", "Avancement", "Passage au 7e échelon")],
            RepartitionBudgetaire = [new PartBudgetaire("00", "Budget principal", 60, new Montant(141367)), new PartBudgetaire("01", "Eau", 40, new Montant(94245))],
            Justificatifs = pieces, Autres = [],
        };

    /// <summary>A bulletin of which the file says nothing.</summary>
    public static BulletinDetaille Vide() => new(Volume, 1, null, null, null)
    {
        Id = 1, Siret = "21990001200019", Annee = 2026, Mois = 3, Lignes = [], Evenements = [], RepartitionBudgetaire = [], Justificatifs = [], Autres = [],
    };

    public static JustificatifDeBulletin Piece(string idUnique, string nom, string? empreinte) => new(
        idUnique, nom, empreinte is null ? StatutDePiece.Manquante : StatutDePiece.Presente, "01", empreinte, empreinte is null ? "papier" : null, null, "application/pdf");

    private static LigneDeBulletin Ligne(int position, CategorieDeLigne categorie, string? code, string libelle, long? centimes, decimal? @base = null, decimal? taux = null)
    {
        Montant? montant = centimes is { } c ? new Montant(c) : null;
        return new(categorie.ToString(), code, libelle, @base, taux, null, montant, null, null, null, null, montant, null, null, null, position);
    }
}
