using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Xemelios.Web.Tests.Endpoints;

/// <summary>A configuration prepared, run, changed and removed as from the screens; ready-made exports of lines.</summary>
public sealed class ExportsConfiguresTests(CommuneServie commune) : IClassFixture<CommuneServie>
{
    private static readonly (string, string)[] Paye =
        [("sujet", "Bulletins"), ("code", "PAYE-1"), ("libelle", "La paye"), ("champ", "matricule"), ("champ", "net"), ("champ", "lignes_de_paye.code"), ("champ", "lignes_de_paye.montant")];

    [Fact]
    public async Task UneConfigurationSePrepareSExecuteSeModifieEtSeSupprime()
    {
        Assert.Equal("/exports", await Envoyer("/exports/configuration", Paye));
        var liste = await Lire("/exports?de=bulletins&mois=2026-03&q=indice%3E%3D0");
        Assert.Contains("Liste des configurations d'export", liste, StringComparison.Ordinal);
        Assert.Contains("href=\"/exports/executer/PAYE-1?de=bulletins&amp;mois=2026-03&amp;q=indice%3E%3D0\"", liste, StringComparison.Ordinal);
        Assert.DoesNotContain("PAYE-1", await Lire("/exports?de=lignes"), StringComparison.Ordinal);

        var execution = await Lire("/exports/executer/PAYE-1?de=bulletins&mois=2026-03&q=indice%3E%3D0");
        Assert.Contains("<option value=\"2026-03\" selected", execution, StringComparison.Ordinal);
        Assert.Contains("name=\"q\" value=\"indice&gt;=0\"", execution, StringComparison.Ordinal);

        var json = JsonNode.Parse(await Lire("/exports/resultat/PAYE-1?siret=&mois=2026-03&q=indice%3E%3D0&format=json"))!;
        Assert.Equal("La paye", (string?)json["titre"]);
        Assert.Equal(
            json["lignes"]!.AsArray().SelectMany(b => b!["lignes_de_paye"]!.AsArray()).Sum(l => Nombre(l!["montant"])), Nombre(json["totaux"]!["lignes_de_paye"]!["montant"]));

        Assert.Equal("/exports", await Envoyer("/exports/configuration/PAYE-1", [.. Paye[..2], ("libelle", "Nets"), ("champ", "net")]));
        var editeur = await Lire("/exports/configuration/PAYE-1");
        Assert.Contains("value=\"Nets\"", editeur, StringComparison.Ordinal);
        Assert.Equal(1, editeur.Split(" checked").Length - 1);

        Assert.Equal("/exports", await Envoyer("/exports/configuration/PAYE-1/supprimer"));
        Assert.Equal(HttpStatusCode.NotFound, (await commune.Client.GetAsync("/exports/resultat/PAYE-1?format=csv")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await commune.Client.GetAsync("/exports/configuration/PAYE-1")).StatusCode);
    }

