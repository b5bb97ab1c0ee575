using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Xemelios.Domain.Habilitations;
using Xemelios.Store;
using Xemelios.Web.Security;

namespace Xemelios.Web.Tests.Security;

/// <summary>Who may open which address, and on whose data: every route of the application, against a table written by hand.</summary>
public sealed class DroitsDesEcransTests(DeuxPostes postes) : IClassFixture<DeuxPostes>
{
    /// <summary>What each route needs: C consult, R search, I import, E export, S delete, H give habilitations or administer, A administer, V visa, Z delete or read archives, D export with all that is protected, W consult what the poste writes of its control, * an account, – nobody in particular.</summary>
    private static readonly Dictionary<string, char> Besoins = new(StringComparer.Ordinal)
    {
        ["/"] = 'C', ["/calendrier"] = 'C', ["/graphiques"] = 'C', ["/rubriques/{Siret}/{*Code}"] = 'C', ["/bulletins"] = 'R', ["/lignes"] = 'R', ["/repartition"] = 'R', ["/recherches"] = 'R', ["/recherche"] = 'R', ["/comparaisons"] = 'R', ["/quoi-de-neuf"] = 'R',
        ["/bulletins/{Volume}/{Ordre:int}"] = 'C', ["/sources/{empreinte}"] = 'C', ["/justificatifs"] = 'C', ["/justificatifs/{siret}/{mois}"] = 'C', ["/passage/{siret}"] = 'C',
        ["/etats"] = 'C', ["/etats/{Siret}/{Budget}/{Mois}"] = 'C', ["/etats/{Siret}/{Budget}/{Mois}/rapprochement"] = 'C', ["/etats/{Siret}/{Budget}/{Mois}/nominatif"] = 'C',
        ["/etats/{Siret}/{Budget}/{Mois}/recapitulatif"] = 'C', ["/mandats"] = 'C', ["/mandats/{siret}/{exercice:int}"] = 'C', ["/justificatifs-attendus/{siret}/{mois}"] = 'C',
        ["/nomenclatures"] = 'C', ["/nomenclatures/{Siret}"] = 'C', ["/pieces/{id:int}"] = 'C', ["/pieces/{id:int}/contenu"] = 'C', ["/heures-supplementaires/{siret}/{mois}"] = 'C',
        ["/comparer/bulletins"] = 'C', ["/comparer/mois"] = 'C', ["/comparer/etats"] = 'C', ["/agents/{Siret}/{*Matricule}"] = 'C', ["/cadre"] = 'C', ["/suggestions"] = 'R',
        ["/restitution/{Siret}/{*Matricule}"] = 'D', ["/rectifications/{Siret}/{*Matricule}"] = 'V',
        ["/import"] = 'I', ["/import/{lot}"] = 'I', ["/api/imports/{lot}"] = 'I', ["/api/imports/{lot}/fichiers/{rang:int}"] = 'I', ["/api/imports/{lot}/rapport.{format}"] = 'I', ["/import/historique"] = 'I',
        ["/travaux"] = '*', ["/api/travaux"] = '*', ["/travaux/preparer"] = 'E', ["/travaux/{id}/fichier"] = 'E', ["/suppression"] = 'S', ["/suppression/confirmer"] = 'S', ["/archives"] = 'Z', ["/archives/confirmer"] = 'S',
        ["/reste-a-voir"] = 'W', ["/etats/{Siret}/{Budget}/{Mois}/rapport-de-controle"] = 'W',
        ["/echantillons"] = 'W', ["/echantillons/plans/{Id:long}"] = 'W', ["/echantillons/{Id:long}"] = 'W', ["/echantillons/{Id:long}/feuille"] = 'W',
        ["/exports"] = 'E', ["/exports/configuration"] = 'E', ["/exports/configuration/{ancien}"] = 'E', ["/exports/executer/{code}"] = 'E',
        ["/habilitations"] = 'H', ["/journal"] = 'H', ["/journal/acces"] = 'H', ["/exports/journal.{format}"] = 'H', ["/comptes"] = 'A', ["/postes"] = 'A', ["/mon-compte"] = '*', ["/session"] = '*',
        ["/connexion"] = '–', ["/premier-demarrage/{Jeton}"] = '–', ["/mot-de-passe/{Jeton}"] = '–', ["/a-propos"] = '–', ["/accessibilite"] = '–', ["/erreur"] = '–', ["/introuvable"] = '–',
        ["/aide"] = '–', ["/aide/ecrans/{Cle}"] = '–', ["/aide/glossaire"] = '–', ["/aide/codes"] = '–', ["/aide/codes/{Code}"] = '–', ["/aide/controles"] = '–', ["/aide/controles/{Code}"] = '–', ["/aide/raccourcis"] = '–',
    };

