using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Import.Tests;
using Xemelios.Store.Gestion.Notes;

namespace Xemelios.Cli.Tests.Contrat;

/// <summary><c>restituer</c>: all that is held on an agent, in one zip, for a reason that the journal keeps.</summary>
public sealed class RestituerTests : IDisposable
{
    private const string Siret = "21990001600011";
    private readonly DossierDEssai _essai = new();

    public RestituerTests() => Sur("importer", JeuDEssai.Chemin("commune", "2026-03"));

    private string Fichier => Path.Combine(_essai.Depot, "restitution.zip");

    public void Dispose() => _essai.Dispose();

    [Fact]
    public void LeZipDonneToutEtSesSourcesSontCellesDeLOriginal()
    {
        var matricule = UnMatriculeAvecPiece();
        var resultat = Restituer(matricule);

        Assert.Equal((0, Siret, matricule, 1), (resultat.Code, (string)resultat.Json["siret"]!, (string)resultat.Json["matricule"]!, (int)resultat.Json["bulletins"]!));
        var fichiers = Lire();
        Assert.Equal(fichiers.Count - 1, resultat.Json["fichiers"]!.AsArray().Count);
        Assert.Equal(
            ["LISEZMOI.txt", "consultations.csv", "controles.csv", "empreintes.csv", "identite.csv", "identite.json", "notes.csv"], fichiers.Keys.Where(k => !k.Contains('/', StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        var source = Texte(fichiers["sources/index.csv"]).Split("\r\n")[1].Split(';');
        using var original = _essai.Entrepot.Originaux.Ouvrir(new Empreinte(source[3]));
        var attendus = new byte[int.Parse(source[6], System.Globalization.CultureInfo.InvariantCulture)];
        original.Position = long.Parse(source[5], System.Globalization.CultureInfo.InvariantCulture);
        original.ReadExactly(attendus);
        Assert.Equal(attendus, fichiers[source[0]]);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(attendus)), source[7]);
        Assert.StartsWith("<PayeIndivMensuel", Encoding.Latin1.GetString(attendus), StringComparison.Ordinal);
        Assert.Contains($"\"{matricule}\"", Encoding.Latin1.GetString(attendus), StringComparison.Ordinal);
        Assert.True((int)resultat.Json["pieces_copiees"]! + (int)resultat.Json["pieces_partagees"]! > 0);
    }

    [Fact]
    public void LActeEstAuJournalAvantAvecSonMotifEtSeLitDansLeFichier()
    {
        Sur("bulletin", "--siret", Siret, "--mois", "2026-03", "--matricule", "000001");
        Restituer("000001");

        var acte = _essai.Entrepot.Journal.Lire(new()).Entrees[0].Acte;
        Assert.Equal(
            (NatureDActe.Restitution, "xemelios restituer", Siret, "000001", "DA-2026-7 du 01/04/2026"), (acte.Nature, acte.Objet, acte.Siret, acte.Matricule, acte.Motif));
        var consultations = Texte(Lire()["consultations.csv"]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..];
        Assert.Contains(";restitution;personne qui exploite la machine;;les données détenues sur l'agent;ses données;DA-2026-7 du 01/04/2026", consultations[0], StringComparison.Ordinal);
        Assert.Contains(";consultation;personne qui exploite la machine;;un bulletin de paye;ses données;", consultations[1], StringComparison.Ordinal);
    }

    [Fact]
    public void LesNotesSurviventALaReconstructionEtSontDansLeFichier()
    {
        Noter("000001");
        _essai.Reconstruire();

        Assert.Equal(1, (int)Restituer("000001").Json["notes"]!);
        Assert.Contains("Adresse;J'habite ailleurs", Texte(Lire()["notes.csv"]), StringComparison.Ordinal);
        Assert.Contains("\"texte\": \"J'habite ailleurs\"", Texte(Lire()["bulletins/bulletins.json"]), StringComparison.Ordinal);
        Assert.Equal(0, Sur("verifier").Code);
    }

    [Fact]
    public void UnAgentInconnuDonne10SansFichierNiActe()
    {
        var resultat = Restituer("inconnu");

        Assert.Equal((10, ""), (resultat.Code, resultat.Sortie));
        Assert.Contains("rien n'est écrit", resultat.Messages, StringComparison.Ordinal);
        Assert.False(File.Exists(Fichier));
        Assert.Empty(_essai.Entrepot.Journal.Lire(new() { Nature = NatureDActe.Restitution }).Entrees);
    }

    [Theory]
    [InlineData("--motif", "DA-7")]
    [InlineData("-o", "x.zip")]
    [InlineData("-o", "x.zip", "--motif", "  ")]
    public async Task SansMotifOuSansFichierLaLigneEstFausse(params string[] options) =>
        Assert.Equal(25, (await Commande.SurAsync(_essai.Donnees, ["restituer", "--siret", Siret, "--matricule", "000001", .. options])).Code);

    private void Noter(string matricule) => new RedactionDeNotes(_essai.Entrepot.Notes, _essai.Entrepot.Journal, TimeProvider.System).Ajouter(
        SorteDeNote.Rectification, new CibleDeNote(Siret) { Matricule = matricule }, "Adresse", "J'habite ailleurs", null, new Acte(NatureDActe.Rectification, "claire", "essai", "essai"));

    private string UnMatriculeAvecPiece() => (string)_essai.Lire("""
        SELECT min(a.matricule) FROM reference_de_bulletin r JOIN paye_individuelle p ON p.id = r.bulletin JOIN agent a ON a.id = p.agent
        JOIN reference_resolue x ON x.employeur = r.employeur AND x.id_unique IS NOT DISTINCT FROM r.id_unique AND x.nom IS NOT DISTINCT FROM r.nom
        """)[0][0]!;

    private Resultat Restituer(string matricule) => Sur("restituer", "--siret", Siret, "--matricule", matricule, "--motif", "DA-2026-7 du 01/04/2026", "-o", Fichier);

    private Resultat Sur(params string[] arguments) => Commande.Sur(_essai.Entrepot, arguments);

    private Dictionary<string, byte[]> Lire()
    {
        using var zip = ZipFile.OpenRead(Fichier);
        return zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var flux = e.Open();
            using var copie = new MemoryStream();
            flux.CopyTo(copie);
            return copie.ToArray();
        }, StringComparer.Ordinal);
    }

    private static string Texte(byte[] octets) => Encoding.UTF8.GetString(octets);
}
