using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Web.Components;
using Xemelios.Web.Components.Layout;
using Xemelios.Web.Endpoints;

namespace Xemelios.Web.Tests.Components;

/// <summary>The components that need no data: what each says when it has something to say, and when it has nothing.</summary>
public sealed class ComposantsSimplesTests : BunitContext
{
    public ComposantsSimplesTests() => Services.AddSingleton<AntiforgeryStateProvider>(new JetonDEssai());

    [Theory]
    [InlineData(null, null)]
    [InlineData("arrêté \"3\" <b>", "arrêté \"3\" <b>")]
    public void LeChampDeRechercheGardeCeQuiFutCherche(string? texte, string? attendu)
    {
        var rendu = Render<ChampDeRecherche>(p => p.Add(c => c.Texte, texte));
        var champ = rendu.Find("input[type=search]");

        Assert.Equal(attendu, champ.GetAttribute("value"));
        Assert.Single(rendu.FindAll($"label[for={champ.Id}]"));
    }

    [Fact]
    public void UnCodeMeneACeQuIlVeutDire()
    {
        var lien = Render<CodeDAnomalie>(p => p.Add(c => c.Code, "XHL-0001")).Find("a");

        Assert.Equal(("/aide/codes/XHL-0001", "XHL-0001"), (lien.GetAttribute("href"), lien.TextContent));
    }

    [Fact]
    public void LeFilDArianeDitOuLOnEstEtMeneAuDessus()
    {
        var rendu = Render<FilAriane>(p => p.Add(c => c.Etapes, [("Accueil", "/"), ("Mandats", "/mandats")]).Add(c => c.Ici, "Exercice 2026"));

        Assert.Equal(["/", "/mandats"], rendu.FindAll("a").Select(a => a.GetAttribute("href")));
        Assert.Equal("Exercice 2026", rendu.Find("[aria-current=page]").TextContent);
        Assert.Empty(Render<FilAriane>(p => p.Add(c => c.Etapes, []).Add(c => c.Ici, "Accueil")).FindAll("a"));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("0.00", null)]
    [InlineData("-12.34", "/bulletins?nature=64111")]
    public void UnMontantMeneACeQuiLeFaitSaufSIlNeSommeRien(string? euros, string? adresse)
    {
        var montant = euros is null ? (Montant?)null : Montant.FromDecimal(decimal.Parse(euros, System.Globalization.CultureInfo.InvariantCulture));

        var rendu = Render<LienMontant>(p => p.Add(c => c.Valeur, montant).Add(c => c.Adresse, "/bulletins?nature=64111").Add(c => c.Titre, "Bulletins"));

        Assert.Equal(adresse, rendu.FindAll("a").SingleOrDefault()?.GetAttribute("href"));
        if (adresse is not null)
            Assert.Equal("−12,34\u00A0€", rendu.Find("a").TextContent);
    }

    [Fact]
    public void LesExportsSeTelechargentSansQuitterLaPage()
    {
        var liens = Render<LiensDExport>(p => p.Add(c => c.Liens, LiensDExport.DeLEcran("/mandats/1/2026?mois=2026-03"))).FindAll("a");

        Assert.Equal(["XLSX", "CSV", "PDF", "JSON", "Parquet"], liens.Select(l => l.TextContent));
        Assert.All(liens, l => Assert.True(l.HasAttribute("download") && l.GetAttribute("data-enhance-nav") == "false" && l.GetAttribute("href")!.Contains("mois=2026-03", StringComparison.Ordinal)));
    }

    [Fact]
    public void LaVisionneuseResteUnLienSansScript()
    {
        var rendu = Render<VisionneusePdf>(p => p.Add(c => c.Url, "/pieces/7/contenu").Add(c => c.Titre, "arrêté.pdf").Add(c => c.Mots, "échelon"));

        Assert.Equal("/pieces/7/contenu", rendu.Find("visionneuse-pdf > a").GetAttribute("href"));
        Assert.Equal(("/pieces/7/contenu", "échelon"), (rendu.Find("visionneuse-pdf").GetAttribute("src"), rendu.Find("visionneuse-pdf").GetAttribute("mots")));
        Assert.Equal("Chargement…", rendu.Find("output").TextContent);
        Assert.All(rendu.FindAll("button"), b => Assert.True((b.GetAttribute("aria-label") ?? b.TextContent).Trim().Length > 1));
    }

