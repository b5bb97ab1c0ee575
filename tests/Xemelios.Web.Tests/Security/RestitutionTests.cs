using System.IO.Compression;
using System.Net;
using System.Text;
using Xemelios.Domain.Habilitations;
using Xemelios.Store;

namespace Xemelios.Web.Tests.Security;

/// <summary>The right of access and the right to rectification, by who may answer them.</summary>
public sealed class RestitutionTests(DeuxPostes postes) : IClassFixture<DeuxPostes>
{
    private (string Reference, string Date) Demande { get; } = ("DA-2026-7", "2026-04-01");

    private string Agent => $"/agents/{DeuxPostes.Commune}/{postes.Bulletin.Matricule}";

    private string Rectifications => $"/rectifications/{DeuxPostes.Commune}/{postes.Bulletin.Matricule}";

    [Theory]
    [InlineData("comptable", HttpStatusCode.OK)]
    [InlineData("auditeur", HttpStatusCode.OK)]
    [InlineData("juge", HttpStatusCode.OK)]
    [InlineData("agent", HttpStatusCode.NotFound)]
    [InlineData("ordonnateur", HttpStatusCode.NotFound)]
    [InlineData("administrateur", HttpStatusCode.NotFound)]
    [InlineData("autre.poste", HttpStatusCode.NotFound)]
    [InlineData("autres.mois", HttpStatusCode.NotFound)]
    public async Task SeulQuiVoitToutDeLAgentRestitue(string compte, HttpStatusCode attendu)
    {
        using var page = await postes.Demander(compte, $"/restitution/{DeuxPostes.Commune}/{postes.Bulletin.Matricule}");
        using var fichier = await Restituer(compte, Demande.Reference);
        using var dossier = await postes.Demander(compte, Agent);
        var texte = WebUtility.HtmlDecode(await dossier.Content.ReadAsStringAsync());

        Assert.Equal((attendu, attendu), (page.StatusCode, fichier.StatusCode));
        Assert.Equal(attendu == HttpStatusCode.OK, texte.Contains("Répondre à une demande d'accès", StringComparison.Ordinal));
    }

    [Fact]
    public async Task LeFichierNAMasqueRienEtSonActeEstEcritAvecSaReference()
    {
        using var reponse = await Restituer("comptable", "DA-2026-8");
        using var zip = new ZipArchive(await reponse.Content.ReadAsStreamAsync());

        Assert.Equal($"restitution_{postes.Bulletin.Matricule}_{TimeProvider.System.GetLocalNow():yyyy-MM-dd}.zip", reponse.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        var acte = Actes(NatureDActe.Restitution).First(a => a.Motif == "DA-2026-8, demande du 01/04/2026");
        Assert.Equal(("comptable", "P1", DeuxPostes.Commune, postes.Bulletin.Matricule), (acte.Utilisateur, acte.Poste, acte.Siret, acte.Matricule));
        Assert.DoesNotContain("•••", Lire(zip, "bulletins/bulletins.json"), StringComparison.Ordinal);
        Assert.DoesNotContain("•••", Lire(zip, "identite.csv"), StringComparison.Ordinal);
        Assert.Contains(";restitution;comptable;P1;", Lire(zip, "consultations.csv"), StringComparison.Ordinal);
        Assert.Contains("par comptable", Lire(zip, "LISEZMOI.txt"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "2026-04-01")]
    [InlineData("DA", "avril")]
    [InlineData("x200", "2026-04-01")]
    public async Task SansReferenceNiDateRienNEstEcritNiDonne(string reference, string date)
    {
        var avant = Actes(NatureDActe.Restitution).Count();
        using var reponse = await Restituer("comptable", reference == "x200" ? new string('x', 200) : reference, date);

        Assert.Equal(HttpStatusCode.BadRequest, reponse.StatusCode);
        Assert.Equal(avant, Actes(NatureDActe.Restitution).Count());
    }

    [Fact]
    public async Task UneRectificationSeNoteSeDecideEtSeLitPartout()
    {
        using var notee = await postes.Remplir(await postes.Session("comptable"), Rectifications, "ajouter", ("objet", "Adresse"), ("texte", "J'habite <b>4 rue des Écoles</b>"), ("preuve", "Facture 12"));
        Assert.Contains("La demande est notée", WebUtility.HtmlDecode(await notee.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        var id = postes.Service<Entrepot>().Notes.DeLAgent(DeuxPostes.Commune, postes.Bulletin.Matricule, Perimetre.Complet)[^1].Id;
        using var decidee = await postes.Remplir(await postes.Session("comptable"), Rectifications, $"decider-{id}", ("etat", "Refusee"), ("motif", "Facture d'un tiers"));
        Assert.Contains("La décision est écrite", WebUtility.HtmlDecode(await decidee.Content.ReadAsStringAsync()), StringComparison.Ordinal);

        foreach (var adresse in (string[])[Agent, $"/bulletins/{postes.Bulletin.Volume}/{postes.Bulletin.Ordre}"])
            foreach (var compte in (string[])["comptable", "ordonnateur", "auditeur"])
            {
                using var reponse = await postes.Demander(compte, adresse);
                var page = await reponse.Content.ReadAsStringAsync();
                Assert.Contains(": Adresse – J'habite <b>4 rue des Écoles</b> (preuve : Facture 12). Décision du ", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
                Assert.DoesNotContain("<b>4 rue", page, StringComparison.Ordinal);
            }

        Assert.Equal([(null, "EnAttente"), ("EnAttente", "Refusee")], Actes(NatureDActe.Rectification).Reverse().Take(2).Select(a => (a.Avant, a.Apres)));
        using var pdf = await postes.Demander("ordonnateur", $"/exports/bulletins/{postes.Bulletin.Volume}/{postes.Bulletin.Ordre}.pdf");
        using var sans = await postes.Demander("ordonnateur", $"/exports/bulletins/{postes.Bulletin.Volume}/{postes.Bulletin.Ordre + 1}.pdf");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (pdf.StatusCode, sans.StatusCode));
    }

    [Theory]
    [InlineData("ordonnateur")]
    [InlineData("auditeur")]
    [InlineData("autre.poste")]
    public async Task QuiNeViseNiNeVoitPasNeNoteRien(string compte)
    {
        using var page = await postes.Demander(compte, Rectifications);
        using var envoi = await postes.Remplir(await postes.Session("comptable"), Rectifications, "ajouter", ("objet", ""), ("texte", "sans objet"));

        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains("Le champ contesté s'écrit en 120 caractères", WebUtility.HtmlDecode(await envoi.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    private IEnumerable<Acte> Actes(NatureDActe nature) => postes.Service<Entrepot>().Journal.Lire(new() { Nature = nature, TaillePage = 1000 }).Entrees.Select(e => e.Acte);

    private async Task<HttpResponseMessage> Restituer(string compte, string reference, string date = "2026-04-01")
    {
        using var saisie = new FormUrlEncodedContent([new("siret", DeuxPostes.Commune), new("matricule", postes.Bulletin.Matricule), new("reference", reference), new("date", date)]);
        return await postes.Envoyer(await postes.Session(compte), "/restitutions/executer", saisie);
    }

    private static string Lire(ZipArchive zip, string nom)
    {
        using var lecteur = new StreamReader(zip.GetEntry(nom)!.Open(), Encoding.UTF8);
        return lecteur.ReadToEnd();
    }
}
