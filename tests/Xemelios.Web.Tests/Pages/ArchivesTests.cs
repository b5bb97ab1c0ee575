using System.Net;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Samples;
using Xemelios.Store;
using Xemelios.Store.Tables;
using Xemelios.Web.Imports;
using Xemelios.Web.Pages.Archives;
using Xemelios.Web.Tests.Security;

namespace Xemelios.Web.Tests.Pages;

/// <summary>The archive base on the screens: who moves an exercice there, who reads it afterwards, and who no longer does.</summary>
public sealed class ArchivesTests(DeuxPostes postes) : IClassFixture<DeuxPostes>
{
    private static readonly ExerciceAArchiver Cible = new(DeuxPostes.Commune, 2019, "00");
    private static readonly string[] DuPoste = ["comptable", "agent", "ordonnateur"];
    private static readonly string[] EnMission = ["auditeur", "juge"];
    private static readonly string[] Ailleurs = ["autre.poste", "autre.collectivite", "autre.budget", "autres.mois"];

    [Fact]
    public async Task LExerciceQuitteLePoste_EtResteALAuditEtAuJuge()
    {
        await Importer();
        var bulletin = await Bulletin();
        string[] adresses = [bulletin, $"/etats/{DeuxPostes.Commune}/00/2019-02/recapitulatif", "/bulletins?mois=2019-02"];
        await Voient([.. DuPoste, .. EnMission], adresses[..2], HttpStatusCode.OK);
        await Voient(Ailleurs, adresses[..2], HttpStatusCode.NotFound);

        var liste = await Lire("comptable", AdresseDArchivage.Page);
        Assert.Contains("arrêté du 3 août 2005, article 2", liste, StringComparison.Ordinal);
        Assert.Contains(AdresseDArchivage.De(Cible), liste, StringComparison.Ordinal);
        Assert.Contains("le budget n'a encore aucune donnée de l'exercice 2023", liste, StringComparison.Ordinal);
        Assert.DoesNotContain(AdresseDArchivage.Confirmer, await Lire("auditeur", AdresseDArchivage.Page), StringComparison.Ordinal);
        Assert.DoesNotContain(DeuxPostes.Commune, await Lire("autre.poste", AdresseDArchivage.Page), StringComparison.Ordinal);

        var confirmation = await Lire("comptable", AdresseDArchivage.De(Cible));
        Assert.Contains("Êtes-vous sûr de vouloir archiver l'exercice 2019", confirmation, StringComparison.Ordinal);
        Assert.Contains("8 bulletins", confirmation, StringComparison.Ordinal);
        Assert.Contains("ARC-0010", await Lire("comptable", AdresseDArchivage.De(Cible with { Exercice = 2021 })), StringComparison.Ordinal);

        foreach (var compte in (string[])["auditeur", "juge", "ordonnateur", "agent", "autre.poste"])
            Assert.Equal((compte, HttpStatusCode.NotFound), (compte, await Poster(compte, Cible, "essai")));
        Assert.Equal(HttpStatusCode.BadRequest, await Poster("comptable", Cible, " "));
        Assert.Equal(HttpStatusCode.Conflict, await Poster("comptable", Cible with { Exercice = 2021 }, "essai"));
        Assert.Empty(postes.Service<Entrepot>().Archivages.Lister());
        Assert.Equal(HttpStatusCode.Redirect, await Poster("comptable", Cible, "Fin de conservation"));

        await Voient(EnMission, adresses[..2], HttpStatusCode.OK);
        await Voient([.. DuPoste, .. Ailleurs], adresses[..2], HttpStatusCode.NotFound);
        Assert.Contains("4 enregistrements trouvés", await Lire("auditeur", adresses[2]), StringComparison.Ordinal);
        Assert.Contains("0 enregistrement trouvé", await Lire("ordonnateur", adresses[2]), StringComparison.Ordinal);
        var acte = postes.Service<Entrepot>().Journal.Lire(new() { Nature = NatureDActe.Archivage }).Entrees.Single().Acte;
        Assert.Equal(("comptable", "P1", DeuxPostes.Commune, "Fin de conservation"), (acte.Utilisateur, acte.Poste, acte.Siret, acte.Motif));

        foreach (var compte in (string[])["comptable", "auditeur", "juge"])
            Assert.Contains($"<th scope=\"row\">{DeuxPostes.Commune}</th>", await Lire(compte, AdresseDArchivage.Page), StringComparison.Ordinal);
        foreach (var compte in (string[])["autre.collectivite", "autres.mois"])
            Assert.DoesNotContain(DeuxPostes.Commune, await Lire(compte, AdresseDArchivage.Page), StringComparison.Ordinal);
        // What is archived is not deleted.
        Assert.Contains("ARC-0014", await Lire("comptable", $"/suppression/confirmer?type=paye&siret={DeuxPostes.Commune}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/archives/confirmer")]
    [InlineData("/archives/confirmer?siret=21990001600011")]
    [InlineData("/archives/confirmer?siret=21990001600011&exercice=x")]
    [InlineData("/archives/confirmer?siret=99999999999999&exercice=2019")]
    public async Task UneCibleIllisibleOuDAilleursEstIntrouvable(string adresse)
    {
        using var reponse = await postes.Demander("comptable", adresse);
        Assert.Equal(HttpStatusCode.NotFound, reponse.StatusCode);
    }

    private async Task Importer()
    {
        var modele = GenerateurDeMois.Simple(51, 4);
        var dossier = Directory.CreateTempSubdirectory("xemelios-archives-");
        foreach (var annee in (int[])[2019, 2021])
        {
            foreach (var mois in (int[])[1, 2])
            {
                var m = modele with { Annee = annee, Mois = mois, Employeur = modele.Employeur with { Siret = DeuxPostes.Commune } };
                await File.WriteAllBytesAsync(Path.Combine(dossier.FullName, $"{annee}-{mois}.xhl"), EtatPublie.Creer(m).Xhl[0].Contenu);
            }
        }

        var file = postes.Service<FileDImports>();
        var lot = file.LancerDossier(dossier.FullName);
        while (file.Trouver(lot) is { EstFini: false }) await Task.Delay(20);
        Assert.Equal(4, file.Trouver(lot)!.Rapport!.Totaux.Importes);
        dossier.Delete(recursive: true);
    }

    private async Task<string> Bulletin()
    {
        using var connexion = postes.Service<Entrepot>().Connecter();
        using var commande = connexion.CreateCommand("SELECT min(c.empreinte) FROM volume v JOIN contenu c ON c.id = v.contenu WHERE v.periode = 201902");
        return $"/bulletins/{await commande.ExecuteScalarAsync()}/1";
    }

    private async Task Voient(IEnumerable<string> comptes, IEnumerable<string> adresses, HttpStatusCode attendu)
    {
        foreach (var compte in comptes)
            foreach (var adresse in adresses)
            {
                using var reponse = await postes.Demander(compte, adresse);
                Assert.Equal((compte, adresse, attendu), (compte, adresse, reponse.StatusCode));
            }
    }

    private async Task<string> Lire(string compte, string adresse)
    {
        using var reponse = await postes.Demander(compte, adresse);
        return WebUtility.HtmlDecode(await reponse.Content.ReadAsStringAsync());
    }

    private async Task<HttpStatusCode> Poster(string compte, ExerciceAArchiver cible, string motif)
    {
        using var saisie = new FormUrlEncodedContent(AdresseDArchivage.Champs(cible).Select(c => KeyValuePair.Create(c.Nom, c.Valeur!)).Append(KeyValuePair.Create("motif", motif)));
        using var reponse = await postes.Envoyer(await postes.Session(compte), AdresseDArchivage.Executer, saisie);
        return reponse.StatusCode;
    }
}
