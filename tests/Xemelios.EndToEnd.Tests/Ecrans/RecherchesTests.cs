using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Xemelios.EndToEnd.Tests.Ecrans;

[Collection(TachesCollection.Nom)]
public sealed partial class RecherchesTests(PayeImportee xemelios)
{
    [Fact]
    public async Task DesCriteresEmboitesSeComposentALaSourisEtTiennentDansLAdresse()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller($"/bulletins?siret={PayeImportee.Commune}&mois=2026-03&train=-");
        await Expect(fenetre.Page.Locator("#nombre")).ToHaveTextAsync("300 enregistrements trouvés");
        await fenetre.AttendreLeCircuit();
        await fenetre.Page.Locator("#criteres > summary").ClickAsync();
        var constructeur = fenetre.Page.Locator("#constructeur");
        await constructeur.GetByLabel("Critère", new() { Exact = true }).SelectOptionAsync("indice");
        await Expect(constructeur.GetByLabel("Opérateur")).ToHaveValueAsync("AuMoins");
        await constructeur.GetByLabel("Valeur", new() { Exact = true }).FillAsync("400");
        await constructeur.GetByRole(AriaRole.Button, new() { Name = "+ Ligne de paye avec…" }).ClickAsync();
        var ligne = constructeur.Locator(".sur-une-ligne");
        await ligne.GetByLabel("Présence de la ligne").SelectOptionAsync("oui");
        await ligne.GetByLabel("Valeur", new() { Exact = true }).First.FillAsync("2000");
        await fenetre.PhotographierLargeEtEtroit("recherche-criteres");
        await constructeur.GetByRole(AriaRole.Button, new() { Name = "Appliquer ces critères" }).ClickAsync();

        await Expect(fenetre.Page.Locator("#phrase")).ToContainTextAsync("où l'indice est supérieur ou égal à 400 et il n'y a aucune ligne où la rubrique est « 2000 »");
        Assert.Contains("q=", fenetre.Page.Url, StringComparison.Ordinal);
        var avec = await Compter(fenetre);
        await fenetre.Aller($"/bulletins?siret={PayeImportee.Commune}&mois=2026-03&train=-&q={Uri.EscapeDataString("pas (indice>=400 et pas ligne(rubrique=2000))")}");
        Assert.Equal(300, avec + await Compter(fenetre));
        Assert.InRange(avec, 1, 299);
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task UnNirNEntreJamaisDansLAdresse()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller("/bulletins");
        await fenetre.AttendreLeCircuit();
        await fenetre.Page.Locator("#criteres > summary").ClickAsync();
        var constructeur = fenetre.Page.Locator("#constructeur");
        await constructeur.GetByLabel("Critère", new() { Exact = true }).SelectOptionAsync("nir");
        await constructeur.GetByLabel("Valeur", new() { Exact = true }).FillAsync("1990000000000");
        await constructeur.GetByRole(AriaRole.Button, new() { Name = "Appliquer ces critères" }).ClickAsync();

