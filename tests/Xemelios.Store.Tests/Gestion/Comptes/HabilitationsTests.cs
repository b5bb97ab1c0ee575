using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Store.Gestion.Comptes;
using static Xemelios.Store.Tests.Gestion.Comptes.EssaiDeComptes;

namespace Xemelios.Store.Tests.Gestion.Comptes;

/// <summary>Who may give what to whom, in both stores.</summary>
public abstract class HabilitationsTests(string? postgresql) : TestsDesComptes(postgresql)
{
    public override async Task InitializeAsync()
    {
        await Essai.PoserLesPremiers();
        await Essai.Ouvrir("louis", "maud");
        Essai.Journal.Actes.Clear();
    }

    [Fact]
    public async Task LeComptableHabiliteUnOrdonnateurDeSonPoste()
    {
        var donnee = await Essai.Donner("louis", Profil.Ordonnateur, Poste, De("claire"), new BudgetPermis(Commune, " 0 1", new MoisDePaye(2026, 1), new MoisDePaye(2026, 6)));

        var lue = Assert.Single(await Essai.Habilitations.DuCompteAsync("LOUIS"));
        Assert.Equal(("louis", "claire", Essai.Horloge.Maintenant), (lue.Utilisateur, lue.DonneePar, lue.DonneeLe));
        Assert.Equal([new BudgetPermis(Commune, "01", new MoisDePaye(2026, 1), new MoisDePaye(2026, 6))], lue.Budgets);
        Assert.Equal(donnee.Id, lue.Id);
    }

    [Fact]
    public async Task ChaqueChangementEstAuJournalAvantDEtreFait()
    {
        var donnee = await Essai.Donner("louis", Profil.Ordonnateur, Poste, De("claire"), new BudgetPermis(Commune, null));
        await Essai.Habilitations.TerminerAsync(donnee.Id, De("claire"));

        var (don, fin) = (Essai.Journal.Actes[0], Essai.Journal.Actes[1]);
        Assert.Equal((NatureDActe.Habilitation, "claire", Poste, null), (don.Nature, don.Utilisateur, don.Poste, don.Avant));
        Assert.Contains("profil=Ordonnateur", don.Apres, StringComparison.Ordinal);
        Assert.Contains("compte=louis", don.Cles, StringComparison.Ordinal);
        Assert.Equal(don.Apres, fin.Avant);
        Assert.Contains("terminée", fin.Apres, StringComparison.Ordinal);
        Assert.Equal(2, Essai.Journal.Actes.Count);
    }

    [Fact]
    public async Task SansJournalRienNeChange()
    {
        var donnee = await Essai.Donner("louis", Profil.Ordonnateur, Poste, De("claire"), new BudgetPermis(Commune, null));
        Essai.Journal.EnPanne = true;

        await Assert.ThrowsAsync<JournalIndisponibleException>(() => Essai.Donner("maud", Profil.AgentDuPoste, Poste, De("claire")));
        await Assert.ThrowsAsync<JournalIndisponibleException>(() => Essai.Habilitations.TerminerAsync(donnee.Id, De("claire")));

        Assert.Empty(await Essai.Habilitations.DuCompteAsync("maud"));
        Assert.Null(Assert.Single(await Essai.Habilitations.DuCompteAsync("louis")).RevoqueeLe);
    }

    [Fact]
    public async Task LeTimbreDuCompteChangeQuandSesDroitsChangent()
    {
        var avant = (await Essai.Compte("louis")).SecurityStamp;
        var donnee = await Essai.Donner("louis", Profil.AgentDuPoste, Poste, De("claire"));
        var pendant = (await Essai.Compte("louis")).SecurityStamp;
        await Essai.Habilitations.TerminerAsync(donnee.Id, De("claire"));

        Assert.Distinct([avant, pendant, (await Essai.Compte("louis")).SecurityStamp]);
    }

