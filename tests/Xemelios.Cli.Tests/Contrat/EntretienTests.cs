using Xemelios.Import.Tests;

namespace Xemelios.Cli.Tests.Contrat;

/// <summary><c>verifier</c> says when the folder no longer says what the files said; <c>reconstruire</c> gives it back.</summary>
public sealed class EntretienTests : IDisposable
{
    private readonly DossierDEssai _essai = new();

    public static TheoryData<string> Alterations =>
    [
        "UPDATE ligne SET montant = montant + 0.01 WHERE position = 1 AND bulletin = (SELECT min(id) FROM bulletin)",
        "UPDATE ligne SET montant = montant + 0.01 WHERE (bulletin, position) = (SELECT min((l.bulletin, l.position)) FROM ligne l JOIN modele_de_ligne m ON m.id = l.modele JOIN rubrique r ON r.id = m.rubrique WHERE r.categorie = 11)",
        "UPDATE ligne SET taux = 12.34 WHERE position = 2 AND bulletin = (SELECT min(id) FROM bulletin)",
        "UPDATE modele_de_ligne SET taux = coalesce(taux, 0) + 1 WHERE id = (SELECT min(id) FROM modele_de_ligne)",
        "UPDATE paye_individuelle SET net = net + 1 WHERE id = (SELECT min(id) FROM paye_individuelle)",
        "UPDATE agent SET nom = 'AUTRE' WHERE id = (SELECT min(id) FROM agent)",
        "DELETE FROM ligne WHERE position = 1 AND bulletin = (SELECT min(id) FROM bulletin)",
        "DELETE FROM paye_individuelle WHERE id = (SELECT max(id) FROM paye_individuelle)",
        "UPDATE paye_individuelle SET traitement = 0 WHERE id = (SELECT min(id) FROM paye_individuelle)",
        "UPDATE volume SET brut = brut + 1 WHERE NOT entete_seul",
        "UPDATE total_de_rubrique SET montant = montant + 0.01",
        "UPDATE ligne_de_mandat SET montant_ht = montant_ht + 1 WHERE mandat = (SELECT min(id) FROM mandat)",
        "UPDATE repartition SET montant = 0 WHERE rang = 1",
        "DELETE FROM piece WHERE id = (SELECT min(id) FROM piece)",
        "UPDATE reference_de_bulletin SET id_unique = 'AUTRE'",
    ];

    [Fact]
    public async Task Verifier_Donne0QuandToutEstSain()
    {
        await ImporterMars();
        var resultat = await Commande.SurAsync(_essai.Donnees, "verifier");
        Assert.True(resultat.Code == 0, resultat.Sortie);
        Assert.True((bool)resultat.Json["sain"]!);
    }

    [Fact]
    public async Task Verifier_DitQuUnOriginalEstAltere()
    {
        await ImporterMars();
        var original = Originaux().First();
        var octets = await File.ReadAllBytesAsync(original);
        octets[octets.Length / 2] ^= 1;
        File.SetAttributes(original, FileAttributes.Normal);
        await File.WriteAllBytesAsync(original, octets);
        await EstMalade();
    }

    [Fact]
    public async Task Verifier_DitQuUnOriginalADisparu()
    {
        await ImporterMars();
        File.Delete(Originaux().First());
        await EstMalade();
    }

    [Theory]
    [MemberData(nameof(Alterations))]
    public async Task Verifier_DitQuUneTableEstAlteree(string alteration)
    {
        await ImporterMars();
        using (var connexion = _essai.Entrepot.Connecter())
        using (var commande = connexion.CreateCommand())
        {
            commande.CommandText = alteration;
            Assert.True(commande.ExecuteNonQuery() > 0);
        }

        _essai.Fermer();
        await EstMalade();
    }

    [Fact]
    public async Task Reconstruire_RedonneLaMemeEmpreinteLogiqueApresLaPerteDesDeuxProjections()
    {
        await Commande.SurAsync(_essai.Donnees, ["importer", .. JeuDEssai.Livraisons]);
        var avant = (await Commande.SurAsync(_essai.Donnees, "verifier")).Json;
        var etats = (await Commande.SurAsync(_essai.Donnees, "etats")).Sortie;
        var perdus = Directory.GetFiles(_essai.Donnees).Where(f => Path.GetFileName(f) is var nom && (nom.StartsWith("paye.duckdb", StringComparison.Ordinal) || nom.StartsWith("recherche.db", StringComparison.Ordinal))).ToList();
        Assert.True(perdus.Count >= 2);
        perdus.ForEach(File.Delete);
        var resultat = await Commande.SurAsync(_essai.Donnees, "reconstruire");
        Assert.Equal((0, 732), (resultat.Code, (int)resultat.Json["totaux"]!["bulletins"]!));
        var apres = (await Commande.SurAsync(_essai.Donnees, "verifier")).Json;
        Assert.Equal((string)avant["empreinte_logique"]!, (string)apres["empreinte_logique"]!);
        Assert.Equal(etats, (await Commande.SurAsync(_essai.Donnees, "etats")).Sortie);
    }

