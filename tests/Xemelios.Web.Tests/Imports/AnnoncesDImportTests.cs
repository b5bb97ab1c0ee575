using System.Net;
using System.Security.Cryptography;
using Xemelios.Domain.Valeurs;
using Xemelios.Import;
using Xemelios.Store;
using Xemelios.Web.Imports;

namespace Xemelios.Web.Tests.Imports;

/// <summary>What an import will do is said before it is done; what it would replace waits for an answer.</summary>
public sealed class AnnoncesDImportTests : IAsyncLifetime
{
    private const string Nom = "21990001600011-2026-ETAT_PAYE-03-01.xhl";

    private readonly ServeurDImport _serveur = new();

    public Task InitializeAsync() => _serveur.InitializeAsync();

    public Task DisposeAsync() => _serveur.DisposeAsync();

    [Fact]
    public async Task CeQuiRemplaceraitEstAnnonceEtAttendUneReponse()
    {
        await _serveur.Attendre(await Lancer((Nom, Volume(1))));
        var lot = await Lancer((Nom, Corrige()));

        Assert.Equal(EtatDImport.AConfirmer, _serveur.Service<FileDImports>().Trouver(lot)!.Etat);
        var page = WebUtility.HtmlDecode(await _serveur.Client.GetStringAsync($"/import/{lot}"));
        Assert.Contains("1 fichier va prendre la place d'un autre", page, StringComparison.Ordinal);
        Assert.Contains("Prendra la place du fichier de même nom déjà importé", page, StringComparison.Ordinal);
        Assert.Contains("mars 2026, budget 00, volume 1", page, StringComparison.Ordinal);
        Assert.Single(_serveur.Service<Entrepot>().Receptions.Lister());

        using var confirmation = await _serveur.Poster($"/api/imports/{lot}/confirmer");
        using var encore = await _serveur.Poster($"/api/imports/{lot}/confirmer");
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.NotFound), (confirmation.StatusCode, encore.StatusCode));
        Assert.Equal(Etats.Remplace, Assert.Single((await _serveur.Attendre(lot)).Rapport!.Fichiers).Etat);
    }

    [Fact]
    public async Task RenoncerNeLaisseRien()
    {
        await _serveur.Attendre(await Lancer((Nom, Volume(1))));
        var lot = await Lancer((Nom, Corrige()));
        using var renoncer = new FormUrlEncodedContent([new("_handler", "renoncer")]);

        using var reponse = await _serveur.Client.PostAsync(new Uri($"/import/{lot}", UriKind.Relative), renoncer);

        Assert.Equal((HttpStatusCode.Redirect, "/import"), (reponse.StatusCode, reponse.Headers.Location!.AbsolutePath));
        Assert.Null(_serveur.Service<FileDImports>().Trouver(lot));
        Assert.False(_serveur.Service<Entrepot>().Originaux.Existe(Empreinte.FromBytes(SHA256.HashData(Corrige()))));
        Assert.True(_serveur.Service<Entrepot>().Originaux.Existe(Empreinte.FromBytes(SHA256.HashData(Volume(1)))));
    }

    [Fact]
    public async Task LeMemeContenuEtUnNouveauVolumeNAttendentRien()
    {
        await _serveur.Attendre(await Lancer((Nom, Volume(1))));

        var suivi = await _serveur.Attendre(await Lancer((Nom, Volume(1)), (Nom.Replace("-01.", "-02.", StringComparison.Ordinal), Volume(2))));

        Assert.Equal([Etats.DejaImporte, Etats.Importe], suivi.Rapport!.Fichiers.Select(f => f.Etat));
    }

    [Fact]
    public async Task DeuxFichiersDeMemeNomDuMemeEnvoiSontAnnonces()
    {
        var lot = await Lancer(("a/" + Nom, Volume(1)), ("b/" + Nom, Corrige()));

        Assert.Equal(EtatDImport.AConfirmer, _serveur.Service<FileDImports>().Trouver(lot)!.Etat);
        Assert.Contains("Prendra la place d'un fichier de même nom de cet envoi", WebUtility.HtmlDecode(await _serveur.Client.GetStringAsync($"/import/{lot}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LeVolumeQuiManqueEstNommeAvantEtApres()
    {
        await _serveur.Attendre(await Lancer((Nom, Volume(1))));
        var troisieme = Nom.Replace("-01.", "-03.", StringComparison.Ordinal);
        var lot = await Lancer((troisieme, Volume(3)), (Nom, Corrige()));
        Assert.Contains("budget 00 : volume 2", WebUtility.HtmlDecode(await _serveur.Client.GetStringAsync($"/import/{lot}")), StringComparison.Ordinal);
        using (await _serveur.Poster($"/api/imports/{lot}/confirmer")) { }

        await _serveur.Attendre(lot);

        Assert.Contains("budget 00 : volume 2", WebUtility.HtmlDecode(await _serveur.Client.GetStringAsync($"/import/{lot}")), StringComparison.Ordinal);
        await _serveur.Attendre(await Lancer((Nom.Replace("-01.", "-02.", StringComparison.Ordinal), Volume(2))));
        Assert.DoesNotContain("il manque des volumes", WebUtility.HtmlDecode(await _serveur.Client.GetStringAsync($"/import/{lot}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LeDernierMorceauDitCeQuiEstReconnu()
    {
        using var contenu = new ByteArrayContent(Volume(1));
        using var reponse = await _serveur.Client.PostAsync(new Uri($"/api/imports/{await _serveur.OuvrirUnLot()}/fichiers/0?chemin={Nom}&octets={Volume(1).Length}&debut=0", UriKind.Relative), contenu);

        Assert.Matches("État de paye, .*, mars 2026, budget 00, volume 1, [0-9]+ bulletins", System.Text.RegularExpressions.Regex.Unescape(await reponse.Content.ReadAsStringAsync()));
    }

    private async Task<string> Lancer(params (string Chemin, byte[] Octets)[] fichiers)
    {
        var lot = await _serveur.OuvrirUnLot();
        foreach (var (chemin, octets) in fichiers)
            using (await _serveur.Envoyer(lot, chemin, octets)) { }
        using var lancement = await _serveur.Poster($"/api/imports/{lot}/lancer");
        Assert.Equal(HttpStatusCode.NoContent, lancement.StatusCode);
        return lot;
    }

    private static byte[] Volume(int numero) => File.ReadAllBytes(ServeurDImport.Echantillon($"commune/2026-03/21990001600011-2026-ETAT_PAYE-03-0{numero}.xhl"));

    /// <summary>The first volume, with other bytes.</summary>
    private static byte[] Corrige() => [.. Volume(1), .. "\n<!-- autre -->\n"u8];
}