    [Theory]
    [InlineData(Profil.Comptable)]
    [InlineData(Profil.Auditeur)]
    [InlineData(Profil.JugeDesComptes)]
    [InlineData(Profil.Administrateur)]
    public async Task LeComptableNeDonnePasCeQueDonneLAdministrateur(Profil profil)
    {
        await Refuse<PouvoirInsuffisantException>(Demandee("louis", profil), "claire");

        await Essai.Habilitations.DonnerAsync(Demandee("louis", profil), De("admin"));
        Assert.Equal(profil, Assert.Single(await Essai.Habilitations.DuCompteAsync("louis")).Profil);
    }

    [Theory]
    [InlineData(Profil.AgentDuPoste)]
    [InlineData(Profil.Ordonnateur)]
    public async Task LAdministrateurNeDonnePasCeQueDonneLeComptable(Profil profil)
    {
        await Refuse<PouvoirInsuffisantException>(Demandee("louis", profil), "admin");
        await Refuse<PouvoirInsuffisantException>(Demandee("louis", profil), "maud");
        await Refuse<PouvoirInsuffisantException>(Demandee("louis", profil), "inconnu");

        await Essai.Habilitations.DonnerAsync(Demandee("louis", profil), De("claire"));
    }

    [Fact]
    public async Task LeComptableNeDonneRienHorsDeSonPosteNiApresSonTemps()
    {
        await Refuse<PouvoirInsuffisantException>(Demande("louis", Profil.Ordonnateur, AutrePoste, new BudgetPermis(Hopital, null)), "claire");
        var donnee = await Essai.Donner("maud", Profil.Ordonnateur, AutrePoste, null, new BudgetPermis(Hopital, null));
        await Assert.ThrowsAsync<PouvoirInsuffisantException>(() => Essai.Habilitations.TerminerAsync(donnee.Id, De("claire")));
        var sienne = Assert.Single(await Essai.Habilitations.DuCompteAsync("claire"));
        await Essai.Habilitations.TerminerAsync(sienne.Id, De("admin"));
        await Refuse<PouvoirInsuffisantException>(Demandee("louis", Profil.AgentDuPoste), "claire");
    }

    [Fact]
    public async Task UnAgentDuPosteNHabilitePersonne()
    {
        await Essai.Donner("maud", Profil.AgentDuPoste, Poste, De("claire"));
        await Refuse<PouvoirInsuffisantException>(Demandee("louis", Profil.AgentDuPoste), "maud");
    }

    [Fact]
    public async Task PersonneNeSeDonneRien()
    {
        await Refuse<HabilitationDeSoiMemeException>(Demandee("claire", Profil.AgentDuPoste), "claire");
        await Refuse<HabilitationDeSoiMemeException>(Demandee("Admin", Profil.Comptable), "admin");
    }

    [Theory]
    [InlineData(Fonctions.Habiliter)]
    [InlineData(Fonctions.Administrer)]
    [InlineData(Fonctions.Consulter | Fonctions.Habiliter)]
    [InlineData(Fonctions.Aucune)]
    public async Task UnAgentNARienQueLeComptableNePuisseDeleguer(Fonctions fonctions)
    {
        await Refuse<FonctionsNonDelegablesException>(Demandee("louis", Profil.AgentDuPoste) with { Deleguees = fonctions }, "claire");
        await Assert.ThrowsAsync<FonctionsNonDelegablesException>(
            () => Essai.Habilitations.DonnerAsync(Demandee("louis", Profil.AgentDuPoste) with { Deleguees = fonctions }, Machine));
    }

    [Fact]
    public async Task LesFonctionsDesAutresProfilsSontFixees() => await Refuse<FonctionsNonDelegablesException>(
        Demandee("louis", Profil.Ordonnateur) with { Deleguees = Fonctions.Consulter }, "claire");

    public static TheoryData<string, string?, string?, string?, string?> DatesFausses => new()
    {
        { "2026-04-01", "2026-03-31", null, null, null },
        { "2026-04-01", null, "2026-05-01", "2026-04-30", null },
        { "2026-04-01", "2026-04-30", "2026-05-01", null, null },
        { "2026-01-01", "2026-03-14", null, null, null },
        { "2026-01-01", null, "2026-01-01", "2026-03-14", null },
        { "2026-01-01", null, null, null, "2026-02" },
    };