    [Fact]
    public async Task Reconstruire_RepareUneTableAlteree()
    {
        await ImporterMars();
        var avant = (await Commande.SurAsync(_essai.Donnees, "verifier")).Json;
        _essai.Lire("SELECT 1");
        using (var connexion = _essai.Entrepot.Connecter())
        using (var commande = connexion.CreateCommand())
        {
            commande.CommandText = "DELETE FROM ligne";
            commande.ExecuteNonQuery();
        }

        _essai.Fermer();
        await Commande.SurAsync(_essai.Donnees, "reconstruire");
        var apres = await Commande.SurAsync(_essai.Donnees, "verifier");
        Assert.Equal((0, (string)avant["empreinte_logique"]!), (apres.Code, (string)apres.Json["empreinte_logique"]!));
    }

    [Fact]
    public async Task Reconstruire_RepareUneBaseQuiNeSOuvrePlus()
    {
        await ImporterMars();
        var avant = (await Commande.SurAsync(_essai.Donnees, "verifier")).Json;
        foreach (var nom in (string[])["paye.duckdb", "recherche.db"])
            await File.WriteAllTextAsync(Path.Combine(_essai.Donnees, nom), new string('x', 50_000));
        await Assert.ThrowsAnyAsync<Exception>(() => Commande.SurAsync(_essai.Donnees, "etats"));

        Assert.Equal((0, 6), (await Commande.SurAsync(_essai.Donnees, "reconstruire") is var r ? (r.Code, (int)r.Json["totaux"]!["bulletins"]!) : default));
        var apres = await Commande.SurAsync(_essai.Donnees, "verifier");
        Assert.Equal((0, (string)avant["empreinte_logique"]!), (apres.Code, (string)apres.Json["empreinte_logique"]!));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(250)]
    [InlineData(600)]
    public async Task Reconstruire_TueeNImporteQuand_LaisseUneBaseEntiere(int attenteEnMs)
    {
        await Commande.SurAsync(_essai.Donnees, ["importer", .. JeuDEssai.Livraisons]);
        var avant = (await Commande.SurAsync(_essai.Donnees, "verifier")).Json;
        using (var processus = Programme.Demarrer(_essai.Depot, _essai.Donnees, "reconstruire"))
        {
            while (!processus.HasExited && !Directory.Exists(Path.Combine(_essai.Donnees, "reconstruction")))
                await Task.Delay(5);
            await Task.Delay(attenteEnMs);
            processus.Kill();
            await processus.WaitForExitAsync();
        }

        var apres = await Commande.SurAsync(_essai.Donnees, "verifier");
        Assert.True(apres.Code == 0, apres.Sortie);
        Assert.Equal((string)avant["empreinte_logique"]!, (string)apres.Json["empreinte_logique"]!);
        Assert.Empty(Directory.GetDirectories(_essai.Donnees, "reconstruction*"));
    }

    [Fact]
    public async Task UnImportConfieAuServeur_SeRefusePendantUneReconstruction()
    {
        await ImporterMars();
        using var messages = new StringWriter();
        using (_essai.Entrepot.OuvrirUneBaseARefaire())
            Assert.Equal(10, LigneDeCommande.ExecuterSur(_essai.Entrepot, ["importer", _essai.Depot], _essai.Depot, TextWriter.Null, messages));
        Assert.StartsWith("Une reconstruction de la base est en cours : rien n'a été fait.", messages.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, LigneDeCommande.ExecuterSur(_essai.Entrepot, ["etats"], _essai.Depot, TextWriter.Null, messages));
    }

    public void Dispose() => _essai.Dispose();

    // Every kind of row, a replaced volume too, and little to read.
    private async Task ImporterMars()
    {
        var resultat = await Commande.SurAsync(_essai.Donnees, "importer", JeuDEssai.Chemin("cas", "mandats-pjref"), JeuDEssai.Chemin("cas", "pj-dans-pes"));
        Assert.Equal(0, resultat.Code);
        Assert.Equal((6, 2), ((int)resultat.Json["totaux"]!["bulletins"]!, (int)resultat.Json["totaux"]!["mandats"]!));
    }

    private async Task EstMalade()
    {
        var resultat = await Commande.SurAsync(_essai.Donnees, "verifier");
        Assert.True(resultat.Code == 10, resultat.Sortie);
        Assert.False((bool)resultat.Json["sain"]!);
        Assert.Contains(resultat.Json["controles"]!.AsArray(), c => c!["defauts"]!.AsArray().Count > 0);
    }

    private IEnumerable<string> Originaux() =>
        Directory.GetFiles(Path.Combine(_essai.Donnees, "originaux"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
}
