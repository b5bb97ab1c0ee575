using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.JustificatifsAttendus;
using Xemelios.Query.Tests.Donnees;

namespace Xemelios.Query.Tests.JustificatifsAttendus;

/// <summary>The events of a month, what the list asks for each, what is there.</summary>
public sealed class JustificatifsAttendusTests : IDisposable
{
    private readonly Entrepot _entrepot = new();
    private readonly EmployeurDeTest _commune;

    public JustificatifsAttendusTests() => _commune = new EmployeurDeTest(_entrepot);

    public void Dispose() => _entrepot.Dispose();

    [Fact]
    public void ChaqueEvenementEstVuUneFoisAvecSaRubrique()
    {
        // January is not the month before: February is missing, and the latest with pay is taken.
        _commune.Volume("janvier.xhl", 202601)
            .Bulletin("1", b => b.Prime(100m), grade: "Adjoint", echelon: "3").Bulletin("2").Bulletin("3", quotite: 100m).Bulletin("4");
        _commune.Volume("mars.xhl")
            .Bulletin("1", b => b.Prime(120m).Ligne(CategorieDeLigne.Indemnite, "2050", 80m, "CIA"), grade: "Adjoint", echelon: "4", indice: 397)
            .Bulletin("3", quotite: 80m).Bulletin("4", heuresSup: 3m).Bulletin("5", service: "Voirie");

        var mois = Mois();

        Assert.Equal(new MoisDePaye(2026, 1), mois.MoisPrecedent);
        Assert.Equal(
            [
                "Entree 5 2101 Pas de bulletin en janvier 2026", "Situation 1 210221 Échelon 3 → 4 ; Indice 390 → 397", "Situation 3 210221 Quotité 100 → 80",
                "Prime 1 210223 2050 CIA : 80,00 €", "HeuresSupplementaires 4 210224 3,00 heures déclarées, 0,00 € payés", "Depart 2 210221 Dernier bulletin en janvier 2026",
            ],
            mois.Evenements.Select(e => $"{e.Evenement} {e.Matricule} {e.Rubrique} {e.Detail}"));
        Assert.All(mois.Evenements, e => Assert.Equal(EtatDAttendu.Manquant, e.Etat));
        Assert.Equal((6, 0, 0m), (mois.Total.Demandes, mois.Total.AvecPiece, mois.Total.Pourcentage));
    }

    [Fact]
    public void LesPiecesPresentesMuettesEtAutresSontDistinguees()
    {
        _commune.Fichier("contrat_dupont.pdf").Fichier("X17.pdf").Fichier("arrete_avancement_echelon.pdf").Fichier("Y.pdf", description: "Arrêté de nomination");
        _commune.Volume("fevrier.xhl", 202602).Bulletin("0");
        _commune.Volume("mars.xhl").Bulletin("0")
            .Bulletin("1", b => b.Piece("contrat_dupont")).Bulletin("2", b => b.Piece("X17")).Bulletin("3", b => b.Piece("arrete_avancement_echelon"))
            .Bulletin("4").Bulletin("5", b => b.Piece("absente")).Bulletin("6", b => b.Piece("Y"));

        var mois = Mois();

        Assert.Equal(
            [("1", EtatDAttendu.Complet), ("2", EtatDAttendu.AVerifier), ("3", EtatDAttendu.Manquant), ("4", EtatDAttendu.Manquant), ("5", EtatDAttendu.Manquant), ("6", EtatDAttendu.Complet)],
            mois.Evenements.Select(e => (e.Matricule!, e.Etat)));
        Assert.Equal([1, 1, 1, 0, 0, 1], mois.Evenements.Select(e => e.PiecesDuBulletin));
        Assert.Equal((6, 3, 2, 50m), (mois.Total.Demandes, mois.Total.AvecPiece, mois.Total.Complets, mois.Total.Pourcentage));
    }

    [Fact]
    public void UneDeliberationSertATousEtUneDecisionASonAgentSeul()
    {
        _commune.Fichier("deliberation_regime_indemnitaire.pdf").Fichier("attribution_ifse_1.pdf");
        _commune.Volume("fevrier.xhl", 202602).Bulletin("1").Bulletin("2");
        _commune.Volume("mars.xhl")
            .Bulletin("1", b => b.Prime(100m).Piece("attribution_ifse_1").Piece("deliberation_regime_indemnitaire")).Bulletin("2", b => b.Prime(100m));

        Assert.Equal([EtatDAttendu.Complet, EtatDAttendu.AVerifier], Mois().Evenements.Select(e => e.Etat));
        Assert.Equal([PresenceDePiece.Presente, PresenceDePiece.Manquante], Mois().Evenements[1].Pieces.Select(p => p.Presence));
    }

