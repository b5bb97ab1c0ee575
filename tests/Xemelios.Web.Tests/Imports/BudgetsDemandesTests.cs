using System.Net;
using System.Text;
using Xemelios.Domain.Habilitations;
using Xemelios.Import;
using Xemelios.Store;
using Xemelios.Store.Gestion;
using Xemelios.Web.Imports;

namespace Xemelios.Web.Tests.Imports;

/// <summary>Files that do not say their budget: it is asked once for each employer of a batch, and proposed the next time.</summary>
public sealed class BudgetsDemandesTests : IAsyncLifetime
{
    private const string Siret = "21990008100015";
    private static readonly byte[] Mars = File.ReadAllBytes(Directory.GetFiles(ServeurDImport.Echantillon("cas/d12-sans-budget"), "*.xhl")[0]);
    private static readonly byte[] Avril = Changer(Mars, "<Mois V=\"03\"/>", "<Mois V=\"04\"/>");

    private readonly ServeurDImport _serveur = new();

    public Task InitializeAsync() => _serveur.InitializeAsync();

    public Task DisposeAsync() => _serveur.DisposeAsync();

    [Fact]
    public async Task LeBudgetEstDemandeUneFoisPuisRetenu()
    {
        await _serveur.Attendre(await Lancer(("annexe.xhl", AvecBudget("07", "05"))));
        var lot = await Lancer(("mars.xhl", Mars), ("avril.xhl", Avril));
        var page = await Page(lot);
        Assert.Equal(EtatDImport.AConfirmer, Suivi(lot).Etat);
        Assert.Contains("Les fichiers de cet employeur ne disent pas leur budget (2 fichiers) : lequel ?", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"07\">07 – Annexe</option>", page, StringComparison.Ordinal);
        Assert.Contains("Laisser sans budget", page, StringComparison.Ordinal);

        await Confirmer(lot, "07");

        Assert.All((await _serveur.Attendre(lot)).Rapport!.Fichiers, f => Assert.Single(f.Anomalies, a => a.Code == "XHL-0053"));
        Assert.All(Receptions(lot), r => Assert.Equal("07", r.Budgets!.Pour(Siret)!.Code));
        Assert.Contains(_serveur.Service<Entrepot>().Journal.Lire(new()).Entrees, e => e.Acte is { Nature: NatureDActe.Import, Siret: Siret, Apres: "07" });
        var suivant = await Lancer(("mai.xhl", Changer(Mars, "<Mois V=\"03\"/>", "<Mois V=\"06\"/>")));
        Assert.Single(Assert.Single((await _serveur.Attendre(suivant)).Rapport!.Fichiers).Anomalies, a => a.Code == "XHL-0053");
        Assert.Contains("budget 07, réponse du", await Page(suivant), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SansReponseRienNEstImporte()
    {
        var lot = await Lancer(("mars.xhl", Mars));

        await Confirmer(lot, "");

        Assert.Equal(EtatDImport.AConfirmer, Suivi(lot).Etat);
        Assert.Empty(_serveur.Service<Entrepot>().Receptions.Lister());
        using var trop = await Poster(lot, ("autre-" + Siret, new string('0', 25)));
        Assert.Equal(HttpStatusCode.BadRequest, trop.StatusCode);
    }

    [Fact]
    public async Task LaisserSansBudgetEstUneReponseRetenue()
    {
        var lot = await Lancer(("mars.xhl", Mars));
        await Confirmer(lot, "-");

        Assert.Single(Assert.Single((await _serveur.Attendre(lot)).Rapport!.Fichiers).Anomalies, a => a.Code == "XHL-0011");
        Assert.Null(Assert.Single(Receptions(lot)).Budgets);
        var suivant = await _serveur.Attendre(await Lancer(("avril.xhl", Avril)));
        Assert.Single(Assert.Single(suivant.Rapport!.Fichiers).Anomalies, a => a.Code == "XHL-0011");
    }

    [Fact]
    public async Task UnRemplacementQueLaReponseDecouvreEstMontreAvant()
    {
        await _serveur.Attendre(await Lancer(("paye.xhl", AvecBudget("07", "03"))));
        var lot = await Lancer(("paye.xhl", Mars));
        Assert.Contains("dites lequel", await Page(lot), StringComparison.Ordinal);

        await Confirmer(lot, "07");

        var page = await Page(lot);
        Assert.Equal(EtatDImport.AConfirmer, Suivi(lot).Etat);
        Assert.Contains("1 fichier va prendre la place d'un autre", page, StringComparison.Ordinal);
        Assert.Contains("<option value=\"07\" selected>", page, StringComparison.Ordinal);
        await Confirmer(lot, "07");
        Assert.Equal(Etats.Remplace, Assert.Single((await _serveur.Attendre(lot)).Rapport!.Fichiers).Etat);
    }

    [Fact]
    public async Task CeQuiEstDejaImporteNeDemandeRienEtLaReponseSOublie()
    {
        var lot = await Lancer(("mars.xhl", Mars));
        using (await Poster(lot, ("autre-" + Siret, "09"))) { }
        await _serveur.Attendre(lot);
        using var oublier = new FormUrlEncodedContent([new("_handler", "budgets")]);
        using (await _serveur.Client.PostAsync(new Uri($"/import/{lot}", UriKind.Relative), oublier)) { }

        Assert.Null(_serveur.Service<Entrepot>().BudgetsRetenus.Pour(null, Siret));
        Assert.DoesNotContain("Demander de nouveau", await Page(lot), StringComparison.Ordinal);
        Assert.Equal(Etats.DejaImporte, Assert.Single((await _serveur.Attendre(await Lancer(("mars.xhl", Mars)))).Rapport!.Fichiers).Etat);
        Assert.Equal(EtatDImport.AConfirmer, Suivi(await Lancer(("avril.xhl", Avril))).Etat);
    }

    [Fact]
    public async Task LeDossierDeDepotSuitLaReponseRetenue()
    {
        var entrepot = _serveur.Service<Entrepot>();
        entrepot.BudgetsRetenus.Retenir("P1", new BudgetRetenu(Siret, new BudgetDonne("07", "quelqu.un", DateTimeOffset.UnixEpoch)));
        var depot = Directory.CreateDirectory(Path.Combine(_serveur.Donnees, "depot")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(depot, "mars.xhl"), Mars);

        while (entrepot.Receptions.Lister().Count == 0 || entrepot.Receptions.Inachevees().Count > 0) await Task.Delay(20);

        Assert.Equal("07", Assert.Single(entrepot.Receptions.Lister()).Budgets!.Pour(Siret)!.Code);
    }

    private SuiviDImport Suivi(string lot) => _serveur.Service<FileDImports>().Trouver(lot)!;

    private List<Reception> Receptions(string lot) => [.. _serveur.Service<Entrepot>().Receptions.Lister().Where(r => r.Lot == lot)];

    private async Task<string> Page(string lot) => WebUtility.HtmlDecode(await _serveur.Client.GetStringAsync($"/import/{lot}"));

    private async Task Confirmer(string lot, string budget)
    {
        using var reponse = await Poster(lot, ("budget-" + Siret, budget));
        Assert.Equal(HttpStatusCode.Redirect, reponse.StatusCode);
    }

    private async Task<HttpResponseMessage> Poster(string lot, (string Nom, string Valeur) champ)
    {
        using var contenu = new FormUrlEncodedContent([new(champ.Nom, champ.Valeur)]);
        return await _serveur.Client.PostAsync(new Uri($"/api/imports/{lot}/confirmer", UriKind.Relative), contenu);
    }

    private async Task<string> Lancer(params (string Chemin, byte[] Octets)[] fichiers)
    {
        var lot = await _serveur.OuvrirUnLot();
        foreach (var (chemin, octets) in fichiers)
            using (await _serveur.Envoyer(lot, chemin, octets)) { }
        using var lancement = await _serveur.Poster($"/api/imports/{lot}/lancer");
        Assert.Equal(HttpStatusCode.NoContent, lancement.StatusCode);
        return lot;
    }

    private static byte[] AvecBudget(string code, string mois) =>
        Changer(Changer(Mars, "<Employeur>", $"<Budget><Libelle V=\"Annexe\"/><Code V=\"{code}\"/></Budget><Employeur>"), "<Mois V=\"03\"/>", $"<Mois V=\"{mois}\"/>");

    private static byte[] Changer(byte[] xhl, string ceci, string cela) =>
        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(xhl).Replace(ceci, cela, StringComparison.Ordinal));
}
