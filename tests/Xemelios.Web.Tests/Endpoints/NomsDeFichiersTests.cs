using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging;
using Xemelios.Query.Export;
using Xemelios.Store;
using Xemelios.Web.Tests.Imports;
using Xemelios.Web.Tests.Security;

namespace Xemelios.Web.Tests.Endpoints;

/// <summary>The name under which a file is saved comes from collectivités, agents and senders: whatever they write, it is one plain name.</summary>
public sealed class NomsDeFichiersTests
{
    [Fact]
    public async Task UnNomHostileDeCollectiviteOuDAgentDevientUnNomSur()
    {
        await using var services = new ServiceCollection().AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).BuildServiceProvider();
        foreach (var hostile in ChainesHostiles.Tirer(1_000, 7).Select(Uri.UnescapeDataString))
        {
            var contexte = new DefaultHttpContext { RequestServices = services };
            await Results.File([], "text/csv", $"{NomDeFichier.Sur($"bulletins {hostile}")}.csv").ExecuteAsync(contexte);

            var entete = Assert.Single(contexte.Response.Headers.ContentDisposition)!;
            Assert.Matches(new Regex(@"^attachment; filename=[A-Za-z0-9_.-]{1,104}; filename\*=UTF-8''[A-Za-z0-9_.-]{1,104}$", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)), entete);
        }
    }

    [Fact]
    public async Task UnNomHostileDePieceAussi()
    {
        var serveur = new ServeurDImport();
        await serveur.InitializeAsync();
        var lot = await serveur.OuvrirUnLot();
        using (await serveur.Envoyer(lot, "dossier/arrêté\"; filename=\"../../evil.exe\"; x=<script>xeme_1</script>.pdf", "%PDF-1.7\n%%EOF\n"u8.ToArray())) { }
        using (await serveur.Poster($"/api/imports/{lot}/lancer")) { }
        await serveur.Attendre(lot);
        using var connexion = serveur.Service<Entrepot>().Connecter();
        using var commande = connexion.CreateCommand();
        commande.CommandText = "SELECT min(id) FROM piece";

        using var reponse = await serveur.Client.GetAsync(new Uri($"/pieces/{commande.ExecuteScalar()}/contenu", UriKind.Relative));
        var disposition = reponse.Content.Headers.ContentDisposition!;

        Assert.Equal(("inline", 3), (disposition.DispositionType, 1 + disposition.Parameters.Count));
        Assert.All([disposition.FileName!.Trim('"'), disposition.FileNameStar!], nom => Assert.DoesNotMatch("[\"\\\\/<>:*?|]", nom));
        Assert.Equal("nosniff", Assert.Single(reponse.Headers.GetValues("X-Content-Type-Options")));
        await serveur.DisposeAsync();
    }
}