    [Fact]
    public async Task CeQuiEstRefuseRevientDansLEditeurSansRienPerdre()
    {
        var retour = await Envoyer("/exports/configuration", [("sujet", "Lignes"), ("code", "lignes"), ("libelle", "Très « longue »"), ("champ", "montant")]);
        var editeur = WebUtility.HtmlDecode(await Lire(retour));

        Assert.Contains("id=\"refus\"", editeur, StringComparison.Ordinal);
        Assert.Contains("value=\"Très « longue »\"", editeur, StringComparison.Ordinal);
        Assert.Equal(1, editeur.Split(" checked").Length - 1);
        Assert.Contains("Cochez au moins un champ", WebUtility.HtmlDecode(await Lire(await Envoyer("/exports/configuration", [("sujet", "Lignes"), ("code", "VIDE"), ("libelle", "x")]))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ToutSelectionnerEtDeselectionnerGardentCeQuiEstEcrit()
    {
        var tous = await Lire("/exports/configuration?sujet=Bulletins&code=A1&libelle=Tout&tout=oui");
        var aucun = await Lire("/exports/configuration?sujet=Bulletins&code=A1&libelle=Tout&champ=net&tout=non");

        Assert.Equal(tous.Split("type=\"checkbox\"").Length, tous.Split(" checked").Length);
        Assert.DoesNotContain(" checked", aucun, StringComparison.Ordinal);
        Assert.Contains("value=\"A1\"", aucun, StringComparison.Ordinal);
        foreach (var legende in (string[])["Répartition Budgétaire", "Evènements de paye", "Lignes de paye", "NBI", "Pièces"])
            Assert.Contains($"<legend>{legende}</legend>", WebUtility.HtmlDecode(tous), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnExportParFichierSeLimiteACeFichier()
    {
        var page = WebUtility.HtmlDecode(await Lire("/exports/executer/lignes"));
        var fichiers = Regex.Match(page, "<select name=\"fichier\".*?</select>", RegexOptions.Singleline, TimeSpan.FromSeconds(1)).Value;
        var noms = Regex.Matches(fichiers, "<option value=\"(?<nom>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Select(m => m.Groups["nom"].Value).ToList();

        async Task<decimal> Total(string filtre) => JsonNode.Parse(await Lire($"/exports/resultat/lignes?format=json{filtre}"))!["lignes"]!.AsArray().Sum(l => Nombre(l!["montant"]));
        var parts = new List<decimal>();
        foreach (var nom in noms)
            parts.Add(await Total($"&fichier={Uri.EscapeDataString(nom)}"));

        Assert.True(noms.Count > 1);
        Assert.DoesNotContain(0m, parts);
        Assert.Equal(await Total(""), parts.Sum());
    }

    [Fact]
    public async Task LesLignesSExportentParCategorieEtParMontant()
    {
        Assert.Contains("Export par catégorie", WebUtility.HtmlDecode(await Lire("/exports/executer/categorie")), StringComparison.Ordinal);

        var json = JsonNode.Parse(await Lire("/exports/resultat/categorie?mois=2026-03&ligne_categorie=TraitBrut&signe=%3E%3D&ligne_montant=1%20000,00&format=json"))!;

        Assert.NotEmpty(json["lignes"]!.AsArray());
        Assert.All(json["lignes"]!.AsArray(), l => Assert.True((string?)l!["categorie"] == "Traitement principal" && Nombre(l["montant"]) >= 1000));
    }

    [Theory]
    [InlineData("/exports/resultat/inconnu?format=csv", HttpStatusCode.NotFound)]
    [InlineData("/exports/executer/inconnu", HttpStatusCode.NotFound)]
    [InlineData("/exports/resultat/lignes?format=docx", HttpStatusCode.NotFound)]
    [InlineData("/exports/resultat/lignes?format=csv&q=inconnu=1", HttpStatusCode.BadRequest)]
    [InlineData("/exports/resultat/lignes?format=csv&signe=%3E&ligne_montant=cent", HttpStatusCode.BadRequest)]
    public async Task CeQuiNExistePasOuNeSeLitPasEstRefuse(string adresse, HttpStatusCode attendu)
    {
        using var reponse = await commune.Client.GetAsync(adresse);

        Assert.Equal(attendu, reponse.StatusCode);
    }

    [Theory]
    [InlineData("/lignes?mois=2026-03", "href=\"/exports?de=lignes&amp;mois=2026-03\"")]
    [InlineData("/recherches", "href=\"/exports\"")]
    public async Task LesRecherchesMenentAuxExports(string ecran, string lien) =>
        Assert.Contains(lien, await Lire(ecran), StringComparison.Ordinal);

    [Fact]
    public async Task UneRechercheSEnregistreSousLAdresseDeSaPage()
    {
        Assert.Equal("/recherches", await Envoyer("/recherches/enregistrer", ("adresse", "/lignes?mois=2026-03"), ("libelle", "Lignes de mars")));
        Assert.Contains("Lignes de mars", await Lire("/recherches"), StringComparison.Ordinal);
    }

    private Task<string> Lire(string adresse) => commune.Client.GetStringAsync(adresse);

    private async Task<string> Envoyer(string adresse, params (string Nom, string Valeur)[] champs)
    {
        using var formulaire = new FormUrlEncodedContent(champs.Select(c => KeyValuePair.Create(c.Nom, c.Valeur)));
        using var reponse = await commune.Client.PostAsync(adresse, formulaire);
        Assert.Equal(HttpStatusCode.Redirect, reponse.StatusCode);
        return reponse.Headers.Location!.ToString();
    }

    private static decimal Nombre(JsonNode? noeud) => noeud is null ? 0 : decimal.Parse((string)noeud!, CultureInfo.InvariantCulture);
}