    private static readonly Dictionary<string, string> Permis = new(StringComparer.Ordinal)
    {
        ["comptable"] = "CRIESHVDZW*–", ["agent"] = "CW*–", ["ordonnateur"] = "CRE*–", ["auditeur"] = "CREDZW*–", ["juge"] = "CREDZW*–", ["administrateur"] = "HA*–",
        ["autre.poste"] = "CRIESHVDZW*–", ["autre.collectivite"] = "CREDZW*–", ["autre.budget"] = "CRE*–", ["autres.mois"] = "CREDZW*–",
        ["termine"] = "–", ["a.venir"] = "–", ["sans.habilitation"] = "–",
    };

    [Fact]
    public void ChaqueRouteDitCeQuElleExige()
    {
        var routes = Routes().ToList();

        Assert.Empty(routes.Where(r => ControleDAcces.Exigence(r) is null == !ControleDAcces.EstOuvert(r)).Select(Chemin));
        Assert.Empty(routes.Where(EstLue).Where(r => Besoin(r) is null).Select(Chemin));
        Assert.Empty(routes.Where(r => !EstLue(r) && ControleDAcces.EstOuvert(r)).Select(Chemin).Except(["/deconnexion", "/preferences"]));
    }

    [Fact]
    public async Task ChaqueProfilOuvreCeQuiEstPermisEtRienDAutre()
    {
        List<string> fautes = [];
        foreach (var route in Routes().Where(EstLue).DistinctBy(Chemin))
            foreach (var (compte, permis) in Permis)
            {
                using var reponse = await postes.Demander(compte, Adresse(route));
                var refuse = reponse.StatusCode == HttpStatusCode.NotFound || EstLaConnexion(reponse);
                if (!permis.Contains(Besoin(route)!.Value) && !refuse)
                    fautes.Add($"{compte} ouvre {Chemin(route)} : {(int)reponse.StatusCode}");
                if (permis.Contains(Besoin(route)!.Value) && (EstLaConnexion(reponse) || (int)reponse.StatusCode >= 500))
                    fautes.Add($"{compte} n'ouvre pas {Chemin(route)} : {(int)reponse.StatusCode}");
            }

        Assert.Empty(fautes);
    }

    [Fact]
    public async Task SansCompteToutMeneALaConnexion()
    {
        foreach (var route in Routes().Where(EstLue).Where(r => Besoin(r) != '–').DistinctBy(Chemin))
        {
            using var reponse = await postes.Demander(null, Adresse(route));
            Assert.True(EstLaConnexion(reponse) || reponse.StatusCode == HttpStatusCode.Unauthorized, $"{Chemin(route)} : {(int)reponse.StatusCode}");
        }
    }

