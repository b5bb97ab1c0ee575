using Bunit;
using Xemelios.Query.Controles;
using Xemelios.Store.Gestion.Controles;
using Xemelios.Web.Pages.Controles;

namespace Xemelios.Web.Tests.Pages;

public sealed class SigneDeVisaTests : BunitContext
{
    [Theory]
    [InlineData(DecisionDeVisa.Conforme, "✓ Visé conforme")]
    [InlineData(DecisionDeVisa.ARegulariser, "! À régulariser")]
    [InlineData(DecisionDeVisa.Observe, "▲ Observé")]
    public void UnVisaSeDitParUnSigneEtUnMot(DecisionDeVisa decision, string attendu) =>
        Assert.Equal([attendu], Rendre(Visa(decision)).FindAll(".pastille").Select(p => p.TextContent));

    [Fact]
    public void SansVisaCelaSeDitAussi() => Assert.Equal("○ Sans visa", Rendre(null).Find(".pastille").TextContent);

    [Fact]
    public void UnVisaSurDAutresDonneesADeuxSignes() =>
        Assert.Equal(["✓ Visé conforme", "↻ Sur d'autres données"], Rendre(Visa(DecisionDeVisa.Conforme, "mandats : 0 puis 1")).FindAll(".pastille").Select(p => p.TextContent));

    [Fact]
    public void LesVisasPrecedentsSeDeplientSousCeluiQuiCompte()
    {
        var cible = new CibleDeControle("21990001600011");
        var suivi = new Suivi(cible, null, [Visa(DecisionDeVisa.ARegulariser).Visa, Visa(DecisionDeVisa.Observe).Visa]);
        var rendu = Render<VisasDonnes>(p => p.Add(c => c.Objets, [new ObjetDeControle("", "Tout l'état", suivi)]));

        Assert.Contains("observé, par claire le 02/04/2026 à 11 h 00", rendu.Find("p").TextContent, StringComparison.Ordinal);
        Assert.Equal("1 visa précédent", rendu.Find("summary").TextContent);
        Assert.StartsWith("à régulariser, par claire", rendu.Find("li").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<SigneDeVisa> Rendre(VisaLu? visa) => Render<SigneDeVisa>(p => p.Add(c => c.Visa, visa));

    private static VisaLu Visa(DecisionDeVisa decision, params string[] changements) => new(
        new Ecrit(1, SorteDEcrit.Visa, new CibleDeControle("21990001600011"), "claire", new DateTimeOffset(2026, 4, 2, 9, 0, 0, TimeSpan.Zero)) { Decision = decision }, changements);
}
