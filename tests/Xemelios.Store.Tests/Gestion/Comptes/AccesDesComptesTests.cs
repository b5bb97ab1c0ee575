using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Store.Gestion.Comptes;
using static Xemelios.Store.Tests.Gestion.Comptes.EssaiDeComptes;

namespace Xemelios.Store.Tests.Gestion.Comptes;

/// <summary>What a person may do at a moment, in both stores.</summary>
public abstract class AccesDesComptesTests(string? postgresql) : TestsDesComptes(postgresql)
{
    public override async Task InitializeAsync()
    {
        await Essai.PoserLesPremiers();
        await Essai.Ouvrir("louis");
    }

    [Fact]
    public async Task LeComptableVoitToutSonPosteDuJour()
    {
        var acces = await Acces("claire", Poste);

        Assert.Equal((Profil.Comptable, Profil.Comptable.FonctionsPermises(), "claire"), (acces!.Profil, acces.Fonctions, acces.Utilisateur));
        Assert.Equal([new BudgetPermis(Commune, null), new BudgetPermis(Regie, null)], acces.Perimetre!.Budgets!);
        Assert.Equal((DonneesProtegees.CompteBancaire | DonneesProtegees.Famille, DonneesProtegees.Toutes), (acces.Visibles, acces.Revelables));
        Assert.True(acces.Permet(Fonctions.Importer | Fonctions.Habiliter));
        Assert.False(acces.Permet(Fonctions.Importer | Fonctions.Administrer));
        Assert.Null(await Acces("claire", AutrePoste));
        Assert.Null(await Acces("claire", null));
    }

    [Fact]
    public async Task UneCollectiviteEntreDansLePerimetreEtEnSortASesDates()
    {
        Assert.Equal([Commune], await Sirets("claire", new(2026, 2, 28, 22, 59, 59, TimeSpan.Zero)));
        Assert.Equal([Commune, Regie], await Sirets("claire", new(2026, 2, 28, 23, 0, 0, TimeSpan.Zero)));
        Assert.Equal([Commune, Regie], await Sirets("claire", new(2026, 12, 31, 22, 59, 59, TimeSpan.Zero)));
        Assert.Equal([Commune], await Sirets("claire", new(2026, 12, 31, 23, 0, 0, TimeSpan.Zero)));
    }

    public static TheoryData<string, bool> Minuits => new()
    {
        { "2026-03-28T22:59:59Z", false }, // Paris is still the day before (winter)
        { "2026-03-28T23:00:00Z", true },
        { "2026-03-29T21:59:59Z", true }, // the clocks changed that day: summer now
        { "2026-03-29T22:00:00Z", false },
    };

    [Theory]
    [MemberData(nameof(Minuits))]
    public async Task UneHabilitationCommenceEtFinitAMinuitDeParis(string instant, bool enVigueur)
    {
        var jour = new DateOnly(2026, 3, 29);
        await Essai.Habilitations.DonnerAsync(Demande("louis", Profil.AgentDuPoste, Poste) with { Debut = jour, Fin = jour }, De("claire"));

        Assert.Equal(enVigueur, await Acces("louis", Poste, DateTimeOffset.Parse(instant)) is not null);
    }

    [Fact]
    public async Task IlFautLesDeuxPeriodes()
    {
        await Essai.Habilitations.DonnerAsync(
            Demande("louis", Profil.AgentDuPoste, Poste) with { Debut = new(2026, 3, 1), Fin = new(2026, 3, 31), ProfilDebut = new(2026, 3, 20), ProfilFin = new(2026, 6, 30) }, De("claire"));

        Assert.Null(await Acces("louis", Poste, Le(3, 19)));
        Assert.NotNull(await Acces("louis", Poste, Le(3, 20)));
        Assert.NotNull(await Acces("louis", Poste, Le(3, 31)));
        Assert.Null(await Acces("louis", Poste, Le(4, 1)));
    }

    [Fact]
    public async Task UneHabilitationTermineeOuUnCompteBloqueNeDonneRienAussitot()
    {
        var donnee = await Essai.Donner("louis", Profil.AgentDuPoste, Poste, De("claire"));
        Assert.NotNull(await Acces("louis", Poste));
        await Essai.Habilitations.TerminerAsync(donnee.Id, De("claire"));
        Assert.Null(await Acces("louis", Poste));

        await Essai.Avec<GestionDesComptes>(g => g.BloquerAsync("claire", De("admin")));
        Assert.Null(await Acces("claire", Poste));
        Assert.Empty(await Essai.Acces.PostesDeAsync("claire"));
    }

