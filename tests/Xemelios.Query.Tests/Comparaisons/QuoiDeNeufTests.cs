using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Comparaisons;
using Xemelios.Query.Tests.Donnees;

namespace Xemelios.Query.Tests.Comparaisons;

public sealed class QuoiDeNeufTests : IDisposable
{
    private static readonly MoisDePaye Mars = new(2026, 3);
    private static readonly MoisDePaye Fevrier = new(2026, 2);
    private readonly Entrepot _entrepot = new();
    private readonly EmployeurDeTest _commune;

    public QuoiDeNeufTests() => _commune = new EmployeurDeTest(_entrepot);

    public void Dispose() => _entrepot.Dispose();

    [Fact]
    public void LesEntrantsEtLesSortantsPortentLeursBulletinsEtLeursJustificatifs()
    {
        _commune.Volume("fevrier.xhl", 202602).Paye("1", b => b.Traitement(10)).Paye("2", b => b.Traitement(20).Piece("OLD"), nom: "Ancien");
        _commune.Volume("mars.xhl").Paye("1", b => b.Traitement(10))
            .Paye("3", b => b.Traitement(30).Piece("ARR-1", "arrete.pdf").Piece("ARR-2", "absent.pdf"), nom: "Nouveau");
        _commune.Fichier("arrete.pdf");

        var neuf = Demander();

        var entrant = Assert.Single(Section(neuf, SorteDeChangement.Entrant).Lignes);
        Assert.Equal(("3", "Nouveau", null), (entrant.Agent.Matricule, entrant.Agent.Nom, entrant.Agent.Avant));
        Assert.Equal((Entrepot.Empreinte("mars.xhl"), 2), (entrant.Agent.Apres!.Bulletins[0].Volume, entrant.Agent.Apres.Bulletins[0].Ordre));
        Assert.Equal((1, 1), (entrant.Agent.Justificatifs.Presentes, entrant.Agent.Justificatifs.Manquantes));
        var sortant = Assert.Single(Section(neuf, SorteDeChangement.Sortant).Lignes);
        Assert.Equal(("2", "20.00", 0), (sortant.Agent.Matricule, sortant.Agent.Avant!.Brut.ToString(), sortant.Agent.Justificatifs.Total));
        Assert.All(neuf.Sections.Where(s => s.Sorte > SorteDeChangement.Sortant), s => Assert.Equal(0, s.Total));
    }

    [Fact]
    public void ChaqueAttributChangeEstDansSaSection()
    {
        _commune.Volume("fevrier.xhl", 202602).Paye("1", b => b.Traitement(10), new Situation
        {
            Grade = "ADJ1", Echelon = "4", Indice = 390, Iban = "FR7612345678901234567890123", Emploi = "Agent d'accueil", Nbi = 10, Quotite = 80,
        }, service: "Accueil", statut: "STAGIAIRE");
        _commune.Volume("mars.xhl").Paye("1", b => b.Traitement(10), new Situation
        {
            Grade = "ADJ2", Echelon = "5", Indice = 405, Iban = "FR7612345678901234567899999", Emploi = "Agent d'état civil", Nbi = 20, Quotite = 87.5m,
        }, service: "État civil", statut: "TITULAIRE");

        var neuf = Demander();

        Assert.Equal(
            [
                "Grade ADJ1 ADJ2", "Echelon 4 5", "Indice 390 405", "Nbi 10 20", "Quotite 80 87.5", "Service Accueil État civil",
                "Rib …0123 …9999", "Statut STAGIAIRE TITULAIRE", "Emploi Agent d'accueil Agent d'état civil",
            ],
            neuf.Sections.SelectMany(s => s.Lignes).Select(l => $"{l.Sorte} {l.Avant} {l.Apres}"));
    }

