using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xemelios.Store;
using Xemelios.Web.Imports;
using Xemelios.Web.Tests.Security;

namespace Xemelios.Web.Tests.Imports;

/// <summary>An import is of whoever brought it and of his poste; of those of the machine each poste sees the files of its collectivités.</summary>
public sealed class ImportsVisiblesTests(DeuxPostes postes) : IClassFixture<DeuxPostes>
{
    private static readonly string Commune = Directory.GetFiles(ServeurDImport.Echantillon("commune/2026-03-elus")).Single();
    private static readonly string Hopital = Directory.GetFiles(ServeurDImport.Echantillon("hopital/2026-03"), "PESALR2*").Single();
    private static readonly string Coupe = Directory.GetFiles(ServeurDImport.Echantillon("cas/d09-tronque"), "*.xhl").First();

    [Fact]
    public async Task CeQuUnPosteDeposeNExistePasPourLAutre()
    {
        var lot = await Deposer("comptable", Commune, Hopital, Coupe);

        var sien = await Lire("comptable", $"/import/{lot}");
        Assert.Contains("0-" + Path.GetFileName(Commune), sien.Page, StringComparison.Ordinal);
        Assert.Contains("2-" + Path.GetFileName(Coupe), sien.Page, StringComparison.Ordinal);
        // He brought it, but it is not his collectivité's.
        Assert.DoesNotContain("1-" + Path.GetFileName(Hopital), sien.Page, StringComparison.Ordinal);
        Assert.Contains($"/import/{lot}", (await Lire("comptable", "/import")).Page, StringComparison.Ordinal);
        foreach (var adresse in (string[])[$"/import/{lot}", $"/api/imports/{lot}"])
            Assert.Equal(HttpStatusCode.NotFound, (await Lire("autre.poste", adresse)).Etat);
        Assert.DoesNotContain(lot, (await Lire("autre.poste", "/import")).Page, StringComparison.Ordinal);
        Assert.All(postes.Service<Entrepot>().Receptions.Lister().Where(r => r.Chemin.StartsWith("0-", StringComparison.Ordinal)), r => Assert.Equal("P1", r.Poste));
    }

    [Fact]
    public async Task DUnImportDeLaMachineChacunVoitCeQuiEstDeSesCollectivites()
    {
        var lots = postes.Service<FileDImports>().Derniers(50, s => s.Par is null);
        var (commune, hopital) = (lots.Single(l => Cite(l, "commune") || Cite(l, "21990001600011")).Lot, lots.Single(l => Cite(l, "PESALR2_456")).Lot);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.NotFound], [(await Lire("comptable", $"/import/{commune}")).Etat, (await Lire("comptable", $"/import/{hopital}")).Etat]);
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.OK], [(await Lire("autre.poste", $"/import/{commune}")).Etat, (await Lire("autre.poste", $"/import/{hopital}")).Etat]);
        var liste = (await Lire("autre.poste", "/import")).Page;
        Assert.True(liste.Contains(hopital, StringComparison.Ordinal) && !liste.Contains(commune, StringComparison.Ordinal));
    }

    private static bool Cite(SuiviDImport lot, string mot) => lot.Rapport!.Fichiers.Any(f => f.Chemin.Contains(mot, StringComparison.Ordinal));

    private async Task<string> Deposer(string compte, params string[] fichiers)
    {
        var session = await postes.Session(compte);
        using var ouverture = await postes.Envoyer(session, "/api/imports", new ByteArrayContent([]));
        var lot = (await ouverture.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("lot").GetString()!;
        foreach (var (rang, fichier) in fichiers.Index())
            using (var recu = await postes.Envoyer(session, $"/api/imports/{lot}/fichiers?chemin={rang}-{Path.GetFileName(fichier)}", new ByteArrayContent(await File.ReadAllBytesAsync(fichier))))
                Assert.Equal(HttpStatusCode.NoContent, recu.StatusCode);
        using (await postes.Envoyer(session, $"/api/imports/{lot}/lancer", new ByteArrayContent([]))) { }
        while (postes.Service<FileDImports>().Travaille)
            await Task.Delay(20);
        return lot;
    }

    private async Task<(HttpStatusCode Etat, string Page)> Lire(string compte, string adresse)
    {
        using var reponse = await postes.Demander(compte, adresse);
        return (reponse.StatusCode, WebUtility.HtmlDecode(await reponse.Content.ReadAsStringAsync()));
    }
}
