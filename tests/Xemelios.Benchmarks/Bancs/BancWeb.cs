using System.Diagnostics;
using System.Text.Json.Nodes;
using Xemelios.Benchmarks.Donnees;
using Xemelios.Benchmarks.Mesures;
using Xemelios.Benchmarks.Rapports;

namespace Xemelios.Benchmarks.Bancs;

/// <summary>The pages of the published server, asked for by one reader, then by twenty at once.</summary>
internal sealed class BancWeb(Atelier atelier, int bulletins, int mois, int fois)
{
    private const int Lecteurs = 20;
    private const double PageMaximale = 0.300;
    private const string UnLecteur = "un lecteur";

    public async Task MesurerAsync()
    {
        var produit = new Produit(atelier);
        var donnees = produit.DossierDe("donnees-web", new FichiersDePaye(atelier, bulletins), mois);
        var pages = Pages(donnees);
        await using var serveur = await ServeurPublie.DemarrerAsync(atelier, donnees);
        using var client = new HttpClient { BaseAddress = serveur.Adresse, Timeout = TimeSpan.FromMinutes(2) };
        var mesures = new List<Mesure>();
        foreach (var (nom, chemin) in pages)
            foreach (var lecteurs in (int[])[1, Lecteurs])
                mesures.Add(await MesurerAsync(client, nom, chemin, lecteurs));
        Publier(mesures, serveur.Memoire);
    }

    private (string Nom, string Chemin)[] Pages(string donnees)
    {
        var etat = $"/etats/{FichiersDePaye.Siret}/00/2026-03";
        var bulletin = JsonNode.Parse(Programme.Sortie(
            atelier.Xemelios, "bulletin", "--siret", FichiersDePaye.Siret, "--mois", "2026-03", "--matricule", "000100", "--donnees", donnees, "--json"))![0]!;
        return
        [
            ("accueil", "/"), ("liste des états", "/etats"), ("état liquidatif", etat), ("rapprochement", etat + "/rapprochement"),
            ("liste des bulletins", $"/bulletins?siret={FichiersDePaye.Siret}&mois=2026-03"),
            ("bulletin", $"/bulletins/{bulletin["volume"]}/{bulletin["ordre"]}"), ("recherche", "/recherche?q=fauconnet%20cecile"),
        ];
    }

    private async Task<Mesure> MesurerAsync(HttpClient client, string nom, string chemin, int lecteurs)
    {
        await LireAsync(client, chemin);
        var durees = new List<double>();
        var parLecteur = Math.Max(1, fois / lecteurs);
        await Task.WhenAll(Enumerable.Range(0, lecteurs).Select(async _ =>
        {
            for (var i = 0; i < parLecteur; i++)
            {
                var duree = await LireAsync(client, chemin);
                lock (durees)
                    durees.Add(duree);
            }
        }));
        return Statistiques.EnMesure(nom, lecteurs == 1 ? UnLecteur : $"{lecteurs} lecteurs à la fois", durees.Select(d => new Releve(d)));
    }

    private static async Task<double> LireAsync(HttpClient client, string chemin)
    {
        var debut = Stopwatch.GetTimestamp();
        using var reponse = await client.GetAsync(chemin);
        reponse.EnsureSuccessStatusCode();
        await reponse.Content.ReadAsByteArrayAsync();
        return Stopwatch.GetElapsedTime(debut).TotalSeconds;
    }

    private void Publier(List<Mesure> mesures, (double Mio, double AuPlusHautMio) memoire)
    {
        var (seul, dureeSeul) = LaPlusLente(mesures.Where(m => m.Ou == UnLecteur));
        var (aPlusieurs, dureeAPlusieurs) = LaPlusLente(mesures.Where(m => m.Ou != UnLecteur));
        List<Chiffre> chiffres =
        [
            new($"page la plus lente ({seul}), un lecteur, centile 95", Nombres.Millisecondes(dureeSeul), "≤ " + Nombres.Millisecondes(PageMaximale), dureeSeul <= PageMaximale),
            new($"page la plus lente ({aPlusieurs}), {Lecteurs} lecteurs à la fois, centile 95", Nombres.Millisecondes(dureeAPlusieurs)),
            new("mémoire du serveur au plus haut", Nombres.Mio(memoire.AuPlusHautMio)),
        ];
        var parametres = new Dictionary<string, long> { ["bulletins"] = bulletins, ["mois"] = mois, ["fois"] = fois, ["lecteurs"] = Lecteurs };
        var details = new JsonObject { ["memoireMio"] = Math.Round(memoire.AuPlusHautMio, 1), ["memoireAuReposMio"] = Math.Round(memoire.Mio, 1) };
        atelier.Publier("web", parametres, chiffres, mesures, details, atelier.Publication);
    }

    private static (string Nom, double Centile95) LaPlusLente(IEnumerable<Mesure> mesures) =>
        mesures.Select(m => (m.Nom, Centile95: Statistiques.Centile(m.Secondes, 95))).MaxBy(m => m.Centile95);
}