    [Fact]
    public void PlusieursBulletinsDuMoisSontUnSeulAgent()
    {
        _commune.Volume("f.xhl", 202602).Paye("1", b => b.Traitement(10), new Situation { Indice = 390 });
        _commune.Volume("m-1.xhl", numero: 1).Paye("1", b => b.Traitement(4), new Situation { Indice = 390 });
        _commune.Volume("m-2.xhl", train: "2").Paye("1", b => b.Traitement(6), new Situation { Indice = 400 });

        var neuf = Demander();

        Assert.Equal(0, Section(neuf, SorteDeChangement.Entrant).Total);
        var indice = Assert.Single(Section(neuf, SorteDeChangement.Indice).Lignes);
        Assert.Equal(("390", "390 / 400", "10.00", 2), (indice.Avant, indice.Apres, indice.Agent.Apres!.Brut.ToString(), indice.Agent.Apres.Bulletins.Count));
        Assert.Equal((0, 0), (Section(neuf, SorteDeChangement.RubriqueNouvelle).Total, Section(neuf, SorteDeChangement.RubriqueDisparue).Total));
    }

    [Fact]
    public void SansMatriculeLAgentEstCeluiDuMemeNirEtDuMemeNom()
    {
        _commune.Volume("f.xhl", 202602).Paye(null, b => b.Traitement(10), new Situation { Nir = "1" }).Paye(null, b => b.Traitement(5), new Situation { Nir = "2" })
            .Paye("M", b => b.Traitement(7), new Situation { Nir = "9" });
        _commune.Volume("m.xhl").Paye(null, b => b.Traitement(10), new Situation { Nir = "1" }).Paye(null, b => b.Traitement(5), new Situation { Nir = "3" })
            .Paye(null, b => b.Traitement(7), new Situation { Nir = "9" });

        var neuf = Demander();

        Assert.Equal(["5.00", "7.00"], Section(neuf, SorteDeChangement.Entrant).Lignes.Select(l => l.Agent.Apres!.Brut.ToString()).Order());
        Assert.Equal(["5.00", "7.00"], Section(neuf, SorteDeChangement.Sortant).Lignes.Select(l => l.Agent.Avant!.Brut.ToString()).Order());
    }

    [Fact]
    public void LesRubriquesNouvellesEtDisparuesSontCellesDontLeMontantNEstPasNul()
    {
        _commune.Volume("f.xhl", 202602).Paye("1", b => b.Traitement(10).Prime(50).Ligne(CategorieDeLigne.Indemnite, "3000", 0m));
        _commune.Volume("m.xhl").Paye("1", b => b.Traitement(12).Ligne(CategorieDeLigne.Indemnite, "3000", 7m, "Mobilité").Ligne(CategorieDeLigne.Commentaire, "C", null)
            .Ligne(CategorieDeLigne.Retenue, "7000", 3m, "Saisie"));

        var neuf = Demander();

        Assert.Equal(["Indemnite 3000 Mobilité 7.00", "Retenue 7000 Saisie 3.00"], Section(neuf, SorteDeChangement.RubriqueNouvelle).Lignes
            .Select(l => $"{l.Rubrique!.Categorie} {l.Rubrique.Code} {l.Rubrique.Libelle} {l.MontantApres}").Order());
        var disparue = Assert.Single(Section(neuf, SorteDeChangement.RubriqueDisparue).Lignes);
        Assert.Equal(("2000", "50.00", null), (disparue.Rubrique!.Code, disparue.MontantAvant.ToString(), disparue.MontantApres));
    }

    [Fact]
    public void UnMontantEstHorsDePlageAuDelaDeDeuxPourCentEtDUnEuro()
    {
        for (var mois = 1; mois <= 3; mois++)
            _commune.Volume($"{mois}.xhl", 202510 + mois - 1).Paye("1", b => b.Traitement(2000 + mois).Prime(100), net: 1500)
                .Paye("2", b => b.Traitement(2000).Prime(100), net: 1500);
        _commune.Volume("m.xhl").Paye("1", b => b.Traitement(2004).Prime(300).Urssaf(999), net: 1500).Paye("2", b => b.Traitement(2000).Prime(141), net: 1500);

        var neuf = Demander();

        Assert.Equal(
            ["brut  2304.00 [2101.00;2103.00] 3", " 2000 300.00 [100.00;100.00] 3"],
            Section(neuf, SorteDeChangement.HorsPlage).Lignes.Where(l => l.Agent.Matricule == "1")
                .Select(l => $"{l.Apres} {l.Rubrique?.Code} {l.MontantApres} [{l.Plage!.Minimum};{l.Plage.Maximum}] {l.Plage.Mois}").OrderDescending());
        // 2 141 is within 2 % of 2 100: his gross is in its range, so that its parts are not looked at.
        Assert.DoesNotContain(Section(neuf, SorteDeChangement.HorsPlage).Lignes, l => l.Agent.Matricule == "2");
    }