    [Theory]
    [MemberData(nameof(DatesFausses))]
    public async Task LesDatesSontCoherentes(string debut, string? fin, string? profilDebut, string? profilFin, string? auMois)
    {
        var mois = MoisDePaye.TryParse(auMois, out var au) ? au : (MoisDePaye?)null;
        var demande = Demande("louis", Profil.Ordonnateur, Poste, new BudgetPermis(Commune, null, new MoisDePaye(2026, 3), mois)) with
        {
            Debut = Jour(debut)!.Value, Fin = Jour(fin), ProfilDebut = Jour(profilDebut), ProfilFin = Jour(profilFin),
        };

        await Refuse<DatesIncoherentesException>(demande, "claire");
    }

    [Fact]
    public async Task UnBudgetNommeEstDuPostePendantLHabilitation()
    {
        await Refuse<BudgetHorsDuPosteException>(Demande("louis", Profil.Ordonnateur, Poste, new BudgetPermis(Hopital, null)), "claire");
        await Refuse<BudgetHorsDuPosteException>(Demande("louis", Profil.Ordonnateur, Poste, new BudgetPermis(Commune, null), new BudgetPermis("", null)), "claire");
        await Refuse<BudgetHorsDuPosteException>(Demande("louis", Profil.Ordonnateur, Poste, new BudgetPermis("219900016", null)), "claire");
        var regie = Demande("louis", Profil.Ordonnateur, Poste, new BudgetPermis(Regie, null));
        await Refuse<BudgetHorsDuPosteException>(regie with { Debut = new DateOnly(2027, 1, 1) }, "claire");
        await Essai.Habilitations.DonnerAsync(regie with { Debut = new DateOnly(2026, 12, 31) }, De("claire"));
    }

    [Fact]
    public async Task CeQuiEstNommeDependDuProfil()
    {
        await Refuse<BudgetsAttendusException>(Demande("louis", Profil.Ordonnateur, Poste), "claire");
        await Refuse<BudgetsAttendusException>(Demande("louis", Profil.Auditeur, Poste), "admin");
        await Refuse<BudgetsNonAttendusException>(Demande("louis", Profil.AgentDuPoste, Poste, new BudgetPermis(Commune, null)), "claire");
        await Refuse<BudgetsNonAttendusException>(Demande("louis", Profil.Comptable, Poste, new BudgetPermis(Commune, null)), "admin");
        await Refuse<PosteNonAttenduException>(Demande("louis", Profil.Administrateur, Poste), "admin");
        await Refuse<PosteInconnuException>(Demande("louis", Profil.Comptable, null), "admin");
        await Refuse<PosteInconnuException>(Demande("louis", Profil.Comptable, "P999"), "admin");
    }

    [Fact]
    public async Task UneHabilitationVaAUnCompteOuvert()
    {
        await Refuse<CompteInconnuException>(Demandee("personne", Profil.AgentDuPoste), "claire");
        await Essai.Avec<GestionDesComptes>(g => g.BloquerAsync("louis", De("admin")));
        await Refuse<CompteBloqueException>(Demandee("louis", Profil.AgentDuPoste), "claire");
    }

    [Fact]
    public async Task DeuxProfilsNeSeRecouvrentPasDansUnPoste()
    {
        await Essai.Habilitations.DonnerAsync(Demandee("louis", Profil.Ordonnateur) with { Fin = new DateOnly(2026, 6, 30) }, De("claire"));
        var agent = Demandee("louis", Profil.AgentDuPoste) with { Debut = new DateOnly(2026, 6, 30) };

        await Refuse<ProfilsIncompatiblesException>(agent, "claire");
        await Essai.Habilitations.DonnerAsync(agent with { Debut = new DateOnly(2026, 7, 1) }, De("claire"));
        await Essai.Donner("louis", Profil.Comptable, AutrePoste, De("admin"));
        await Refuse<ProfilsIncompatiblesException>(Demandee("louis", Profil.Administrateur), "admin");
        // The same profile may overlap itself: two budgets, a renewal.
        await Essai.Habilitations.DonnerAsync(Demandee("louis", Profil.Ordonnateur) with { Fin = new DateOnly(2026, 6, 30) }, De("claire"));
    }

