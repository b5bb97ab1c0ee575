using System.Text.Json.Nodes;
using Xemelios.Import.Tests;

namespace Xemelios.Cli.Tests.Comptes;

/// <summary><c>utilisateur</c>, <c>poste</c> and <c>habilitation</c>: what the owner of the machine does without a browser.</summary>
public sealed class CommandesDeComptesTests : IDisposable
{
    private readonly DossierDEssai _essai = new();

    public void Dispose() => _essai.Dispose();

    [Fact]
    public void UnCompteSeCreeSeBloqueEtSeDebloque()
    {
        var cree = Faire(0, "utilisateur", "creer", "claire", "--nom", "Claire Fictive");
        Assert.Equal("claire", (string)cree["utilisateur"]!);
        Assert.Matches("^/mot-de-passe/[A-Za-z0-9_-]{43}$", (string)cree["lien"]!);

        Assert.True((bool)Faire(0, "utilisateur", "bloquer", "claire")["bloque"]!);
        Assert.Contains("bloqué", Refuser("utilisateur", "mot-de-passe", "claire"), StringComparison.Ordinal);
        Assert.False((bool)Faire(0, "utilisateur", "debloquer", "CLAIRE")["bloque"]!);
        Assert.NotEqual((string)cree["lien"]!, (string)Faire(0, "utilisateur", "mot-de-passe", "claire")["lien"]!);
        Assert.Contains("n'a pas de second facteur", Refuser("utilisateur", "second-facteur", "claire", "--oter"), StringComparison.Ordinal);

        var liste = Assert.Single(Faire(0, "utilisateur", "lister").AsArray())!;
        Assert.Equal(
            ["utilisateur", "nom", "cree_le", "cree_par", "bloque", "verrouille_jusqua", "mot_de_passe", "second_facteur"],
            liste.AsObject().Select(c => c.Key));
        Assert.Equal((Environment.UserName, false), ((string)liste["cree_par"]!, (bool)liste["mot_de_passe"]!));
    }