        await Expect(fenetre.Page.Locator("#phrase")).ToContainTextAsync("le NIR est une valeur gardée à part");
        await Expect(fenetre.Page.Locator("#nombre")).ToHaveTextAsync("0 enregistrement trouvé");
        Assert.Contains("liste%3A", fenetre.Page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain("1990000000000", fenetre.Page.Url, StringComparison.Ordinal);
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task UnGroupeMeneASesLignesEtUneFacetteAussi()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller($"/lignes?siret={PayeImportee.Commune}&mois=2026-03&train=-&grouper=categorie,rubrique");
        var rangee = fenetre.Page.Locator("tbody tr").Filter(new() { HasText = "Sous-total" }).Filter(new() { HasText = "Cotisation patronale" });
        var nombre = await rangee.Locator("td.montant").First.InnerTextAsync();
        await fenetre.PhotographierLargeEtEtroit("recherche-groupes");
        await rangee.Locator("td.montant a").First.ClickAsync();

        await Expect(fenetre.Page.Locator("#nombre")).ToHaveTextAsync($"{nombre} enregistrements trouvés");
        await Expect(fenetre.Page.Locator("#phrase")).ToContainTextAsync("la catégorie est exactement « Cotisation »");
        var facette = fenetre.Page.Locator(".facettes section").Filter(new() { HasText = "Code" }).Locator("li").First;
        var compte = await facette.Locator(".compte").InnerTextAsync();
        await facette.Locator("a").ClickAsync();
        await Expect(fenetre.Page.Locator("#nombre")).ToHaveTextAsync($"{compte} enregistrements trouvés");
        await fenetre.Page.Locator("tbody th a").First.ClickAsync();
        await Expect(fenetre.Page.Locator(".ligne-cherchee").First).ToBeVisibleAsync();
        await Expect(fenetre.Page.GetByRole(AriaRole.Link, new() { Name = "Bulletins" }).First).ToBeVisibleAsync();
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task LaRepartitionMeneAuxLignesDerriereSonMontant()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller($"/repartition?siret={PayeImportee.Commune}&mois=2026-03&train=-&tri=code");
        var rangee = fenetre.Page.Locator("tbody tr").Filter(new() { HasText = "64111" }).First;
        var montant = await rangee.Locator("td.montant a").InnerTextAsync();
        await rangee.Locator("td.montant a").ClickAsync();

        await Expect(fenetre.Titre).ToHaveTextAsync("Lignes de paye");
        await Expect(fenetre.Page.Locator("tfoot")).ToContainTextAsync(montant);
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task LesColonnesSeChoisissentEtUneRechercheEnregistreeSeRouvre()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller($"/bulletins?siret={PayeImportee.Hopital}&mois=2026-03");
        await fenetre.Page.Locator("#colonnes > summary").ClickAsync();
        await fenetre.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Grade", Exact = true }).CheckAsync();
        await fenetre.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Evènement", Exact = true }).UncheckAsync();
        await fenetre.Page.GetByRole(AriaRole.Button, new() { Name = "Afficher ces colonnes" }).ClickAsync();
        await Expect(fenetre.Page.Locator("thead")).ToContainTextAsync("Grade");
        await Expect(fenetre.Page.Locator("thead")).Not.ToContainTextAsync("Evènement");
        await fenetre.Page.Locator("#garder > summary").ClickAsync();
        await fenetre.Page.GetByLabel("Libellé").FillAsync("Grades de l'hôpital");
        await fenetre.Page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer", Exact = true }).ClickAsync();

        await Expect(fenetre.Titre).ToHaveTextAsync("Recherches enregistrées");
        await fenetre.PhotographierLargeEtEtroit("recherches-enregistrees");
        await fenetre.Page.GetByRole(AriaRole.Link, new() { Name = "Grades de l'hôpital" }).ClickAsync();
        await Expect(fenetre.Page.Locator("thead")).ToContainTextAsync("Grade");
        Assert.Empty(fenetre.Erreurs);
    }

    [Fact]
    public async Task UneColonneSeDeplaceEtSElargitALaSourisDansLAdresse()
    {
        await using var fenetre = await xemelios.OuvrirFenetre();
        await fenetre.Aller($"/bulletins?siret={PayeImportee.Commune}&mois=2026-03");
        var (nom, annee) = (fenetre.Page.Locator("th[data-colonne=nom]"), fenetre.Page.Locator("th[data-colonne=annee]"));
        await nom.DragToAsync(annee);
        await Expect(fenetre.Page.Locator("thead th").First).ToContainTextAsync("Nom");
        Assert.Contains("col=nom", fenetre.Page.Url, StringComparison.Ordinal);

        var avant = (await nom.BoundingBoxAsync())!;
        await fenetre.Page.Mouse.MoveAsync(avant.X + avant.Width - 3, avant.Y + avant.Height / 2);
        await fenetre.Page.Mouse.DownAsync();
        await fenetre.Page.Mouse.MoveAsync(avant.X + avant.Width + 97, avant.Y + avant.Height / 2);
        await fenetre.Page.Mouse.UpAsync();
        await Expect(fenetre.Page).ToHaveURLAsync(Largeur());
        await fenetre.Page.ReloadAsync();
        await Expect(nom).ToBeVisibleAsync();
        Assert.InRange((await nom.BoundingBoxAsync())!.Width, avant.Width + 90, avant.Width + 130);
        Assert.Empty(fenetre.Erreurs);
    }

    [GeneratedRegex("larg=nom%3A[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Largeur();

    private static async Task<int> Compter(Fenetre fenetre)
    {
        await fenetre.Page.Locator("#nombre").WaitForAsync();
        return int.Parse(Nombre().Match(await fenetre.Page.Locator("#nombre").InnerTextAsync()).Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("^[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Nombre();
}
