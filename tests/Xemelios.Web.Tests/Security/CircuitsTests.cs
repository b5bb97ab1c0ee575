using System.Net;
using Xemelios.Web.Security;
using Xemelios.Web.Tests.Imports;

namespace Xemelios.Web.Tests.Security;

/// <summary>So many live pages for each account, so many in all; beyond, a page is read and says why it is not live.</summary>
public sealed class CircuitsTests
{
    [Fact]
    public void ChaqueCompteAUneLimiteEtTousEnsembleAussi()
    {
        var circuits = new CircuitsOuverts(new XemeliosWebOptions { DataFolder = ".", CircuitsParCompte = 2, CircuitsEnTout = 3 });

        Assert.Equal([true, true, false, true, false], [circuits.Ouvrir("1", "a"), circuits.Ouvrir("2", "a"), circuits.Ouvrir("3", "a"), circuits.Ouvrir("4", "b"), circuits.Ouvrir("5", "b")]);
        circuits.Fermer("1");
        Assert.Equal([true, false], [circuits.Ouvrir("6", "b"), circuits.Ouvrir("7", "a")]);
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(10, 0)]
    public async Task UnePageDeTropSeLitEtLeDit(int parCompte, int enTout)
    {
        var serveur = new ServeurDImport { Reglage = o => o with { CircuitsParCompte = parCompte, CircuitsEnTout = enTout } };
        await serveur.InitializeAsync();

        var page = WebUtility.HtmlDecode(await serveur.Client.GetStringAsync(new Uri("/bulletins", UriKind.Relative)));

        Assert.Contains(CircuitsOuverts.Refus, page, StringComparison.Ordinal);
        Assert.DoesNotContain("\"type\":\"server\"", page, StringComparison.Ordinal);
        await serveur.DisposeAsync();
    }

    [Fact]
    public async Task UnePageOrdinaireEstVivante()
    {
        var serveur = new ServeurDImport();
        await serveur.InitializeAsync();

        Assert.Contains("\"type\":\"server\"", await serveur.Client.GetStringAsync(new Uri("/bulletins", UriKind.Relative)), StringComparison.Ordinal);
        await serveur.DisposeAsync();
    }
}
