using Xemelios.Import.Tests;

namespace Xemelios.Cli.Tests.Contrat;

/// <summary><c>compacter</c> makes the originals smaller and changes nothing else.</summary>
public sealed class CompacterTests : IDisposable
{
    private readonly DossierDEssai _essai = new();

    [Fact]
    public async Task Compacter_AUneForme()
    {
        await Importer();
        Assert.Empty(FormeJson.Ecarts(
            """{"originaux":"entier","compactes":"entier","laisses":"entier","octets_avant":"entier","octets_apres":"entier","defauts":["texte"],"duree_ms":"entier"}""",
            (await Commande.SurAsync(_essai.Donnees, "compacter")).Json));
    }

    [Fact]
    public async Task Compacter_ReduitLesOriginauxSansRienChangerAuxReponses()
    {
        await Importer();
        var avant = await Commande.SurAsync(_essai.Donnees, "verifier");
        var resultat = await Commande.SurAsync(_essai.Donnees, "compacter");
        var bilan = resultat.Json;
        Assert.Equal((0, 3), (resultat.Code, (int)bilan["compactes"]!));
        Assert.Equal(3, Compresses().Length);
        Assert.True((long)bilan["octets_apres"]! * 2 < (long)bilan["octets_avant"]!, resultat.Sortie);
        Assert.Equal((long)bilan["octets_apres"]!, Fichiers().Sum(f => new FileInfo(f).Length));

        var apres = await Commande.SurAsync(_essai.Donnees, "verifier");
        Assert.Equal((0, (string)avant.Json["empreinte_logique"]!), (apres.Code, (string)apres.Json["empreinte_logique"]!));
        Assert.Equal(0, (await Commande.SurAsync(_essai.Donnees, "reconstruire")).Code);
        var refait = await Commande.SurAsync(_essai.Donnees, "verifier");
        Assert.Equal((string)avant.Json["empreinte_logique"]!, (string)refait.Json["empreinte_logique"]!);
        Assert.Equal(0, (int)(await Commande.SurAsync(_essai.Donnees, "compacter")).Json["compactes"]!);
    }

    [Fact]
    public async Task Compacter_DitEnFrancaisCeQuIlAFait()
    {
        await Importer();
        var resultat = await Commande.ExecuterAsync("compacter", "--donnees", _essai.Donnees);
        Assert.Equal(0, resultat.Code);
        Assert.Matches(
            @"^Originaux compressés : 3 sur 6 ; laissés tels quels, faute d'y gagner : 0 ; place prise : 1,2 Mo avant, \d+,\d ko après ; durée : \d+,\d+ s\.", resultat.Sortie);
    }

    [Fact]
    public async Task Compacter_SignaleUnOriginalAltereEtRend10()
    {
        await Importer();
        Abimer(Fichiers().First(f => new FileInfo(f).Length > 64 << 10));
        var resultat = await Commande.SurAsync(_essai.Donnees, "compacter");
        Assert.Equal((10, 2), (resultat.Code, (int)resultat.Json["compactes"]!));
        Assert.Contains("a été altéré", (string)resultat.Json["defauts"]![0]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verifier_NommeUnOriginalCompresseQuiEstAbime()
    {
        await Importer();
        await Commande.SurAsync(_essai.Donnees, "compacter");
        var compresse = Compresses()[0];
        Abimer(compresse);
        var resultat = await Commande.SurAsync(_essai.Donnees, "verifier");
        Assert.Equal(10, resultat.Code);
        var defaut = Assert.Single(resultat.Json["controles"]!.AsArray().SelectMany(c => c!["defauts"]!.AsArray()))!;
        Assert.Equal($"L'original {Path.GetFileNameWithoutExtension(compresse)} est abîmé : il ne se décompresse plus.", (string)defaut!);
    }

    [Fact]
    public async Task Compacter_SeFaitSurUnDossierQuUnServeurTient()
    {
        await Importer();
        Assert.Equal(0, Commande.Sur(_essai.Entrepot, "compacter").Code);
        Assert.Equal(3, Compresses().Length);
    }

    public void Dispose() => _essai.Dispose();

    private static void Abimer(string fichier)
    {
        var octets = File.ReadAllBytes(fichier);
        octets[octets.Length / 2] ^= 1;
        File.SetAttributes(fichier, FileAttributes.Normal);
        File.WriteAllBytes(fichier, octets);
    }

    private async Task Importer()
    {
        var resultat = await Commande.SurAsync(_essai.Donnees, "importer", JeuDEssai.Chemin("commune", "2026-03"));
        Assert.True(resultat.Code is 0 or 5, resultat.Sortie);
    }

    private string[] Compresses() => [.. Fichiers().Where(f => f.EndsWith(".gz", StringComparison.Ordinal))];

    private string[] Fichiers() =>
        [.. Directory.GetFiles(Path.Combine(_essai.Donnees, "originaux"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
