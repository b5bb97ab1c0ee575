using System.Net;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Suppressions;
using Xemelios.Store;
using Xemelios.Store.Tables;
using Xemelios.Web.Pages.Suppressions;
using Xemelios.Web.Tests.Imports;

namespace Xemelios.Web.Tests.Pages;

/// <summary>Deleting from the screens: the tree or the files, the count, the reason, then nothing is left.</summary>
public sealed class SuppressionTests : IAsyncLifetime
{
    private readonly ServeurDImport _serveur = new();

    public async Task InitializeAsync()
    {
        await _serveur.InitializeAsync();
        await _serveur.Importer("commune");
    }

    public Task DisposeAsync() => _serveur.DisposeAsync();

    [Fact]
    public async Task UnMoisSeSupprimeDepuisLArbre_ApresLeCompteEtLeMotif()
    {
        var mois = Presentes().First(d => d.Type == TypeDeDonnees.Paye);
        var cible = new DonneesASupprimer(mois.Type, mois.Siret, mois.Budget, mois.Annee, mois.Mois);
        Assert.Contains(AdresseDeSuppression.De(cible).Replace("&", "&amp;", StringComparison.Ordinal), await Lire(AdresseDeSuppression.Page), StringComparison.Ordinal);

        var confirmation = await Lire(AdresseDeSuppression.De(cible));
        Assert.Contains($"Êtes-vous sûr de vouloir supprimer les informations concernant {cible.Libelle} définitivement ?", confirmation, StringComparison.Ordinal);
        Assert.Contains($"{mois.Nombre} bulletins", confirmation, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.BadRequest, await Poster(cible, " "));
        Assert.Contains(mois, Presentes());
        Assert.Equal(HttpStatusCode.Redirect, await Poster(cible, "essai"));
        Assert.DoesNotContain(Presentes(), d => d.Est(cible));
        Assert.Equal(HttpStatusCode.NotFound, await Poster(cible, "essai"));
        Assert.Equal("essai", Assert.Single(_serveur.Service<Entrepot>().Suppressions.Lister()).Motif);
    }

    [Fact]
    public async Task UnFichierSeSupprimeDepuisLaListe()
    {
        var fichier = Fichiers().First(f => f.Bulletins > 0);
        Assert.Contains(fichier.Empreinte, await Lire("/suppression?onglet=fichiers&type=" + fichier.Type), StringComparison.Ordinal);
        Assert.DoesNotContain(fichier.Empreinte, await Lire("/suppression?onglet=fichiers&type=ACQUIT"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await Poster(new FichiersASupprimer([fichier.Empreinte]), "essai"));
        Assert.DoesNotContain(Fichiers(), f => f.Empreinte == fichier.Empreinte);
    }

    [Fact]
    public void UnPerimetreNeMontreNiDonneesNiFichiersDAilleurs()
    {
        using var connexion = _serveur.Service<Entrepot>().Connecter();
        var ailleurs = Perimetre.Limite([new BudgetPermis("21999999999999", null)]);
        Assert.DoesNotContain(new DonneesPresentesQuestion().Executer(connexion, ailleurs), d => d.Type != TypeDeDonnees.Pieces || d.Siret.Length > 0);
        Assert.Empty(new FichiersRecusQuestion().Executer(connexion, ailleurs));
    }

    [Theory]
    [InlineData("/suppression/confirmer")]
    [InlineData("/suppression/confirmer?type=paye")]
    [InlineData("/suppression/confirmer?type=9&siret=1")]
    [InlineData("/suppression/confirmer?type=paye&siret=1&mois=3")]
    [InlineData("/suppression/confirmer?fichier=ab")]
    public async Task UneCibleIllisibleEstIntrouvable(string adresse)
    {
        using var reponse = await _serveur.Client.GetAsync(new Uri(adresse, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, reponse.StatusCode);
    }

    private IReadOnlyList<DonneesPresentes> Presentes() => _serveur.Service<Questions>().Poser(new DonneesPresentesQuestion().Executer);

    private IReadOnlyList<FichierDuDossier> Fichiers() => _serveur.Service<Questions>().Poser(new FichiersRecusQuestion().Executer);

    private async Task<string> Lire(string adresse)
    {
        var html = await _serveur.Client.GetStringAsync(new Uri(adresse, UriKind.Relative));
        return adresse.Contains("confirmer", StringComparison.Ordinal) ? WebUtility.HtmlDecode(html) : html;
    }

    private async Task<HttpStatusCode> Poster(CibleDeSuppression cible, string motif)
    {
        using var formulaire = new FormUrlEncodedContent(
            AdresseDeSuppression.Champs(cible).Where(c => c.Valeur is not null).Select(c => KeyValuePair.Create(c.Nom, c.Valeur!)).Append(KeyValuePair.Create("motif", motif)));
        using var reponse = await _serveur.Client.PostAsync(new Uri(AdresseDeSuppression.Executer, UriKind.Relative), formulaire);
        return reponse.StatusCode;
    }
}
