using Microsoft.Data.Sqlite;
using Xemelios.Domain.Echantillons;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Store.Gestion.Echantillons;

namespace Xemelios.Store.Tests.Gestion.Echantillons;

/// <summary>Plans, samples and ticks are appended, with who and when, read inside a perimeter and by those who control.</summary>
public sealed class CarnetDEchantillonsTests : IDisposable
{
    private const string Commune = "21990001200019";
    private static readonly MoisDePaye Mars = new(2026, 3);
    private static readonly Acte Claire = new(NatureDActe.Consultation, "claire", "10.0.0.7", "/echantillons/{Id:long}") { Poste = "P1" };

    private static readonly PosteDeControle Primes = new("Primes", "rubrique=2000", MethodeDeTirage.Stratifie, EtendueDeTirage.DeTaux(2.5m)!)
    {
        Seuil = new Montant(120_050), Toujours = "tous_evenements", Strates = "statut",
    };

    private static readonly EchantillonTire Tire = new(Commune, "00", Mars, "", new Graine(ulong.MaxValue),
        [
            new(Primes, new([new(SorteDeStrate.Seuil, "", 1, new(-150_000), 1), new(SorteDeStrate.Sondee, "Élève", 40, new(long.MaxValue / 4), 2)],
                [new("a/1", new(-150_000), 0) { Matricule = "000123" }, new("a/2", new(9_000), 1), new("b/7", new(1), 1) { Matricule = "000124" }], new('f', 64))),
        ],
        [new("a.xhl", new('a', 64))]);

    private readonly JournalDEssai _journal = new();
    private readonly CarnetDEchantillons _carnet;
    private readonly TenueDesEchantillons _tenue;

    public CarnetDEchantillonsTests()
    {
        _carnet = new CarnetDEchantillons(_journal.Base);
        _tenue = new TenueDesEchantillons(_carnet, _journal.Journal, _journal.Horloge);
    }

    public void Dispose() => _journal.Dispose();

    [Fact]
    public void UnEchantillonSeRouvreTelQuIlFutTire()
    {
        var garde = Tirer();

        var relu = new CarnetDEchantillons(_journal.Base).Echantillon(garde.Id, Perimetre.Complet)!;
        Assert.True(relu.Tire.Postes[0].Tirage.EstEgalA(Tire.Postes[0].Tirage));
        Assert.Equal((Tire.Graine, Tire.Train, Primes, "Plan 2026", "claire", JournalDEssai.Depart), (relu.Tire.Graine, relu.Tire.Train, relu.Tire.Postes[0].Poste, relu.Libelle, relu.Auteur, relu.Le));
        Assert.Equal(Tire.Sources, relu.Tire.Sources);
        Assert.Equal((3, 0), (relu.Tire.Bulletins, relu.Vus));
    }

    [Fact]
    public void UnPlanChangeEstUneNouvelleVersionEtUnCollegueNEnEcraseAucune()
    {
        var premier = _tenue.Creer(" Plan 2026 ", Commune, Claire);
        var second = _tenue.Changer(premier with { Postes = [Primes] }, Claire);

        Assert.Throws<EchantillonRefuseException>(() => _tenue.Changer(premier with { Postes = [] }, Claire));
        var lu = Assert.Single(_carnet.Plans(Perimetre.Complet));
        Assert.Equal((second.Id, premier.Id, "Plan 2026"), (lu.Id, lu.Souche, lu.Libelle));
        Assert.Equal([Primes], lu.Postes);
        _tenue.Changer(lu with { Retire = true }, Claire);
        Assert.Empty(_carnet.Plans(Perimetre.Complet));
        Assert.True(_carnet.Plan(premier.Id, Perimetre.Complet)!.Retire);
    }

    [Fact]
    public void LeDernierPointageCompteEtLesAutresRestent()
    {
        var garde = Tirer();
        _tenue.Pointer(garde, [Conforme(0, 0), Conforme(2, 0) with { Note = " Vu\r\nle 3 " }], Claire);
        var premier = _carnet.Pointages(garde)[0];
        _tenue.Pointer(garde, [new PointageDemande(0, 0, DecisionDePointage.Erreur, new Montant(-140_000), null, premier.Id)], Claire);

        Assert.Equal(2, _carnet.Echantillon(garde.Id, Perimetre.Complet)!.Vus);
        Assert.Equal([(0, DecisionDePointage.Conforme, null, null), (2, DecisionDePointage.Conforme, null, "Vu le 3"), (0, DecisionDePointage.Erreur, (long?)-140_000, null)],
            _carnet.Pointages(garde).Select(p => (p.Rang, p.Decision, p.Constate?.Centimes, p.Note)));
        Assert.Equal([(0, DecisionDePointage.Conforme), (0, DecisionDePointage.Erreur)], _carnet.DeLAgent(Commune, "000123", Perimetre.Complet).Select(p => (p.Pointage.Rang, p.Pointage.Decision)));
    }