    [Fact]
    public async Task PlusieursHabilitationsDUnPosteSAjoutent()
    {
        await Essai.Donner("louis", Profil.Ordonnateur, Poste, De("claire"), new BudgetPermis(Commune, "00"));
        await Essai.Habilitations.DonnerAsync(Demande("louis", Profil.Ordonnateur, Poste, new BudgetPermis(Regie, null), new BudgetPermis(Commune, "00")) with { Fin = new(2026, 3, 31) }, De("claire"));
        await Essai.Donner("louis", Profil.Ordonnateur, AutrePoste, Machine, new BudgetPermis(Hopital, null));

        Assert.Equal([new(Commune, "00"), new(Regie, null)], (await Acces("louis", Poste))!.Perimetre!.Budgets!.OrderBy(b => b.Siret));
        Assert.Equal([new(Commune, "00")], (await Acces("louis", Poste, Le(4, 1)))!.Perimetre!.Budgets!);
        Assert.Equal([new(Hopital, null)], (await Acces("louis", AutrePoste))!.Perimetre!.Budgets!);
        Assert.Equal([Poste, AutrePoste], (await Essai.Acces.PostesDeAsync("louis")).Select(p => p.Code));
    }

    [Fact]
    public async Task LesFonctionsDUnAgentSontCellesQuiLuiSontDeleguees()
    {
        await Essai.Donner("louis", Profil.AgentDuPoste, Poste, De("claire"));
        await Essai.Habilitations.DonnerAsync(Demande("louis", Profil.AgentDuPoste, Poste) with { Deleguees = Fonctions.Importer, Fin = new(2026, 3, 31) }, De("claire"));

        Assert.Equal(Fonctions.Consulter | Fonctions.Rechercher | Fonctions.Importer, (await Acces("louis", Poste))!.Fonctions);
        Assert.Equal(Fonctions.Consulter | Fonctions.Rechercher, (await Acces("louis", Poste, Le(4, 1)))!.Fonctions);
    }

    [Theory]
    [InlineData(Profil.Ordonnateur, DonneesProtegees.Aucune)]
    [InlineData(Profil.Auditeur, DonneesProtegees.Toutes)]
    [InlineData(Profil.JugeDesComptes, DonneesProtegees.Toutes)]
    public async Task CeQuiEstNommeSArreteAuPosteDuJour(Profil profil, DonneesProtegees revelables)
    {
        var (du, au) = (new MoisDePaye(2025, 1), new MoisDePaye(2025, 12));
        await Essai.Donner("louis", profil, Poste, Machine, new BudgetPermis(Commune, "01", du, au), new BudgetPermis(Regie, null));

        var acces = (await Acces("louis", Poste, Le(3, 15)))!;
        Assert.Equal([new(Commune, "01", du, au), new(Regie, null)], acces.Perimetre!.Budgets!);
        Assert.Equal((DonneesProtegees.Aucune, revelables, Fonctions.Rechercher | Fonctions.Consulter | Fonctions.Exporter), (acces.Visibles, acces.Revelables, acces.Fonctions));
        Assert.Equal([Commune], (await Acces("louis", Poste, Le(2, 1)))!.Perimetre!.Budgets!.Select(b => b.Siret));
    }

    [Fact]
    public async Task UnSirenDuPosteCouvreSesEtablissements()
    {
        await Essai.Postes.AjouterAsync(new PosteComptable("P003", "Autre"), Machine);
        await Essai.Postes.RattacherAsync(new CollectiviteDePoste("P003", "200000017", "Syndicat", null, new DateOnly(2026, 6, 30)), Machine);
        await Essai.Postes.RattacherAsync(new CollectiviteDePoste("P003", "20000001700011", "Syndicat, siège", new DateOnly(2026, 7, 1)), Machine);
        await Essai.Donner("louis", Profil.Auditeur, "P003", Machine, new BudgetPermis("200000017", "00"), new BudgetPermis("20000001700029", null));

        Assert.Equal([new("200000017", "00"), new("20000001700029", null)], (await Acces("louis", "P003"))!.Perimetre!.Budgets!);
        Assert.Equal([new("20000001700011", "00")], (await Acces("louis", "P003", Le(7, 1)))!.Perimetre!.Budgets!);
    }

    [Fact]
    public async Task LAdministrateurNAAucuneDonneeDePaye()
    {
        var acces = await Acces("ADMIN", null);

        Assert.Equal((Profil.Administrateur, Fonctions.Administrer, "admin"), (acces!.Profil, acces.Fonctions, acces.Utilisateur));
        Assert.Null(acces.Perimetre);
        Assert.Equal((DonneesProtegees.Aucune, DonneesProtegees.Aucune), (acces.Visibles, acces.Revelables));
        Assert.Null(await Acces("admin", Poste));
        Assert.Empty(await Essai.Acces.PostesDeAsync("admin"));
        Assert.Null(await Acces("personne", null));
    }

    private static DateTimeOffset Le(int mois, int jour) => new(2026, mois, jour, 12, 0, 0, TimeSpan.Zero);

    private Task<Acces?> Acces(string compte, string? poste, DateTimeOffset? instant = null) => Essai.Acces.AccesDeAsync(compte, poste, instant);

    private async Task<List<string>> Sirets(string compte, DateTimeOffset instant) => [.. (await Acces(compte, Poste, instant))!.Perimetre!.Budgets!.Select(b => b.Siret)];
}

public sealed class AccesSurSqliteTests() : AccesDesComptesTests(null);

[Collection(AvecPostgreSql.Nom)]
public sealed class AccesSurPostgreSqlTests(ServeurPostgreSql serveur) : AccesDesComptesTests(serveur.NouvelleBase());
