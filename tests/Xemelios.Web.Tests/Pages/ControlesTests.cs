using System.Net;
using System.Text.RegularExpressions;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Controles;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Rapprochements;
using Xemelios.Store;
using Xemelios.Store.Gestion.Controles;
using Xemelios.Web.Components;
using Xemelios.Web.Tests.Security;

namespace Xemelios.Web.Tests.Pages;

/// <summary>The poste works on what it controls: who sees it, what is refused, and where it is shown.</summary>
public sealed partial class ControlesTests(DeuxPostes postes) : IClassFixture<DeuxPostes>
{
    private const string Etat = $"/etats/{DeuxPostes.Commune}/00/2026-03/rapprochement";
    private const string Rapport = $"/etats/{DeuxPostes.Commune}/00/2026-03/rapport-de-controle";

    private string Bulletin => $"/bulletins/{postes.Bulletin.Volume}/{postes.Bulletin.Ordre}";

    [Fact]
    public async Task LeVisaDeLEtatSeVoitLaOuOnTravailleSaufDeLOrdonnateur()
    {
        await Viser(Etat, ("decision", "ARegulariser"), ("sur", "nature-64118"), ("note", "Mandat complémentaire demandé"));
        await Viser(Etat, ("decision", "Conforme"), ("sur", ""));

        var page = await Lire("comptable", Etat);
        Assert.Contains("conforme, par comptable le", page, StringComparison.Ordinal);
        Assert.Contains("Mandat complémentaire demandé", page, StringComparison.Ordinal);
        Assert.Contains("À régulariser", Rangee(page, "nature-64118"), StringComparison.Ordinal);
        Assert.Contains("Sans visa", Rangee(page, "nature-64111"), StringComparison.Ordinal);
        Assert.Contains("Visé conforme", await Lire("comptable", "/etats"), StringComparison.Ordinal);
        foreach (var lecteur in (string[])["auditeur", "juge", "agent"])
        {
            var lue = await Lire(lecteur, Etat);
            Assert.Contains("Mandat complémentaire demandé", lue, StringComparison.Ordinal);
            Assert.DoesNotContain("name=\"decision\"", lue, StringComparison.Ordinal);
        }

        foreach (var adresse in (string[])[Etat, "/etats", "/", "/bulletins", Bulletin])
        {
            var lue = await Lire("ordonnateur", adresse);
            Assert.All(["Sans visa", "Visé conforme", "id=\"controle\"", "Reste à voir</a>", "id=\"reste-a-voir\""], signe => Assert.DoesNotContain(signe, lue, StringComparison.Ordinal));
            Assert.DoesNotContain("Mandat complémentaire", lue, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task OnNeVisePasCeQuOnNAPasVu()
    {
        var avant = Ecrits().Count;
        using var reponse = await postes.Remplir(await postes.Session("comptable"), Etat, "viser", ("sur", ""), ("decision", "Conforme"), ("vues", "autre"));

        Assert.Contains("Les données ont changé depuis que vous avez ouvert cette page", WebUtility.HtmlDecode(await reponse.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(avant, Ecrits().Count);
    }

    [Fact]
    public async Task LeVisaDUnBulletinEstAuJournalEtMeneAuSuivant()
    {
        var suivant = SuivantAVoir().Match(await Lire("comptable", Bulletin)).Groups["adresse"].Value;
        Assert.NotEqual("", suivant);
        await Viser(Bulletin, ("sur", ""), ("decision", "Observe"), ("note", "Indice à confirmer"));

        var page = await Lire("comptable", Bulletin);
        Assert.Contains("observé, par comptable le", page, StringComparison.Ordinal);
        Assert.Contains("Indice à confirmer", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"href=\"{Bulletin}\"", await Lire("comptable", suivant), StringComparison.Ordinal);
        Assert.Contains("Observé", await Lire("comptable", $"/bulletins?siret={DeuxPostes.Commune}&mois=2026-03&matricule={postes.Bulletin.Matricule}"), StringComparison.Ordinal);
        var acte = postes.Service<Entrepot>().Journal.Lire(new() { Nature = NatureDActe.Visa }).Entrees[0].Acte;
        Assert.Equal(("comptable", "P1", DeuxPostes.Commune, postes.Bulletin.Matricule, "Observe"), (acte.Utilisateur, acte.Poste, acte.Siret, acte.Matricule, acte.Apres));
        Assert.Contains($"volume={postes.Bulletin.Volume[..12]};ordre={postes.Bulletin.Ordre}", acte.Cles, StringComparison.Ordinal);
        Assert.DoesNotContain("Indice", acte.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UneNoteSEcritSeReponditEtSeClot()
    {
        using var ecrite = await postes.Remplir(await postes.Session("comptable"), Bulletin, "noter", ("sur", "agent"), ("texte", "Arrêté d'échelon à produire"));
        var note = Ecrits().Last(e => e.Sorte == SorteDEcrit.Note);
        Assert.Equal((postes.Bulletin.Matricule, null), (note.Cible.Matricule, note.Cible.Volume));
        Assert.Contains("Arrêté d'échelon à produire", await Lire("comptable", "/reste-a-voir?sorte=note-ouverte"), StringComparison.Ordinal);

        using var close = await postes.Remplir(await postes.Session("comptable"), Bulletin, $"repondre-{note.Id}", ("reponse", "Produit"), ("clore", "oui"));

        Assert.Contains("réponse qui clôt la note, par comptable", await Lire("comptable", Bulletin), StringComparison.Ordinal);
        Assert.DoesNotContain("Arrêté d'échelon", await Lire("comptable", "/reste-a-voir"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnePieceSeNoteEtLOrdonnateurNEnLitRien()
    {
        var piece = $"/pieces/{postes.Bulletin.Piece}";
        using var ecrite = await postes.Remplir(await postes.Session("comptable"), piece, "noter", ("sur", ""), ("texte", "Signature illisible"));

        Assert.Contains("Signature illisible", await Lire("juge", piece), StringComparison.Ordinal);
        Assert.DoesNotContain("Signature illisible", await Lire("ordonnateur", piece), StringComparison.Ordinal);
        Assert.Contains("Signature illisible", await Lire("comptable", "/reste-a-voir?sorte=note-ouverte"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LeTravailAttribueSeRetrouveParmiLesMiensEtPasHorsDuPoste()
    {
        using var hors = await postes.Remplir(await postes.Session("comptable"), Etat, "attribuer", ("sur", "nature-6451"), ("personne", "autre.poste"));
        Assert.Contains("ne peut pas viser dans ce poste", WebUtility.HtmlDecode(await hors.Content.ReadAsStringAsync()), StringComparison.Ordinal);

        using var fait = await postes.Remplir(await postes.Session("comptable"), Etat, "attribuer", ("sur", "nature-6451"), ("personne", "comptable"));

        Assert.Contains("viser=nature-6451", await Lire("comptable", "/reste-a-voir?sorte=attribue&a_moi=1"), StringComparison.Ordinal);
        Assert.DoesNotContain("viser=nature-6451", await Lire("auditeur", "/reste-a-voir?a_moi=1"), StringComparison.Ordinal);
        Assert.DoesNotContain(DeuxPostes.Commune, await Lire("autre.poste", "/reste-a-voir"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task LeRapportALesChiffresDuRapprochementEtNEstPasPourLOrdonnateur()
    {
        using var connexion = postes.Service<Entrepot>().Connecter();
        var r = new RapprochementQuestion(new DemandeDEtat(DeuxPostes.Commune, new(2026, 3), "00")).Executer(connexion, Perimetre.Complet);
        var page = await Lire("auditeur", Rapport);
        using var pdf = await postes.Demander("auditeur", $"/exports/rapport-de-controle/{DeuxPostes.Commune}/00/2026-03.pdf");

        Assert.Equal(("application/pdf", HttpStatusCode.OK), (pdf.Content.Headers.ContentType!.MediaType, pdf.StatusCode));
        Assert.All(r.Lignes, l => Assert.Contains(FormatFrancais.Montant(l.Mandate.ToDecimal()), page, StringComparison.Ordinal));
        Assert.Contains(FormatFrancais.Montant(r.Totaux.EcartMandat.ToDecimal()), page, StringComparison.Ordinal);
        Assert.Contains(postes.Bulletin.Volume, page, StringComparison.Ordinal);
        using var refuse = await postes.Demander("ordonnateur", Rapport);
        using var sansPdf = await postes.Demander("ordonnateur", $"/exports/rapport-de-controle/{DeuxPostes.Commune}/00/2026-03.pdf");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (refuse.StatusCode, sansPdf.StatusCode));
    }

    private async Task Viser(string adresse, params (string Nom, string Valeur)[] champs)
    {
        var vues = Vues().Match(await Lire("comptable", adresse)).Groups["valeur"].Value;
        using var reponse = await postes.Remplir(await postes.Session("comptable"), adresse, "viser", [.. champs, ("vues", vues)]);
        Assert.Equal(HttpStatusCode.Redirect, reponse.StatusCode);
    }

    private async Task<string> Lire(string compte, string adresse)
    {
        using var reponse = await postes.Demander(compte, adresse);
        Assert.Equal((adresse, HttpStatusCode.OK), (adresse, reponse.StatusCode));
        return WebUtility.HtmlDecode(await reponse.Content.ReadAsStringAsync());
    }

    private IReadOnlyList<Ecrit> Ecrits() =>
        [.. postes.Service<Entrepot>().Carnet.DesEtats(Perimetre.Complet), .. postes.Service<Entrepot>().Carnet.Notes(Perimetre.Complet)];

    private static string Rangee(string page, string id) => page[page.IndexOf($"id=\"{id}\"", StringComparison.Ordinal)..].Split("</tr>")[0];

    [GeneratedRegex("name=\"vues\" value=\"(?<valeur>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Vues();

    [GeneratedRegex("id=\"suivant-a-voir\" href=\"(?<adresse>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SuivantAVoir();
}
