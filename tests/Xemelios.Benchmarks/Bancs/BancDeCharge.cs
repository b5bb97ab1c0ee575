using System.Globalization;
using System.Text.Json.Nodes;
using Xemelios.Benchmarks.Charge;
using Xemelios.Benchmarks.Donnees;
using Xemelios.Benchmarks.Mesures;
using Xemelios.Benchmarks.Rapports;

namespace Xemelios.Benchmarks.Bancs;

/// <summary>Fifty people at work at once on a year of a large employer, each with an open circuit; what they wait for, and what their circuits weigh.</summary>
internal sealed class BancDeCharge(Atelier atelier, int bulletins, int mois, int fois)
{
    private const int Personnes = 50;
    private const double InteractionMaximale = 0.150;
    private const double PremierEcranMaximal = 1.5;
    private const double CircuitMaximalMio = 8;

    /// <summary>What a person looks at a screen before going on.</summary>
    private static readonly TimeSpan Reflexion = TimeSpan.FromSeconds(5);

    /// <summary>The profiles of the demonstration that see the pay; an account may have thirty open pages, these have ten each.</summary>
    private static readonly string[] Comptes = ["demo.comptable", "demo.agent", "demo.ordonnateur", "demo.auditeur", "demo.juge"];

    public async Task MesurerAsync()
    {
        var donnees = new Produit(atelier).DossierGarde("donnees-reponses", new FichiersDePaye(atelier, bulletins), bulletins, mois);
        var ecrans = Ecrans(donnees);
        await using var serveur = await ServeurPublie.DemarrerAsync(atelier, donnees, "--demo");
        var clients = new List<(HttpClient Client, string Cookie)>();
        foreach (var compte in Comptes)
            clients.Add(await EntrerAsync(serveur.Adresse, compte));
        foreach (var (client, _) in clients)
            foreach (var (_, chemin) in ecrans)
                (await client.GetAsync(chemin)).Dispose();

        List<Mesure> mesures = [];
        foreach (var (nom, chemin) in ((string, string)[])[("accueil", "/"), ("liste des bulletins", ecrans[0].Chemin), ("état liquidatif", ecrans[2].Chemin)])
            mesures.Add(Statistiques.EnMesure($"premier écran : {nom}", "Chromium, profil neuf", (await PremierEcran.MesurerAsync(serveur.Adresse, clients[0].Cookie, chemin, 5)).Select(s => new Releve(s))));

        var avant = serveur.Memoire.Mio;
        var personnes = Enumerable.Range(0, Personnes).Select(i => new PersonneAuTravail(clients[i % clients.Count].Client, clients[i % clients.Count].Cookie, ecrans, (ulong)i + 1)).ToList();
        foreach (var personne in personnes)
            await personne.OuvrirAsync();
        var ouverts = serveur.Memoire.Mio;
        var notes = new List<(string Nom, double Page, double Circuit)>();
        await Task.WhenAll(personnes.Select(p => p.TravaillerAsync(fois, Reflexion, (nom, page, circuit) =>
        {
            lock (notes)
                notes.Add((nom, page, circuit));
        })));
        var apres = serveur.Memoire;
        foreach (var personne in personnes)
            await personne.DisposeAsync();
        foreach (var (client, _) in clients)
            client.Dispose();

        foreach (var ecran in notes.GroupBy(n => n.Nom).OrderBy(g => g.Key, StringComparer.Ordinal))
            mesures.Add(Statistiques.EnMesure(ecran.Key, $"{Personnes} circuits, page", ecran.Select(n => new Releve(n.Page))));
        mesures.Add(Statistiques.EnMesure("parties interactives", $"{Personnes} circuits, circuit", notes.Where(n => n.Circuit > 0.0001).Select(n => new Releve(n.Circuit))));
        Publier(mesures, notes, avant, ouverts, apres);
    }

    private void Publier(List<Mesure> mesures, List<(string Nom, double Page, double Circuit)> notes, double avant, double ouverts, (double Mio, double AuPlusHautMio) apres)
    {
        var premier = mesures.Where(m => m.Nom.StartsWith("premier écran", StringComparison.Ordinal)).Max(m => m.Secondes.Max());
        var interaction = Statistiques.Centile([.. notes.Select(n => n.Page + n.Circuit)], 95);
        var parCircuit = Math.Max(0, ouverts - avant) / Personnes;
        List<Chiffre> chiffres =
        [
            new("premier écran utilisable, navigateur neuf, le plus lent de trois écrans", Nombres.Millisecondes(premier), "≤ " + Nombres.Millisecondes(PremierEcranMaximal), premier <= PremierEcranMaximal),
            new(string.Create(CultureInfo.InvariantCulture, $"interaction, {Personnes} personnes à la fois sur {Nombres.Entier((double)bulletins * mois)} bulletins, centile 95"), Nombres.Millisecondes(interaction), "≤ " + Nombres.Millisecondes(InteractionMaximale), interaction <= InteractionMaximale),
            new("mémoire d'un circuit ouvert", Nombres.Mio(parCircuit), "≤ " + Nombres.Mio(CircuitMaximalMio), parCircuit <= CircuitMaximalMio),
        ];
        var details = new JsonObject
        {
            ["reflexionSecondes"] = Reflexion.TotalSeconds, ["memoireAvantMio"] = Math.Round(avant, 1), ["memoireCircuitsOuvertsMio"] = Math.Round(ouverts, 1),
            ["memoireApresMio"] = Math.Round(apres.Mio, 1), ["memoireAuPlusHautMio"] = Math.Round(apres.AuPlusHautMio, 1), ["interactions"] = notes.Count,
        };
        atelier.Publier("charge", new Dictionary<string, long> { ["bulletins"] = bulletins, ["mois"] = mois, ["fois"] = fois, ["personnes"] = Personnes }, chiffres, mesures, details, atelier.Publication);
    }

    private static async Task<(HttpClient Client, string Cookie)> EntrerAsync(Uri adresse, string compte)
    {
        var cookie = await PersonneAuTravail.SeConnecterAsync(adresse, compte);
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = adresse, Timeout = TimeSpan.FromMinutes(2) };
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        return (client, cookie);
    }

    private IReadOnlyList<(string Nom, string Chemin)> Ecrans(string donnees)
    {
        var siret = FichiersDePaye.Siret;
        var bulletin = JsonNode.Parse(Programme.Sortie(atelier.Xemelios, "chercher", "--critere", "mois=2026-05", "--donnees", donnees, "--json"))!["resultats"]![0]!;
        var etat = $"/etats/{siret}/00/2026-05";
        return
        [
            ("liste des bulletins", $"/bulletins?siret={siret}&mois=2026-05"), ("bulletin", $"/bulletins/{bulletin["volume"]}/{bulletin["ordre"]}"), ("état liquidatif", etat),
            ("rapprochement", etat + "/rapprochement"), ("dossier d'un agent", $"/agents/{siret}/{bulletin["matricule"]}"), ("accueil", "/"), ("page suivante", $"/bulletins?siret={siret}&mois=2026-06&page=3"),
            ("suggestions", "/suggestions?q=fauconnet"), ("recherche", "/recherche?q=fauconnet%20cecile"), ("mois comparés", $"/comparer/mois?siret={siret}&matricule={bulletin["matricule"]}&mois=2026-05&avec=2026-04"),
        ];
    }
}
