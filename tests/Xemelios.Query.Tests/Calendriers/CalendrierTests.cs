using Xemelios.Domain.Habilitations;
using Xemelios.Query.Calendriers;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Tests.Donnees;

namespace Xemelios.Query.Tests.Calendriers;

public sealed class CalendrierTests : IDisposable
{
    private readonly Entrepot _entrepot = new();
    private readonly EmployeurDeTest _commune;

    public CalendrierTests() => _commune = new EmployeurDeTest(_entrepot);

    public void Dispose() => _entrepot.Dispose();

    [Fact]
    public void UnMoisSansEtatEntreLePremierDuBudgetEtLeDernierDeTousEstManquant()
    {
        Payer(_commune, 202602, 202604);
        Payer(new EmployeurDeTest(_entrepot, "26990001500018", "Hôpital"), 202605, 202606);

        var calendrier = Demander();

        Assert.Equal(
            [". R M R M M . . . . . .", ". . . . R R . . . . . ."],
            calendrier.Rangs.Select(r => string.Join(' ', r.Mois.Select(Signe))));
        Assert.Equal((2026, 4, 3, 1, 0), (calendrier.Annee, calendrier.Etats(), calendrier.Manquants(), calendrier.Manquants(3), calendrier.Manquants(2)));
    }

    [Fact]
    public void UnBudgetQuiSEstArreteManqueEncoreLAnneeDApresEtUnBudgetAVenirNYEstPas()
    {
        Payer(_commune, 202511, 202512);
        _commune.Volume("autre.xhl", 202602, budget: "01").Bulletin("9", b => b.Traitement(1));

        Assert.Equal([". . . . . . . . . . R R"], Demander(2025).Rangs.Select(r => string.Join(' ', r.Mois.Select(Signe))));
        Assert.Equal(["00 M M . . . . . . . . . .", "01 . R . . . . . . . . . ."], Demander(2026).Rangs.Select(r => $"{r.Budget} {string.Join(' ', r.Mois.Select(Signe))}"));
        Assert.Equal([2026, 2025], Demander().Annees);
    }

    [Fact]
    public void UnTrainASaLigneEtNeManqueQuEntreDeuxDesSiens()
    {
        Payer(_commune, 202601, 202602, 202603, 202604);
        foreach (var periode in (int[])[202602, 202604])
            _commune.Volume($"elus-{periode}.xhl", periode, train: "ELUS").Bulletin("9", b => b.Traitement(1));

        Assert.Equal(
            [" R R R R . . . . . . . .", "ELUS . R A R . . . . . . . ."],
            Demander().Rangs.Select(r => $"{r.Train} {string.Join(' ', r.Mois.Select(Signe))}"));
    }

    [Fact]
    public void LesNumerosQueLesFichiersDUnMoisSautentSontDesVolumesManquants()
    {
        _commune.Volume("1.xhl", numero: 1).Bulletin("1", b => b.Traitement(1));
        _commune.Volume("4.xhl", numero: 4).Bulletin("2", b => b.Traitement(1));
        _commune.Volume("3.xhl", numero: 3, budget: "01").Bulletin("3", b => b.Traitement(1));
        _commune.Volume("6.xhl", numero: 6, budget: "01").Bulletin("4", b => b.Traitement(1));
        _commune.Volume("sans.xhl", budget: "02").Bulletin("5", b => b.Traitement(1));
        _commune.Volume("202603.xhl", budget: "03", numero: 202603).Bulletin("6", b => b.Traitement(1));

        Assert.Equal(
            ["00 :", "01 : 2 5", "02 :", "03 :"],
            Demander().Rangs.Select(r => $"{r.Budget} :{string.Concat(r.Mois[2].VolumesManquants.Select(n => $" {n}"))}"));
    }

    [Fact]
    public void UneCaseDitLesMandatsLiesEtProposesLesPiecesEtLeRapprochement()
    {
        _commune.Volume("a.xhl").NaturesUsuelles().Bulletin("1", b => b.Traitement(10).Piece("A", "a.pdf").Piece("B", "b.pdf")).Bulletin("2", b => b.Traitement(5).Piece("A", "a.pdf"));
        _commune.Fichier("a.pdf");
        _commune.Flux("pes").Bordereau("1").Mandat("1", [("64111", 10m)], "PAYE MARS").Mandat("2", [("64111", 5m)], nomReference: "a.xhl");

        var mars = Demander().Rangs.Single().Mois[2];

        Assert.Equal((1, 1, 2, 1, StatutDeRapprochement.Conforme, false), (mars.MandatsLies, mars.MandatsProposes, mars.Pieces, mars.PiecesManquantes, mars.Etat!.Rapprochement, mars.EstComplet));
        _commune.Fichier("b.pdf");
        Assert.True(Demander().Rangs.Single().Mois[2].EstComplet);
        Assert.Equal((1, 1, 1, 0), Demander() is var c ? (c.Etats(), c.Complets(), c.Complets(3), c.Complets(4)) : default);
    }

    [Fact]
    public void LaTableDitChaqueEtatEtChaqueAbsence()
    {
        Payer(_commune, 202601, 202603);

        var table = new CalendrierQuestion(2026).Exporter(_entrepot.Connexion, Perimetre.Complet).Table;

        Assert.Equal(["2026-01 incomplet", "2026-02 mois manquant", "2026-03 incomplet"], table.Lignes.Select(l => $"{l[4]} {l[5]}"));
        Assert.All(table.Lignes, l => Assert.Equal(table.Colonnes.Count, l.Count));
    }

    private static void Payer(EmployeurDeTest employeur, params int[] periodes)
    {
        foreach (var periode in periodes)
            employeur.Volume($"{employeur.Siret}-{periode}.xhl", periode).Bulletin("1", b => b.Traitement(10));
    }

    private static char Signe(CaseDeCalendrier c) => c.Presence switch
    {
        PresenceDEtat.Recu => 'R', PresenceDEtat.MoisManquant => 'M', PresenceDEtat.TrainAbsent => 'A', _ => '.',
    };

    private CalendrierDePaye Demander(int? annee = null) => new CalendrierQuestion(annee).Executer(_entrepot.Connexion, Perimetre.Complet);
}
