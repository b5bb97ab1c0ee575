using Bunit;
using Xemelios.Web.Components;

namespace Xemelios.Web.Tests.Components;

public sealed class MontantAfficheTests : BunitContext
{
    [Theory]
    [InlineData("1234.56", "1\u202F234,56\u00A0€")]
    [InlineData("0", "0,00\u00A0€")]
    [InlineData("-12.34", "−12,34\u00A0€")]
    [InlineData("92233720368547758.07", "92\u202F233\u202F720\u202F368\u202F547\u202F758,07\u00A0€")]
    public void MontantAffiche_EcritEnFrancaisSansEspaceSecable(string euros, string attendu)
    {
        var valeur = decimal.Parse(euros, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(attendu, Render<MontantAffiche>(p => p.Add(c => c.Valeur, valeur)).Find(".montant").TextContent);
    }

    [Fact]
    public void MontantAffiche_DistingueLAbsenceDeZero()
    {
        var rendu = Render<MontantAffiche>(p => p.Add(c => c.Valeur, null));

        Assert.Equal("sans montant", rendu.Find(".visually-hidden").TextContent);
        Assert.DoesNotContain("0", rendu.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("16.5", "16,50")]
    [InlineData("0.0025", "0,0025")]
    [InlineData("1516.67", "1\u202F516,67")]
    public void Nombre_GardeDeDeuxAQuatreDecimales(string valeur, string attendu) =>
        Assert.Equal(attendu, FormatFrancais.Nombre(decimal.Parse(valeur, System.Globalization.CultureInfo.InvariantCulture)));
}
