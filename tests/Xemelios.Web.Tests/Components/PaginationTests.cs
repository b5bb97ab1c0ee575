using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xemelios.Web.Components;

namespace Xemelios.Web.Tests.Components;

public sealed class PaginationTests : BunitContext
{
    [Fact]
    public void Pagination_DitOuLOnEstDansLeResultatEntier()
    {
        var rendu = Rendre(page: 2, total: 1234);

        Assert.Equal("51 à 100 sur 1\u202F234", rendu.Find("nav > span").TextContent);
        Assert.Equal("2", rendu.Find("[aria-current=page]").TextContent);
    }

    [Fact]
    public void Pagination_GardeLesFiltresEtNEcritPasLaPremierePage()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("bulletins?nature=64111&page=2");

        var rendu = Rendre(page: 2, total: 1234);

        Assert.Equal("http://localhost/bulletins?nature=64111", rendu.Find("[aria-label='Page précédente']").GetAttribute("href"));
        Assert.Equal("http://localhost/bulletins?nature=64111&page=3", rendu.Find("[aria-label='Page suivante']").GetAttribute("href"));
    }

    [Fact]
    public void Pagination_MontreLesExtremesEtLesVoisines()
    {
        var rendu = Rendre(page: 10, total: 50 * 20);

        Assert.Equal(["‹", "1", "…", "8", "9", "10", "11", "12", "…", "20", "›"], rendu.FindAll("li").Select(li => li.TextContent.Trim()));
    }

    [Theory]
    [InlineData(1, "Page précédente")]
    [InlineData(20, "Page suivante")]
    public void Pagination_NeMenePasHorsDuResultat(int page, string lienAbsent)
    {
        Assert.Empty(Rendre(page, total: 50 * 20).FindAll($"[aria-label='{lienAbsent}']"));
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(50, 1, 0)]
    [InlineData(51, 1, 4)]
    public void Pagination_NApparaitQuAvecPlusieursPages(int total, int barres, int liens)
    {
        var rendu = Rendre(page: 1, total);

        Assert.Equal(barres, rendu.FindAll("nav").Count);
        Assert.Equal(liens, rendu.FindAll("li").Count);
    }

    private IRenderedComponent<Pagination> Rendre(int page, int total) =>
        Render<Pagination>(p => p.Add(c => c.Page, page).Add(c => c.Taille, 50).Add(c => c.Total, total));
}
