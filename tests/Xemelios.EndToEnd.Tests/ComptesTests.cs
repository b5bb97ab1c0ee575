using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xemelios.Domain.Habilitations;
using Xemelios.Import;
using Xemelios.Store;
using Xemelios.Store.Gestion.Comptes;
using Xemelios.Web;
using Xemelios.Web.Security;
using static Microsoft.Playwright.Assertions;

namespace Xemelios.EndToEnd.Tests;

/// <summary>From the link of the first start to a right that ends under an open page, in a real browser.</summary>
public sealed class ComptesTests(ComptesTests.AvecDesDonnees xemelios) : IClassFixture<ComptesTests.AvecDesDonnees>
{
    [Fact]
    public async Task DuPremierDemarrageALaFinDUneHabilitation()
    {
        await using (var premiere = await xemelios.OuvrirFenetre())
        {
            await OuvrirLesPremiersComptes(premiere);
            await premiere.Page.GotoAsync("/bulletins");
            await Expect(premiere.Page).ToHaveURLAsync(new Uri(xemelios.Adresse, "/connexion?retour=%2Fbulletins").ToString());
            await premiere.Photographier("connexion");
            await premiere.SeConnecter("claude.comptable");
            await Expect(premiere.Titre).ToContainTextAsync("Bulletins");
            await premiere.Aller("/comptes");
            await Expect(premiere.Titre).ToHaveTextAsync("Page introuvable");
        }

        var habilitation = await HabiliterUnOrdonnateur();
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller("/connexion");
        await fenetre.SeConnecter("odile.ordonnatrice");
        await fenetre.Aller("/bulletins");
        await fenetre.AttendreLeCircuit();
        await Expect(fenetre.Page.Locator("tbody th a").First).ToBeVisibleAsync();
        await fenetre.Photographier("ordonnateur-bulletins");

        // Ended by the comptable while the page is open: it closes by itself, within the minute.
        var debut = Stopwatch.GetTimestamp();
        await xemelios.Service<Habilitations>().TerminerAsync(habilitation, Auteur.DuCompte("claude.comptable", "127.0.0.1", "/habilitations"));
        await Expect(fenetre.Page).ToHaveURLAsync(new Uri(xemelios.Adresse, "/connexion?fin=1").ToString(), new() { Timeout = 60_000 });
        Assert.True(Stopwatch.GetElapsedTime(debut) < TimeSpan.FromSeconds(60));
        await fenetre.Page.GotoAsync("/bulletins");
        await Expect(fenetre.Page.Locator("tbody th a")).ToHaveCountAsync(0);
    }

    private async Task OuvrirLesPremiersComptes(Fenetre fenetre)
    {
        await fenetre.Aller(await xemelios.Application.PreparerLesComptesAsync() ?? throw new InvalidOperationException("Pas de lien."));
        await fenetre.RemplirLePremierDemarrage();
        await fenetre.Photographier("premier-demarrage");
        await fenetre.OuvrirLesComptes();
        await xemelios.Service<Postes>().RattacherAsync(new CollectiviteDePoste("099001", AvecDesDonnees.Siret, "Commune d'Exemple"), Auteur.DuCompte("ada.administratrice", "127.0.0.1", "/postes"));
    }

    private async Task<Guid> HabiliterUnOrdonnateur()
    {
        await using var portee = xemelios.Application.Services.CreateAsyncScope();
        var lien = await portee.ServiceProvider.GetRequiredService<GestionDesComptes>().OuvrirAsync("odile.ordonnatrice", "Odile Ordonnatrice", Auteur.DuCompte("ada.administratrice", "127.0.0.1", "/comptes"));
        await portee.ServiceProvider.GetRequiredService<MotsDePasse>().ChoisirAsync(lien.Jeton, ComptesDEssai.MotDePasse, "127.0.0.1");
        var donnee = await xemelios.Service<Habilitations>().DonnerAsync(
            new DemandeDHabilitation
            {
                Utilisateur = "odile.ordonnatrice", Profil = Profil.Ordonnateur, Poste = "099001", Debut = JourDeParis.De(TimeProvider.System.GetUtcNow()),
                Budgets = [new BudgetPermis(AvecDesDonnees.Siret, null)],
            },
            Auteur.DuCompte("claude.comptable", "127.0.0.1", "/habilitations"));
        return donnee.Id;
    }

    /// <summary>A commune of one month, in a folder of its own.</summary>
    public sealed class AvecDesDonnees : XemeliosEnMarche
    {
        public const string Siret = "21990001600011";

        protected override void Preparer(string dataFolder)
        {
            using var entrepot = Entrepot.Ouvrir(dataFolder);
            new ImportJob(entrepot, TimeProvider.System).Importer([Path.Combine(Fenetre.Racine(), "data-samples", "commune")], null, CancellationToken.None);
        }
    }
}
