using System.Net;
using Xemelios.Store;

namespace Xemelios.Web.Tests.Imports;

/// <summary>What is too large, or what the disk has no room for, is refused with a sentence, and nothing of it is kept.</summary>
public sealed class LimitesDEnvoiTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task UnFichierTropGrandEstRefuse(bool longueurAnnoncee)
    {
        var serveur = new ServeurDImport { Reglage = o => o with { EnvoiMaximal = 1 << 20 } };
        await serveur.InitializeAsync();
        var lot = await serveur.OuvrirUnLot();
        using var demande = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/imports/{lot}/fichiers?chemin=grand.bin", UriKind.Relative)) { Content = new ByteArrayContent(new byte[3 << 20]) };
        demande.Headers.TransferEncodingChunked = !longueurAnnoncee;
        // What is refused is not read to its end: the next request takes another connection.
        demande.Headers.ConnectionClose = true;

        using var refus = await serveur.Client.SendAsync(demande);
        using var permis = await serveur.Envoyer(lot, "petit.bin", new byte[1 << 19]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await serveur.EnvoyerUnMorceau(lot, new byte[3 << 20], 0, 1 << 10)).Etat);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refus.StatusCode);
        Assert.StartsWith("Ce fichier dépasse 1 Mio", await refus.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, permis.StatusCode);
        Assert.Equal(["petit.bin"], serveur.Service<Entrepot>().Depots.DuLot(lot).Select(r => r.Chemin));
        Assert.Single(Directory.GetFiles(Path.Combine(serveur.Donnees, "originaux"), "*", SearchOption.AllDirectories));
        await serveur.DisposeAsync();
    }

    [Fact]
    public async Task SansPlaceSurLeDisqueRienNEstRecu()
    {
        var serveur = new ServeurDImport { Reglage = o => o with { ReserveDuDisque = 1L << 60 } };
        await serveur.InitializeAsync();

        var lot = await serveur.OuvrirUnLot();
        using var refus = await serveur.Envoyer(lot, "paye.xml", [1, 2, 3]);

        Assert.Equal(HttpStatusCode.InsufficientStorage, (await serveur.EnvoyerUnMorceau(lot, [1, 2, 3], 0, 1)).Etat);

        Assert.Equal(HttpStatusCode.InsufficientStorage, refus.StatusCode);
        Assert.StartsWith("Le disque du serveur n'a plus assez de place", await refus.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(serveur.Service<Entrepot>().Depots.Lots());
        await serveur.DisposeAsync();
    }
}