    [Fact]
    public void LaPlageEstCelleDesSommesDuMoisQuandIlYAPlusieursBulletinsOuLignes()
    {
        for (var mois = 10; mois <= 12; mois++)
        {
            _commune.Volume($"{mois}-1.xhl", 202500 + mois, numero: 1).Paye("1", b => b.Traitement(1000).Prime(50).Prime(50), net: 500);
            _commune.Volume($"{mois}-2.xhl", 202500 + mois, numero: 2).Paye("1", b => b.Traitement(1000), net: 500);
        }

        _commune.Volume("m.xhl").Paye("1", b => b.Traitement(2000).Prime(150).Prime(50), net: 1000);

        Assert.Equal(
            ["brut  2200.00 [2100.00;2100.00] 3", " 2000 200.00 [100.00;100.00] 3"],
            Section(Demander(), SorteDeChangement.HorsPlage).Lignes
                .Select(l => $"{l.Apres} {l.Rubrique?.Code} {l.MontantApres} [{l.Plage!.Minimum};{l.Plage.Maximum}] {l.Plage.Mois}").OrderDescending());
    }

    [Fact]
    public void IlFautTroisMoisPourUnePlage()
    {
        _commune.Volume("1.xhl", 202601).Paye("1", b => b.Traitement(10));
        _commune.Volume("2.xhl", 202602).Paye("1", b => b.Traitement(10));
        _commune.Volume("3.xhl").Paye("1", b => b.Traitement(1000));
        var section = Section(Demander(), SorteDeChangement.HorsPlage);
        Assert.Equal((0, false), (section.Total, section.Calculee));
    }

    [Fact]
    public void LeMoisCompareEstLeDernierQuiAitUnePaye()
    {
        _commune.Volume("d.xhl", 202512).Paye("1", b => b.Traitement(10));
        _commune.Volume("e.xhl", 202602, enteteSeul: true);
        _commune.Volume("m.xhl").Paye("1", b => b.Traitement(10));
        Assert.Equal(new MoisDePaye(2025, 12), Demander().Avec);
        Assert.Null(new QuoiDeNeufQuestion(_commune.Siret, new MoisDePaye(2025, 12)).Executer(_entrepot.Connexion, Perimetre.Complet).Avec);
    }

    [Fact]
    public void UneSectionEstLimiteeEtSeLitPageParPage()
    {
        _commune.Volume("f.xhl", 202602).Paye("0", b => b.Traitement(10));
        var mars = _commune.Volume("m.xhl").Paye("0", b => b.Traitement(10));
        foreach (var rang in Enumerable.Range(1, 7))
            mars.Paye($"{rang}", b => b.Traitement(10), nom: $"Nom{rang}");

        var limitee = Section(Demander(), SorteDeChangement.Entrant);
        var question = new QuoiDeNeufQuestion(_commune.Siret, Mars, Fevrier, Limite: 3) { Section = SorteDeChangement.Entrant, Page = 3 };
        var page = Assert.Single(question.Executer(_entrepot.Connexion, Perimetre.Complet).Sections);

        Assert.Equal((7, 3), (limitee.Total, limitee.Lignes.Count));
        Assert.Equal((7, "Nom7"), (page.Total, Assert.Single(page.Lignes).Agent.Nom));
    }

    [Fact]
    public void UneRetenueEcriteAuSigneInverseNEstPasUnChangement()
    {
        var fevrier = _commune.Volume("f.xhl", 202602).Paye("1", b => b.Traitement(10).Ligne(CategorieDeLigne.Retenue, "7000", -3m));
        var mars = _commune.Volume("m.xhl").Paye("1", b => b.Traitement(10).Ligne(CategorieDeLigne.Retenue, "7000", 3m));
        _entrepot.Inserer("signes", new { contenu = fevrier.Contenu, categorie = 10, positifs = 0, negatifs = 30 });
        _entrepot.Inserer("signes", new { contenu = mars.Contenu, categorie = 10, positifs = 30, negatifs = 0 });
        var lignes = new ComparerQuestion(new DemandeDeComparaison(_commune.Siret, Mars, Fevrier)).Executer(_entrepot.Connexion, Perimetre.Complet).Lignes;
        Assert.Empty(lignes);
    }