    [Fact]
    public async Task UneHabilitationNeSeTermineQuUneFois()
    {
        var donnee = await Essai.Habilitations.DonnerAsync(Demandee("louis", Profil.AgentDuPoste) with { Fin = new DateOnly(2026, 3, 15) }, De("claire"));
        await Essai.Habilitations.TerminerAsync(donnee.Id, De("claire"));

        await Assert.ThrowsAsync<HabilitationDejaTermineeException>(() => Essai.Habilitations.TerminerAsync(donnee.Id, De("claire")));
        await Assert.ThrowsAsync<HabilitationIntrouvableException>(() => Essai.Habilitations.TerminerAsync(Guid.NewGuid(), De("claire")));
        var echue = await Essai.Habilitations.DonnerAsync(Demandee("maud", Profil.AgentDuPoste) with { Fin = new DateOnly(2026, 3, 15) }, De("claire"));
        Essai.Horloge.Maintenant = Essai.Horloge.Maintenant.AddDays(1);
        await Assert.ThrowsAsync<HabilitationDejaTermineeException>(() => Essai.Habilitations.TerminerAsync(echue.Id, De("claire")));
    }

    [Fact]
    public async Task OnListeCellesDUnPosteOuDUnJour()
    {
        await Essai.Habilitations.DonnerAsync(Demandee("louis", Profil.AgentDuPoste) with { Debut = new DateOnly(2026, 5, 1) }, De("claire"));
        await Essai.Donner("maud", Profil.Comptable, AutrePoste, De("admin"));

        Assert.Equal(["claire", "louis"], (await Essai.Habilitations.DuPosteAsync(Poste)).Select(h => h.Utilisateur).Order());
        Assert.Equal(["claire"], (await Essai.Habilitations.DuPosteAsync(Poste, new DateOnly(2026, 4, 30))).Select(h => h.Utilisateur));
        Assert.Equal(["admin"], (await Essai.Habilitations.DuPosteAsync(null)).Select(h => h.Utilisateur));
        Assert.Equal(4, (await Essai.Habilitations.ListerAsync()).Count);
    }

    private static DemandeDHabilitation Demandee(string compte, Profil profil) => profil switch
    {
        Profil.Administrateur => Demande(compte, profil, null),
        Profil.Comptable or Profil.AgentDuPoste => Demande(compte, profil, Poste),
        _ => Demande(compte, profil, Poste, new BudgetPermis(Commune, null)),
    };

    private static DateOnly? Jour(string? texte) => texte is null ? null : DateOnly.ParseExact(texte, "yyyy-MM-dd");

    /// <summary>Refused, and nothing is written: neither a habilitation nor a line of the journal.</summary>
    private async Task Refuse<T>(DemandeDHabilitation demande, string auteur)
        where T : RefusDeGestionException
    {
        var (avant, actes) = ((await Essai.Habilitations.ListerAsync()).Count, Essai.Journal.Actes.Count);
        var refus = await Assert.ThrowsAsync<T>(() => Essai.Habilitations.DonnerAsync(demande, De(auteur)));
        Assert.EndsWith(".", refus.Message, StringComparison.Ordinal);
        Assert.Equal((avant, actes), ((await Essai.Habilitations.ListerAsync()).Count, Essai.Journal.Actes.Count));
    }
}

public sealed class HabilitationsSurSqliteTests() : HabilitationsTests(null);

[Collection(AvecPostgreSql.Nom)]
public sealed class HabilitationsSurPostgreSqlTests(ServeurPostgreSql serveur) : HabilitationsTests(serveur.NouvelleBase());
