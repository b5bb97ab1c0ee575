using System.Text;
using System.Text.Json.Nodes;

namespace Xemelios.Cli.Tests.Contrat;

/// <summary><c>--format</c> and <c>-o</c>, on every command that answers a table.</summary>
public sealed class ExportsTests(DossierImporte dossier) : IClassFixture<DossierImporte>
{
    private const string Siret = "21990001600011";

    [Theory]
    [InlineData("etats")]
    [InlineData("etat-liquidatif", "--par", "rubrique")]
    [InlineData("rapprocher")]
    [InlineData("heures-supplementaires")]
    [InlineData("justificatifs")]
    public async Task ChaqueCommandeEcritChaqueFormat(params string[] commande)
    {
        foreach (var (format, debut) in Formats)
        {
            var fichier = dossier.Fichier($"{commande[0]}.{format}");

            var resultat = await Executer([.. commande, "--siret", Siret, "--mois", "2026-03", "--format", format, "-o", fichier]);

            Assert.Equal((0, ""), (resultat.Code, resultat.Sortie));
            Assert.StartsWith(debut, Encoding.Latin1.GetString(await File.ReadAllBytesAsync(fichier)), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("comparer", "--mois", "2026-03", "--avec", "2026-02")]
    [InlineData("justificatifs-attendus", "--mois", "2026-03")]
    [InlineData("passage", "--proposer")]
    public async Task LesReponsesSurPlusieursMoisSEcriventAussi(params string[] commande)
    {
        foreach (var (format, debut) in Formats)
        {
            var fichier = dossier.Fichier($"{commande[0]}.{format}");

            var resultat = await Executer([.. commande, "--siret", Siret, "--format", format, "-o", fichier]);

            Assert.Equal((0, ""), (resultat.Code, resultat.Sortie));
            Assert.StartsWith(debut, Encoding.Latin1.GetString(await File.ReadAllBytesAsync(fichier)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task LeJsonEcritALesSommesDeLaReponse()
    {
        var fichier = dossier.Fichier("etat.json");
        await Executer("etat-liquidatif", "--siret", Siret, "--mois", "2026-03", "-o", fichier);
        var reponse = await Executer("etat-liquidatif", "--siret", Siret, "--mois", "2026-03", "--json");

        var ecrit = JsonNode.Parse(await File.ReadAllTextAsync(fichier))!;

        Assert.Equal((string?)reponse.Json["totaux"]!["montant"], (string?)ecrit["totaux"]!["montant"]);
        Assert.Equal(reponse.Json["lignes"]!.AsArray().Count, ecrit["lignes"]!.AsArray().Count);
        Assert.Equal((int)reponse.Json["etat"]!["volumes"]!, ecrit["sources"]!.AsArray().Count);
    }

    [Fact]
    public async Task UnBulletinSImprime()
    {
        var fichier = dossier.Fichier("bulletin.pdf");
        var etat = await Executer("etat-liquidatif", "--siret", Siret, "--mois", "2026-03", "--par", "agent", "--json");
        var matricule = (string)etat.Json["lignes"]![0]!["matricule"]!;

        var resultat = await Executer("bulletin", "--siret", Siret, "--mois", "2026-03", "--matricule", matricule, "-o", fichier);
        var absent = await Executer("bulletin", "--siret", Siret, "--mois", "2026-03", "--matricule", "personne", "-o", dossier.Fichier("rien.pdf"));

        Assert.Equal(0, resultat.Code);
        Assert.StartsWith("%PDF-1.7", Encoding.Latin1.GetString(await File.ReadAllBytesAsync(fichier)), StringComparison.Ordinal);
        Assert.Equal(10, absent.Code);
        Assert.False(File.Exists(dossier.Fichier("rien.pdf")));
    }

    [Theory]
    [InlineData("etats", "--format", "xlsx")]
    [InlineData("etats", "-o", "sans-extension")]
    [InlineData("etats", "--format", "docx", "-o", "x.docx")]
    [InlineData("bulletin", "--siret", Siret, "--mois", "2026-03", "--matricule", "1", "-o", "x.csv")]
    public async Task UneDemandeQuiNeSEcritPasEstUneFauteDeSyntaxe(params string[] commande)
    {
        var resultat = await Executer(commande);

        Assert.Equal((25, ""), (resultat.Code, resultat.Sortie));
        Assert.NotEqual("", resultat.Messages);
    }

    [Fact]
    public async Task FormatJsonSansFichierEstLaReponseJson()
    {
        var resultat = await Executer("etats", "--format", "json");

        Assert.NotEmpty(resultat.Json.AsArray());
    }

    [Fact]
    public async Task UnExportRefuseNeLaisseRien()
    {
        var resultat = await Executer("etat-liquidatif", "--siret", Siret, "--mois", "2031-01", "-o", dossier.Fichier("absent.xlsx"));

        Assert.Equal(10, resultat.Code);
        Assert.Empty(Directory.GetFiles(dossier.Exports, "absent*"));
    }

    private static readonly (string Format, string Debut)[] Formats =
        [("json", "{\"titre\":"), ("csv", "\u00EF\u00BB\u00BF# Titre : "), ("xlsx", "PK"), ("pdf", "%PDF-1.7"), ("parquet", "PAR1")];

    private Task<Resultat> Executer(params string[] arguments) => Commande.ExecuterAsync([.. arguments, "--donnees", dossier.Donnees]);
}

/// <summary>The commune of the samples, imported once.</summary>
public sealed class DossierImporte : IAsyncLifetime
{
    private readonly DirectoryInfo _racine = Directory.CreateTempSubdirectory("xemelios-exports-");

    public string Donnees => Path.Combine(_racine.FullName, "donnees");

    public string Exports => Directory.CreateDirectory(Path.Combine(_racine.FullName, "exports")).FullName;

    public string Fichier(string nom) => Path.Combine(Exports, nom);

    public Task InitializeAsync() => Commande.SurAsync(Donnees, "importer", JeuDEssai.Chemin("commune"));

    public Task DisposeAsync()
    {
        foreach (var original in _racine.EnumerateFiles("*", SearchOption.AllDirectories)) original.Attributes = FileAttributes.Normal;
        _racine.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
