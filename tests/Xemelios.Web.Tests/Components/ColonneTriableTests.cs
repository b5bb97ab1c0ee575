using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xemelios.Web.Components;

namespace Xemelios.Web.Tests.Components;

public sealed class ColonneTriableTests : BunitContext
{
    [Theory]
    [InlineData("bulletins", null, "bulletins?tri=nom")]
    [InlineData("bulletins?tri=nom", "ascending", "bulletins?tri=-nom")]
    [InlineData("bulletins?tri=-nom", "descending", "bulletins?tri=nom")]
    [InlineData("bulletins?tri=brut", null, "bulletins?tri=nom")]
    public void ColonneTriable_AlterneLOrdreDansLAdresse(string adresse, string? ariaSort, string lien)
    {
        var (ordre, href) = Rendre(adresse, parDefaut: null);

        Assert.Equal(ariaSort, ordre);
        Assert.Equal("http://localhost/" + lien, href);
    }

    [Fact]
    public void ColonneTriable_RevientALaPremierePageEtGardeLesFiltres()
    {
        var (_, href) = Rendre("bulletins?page=7&nature=64111", parDefaut: null);

        Assert.Equal("http://localhost/bulletins?nature=64111&tri=nom", href);
    }

    [Fact]
    public void ColonneTriable_MontreLOrdreParDefautQuandLAdresseNEnDitRien()
    {
        var (ordre, href) = Rendre("bulletins", parDefaut: "nom");

        Assert.Equal("ascending", ordre);
        Assert.Equal("http://localhost/bulletins?tri=-nom", href);
    }

    private (string? Ordre, string? Lien) Rendre(string adresse, string? parDefaut)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(adresse);
        var rendu = Render<ColonneTriable>(p => p.Add(c => c.Cle, "nom").Add(c => c.Titre, "Nom").Add(c => c.ParDefaut, parDefaut));
        return (rendu.Find("th").GetAttribute("aria-sort"), rendu.Find("a").GetAttribute("href"));
    }
}