    [Theory]
    [InlineData(DonneesProtegees.Aucune, DonneesProtegees.Aucune, 0, 0)]
    [InlineData(DonneesProtegees.Nir | DonneesProtegees.Adresse, DonneesProtegees.Nir, 1, 1)]
    [InlineData(DonneesProtegees.Nir, DonneesProtegees.Aucune, 1, 0)]
    public void CeQuiEstMasqueSeDitEtNeSeMontreQuAQuiPeut(DonneesProtegees masquees, DonneesProtegees permises, int formulaires, int boutons)
    {
        var rendu = Render<Devoilement>(p => p.Add(c => c.Masquees, masquees).Add(c => c.Permises, permises));

        Assert.Equal((formulaires, boutons), (rendu.FindAll("form").Count, rendu.FindAll("button").Count));
        Assert.Equal(boutons, rendu.FindAll("input[name=motif][required]").Count);
    }

    [Fact]
    public void UnRefusDeMontrerSeLit()
    {
        var rendu = Render<Devoilement>(p => p.Add(c => c.Masquees, DonneesProtegees.Nir).Add(c => c.Permises, DonneesProtegees.Nir).Add(c => c.Refus, "Il faut un motif."));

        Assert.Equal("Il faut un motif.", rendu.Find("[role=alert]").TextContent);
    }

    [Theory]
    [InlineData(false, "Connexion au serveur…")]
    [InlineData(true, "Connecté au serveur")]
    public void LEtatDeLaConnexionSeDit(bool interactif, string attendu)
    {
        AddAuthorization().SetAuthorized("claude.comptable");
        SetRendererInfo(new RendererInfo("Server", interactif));

        Assert.Equal(attendu, Render<EtatDeLaConnexion>().Find("[role=status]").TextContent);
    }

    [Fact]
    public void LaFinDUnDroitRamenePageALaConnexion()
    {
        var personne = AddAuthorization();
        personne.SetAuthorized("claude.comptable");
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        var rendu = Render<EtatDeLaConnexion>();

        personne.SetNotAuthorized();

        rendu.WaitForAssertion(() => Assert.Equal("http://localhost/connexion?fin=1", Services.GetRequiredService<NavigationManager>().Uri));
    }

    [Fact]
    public void UnGraphiqueDitEnMotsCeQuOnYVoitEtPorteSesChiffres()
    {
        Services.AddSingleton<EmbeddedAssets>();

        var rendu = Render<Graphique>(p => p.Add(c => c.Id, "ages").Add(c => c.Titre, "Âges").Add(c => c.Phrase, "La moitié a plus de 45 ans.").Add(c => c.Genre, "barres").Add(c => c.Unite, "agents").AddChildContent("<table><caption>Âges</caption></table>"));

        Assert.Equal("ages-titre", rendu.Find("figure").GetAttribute("aria-labelledby"));
        Assert.Contains("La moitié a plus de 45 ans.", rendu.Find("canvas[role=img]").GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Equal("Âges", rendu.Find("details table caption").TextContent);
    }

    [Fact]
    public void LaFinDUneSessionEstAnnonceeDeuxMinutesAvant()
    {
        var rendu = Render<FinDeSession>();

        Assert.Equal(("780", "120"), (rendu.Find("fin-de-session").GetAttribute("data-delai"), rendu.Find("fin-de-session").GetAttribute("data-preavis")));
        Assert.True(rendu.Find("fin-de-session").HasAttribute("hidden"));
        Assert.Contains("dans 2 minutes", rendu.Find("[role=alertdialog]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void UneCoupureSeDitEtDitQuoiFaire()
    {
        var rendu = Render<CoupureDeConnexion>();

        Assert.Contains("Nouvel essai", rendu.Find("#components-reconnect-modal[role=alertdialog] .pendant-reconnexion").TextContent, StringComparison.Ordinal);
        Assert.Contains("Vérifiez qu'il fonctionne", rendu.Find(".apres-echec").TextContent, StringComparison.Ordinal);
    }

    private sealed class JetonDEssai : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => new("jeton", "champ");
    }
}
