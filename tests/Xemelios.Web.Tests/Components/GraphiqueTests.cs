using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Xemelios.Web.Components;
using Xemelios.Web.Endpoints;

namespace Xemelios.Web.Tests.Components;

public sealed class GraphiqueTests : BunitContext
{
    [Fact]
    public void UnGraphiqueSeNommeSeDitEtASonTableauSousLui()
    {
        Services.AddSingleton<EmbeddedAssets>();
        var rendu = Render<Graphique>(p => p.Add(g => g.Id, "masse").Add(g => g.Titre, "Masse").Add(g => g.Phrase, "Elle monte.").Add(g => g.Genre, "barres")
            .AddChildContent("<table><caption>Masse</caption></table>"));

        Assert.Equal("masse-titre", rendu.Find("figure").GetAttribute("aria-labelledby"));
        Assert.Equal(("Masse", "Elle monte."), (rendu.Find("#masse-titre").TextContent, rendu.Find("figcaption p").TextContent));
        Assert.Equal(("img", "Masse. Elle monte. Les mêmes chiffres sont dans le tableau qui suit."), (rendu.Find("canvas").GetAttribute("role"), rendu.Find("canvas").GetAttribute("aria-label")));
        Assert.Single(rendu.FindAll("details.chiffres-du-graphique table"));
        Assert.StartsWith("/lib/chart/chart.umd.min.js?v=", rendu.Find("graphique-du-tableau").GetAttribute("src"), StringComparison.Ordinal);
    }
}