    [Theory]
    [InlineData("comptable", true)]
    [InlineData("ordonnateur", true)]
    [InlineData("auditeur", true)]
    [InlineData("juge", true)]
    [InlineData("autre.poste", false)]
    [InlineData("autre.collectivite", false)]
    [InlineData("autre.budget", false)]
    [InlineData("autres.mois", false)]
    public async Task LesDonneesDeLaCommuneNeSOuvrentQueDansSonPerimetre(string compte, bool siennes)
    {
        var (volume, ordre, matricule, nom, piece) = postes.Bulletin;
        foreach (var adresse in (string[])
        [
            $"/bulletins/{volume}/{ordre}", $"/agents/{DeuxPostes.Commune}/{matricule}", $"/etats/{DeuxPostes.Commune}/00/2026-03/nominatif", $"/pieces/{piece}/contenu",
            $"/exports/bulletins/{volume}/{ordre}.pdf", $"/exports/nominatif/{DeuxPostes.Commune}/00/2026-03.csv",
        ])
        {
            using var reponse = await postes.Demander(compte, adresse);
            Assert.Equal((adresse, siennes ? HttpStatusCode.OK : HttpStatusCode.NotFound), (adresse, reponse.StatusCode));
        }

        foreach (var liste in (string[])["/", "/bulletins", "/lignes", $"/recherche?q={Uri.EscapeDataString(nom)}", "/etats", "/mandats", "/nomenclatures", "/justificatifs"])
        {
            using var reponse = await postes.Demander(compte, liste);
            var page = await reponse.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.OK, reponse.StatusCode);
            Assert.False(!siennes && (page.Contains(DeuxPostes.Commune, StringComparison.Ordinal) || page.Contains($"/{volume}/", StringComparison.Ordinal)), $"{compte} voit la commune sur {liste}");
        }
    }

    [Fact]
    public async Task UnChampMasqueNEstMontreQuApresSonMotif()
    {
        var adresse = $"/bulletins/{postes.Bulletin.Volume}/{postes.Bulletin.Ordre}";
        using var page = await postes.Demander("auditeur", adresse);
        var texte = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync());

        Assert.Contains("Masqué par votre habilitation", texte, StringComparison.Ordinal);
        Assert.Contains("Montrer : le NIR", texte, StringComparison.Ordinal);
        using var ordonnateur = await postes.Demander("ordonnateur", adresse);
        Assert.DoesNotContain("Montrer : le NIR", WebUtility.HtmlDecode(await ordonnateur.Content.ReadAsStringAsync()), StringComparison.Ordinal);

        using var sansMotif = await postes.Remplir(await postes.Session("auditeur"), adresse, "reveler", ("donnee", "Nir"), ("motif", " "));
        Assert.Contains("Montrer : le NIR", WebUtility.HtmlDecode(await sansMotif.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        using var revele = await postes.Remplir(await postes.Session("auditeur"), adresse, "reveler", ("donnee", "Nir"), ("motif", "Rattachement à vérifier"));
        var montre = WebUtility.HtmlDecode(await revele.Content.ReadAsStringAsync());
        Assert.DoesNotContain("Montrer : le NIR", montre, StringComparison.Ordinal);
        Assert.Contains("Montrer : le compte bancaire", montre, StringComparison.Ordinal);
        var acte = postes.Service<Entrepot>().Journal.Lire(new() { Nature = NatureDActe.Revelation }).Entrees.Single().Acte;
        Assert.Equal(("auditeur", "P1", DeuxPostes.Commune, postes.Bulletin.Matricule, "Rattachement à vérifier"), (acte.Utilisateur, acte.Poste, acte.Siret, acte.Matricule, acte.Motif));
    }

    private IEnumerable<RouteEndpoint> Routes() => postes.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(r => r.RoutePattern.RawText?.TrimStart('/') is { } texte && !texte.StartsWith('_'));

    private static string Chemin(RouteEndpoint route) => "/" + route.RoutePattern.RawText!.Trim('/');

    // Exports of screens all need the same.
    private static char? Besoin(RouteEndpoint route) =>
        Besoins.TryGetValue(Chemin(route), out var besoin) ? besoin : Chemin(route).StartsWith("/exports/", StringComparison.Ordinal) ? 'E' : null;

    private static bool EstLue(RouteEndpoint route) => route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is not { Count: > 0 } methodes || methodes.Contains("GET");

    private static bool EstLaConnexion(HttpResponseMessage reponse) =>
        reponse.StatusCode is HttpStatusCode.Unauthorized || reponse.Headers.Location?.ToString().StartsWith("/connexion", StringComparison.Ordinal) == true;

    private string Adresse(RouteEndpoint route) => Regex.Replace(Chemin(route), @"\{\*?(?<nom>\w+)(:\w+)?\}", m => m.Groups["nom"].Value.ToLowerInvariant() switch
    {
        "siret" => DeuxPostes.Commune, "mois" => "2026-03", "format" => "csv", "exercice" => "2026", "budget" => "00", "rang" => "0", "sujet" => "bulletins",
        "volume" or "empreinte" => postes.Bulletin.Volume, "ordre" => $"{postes.Bulletin.Ordre}", "matricule" => postes.Bulletin.Matricule, "id" => $"{postes.Bulletin.Piece}", _ => "x1",
    }, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
}
