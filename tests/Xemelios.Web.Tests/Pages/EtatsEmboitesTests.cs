using Bunit;
using Microsoft.AspNetCore.WebUtilities;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Nomenclatures;
using Xemelios.Web.Pages;
using Xemelios.Web.Pages.EtatsLiquidatifs;
using Xemelios.Web.Pages.Nomenclatures;

namespace Xemelios.Web.Tests.Pages;

public sealed class EtatsEmboitesTests : BunitContext
{
    private static readonly AdresseDEtat Lieu = new("21990001600011", "00", new MoisDePaye(2026, 3), "");

    [Fact]
    public void UneLigneFermeeSOuvreParSonLienEtUneOuverteSeFerme()
    {
        var rangs = RangsEmboites.Derouler(Etat(), Lieu, "64118;64111/TraitBrut:1000");

        Assert.Equal(["64111", "1000", "12", "64118"], rangs.Select(r => r.Nom));
        Assert.Equal("64118;64111", Ouvertes(rangs[1].Bascule!));
        Assert.Equal("64118", Ouvertes(rangs[0].Bascule!));
        Assert.Null(rangs[2].Bascule);
        Assert.Equal("64111/TraitBrut:1000;64118", Ouvertes(RangsEmboites.Derouler(Etat(), Lieu, "64111/TraitBrut:1000")[3].Bascule!));
    }

    [Fact]
    public void UneLigneInterieureMeneAuxBulletinsDeToutSonChemin()
    {
        var rang = RangsEmboites.Derouler(Etat(), Lieu, "64111")[1];

        Assert.Equal("/bulletins?siret=21990001600011&budget=00&mois=2026-03&train=-&natures=64111&rubrique=1000&categorie=TraitBrut&part=brut",
            AxesDeLEtat.Bulletins(Lieu, rang.Chemin, PartDePaye.Brut));
    }

    [Fact]
    public void LeTableauEmboiteMontreSesNiveaux()
    {
        var rendu = Render<TableauEmboite>(p => p.Add(c => c.Etat, Etat()).Add(c => c.Lieu, Lieu).Add(c => c.Ouvertes, "64111"));

        Assert.Equal(["niveau-1", "niveau-2", "niveau-3", "niveau-1"], rendu.FindAll("tbody th").Select(t => t.ClassList[1]));
        Assert.Equal(["true", "true", "false"], rendu.FindAll(".ouvrir").Select(a => a.GetAttribute("aria-expanded")));
    }

    [Fact]
    public void ChaqueAgentDeLEtatNominatifEstUnCorpsDeTableAvecSesSommes()
    {
        var bulletin = new BulletinNominatif("aa", 7, "000012", "MARTIN", "Zoé", "Attaché", "04", "0390", Euros(1000), Euros(980), Euros(980),
        [
            new(CategorieDeLigne.TraitBrut, "1000", "Traitement", 390, 2.5m, null, Euros(1000)), new(CategorieDeLigne.Retenue, "7000", "Impôt", null, null, null, Euros(20)),
            new(CategorieDeLigne.AvantageNature, "9000", "Logement", null, null, null, Euros(80)),
        ]);

        var rendu = Render<BulletinDansLEtat>(p => p.Add(c => c.Bulletin, bulletin));

        Assert.Equal("/bulletins/aa/7", rendu.Find("tbody.agent th a").GetAttribute("href"));
        Assert.Contains("échelon 04", rendu.Find(".tete-d-agent").TextContent, StringComparison.Ordinal);
        Assert.Equal(["1\u202F000,00\u00A0€", "20,00\u00A0€", "0,00\u00A0€"], rendu.FindAll(".somme-nominative td").Select(t => t.TextContent.Trim()));
        Assert.Contains("avantage en nature, non payé : 80,00", rendu.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void UnCodeQuiAChangeMontreChaqueValeurEtSesMois()
    {
        var entree = new EntreeDeNomenclature("8000",
            [Valeur("6451", 1, 2), Valeur("6453", 3, 3)], new EmploiDeCode(new(2026, 1), new(2026, 3), 3, 900, Euros(12), 300));
        var nomenclature = new NomenclatureDEmployeur(Lieu.Siret, "Commune", SorteDeNomenclature.Rubrique, [new(2026, 1), new(2026, 2), new(2026, 3)],
            new Dictionary<SorteDeNomenclature, int>(), new MoisDePaye(2026, 3), [], [entree]);

        var rendu = Render<TableauDeNomenclature>(p => p.Add(c => c.Nomenclature, nomenclature).Add(c => c.Entrees, nomenclature.Entrees).Add(c => c.Total, 1));

        Assert.Equal(["de 01/2026 à 02/2026", "03/2026"], rendu.FindAll(".periode").Select(p => p.TextContent));
        Assert.Contains("a changé", rendu.Markup, StringComparison.Ordinal);
        Assert.Contains($"/bulletins?siret={Lieu.Siret}&mois=2026-03&rubrique=8000", rendu.FindAll("a").Select(a => a.GetAttribute("href")));
    }

    [Theory]
    [InlineData("rubriques", SorteDeNomenclature.Rubrique)]
    [InlineData("trains", SorteDeNomenclature.Train)]
    [InlineData("inconnu", SorteDeNomenclature.Rubrique)]
    public void LaSorteSeLitDansLAdresse(string texte, SorteDeNomenclature sorte) => Assert.Equal(sorte, MotsDeNomenclature.Lire(texte));

    private static string? Ouvertes(string adresse) => QueryHelpers.ParseQuery(new Uri("http://localhost" + adresse).Query)["ouvert"];

    private static Montant Euros(decimal euros) => Montant.FromDecimal(euros);

    private static ValeurDeNomenclature Valeur(string nature, int debut, int fin) =>
        new("Charge", "URSSAF", nature, null, [new(new MoisDePaye(2026, debut), new MoisDePaye(2026, fin))]);

    private static LigneLiquidee Ligne(string cle, int niveau, params LigneLiquidee[] enfants) =>
        new(cle, null, 1, 1, Euros(1), default, default, Euros(1)) { Niveau = niveau, Enfants = enfants.Length > 0 ? enfants : null };

    private static EtatEmboite Etat() => new(null!, [AxeDEtat.Nature, AxeDEtat.Rubrique, AxeDEtat.Agent],
        [Ligne("64111", 1, Ligne("1000", 2, Ligne("12", 3)) with { Categorie = "TraitBrut" }), Ligne("64118", 1)], Ligne("", 1)) { Regles = new ReglesDImputation(NomenclatureComptable.M57, OrigineDesFonctions.Aucune) };
}
