using System.Text.Json.Nodes;

namespace Xemelios.Cli.Tests.Contrat;

/// <summary><c>exporter</c> without searching: a year, or chosen files.</summary>
public sealed class ExporterParDonneesTests(DossierImporte dossier) : IClassFixture<DossierImporte>
{
    [Fact]
    public async Task DesFichiersChoisisParEmpreinteOuParNomDonnentLesLignesDeCesFichiers()
    {
        var tous = Fichiers();
        var (empreinte, nom) = tous[0];
        var parEmpreinte = await Exporter("--fichier", empreinte);
        Assert.Equal(await Compter($"volume==\"{empreinte}\""), parEmpreinte);
        Assert.Equal(await Compter($"fichier==\"{nom}\""), await Exporter("--fichier", nom));
        Assert.Equal(parEmpreinte + await Exporter("--fichier", tous[^1].Empreinte), await Exporter("--fichier", empreinte, "--fichier", tous[^1].Empreinte));
        Assert.True(parEmpreinte > 0);
    }

    [Fact]
    public async Task UneAnneeDonneToutesSesLignes()
    {
        Assert.Equal(await Compter("annee=2026"), await Exporter("--annee", "2026"));
        Assert.Equal(0, await Exporter("--annee", "1999"));
    }

    private List<(string Empreinte, string Nom)> Fichiers()
    {
        using var entrepot = Store.Entrepot.Ouvrir(dossier.Donnees);
        using var connexion = entrepot.Connecter();
        using var commande = connexion.CreateCommand("SELECT c.empreinte, v.nom FROM volume v JOIN contenu c ON c.id = v.contenu WHERE v.lignes > 0 ORDER BY 1");
        using var lecteur = commande.ExecuteReader();
        var fichiers = new List<(string, string)>();
        while (lecteur.Read())
            fichiers.Add((lecteur.GetString(0), lecteur.GetString(1)));
        return fichiers;
    }

    private async Task<int> Exporter(params string[] options) => Lignes((await Commande.SurAsync(dossier.Donnees, ["exporter", "lignes", .. options])).Json);

    private async Task<int> Compter(string critere) => (int)(await Commande.SurAsync(dossier.Donnees, "lignes", "--critere", critere)).Json["total"]!;

    private static int Lignes(JsonNode export) => export["lignes"]!.AsArray().Count;
}