    [Fact]
    public void CeQuUnCollegueAPointeEntreTempsNEstPasEcrase()
    {
        var garde = Tirer();
        _tenue.Pointer(garde, [Conforme(0, 0)], Claire with { Utilisateur = "denis" });

        var refuse = Assert.Single(_tenue.Pointer(garde, [new(0, 0, DecisionDePointage.NonVerifiable, null, null, 0), Conforme(1, 0)], Claire));
        Assert.Equal(0, refuse.Rang);
        Assert.Equal([("denis", 0), ("claire", 1)], _carnet.Pointages(garde).Select(p => (p.Auteur, p.Rang)));
    }

    [Theory]
    [InlineData(0, DecisionDePointage.Erreur, null)]
    [InlineData(0, DecisionDePointage.Erreur, -150_000L)]
    [InlineData(0, DecisionDePointage.Conforme, 5L)]
    [InlineData(3, DecisionDePointage.Conforme, null)]
    [InlineData(-1, DecisionDePointage.Conforme, null)]
    public void UnPointageQuiNeSeTientPasNeGardeRien(int rang, DecisionDePointage decision, long? constate)
    {
        var garde = Tirer();

        Assert.Throws<EchantillonRefuseException>(() => _tenue.Pointer(garde, [Conforme(1, 0), new(0, rang, decision, constate is { } c ? new Montant(c) : null, null, 0)], Claire));
        Assert.Empty(_carnet.Pointages(garde));
    }

    [Fact]
    public void LeJournalLEcritParSesClesEtSansSesMots()
    {
        var garde = Tirer();
        _tenue.Pointer(garde, [Conforme(0, 0) with { Note = "Arrêté vu" }], Claire);

        var actes = _journal.Journal.Lire(new()).Entrees.Select(e => e.Acte).Reverse().ToList();
        Assert.Equal(
            [
                ("plan=ajout", null), ($"echantillon=tirage;plan={garde.Plan};budget=00;mois=2026-03;graine={ulong.MaxValue}", null),
                ($"pointage=ajout;echantillon={garde.Id};poste=1;rang=1", "000123"),
            ],
            actes.Select(a => (a.Cles, a.Matricule)));
        Assert.All(actes, a => Assert.Equal((NatureDActe.Visa, "claire", "P1", Commune), (a.Nature, a.Utilisateur, a.Poste, a.Siret)));
        Assert.DoesNotContain(actes, a => a.ToString().Contains("Arrêté", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("UPDATE plan_de_controle SET libelle = 'x'")]
    [InlineData("DELETE FROM plan_de_controle")]
    [InlineData("UPDATE echantillon SET tire = '{}'")]
    [InlineData("DELETE FROM echantillon")]
    [InlineData("UPDATE pointage SET decision = 'Conforme'")]
    [InlineData("DELETE FROM pointage")]
    public void LaBaseRefuseDeChangerEtDeRetirer(string ordre)
    {
        _tenue.Pointer(Tirer(), [Conforme(0, 0)], Claire);

        Assert.Contains("ne se", Assert.Throws<SqliteException>(() => JournalDEssai.Executer(_journal.Base, ordre)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ChacunNeLitQueSonPerimetreEtLOrdonnateurRien()
    {
        var garde = Tirer();
        _tenue.Pointer(garde, [Conforme(0, 0)], Claire);

        foreach (var (perimetre, lu) in (IEnumerable<(Perimetre, bool)>)
        [
            (Perimetre.Complet, true), (Perimetre.Complet with { Controles = false }, false),
            (Perimetre.Limite([new BudgetPermis(Commune, "00")]), true), (Perimetre.Limite([new BudgetPermis(Commune, "01")]), false),
            (Perimetre.Limite([new BudgetPermis(Commune, null, new(2026, 4))]), false), (Perimetre.Limite([new BudgetPermis("21990001600011", null)]), false), (Perimetre.Limite([]), false),
        ])
        {
            Assert.Equal(lu, _carnet.Echantillon(garde.Id, perimetre) is not null);
            Assert.Equal(lu, _carnet.Echantillons(perimetre).Count == 1);
            Assert.Equal(lu, _carnet.DeLAgent(Commune, "000123", perimetre).Count == 1);
        }

        Assert.Empty(_carnet.Plans(Perimetre.Complet with { Controles = false }));
        Assert.Null(_carnet.Plan(garde.Plan, Perimetre.Limite([new BudgetPermis("21990001600011", null)])));
    }

    [Fact]
    public void UnEchantillonTropGrandPourSeLireEstRefuse()
    {
        var plan = _tenue.Creer("Plan", Commune, Claire);
        var unites = Enumerable.Range(0, TenueDesEchantillons.BulletinsMax + 1).Select(i => new UniteTiree($"a/{i}", new Montant(1), 0));

        Assert.Throws<EchantillonRefuseException>(() => _tenue.Garder(plan, Tire with { Postes = [new(Primes, new([], [.. unites], ""))] }, Claire));
        Assert.Empty(_carnet.Echantillons(Perimetre.Complet));
    }

    private EchantillonGarde Tirer() => _tenue.Garder(_tenue.Creer("Plan 2026", Commune, Claire), Tire, Claire);

    private static PointageDemande Conforme(int rang, long vu) => new(0, rang, DecisionDePointage.Conforme, null, null, vu);
}