    [Fact]
    public void HorsDuPerimetreRienNExiste()
    {
        _commune.Volume("f.xhl", 202602).Paye("1", b => b.Traitement(10));
        _commune.Volume("m.xhl").Paye("1", b => b.Traitement(10));
        _commune.Volume("m-01.xhl", budget: "01").Paye("2", b => b.Traitement(10));

        var ailleurs = Perimetre.Limite([new BudgetPermis("21990002000014", null)]);
        Assert.Throws<EtatIntrouvableException>(() => new QuoiDeNeufQuestion(_commune.Siret, Mars).Executer(_entrepot.Connexion, ailleurs));
        var sien = new QuoiDeNeufQuestion(_commune.Siret, Mars).Executer(_entrepot.Connexion, Perimetre.Limite([new BudgetPermis(_commune.Siret, "00")]));
        Assert.Equal(0, Section(sien, SorteDeChangement.Entrant).Total);
        Assert.Equal(1, Section(Demander(), SorteDeChangement.Entrant).Total);
    }

    [Fact]
    public void UneSectionSansTempsEstDitePartielle()
    {
        _commune.Volume("f.xhl", 202602).Paye("1", b => b.Traitement(10));
        _commune.Volume("m.xhl").Paye("1", b => b.Traitement(10).Prime(5)).Paye("2", b => b.Traitement(10));

        var neuf = new QuoiDeNeufQuestion(_commune.Siret, Mars) { Delai = 0 }.Executer(_entrepot.Connexion, Perimetre.Complet);

        Assert.True(neuf.EstPartielle);
        Assert.Equal(
            [SorteDeChangement.RubriqueNouvelle, SorteDeChangement.RubriqueDisparue],
            neuf.Sections.Where(s => s.Interrompue).Select(s => s.Sorte));
        Assert.Equal(1, Section(neuf, SorteDeChangement.Entrant).Total);
        Assert.False(Demander().EstPartielle);
    }

    [Fact]
    public void PlusDeRubriquesQueDeBitsDansUnMasque()
    {
        const int Rubriques = 300;
        static Action<BulletinDeTest> Toutes(int sauf) => b =>
        {
            foreach (var code in Enumerable.Range(0, Rubriques).Where(c => c != sauf))
                b.Ligne(CategorieDeLigne.Indemnite, $"R{code:000}", 1m);
        };
        var fevrier = _commune.Volume("f.xhl", 202602);
        var mars = _commune.Volume("m.xhl");
        foreach (var code in (int[])[0, 119, 120, 239, 240, 299])
        {
            fevrier.Paye($"{code}", Toutes(code));
            mars.Paye($"{code}", Toutes(Rubriques - 1 - code));
        }

        var neuf = new QuoiDeNeufQuestion(_commune.Siret, Mars).Executer(_entrepot.Connexion, Perimetre.Complet);

        Assert.Equal(
            ["0 R000", "119 R119", "120 R120", "239 R239", "240 R240", "299 R299"],
            Section(neuf, SorteDeChangement.RubriqueNouvelle).Lignes.Select(l => $"{l.Agent.Matricule} {l.Rubrique!.Code}").Order());
        Assert.Equal(
            ["0 R299", "119 R180", "120 R179", "239 R060", "240 R059", "299 R000"],
            Section(neuf, SorteDeChangement.RubriqueDisparue).Lignes.Select(l => $"{l.Agent.Matricule} {l.Rubrique!.Code}").Order());
    }

    private QuoiDeNeuf Demander() => new QuoiDeNeufQuestion(_commune.Siret, Mars, Limite: 3).Executer(_entrepot.Connexion, Perimetre.Complet);

    private static SectionDeNouveautes Section(QuoiDeNeuf neuf, SorteDeChangement sorte) => neuf.Sections.Single(s => s.Sorte == sorte);
}