    [Fact]
    public void LesPostesViennentDUnFichierOuPasDuTout()
    {
        var faux = _essai.Poser("faux.csv", "poste;libelle poste;siret;libelle;du;au\nP001;Trésorerie;21990001600011;Commune;;\nP001;Trésorerie;2199;Régie;;\n"u8.ToArray());
        var refus = Faire(10, "poste", "importer", faux);
        Assert.Equal((3, "POSTE-0007"), ((int)refus["erreurs"]![0]!["ligne"]!, (string)refus["erreurs"]![0]!["code"]!));
        Assert.Empty(Faire(0, "poste", "lister").AsArray());

        Assert.Equal(1, (int)ImporterUnPoste()["collectivites_ajoutees"]!);
        var poste = Assert.Single(Faire(0, "poste", "lister").AsArray())!;
        Assert.Equal(("P001", "21990001600011", "2026-01-01"), ((string)poste["code"]!, (string)poste["collectivites"]![0]!["siret"]!, (string)poste["collectivites"]![0]!["du"]!));
        Assert.Contains("n'existe pas", Refuser("poste", "importer", "absent.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public void UneHabilitationSeDonneSeListeEtSeTermine()
    {
        ImporterUnPoste();
        foreach (var compte in (string[])["claire", "louis"])
            Faire(0, "utilisateur", "creer", compte, "--nom", "Personne fictive");
        Faire(0, "habilitation", "donner", "claire", "--profil", "comptable", "--poste", "P001", "--debut", "2026-01-01");
        var donnee = Faire(0, "habilitation", "donner", "louis", "--profil", "ordonnateur", "--poste", "P001", "--debut", "2026-01-01", "--budget", "21990001600011/00@2026-01..2026-06");

        Assert.Equal(
            """{"siret":"21990001600011","budget":"00","du":"2026-01","au":"2026-06"}""",
            Assert.Single(donnee["budgets"]!.AsArray())!.ToJsonString());
        Assert.Equal(["rechercher", "consulter", "exporter"], donnee["fonctions"]!.AsArray().Select(f => (string)f!));
        Assert.True((bool)donnee["en_vigueur"]!);
        Assert.Contains("Aucun compte", Refuser("habilitation", "donner", "personne", "--profil", "comptable", "--poste", "P001"), StringComparison.Ordinal);

        var terminee = Faire(0, "habilitation", "terminer", (string)donnee["id"]!);
        Assert.Equal((false, Environment.UserName), ((bool)terminee["en_vigueur"]!, (string)terminee["revoquee_par"]!));
        Assert.Equal(2, Faire(0, "habilitation", "lister").AsArray().Count);
        Assert.Equal("claire", (string)Assert.Single(Faire(0, "habilitation", "lister", "--poste", "P001", "--le", "2026-02-01").AsArray())!["utilisateur"]!);
        Assert.Single(Faire(0, "habilitation", "lister", "--compte", "louis").AsArray());
    }

    [Fact]
    public void UnAgentALesFonctionsQuOnLuiDelegue()
    {
        ImporterUnPoste();
        Faire(0, "utilisateur", "creer", "maud", "--nom", "Maud Fictive");
        var donnee = Faire(0, "habilitation", "donner", "maud", "--profil", "agent-du-poste", "--poste", "P001", "--fonctions", "consulter,importer");
        Assert.Equal(["importer", "consulter"], donnee["fonctions"]!.AsArray().Select(f => (string)f!));
        Assert.Equal("agent_du_poste", (string)donnee["profil"]!);
        Assert.Contains("ne se délèguent pas", Refuser("habilitation", "donner", "maud", "--profil", "agent_du_poste", "--poste", "P001", "--fonctions", "habiliter"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utilisateur")]
    [InlineData("utilisateur", "creer", "claire")]
    [InlineData("utilisateur", "second-facteur", "claire")]
    [InlineData("poste", "importer")]
    [InlineData("habilitation", "donner", "claire")]
    [InlineData("habilitation", "donner", "claire", "--profil", "roi")]
    [InlineData("habilitation", "donner", "claire", "--profil", "comptable", "--debut", "demain")]
    [InlineData("habilitation", "donner", "claire", "--profil", "ordonnateur", "--budget", "21990001600011@mars..avril")]
    [InlineData("habilitation", "donner", "claire", "--profil", "agent_du_poste", "--fonctions", "voler")]
    [InlineData("habilitation", "terminer", "pas-un-identifiant")]
    public async Task UneLigneFausseDonne25(params string[] arguments)
    {
        var resultat = await Commande.ExecuterAsync(arguments);
        Assert.Equal((25, ""), (resultat.Code, resultat.Sortie));
    }

    [Fact]
    public async Task SansJsonLaReponseEstUnTableauEnFrancais()
    {
        await Commande.ExecuterAsync("utilisateur", "creer", "claire", "--nom", "Claire Fictive", "--donnees", _essai.Donnees);
        var resultat = await Commande.ExecuterAsync("utilisateur", "lister", "--donnees", _essai.Donnees);
        Assert.Equal(0, resultat.Code);
        Assert.Contains("Claire Fictive", resultat.Sortie, StringComparison.Ordinal);
        Assert.DoesNotContain("{", resultat.Sortie, StringComparison.Ordinal);
    }

    private JsonNode ImporterUnPoste() =>
        Faire(0, "poste", "importer", _essai.Poser("postes.csv", "poste;libelle poste;siret;libelle;du;au\nP001;Trésorerie fictive;21990001600011;Commune fictive;2026-01-01;\n"u8.ToArray()));

    private JsonNode Faire(int code, params string[] arguments)
    {
        var resultat = Commande.Sur(_essai.Entrepot, arguments);
        Assert.True(resultat.Code == code, resultat.Messages + resultat.Sortie);
        return resultat.Json;
    }

    private string Refuser(params string[] arguments)
    {
        var resultat = Commande.Sur(_essai.Entrepot, arguments);
        Assert.Equal((10, ""), (resultat.Code, resultat.Sortie));
        return resultat.Messages;
    }
}
