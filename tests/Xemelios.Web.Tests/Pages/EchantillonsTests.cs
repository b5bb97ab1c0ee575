using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Xemelios.Domain.Echantillons;
using Xemelios.Domain.Habilitations;
using Xemelios.Store;
using Xemelios.Web.Tests.Security;

namespace Xemelios.Web.Tests.Pages;

/// <summary>From the plan to the conclusion: what is written, resumed, proved again, and who sees it.</summary>
public sealed class EchantillonsTests(DeuxPostes postes) : IClassFixture<DeuxPostes>
{
    private static readonly (string, string)[] Primes =
        [("libelle", "Primes"), ("criteres", "categorie=Indemnite"), ("methode", "unites-monetaires"), ("etendue", "4"), ("unite", "bulletins"), ("seuil", "1 200,50"), ("evenements", "tous")];

    [Fact]
    public async Task DuPlanALEvaluationEtLaPreuve()
    {
        var id = await Tirer([("libelle", "Tous"), ("methode", "attributs"), ("etendue", "3"), ("unite", "bulletins")]);
        var adresse = $"/echantillons/{id}";
        Assert.Contains("3 à voir", await Lire("comptable", adresse), StringComparison.Ordinal);
        Assert.Contains("donne les mêmes bulletins", await Lire("comptable", $"{adresse}?refaire=1"), StringComparison.Ordinal);

        await Pointer(adresse, ("d-0", "Conforme"), ("d-1", "Erreur"), ("m-1", "12,34"), ("n-1", "Indice non justifié"), ("d-2", ""));
        var reste = await Lire("comptable", $"{adresse}?voir=reste");
        Assert.Contains("1 à voir", reste, StringComparison.Ordinal);
        Assert.Contains("Il reste 1 bulletin à voir", reste, StringComparison.Ordinal);
        Assert.Contains("name=\"d-2\"", reste, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"d-0\"", reste, StringComparison.Ordinal);

        await Pointer(adresse, ("d-2", "NonVerifiable"), ("n-2", "Pièce absente"));
        var page = await Lire("auditeur", $"{adresse}?confiance=90");
        Assert.Contains("Avec une confiance de 90 %, pas plus de", page, StringComparison.Ordinal);
        Assert.Contains("loi hypergéométrique", page, StringComparison.Ordinal);
        Assert.Contains("Bulletins non vérifiables : 1", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Enregistrer la feuille", page, StringComparison.Ordinal);
        var feuille = await Lire("juge", $"{adresse}/feuille");
        Assert.All(["Indice non justifié", "Annexe 1", "Annexe 2", postes.Bulletin.Volume, "évaluation"], texte => Assert.Contains(texte, feuille, StringComparison.Ordinal));
        using var pdf = await postes.Demander("juge", $"/exports{adresse}.pdf");
        Assert.Equal("application/pdf", pdf.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task LOrdonnateurEtLAutrePosteNEnVoientRien()
    {
        var id = await Tirer(Primes);
        var plan = postes.Service<Entrepot>().Echantillons.Echantillon(id, Perimetre.Complet)!.Plan;

        foreach (var compte in (string[])["ordonnateur", "autre.poste", "autre.budget", "autres.mois", "administrateur"])
            foreach (var adresse in (string[])[$"/echantillons/{id}", $"/echantillons/{id}/feuille", $"/exports/echantillons/{id}.pdf", $"/exports/echantillons/{id}.csv"])
            {
                using var reponse = await postes.Demander(compte, adresse);
                Assert.Equal((compte, adresse, HttpStatusCode.NotFound), (compte, adresse, reponse.StatusCode));
            }

        using var autre = await postes.Demander("autre.poste", $"/echantillons/plans/{plan}");
        Assert.Equal(HttpStatusCode.NotFound, autre.StatusCode);
        Assert.DoesNotContain($"/echantillons/{id}\"", await Lire("autre.poste", "/echantillons"), StringComparison.Ordinal);
        using var liste = await postes.Demander("ordonnateur", "/echantillons");
        Assert.Equal(HttpStatusCode.NotFound, liste.StatusCode);
        Assert.DoesNotContain("/echantillons", await Lire("ordonnateur", "/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CeQuiEstRefuseEstDitEtCeQuiEstTapeReste()
    {
        var plan = await Plan();
        foreach (var (champs, phrase) in (IEnumerable<((string, string)[], string)>)
        [
            ([("libelle", "Faux poste"), ("criteres", "montant>"), ("methode", "attributs"), ("etendue", "3"), ("unite", "bulletins")], "Les critères ne se lisent pas"),
            ([("libelle", "Faux poste"), ("criteres", "montant>douze"), ("methode", "attributs"), ("etendue", "3"), ("unite", "bulletins")], "n'existe pas ou sa valeur ne se lit pas"),
            ([("libelle", "Faux poste"), ("methode", "stratifie"), ("etendue", "3"), ("unite", "bulletins")], "demande la colonne de ses strates"),
            ([("libelle", "Faux poste"), ("methode", "attributs"), ("etendue", "101"), ("unite", "taux")], "Le taux va de 0,01 à 100"),
            ([("libelle", "Faux poste"), ("methode", "attributs"), ("etendue", "2,5"), ("unite", "bulletins")], "nombre entier de bulletins"),
            ([("libelle", "Faux poste"), ("methode", "attributs"), ("etendue", "3"), ("unite", "bulletins"), ("seuil", "-5")], "Le seuil est un montant"),
        ])
        {
            using var reponse = await postes.Remplir(await postes.Session("comptable"), plan, "ajouter", [.. champs, .. await Version(plan)]);
            var page = WebUtility.HtmlDecode(await reponse.Content.ReadAsStringAsync());
            Assert.Contains(phrase, page, StringComparison.Ordinal);
            Assert.Contains("value=\"Faux poste\"", page, StringComparison.Ordinal);
        }

        Assert.Contains("Aucun poste", await Lire("comptable", plan), StringComparison.Ordinal);
        var adresse = $"/echantillons/{await Tirer(Primes)}";
        using var sansMontant = await postes.Remplir(await postes.Session("comptable"), adresse, "pointer", ("d-0", "Erreur"), ("n-0", "Note à ne pas perdre"), ("v-0", "0"));
        var refusee = WebUtility.HtmlDecode(await sansMontant.Content.ReadAsStringAsync());
        Assert.Contains("une erreur demande le montant constaté", refusee, StringComparison.Ordinal);
        Assert.Contains("Note à ne pas perdre", refusee, StringComparison.Ordinal);
        Assert.Contains("0 bulletin vu sur", await Lire("comptable", adresse), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CeQuiEstToujoursControleAUneRaisonEtUnFichierRemplaceSeDit()
    {
        var id = await Tirer(Primes);
        var garde = postes.Service<Entrepot>().Echantillons.Echantillon(id, Perimetre.Complet)!;

        Assert.Contains(garde.Tire.Postes[0].Tirage.Strates, s => s.Sorte == SorteDeStrate.Toujours);
        Assert.Equal(4, garde.Tire.Postes[0].Tirage.Strates.Where(s => s.Sorte is SorteDeStrate.Sondee or SorteDeStrate.Certaine).Sum(s => s.Tires));
        var page = await Lire("comptable", $"/echantillons/{id}");
        Assert.Contains("évènement", page, StringComparison.Ordinal);
        Assert.Contains("Les fichiers de l'état sont ceux du tirage", page, StringComparison.Ordinal);
        // The same sample, kept as if one of its files had been another.
        var autre = garde.Tire with { Sources = [.. garde.Tire.Sources.Skip(1), new FichierDEchantillon("ancien.xhl", new('0', 64))] };
        var vieux = postes.Service<Store.Gestion.Echantillons.TenueDesEchantillons>().Garder(
            postes.Service<Entrepot>().Echantillons.Plan(garde.Plan, Perimetre.Complet)!, autre, new Acte(NatureDActe.Visa, "comptable", "essai", "essai"));
        var changee = await Lire("comptable", $"/echantillons/{vieux.Id}?refaire=1");
        Assert.Contains($"n° {id.ToString(CultureInfo.InvariantCulture)} (graine 42)", changee, StringComparison.Ordinal);
        Assert.Contains("Les données ont changé depuis le tirage : fichier retiré ou remplacé : ancien.xhl ; 1 fichier arrivé depuis", changee, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LeJournalDitLePlanLeTirageEtLePointage()
    {
        var id = await Tirer(Primes);
        await Pointer($"/echantillons/{id}", ("d-0", "Conforme"));

        var actes = postes.Service<Entrepot>().Journal.Lire(new() { Nature = NatureDActe.Visa }).Entrees.Select(e => e.Acte).Take(3).ToList();
        Assert.Equal($"pointage=ajout;echantillon={id.ToString(CultureInfo.InvariantCulture)};poste=1;rang=1", actes[0].Cles);
        Assert.StartsWith("echantillon=tirage;plan=", actes[1].Cles, StringComparison.Ordinal);
        Assert.All(actes, a => Assert.Equal(("comptable", "P1", DeuxPostes.Commune), (a.Utilisateur, a.Poste, a.Siret)));
        Assert.DoesNotContain(actes, a => a.ToString().Contains("Indemnite", StringComparison.Ordinal));
    }

    /// <summary>A plan of one poste, drawn from the état of March with seed 42.</summary>
    private async Task<long> Tirer((string, string)[] poste)
    {
        var plan = await Plan();
        using var ajoute = await postes.Remplir(await postes.Session("comptable"), plan, "ajouter", [.. poste, .. await Version(plan)]);
        Assert.Equal(HttpStatusCode.Redirect, ajoute.StatusCode);
        var etat = Regex.Match(await Lire("comptable", plan), "<option value=\"(?<etat>00\\|2026-03\\|[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["etat"].Value;
        using var tire = await postes.Remplir(await postes.Session("comptable"), plan, "tirer", [("etat", etat), ("graine", "42"), .. await Version(plan)]);
        Assert.Equal(HttpStatusCode.Redirect, tire.StatusCode);
        return long.Parse(tire.Headers.Location!.ToString().Split('/')[^1], CultureInfo.InvariantCulture);
    }

    private async Task<string> Plan()
    {
        using var cree = await postes.Remplir(await postes.Session("comptable"), "/echantillons", "creer", ("libelle", "Plan d'essai"), ("employeur", DeuxPostes.Commune));
        Assert.Equal(HttpStatusCode.Redirect, cree.StatusCode);
        return new Uri(postes.Client.BaseAddress!, cree.Headers.Location!).AbsolutePath;
    }

    private async Task<(string, string)[]> Version(string plan) => [("version", Champ(await Lire("comptable", plan), "version"))];

    private async Task Pointer(string adresse, params (string Nom, string Valeur)[] champs)
    {
        var page = await Lire("comptable", adresse);
        using var reponse = await postes.Remplir(await postes.Session("comptable"), adresse, "pointer",
            [.. champs, .. champs.Where(c => c.Nom.StartsWith("d-", StringComparison.Ordinal)).Select(c => ($"v-{c.Nom[2..]}", Champ(page, $"v-{c.Nom[2..]}")))]);
        Assert.Equal(HttpStatusCode.Redirect, reponse.StatusCode);
    }

    private static string Champ(string page, string nom) =>
        Regex.Match(page, $"name=\"{nom}\" value=\"(?<valeur>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["valeur"].Value;

    private async Task<string> Lire(string compte, string adresse)
    {
        using var reponse = await postes.Demander(compte, adresse);
        Assert.Equal((adresse, HttpStatusCode.OK), (adresse, reponse.StatusCode));
        return WebUtility.HtmlDecode(await reponse.Content.ReadAsStringAsync());
    }
}
