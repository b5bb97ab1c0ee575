using Xemelios.Domain.Valeurs;
using Xemelios.Query.Bulletins;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Filters;
using Xemelios.Web.Pages;
using Xemelios.Web.Pages.Recherches;
using Xemelios.Web.Pages.EtatsLiquidatifs;

namespace Xemelios.Web.Tests.Pages;

public sealed class AdressesTests
{
    private static readonly AdresseDEtat Etat = new("21990001600011", "00", new MoisDePaye(2026, 3), "");

    [Fact]
    public void UnEtatSAdresseParEmployeurBudgetEtMois()
    {
        Assert.Equal("/etats/21990001600011/00/2026-03?train=", Etat.Page());
        Assert.Equal("/etats/21990001600011/-/2026-03?par=agent", (Etat with { Budget = "", Train = null }).Page(AxeDEtat.Agent));
        Assert.Equal("/etats/21990001600011/00/2026-03/rapprochement?train=ELUS&ecarts=1", (Etat with { Train = "ELUS" }).Rapprochement(ecartsSeuls: true));
    }

    [Fact]
    public void LAdresseDUnEtatSeRelit() => Assert.Equal(Etat, AdresseDEtat.Lire("21990001600011", "00", "2026-03", ""));

    [Fact]
    public void UnMoisIllisibleNEstPasUnEtat() => Assert.Null(AdresseDEtat.Lire("21990001600011", "00", "mars", null));

    [Fact]
    public void ChaqueChiffreDUnEtatDemandeDesFiltresQuiExistent()
    {
        var sans = new LigneLiquidee(null, null, 1, 1, default, default, default, default) { Categorie = "Retenue" };
        var adresses =
            from axe in Enum.GetValues<AxeDEtat>()
            from part in Enum.GetValues<PartDePaye>()
            from cle in new[] { null, "TraitBrut" }
            select AxesDeLEtat.Bulletins(Etat, axe, sans with { Cle = axe == AxeDEtat.Categorie ? "TraitBrut" : cle }, part);

        Assert.All(adresses, a => Assert.All(
            RechercheDansLAdresse.Lire("http://localhost" + a).Criteres, c => Assert.NotNull(FiltresDeBulletins.Trouver(c.Cle)!.Condition(c.Valeur))));
    }

    [Fact]
    public void UneRechercheSeRelitSansLesChampsVidesDuFormulaire()
    {
        var recherche = RechercheDansLAdresse.Lire("http://localhost/bulletins?texte=&nature=64118&tri=-brut&page=3&taille=9999&inconnu=1");

        Assert.Equal("/bulletins?nature=64118&tri=-brut&page=3&taille=500", recherche.Adresse);
        Assert.True(recherche is { SurDesLignes: true, Question: { Tri: "brut", Decroissant: true } });
    }

    [Fact]
    public void RetirerUnFiltreRevientALaPremierePage() => Assert.Equal(
        "/bulletins?mois=2026-03", RechercheDansLAdresse.Lire("http://localhost/bulletins?nature=64118&mois=2026-03&page=3").Sans("nature"));

    [Fact]
    public void UnBulletinGardeSaRechercheEtLaLigneTrouvee()
    {
        var bulletin = new AdresseDeBulletin("ab12", 7);

        Assert.Equal("/bulletins/ab12/7?nature=64118&ligne=4#ligne-4",
            RechercheDansLAdresse.Lire("http://localhost/bulletins?nature=64118").Bulletin(bulletin, 4));
        Assert.Equal("/bulletins/ab12/7?tri=nom", RechercheDansLAdresse.Lire("http://localhost/bulletins").Bulletin(bulletin));
    }

    [Fact]
    public void LeNirNEntreDansAucuneAdresse() => Assert.Null(FiltresDeBulletins.Trouver("nir"));
}