    [Fact]
    public void CeQueLeFichierDeclareComptePourLuiMemeOuAvecCeQuiEstVu()
    {
        _commune.Volume("fevrier.xhl", 202602).Bulletin("1", echelon: "3").Bulletin("2");
        _commune.Volume("mars.xhl").Nomenclature(SorteDeNomenclature.Evenement, "AVT", "Avancement")
            .Bulletin("1", b => b.Evenement("AVT", "au 1er mars"), echelon: "4").Bulletin("2", b => b.Evenement("ZZZ", "Divers"));

        var mois = Mois();

        Assert.Equal(
            [(EvenementDePaye.Situation, SourceDEvenement.DeclareEtConstate, "Échelon 3 → 4 ; déclaré : AVT – Avancement – au 1er mars", EtatDAttendu.Manquant),
             (EvenementDePaye.Declare, SourceDEvenement.Declare, "ZZZ – Divers", EtatDAttendu.SansExigence)],
            mois.Evenements.Select(e => (e.Evenement, e.Source, e.Detail, e.Etat)));
        Assert.Equal(1, mois.Total.Demandes);
    }

    [Fact]
    public void SansMoisPrecedentSeulsLesHeuresEtLesEvenementsDeclaresSontConnus()
    {
        _commune.Volume("mars.xhl").Bulletin("1", b => b.Prime(10m).Evenement("ENT", "Recrutement"), heuresSup: 1m);
        var mois = Mois();
        Assert.Null(mois.MoisPrecedent);
        Assert.Equal([EvenementDePaye.Entree, EvenementDePaye.HeuresSupplementaires], mois.Evenements.Select(e => e.Evenement));
    }

    [Fact]
    public void LeDernierBulletinPorteLesPiecesDUnDepart()
    {
        _commune.Fichier("radiation_1.pdf");
        _commune.Volume("fevrier.xhl", 202602).Bulletin("1", b => b.Piece("radiation_1")).Bulletin("2");
        _commune.Volume("mars.xhl").Bulletin("2");

        var depart = Assert.Single(Mois().Evenements);

        Assert.Equal((EvenementDePaye.Depart, EtatDAttendu.Complet, new MoisDePaye(2026, 2)), (depart.Evenement, depart.Etat, depart.MoisDuBulletin));
    }

    [Fact]
    public void UnEtablissementDeSanteSuitLaPartie22()
    {
        _commune.Volume("mars.xhl").Repartition("6421", 10m).Bulletin("1", heuresSup: 1m);
        Assert.Equal((true, "220223"), (Mois().Sante, Mois().Evenements[0].Rubrique));
    }

    /// <summary>Seeded months against events made apart from what was generated; both coverages add up to the whole.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void LesEvenementsGeneresSeRetrouvent(int graine)
    {
        var hasard = new Random(graine);
        var attendus = new List<string>();
        var (fevrier, mars) = (_commune.Volume("fevrier.xhl", 202602), _commune.Volume("mars.xhl"));
        fevrier.Bulletin("000");
        mars.Bulletin("000");
        foreach (var matricule in Enumerable.Range(1, 60).Select(i => $"{i:000}"))
        {
            var (avant, apres, promu, prime, heures) = (hasard.Next(8) > 0, hasard.Next(8) > 0, hasard.Next(4) == 0, hasard.Next(3) == 0, hasard.Next(5) == 0 ? 2m : 0m);
            var service = "Service " + hasard.Next(3);
            if (avant) fevrier.Bulletin(matricule, echelon: "3", service: service);
            if (apres) mars.Bulletin(matricule, b => { if (prime) b.Prime(50m); }, echelon: promu ? "4" : "3", heuresSup: heures, service: service);
            if (apres && !avant) attendus.Add($"Entree {matricule}");
            if (avant && !apres) attendus.Add($"Depart {matricule}");
            if (avant && apres && promu) attendus.Add($"Situation {matricule}");
            if (apres && prime) attendus.Add($"Prime {matricule}");
            if (apres && heures > 0) attendus.Add($"HeuresSupplementaires {matricule}");
        }

        var mois = Mois();

        Assert.Equal(attendus.Order(StringComparer.Ordinal), mois.Evenements.Select(e => $"{e.Evenement} {e.Matricule}").Order(StringComparer.Ordinal));
        Assert.Equal(mois.Evenements.Count, mois.ParEvenement.Sum(c => c.Evenements));
        Assert.Equal(mois.Total.Demandes, mois.ParService.Sum(c => c.Couverture.Demandes));
        Assert.Equal(mois.Evenements.Sum(e => e.Pieces.Count), mois.EnTable().Lignes.Count());
    }

    [Fact]
    public void LaListeAUneLigneParEvenementEtDesClesUniques()
    {
        Assert.Equal(Enum.GetValues<EvenementDePaye>(), ListeDesJustificatifs.Toutes.Select(e => e.Evenement));
        var cles = ListeDesJustificatifs.Toutes.SelectMany(e => e.Pieces).Select(p => p.Cle).ToList();
        Assert.Equal(cles.Count, cles.Distinct().Count());
    }

    private AttendusDuMois Mois() => new JustificatifsAttendusQuestion(_commune.Siret, new MoisDePaye(2026, 3)).Executer(_entrepot.Connexion, Perimetre.Complet);
}
