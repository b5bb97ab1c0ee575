using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Bulletins;
using Xemelios.Query.Export.Bulletins;
using Xemelios.Query.Restitutions;
using Xemelios.Query.Tests.Donnees;
using Xemelios.Query.Tests.Export;
using Xemelios.Store.Gestion.Notes;

namespace Xemelios.Query.Tests.Restitutions;

/// <summary>All that is held on an agent, in one zip: his own data whole, nothing of anyone else.</summary>
public sealed class RestitutionTests : IDisposable
{
    private static readonly DateTimeOffset Etabli = new(2026, 4, 2, 9, 30, 0, TimeSpan.FromHours(2));
    private readonly Entrepot _entrepot = new();
    private readonly EmployeurDeTest _commune;

    public RestitutionTests()
    {
        _commune = new EmployeurDeTest(_entrepot);
        _commune.Volume("fevrier.xhl", 202602).Bulletin("000123", b => b.Traitement(1800).Piece("SIEN"), nom: "MARTIN");
        _commune.Volume("mars.xhl").Bulletin("000123", b => b.Traitement(1850).Prime(100).Piece("SIEN").Piece("COLLECTIVE").Piece("PAPIER", "papier"), nom: "MARTIN", echelon: "07")
            .Bulletin("000124", b => b.Traitement(2000).Piece("COLLECTIVE", "liste.pdf"), nom: "AUTRE");
        _commune.Flux("pes").Piece(_entrepot.Contenu("PIECE", "sien.pdf"), "SIEN", "arrêté d'échelon.pdf").Piece(_entrepot.Contenu("PIECE", "liste.pdf"), "COLLECTIVE", "liste.pdf");
        _entrepot.Connexion.Execute("UPDATE agent SET nir = '2900199001001', enfants = 2, adr1 = '3 rue de l''Église', iban = 'FR7630001007941234567890185' WHERE matricule = '000123'");
    }

    public void Dispose() => _entrepot.Dispose();

    [Fact]
    public void ChaqueDescriptionDitSonPremierEtSonDernierMois()
    {
        _commune.Volume("avril.xhl", 202604).Bulletin("000123", b => b.Traitement(1850), nom: "MARTIN", echelon: "07");
        _entrepot.Connexion.Execute("UPDATE agent SET nir = '2900199001001', enfants = 2, adr1 = '3 rue de l''Église', iban = 'FR7630001007941234567890185' WHERE matricule = '000123'");

        var descriptions = Question().Descriptions(_entrepot.Connexion, Perimetre.Complet);

        Assert.Equal([("2026-02", "2026-02", 1, null), ("2026-03", "2026-04", 2, "07")], descriptions.Select(d => ($"{d.Premier}", $"{d.Dernier}", d.Bulletins, d.Echelon)));
        Assert.All(descriptions, d => Assert.Equal(("2900199001001", 2, "3 rue de l'Église", "FR7630001007941234567890185"), (d.Nir, d.Enfants, d.Adresse.Ligne1, d.Compte.Iban)));
    }

    [Fact]
    public void QuiNeVoitPasToutNEnLitRien()
    {
        Assert.Throws<DonneeMasqueeException>(() => Question().Descriptions(_entrepot.Connexion, Perimetre.Complet.Montrant(DonneesProtegees.Toutes & ~DonneesProtegees.Nir)));
        Assert.Throws<RapprochementInterditException>(() => Question().Prevoir(_entrepot.Connexion, Perimetre.Complet with { PlusieursPostes = true }));
        Assert.Null(Question().Prevoir(_entrepot.Connexion, Perimetre.Limite([new BudgetPermis("26990001500018", null)])));
        Assert.Null(new RestitutionQuestion(_commune.Siret, "000999").Prevoir(_entrepot.Connexion, Perimetre.Complet));
    }

    [Fact]
    public void UnePieceQueDAutresCitentEstNommeeEtNonCopiee()
    {
        var (fichiers, bilan) = Ecrire();

        Assert.Equal((3, 1, 1), (bilan.PiecesCitees, bilan.PiecesCopiees, bilan.PiecesPartagees));
        Assert.Equal(["pieces/0001-SIEN.pdf", "pieces/liste.csv"], fichiers.Keys.Where(k => k.StartsWith("pieces/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        var liste = Texte(fichiers["pieces/liste.csv"]);
        Assert.Contains("COLLECTIVE;;01;2026-03;;" + Entrepot.Empreinte("liste.pdf") + ";non copiée : elle concerne aussi d'autres agents, dont elle donnerait les données", liste, StringComparison.Ordinal);
        Assert.Contains("PAPIER;papier;01;2026-03;;;non reçue : elle n'est pas détenue ici", liste, StringComparison.Ordinal);
        Assert.DoesNotContain(fichiers.Values, f => Texte(f).Contains("AUTRE", StringComparison.Ordinal) || Texte(f).Contains("000124", StringComparison.Ordinal));
        Assert.Contains("1 justificatif(s) concernent aussi d'autres agents", Texte(fichiers["LISEZMOI.txt"]), StringComparison.Ordinal);
    }

    [Fact]
    public void ChaqueFichierALEmpreinteQueLaListeDonne()
    {
        var (fichiers, bilan) = Ecrire();
        var lignes = Texte(fichiers["empreintes.csv"]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(';')).ToList();

        Assert.Equal(fichiers.Keys.Where(k => k != "empreintes.csv").Order(StringComparer.Ordinal), lignes.Select(l => l[0]).Order(StringComparer.Ordinal));
        Assert.All(lignes, l => Assert.Equal((l[1], l[2]), ($"{fichiers[l[0]].Length}", Convert.ToHexStringLower(SHA256.HashData(fichiers[l[0]])))));
        Assert.Equal(lignes.Select(l => l[0]), bilan.Fichiers.Select(f => f.Chemin));
    }

    [Fact]
    public void LesBulletinsYSontEnPdfEtAvecToutesLeursLignes()
    {
        var (fichiers, _) = Ecrire();
        var volume = Entrepot.Empreinte("mars.xhl");
        var json = JsonNode.Parse(fichiers["bulletins/bulletins.json"])!.AsArray();

        Assert.Equal(["1000", "2000"], json[1]!["lignes"]!.AsArray().Select(l => (string)l!["code"]!));
        Assert.Equal(("2900199001001", "FR7630001007941234567890185"), ((string)json[0]!["nir"]!, (string)json[0]!["compte"]!["iban"]!));
        using var pdf = new PdfLu(flux => flux.Write(fichiers[$"bulletins/2026-03-{volume[..12]}-00001.pdf"]));
        Assert.Equal(1, pdf.Pages);
        Assert.Equal($"<source {volume} 1000/>", Texte(fichiers[$"sources/2026-03-{volume[..12]}-00001.xml"]));
        Assert.Contains($"sources/2026-03-{volume[..12]}-00001.xml;03/2026;mars.xhl;{volume};1;1000;", Texte(fichiers["sources/index.csv"]), StringComparison.Ordinal);
        Assert.Contains("le fichier original ne se relit pas à cette place", Texte(fichiers["sources/index.csv"]), StringComparison.Ordinal);
        Assert.Contains("1 bulletin(s) dont le fichier original ne se relit plus", Texte(fichiers["LISEZMOI.txt"]), StringComparison.Ordinal);
    }

    [Fact]
    public void ConsultationsEtNotesSontDitesSansNomDeCompte()
    {
        var (fichiers, bilan) = Ecrire();

        Assert.Equal((2L, 1), (bilan.Consultations, bilan.Notes));
        Assert.Contains("2026-03-05 08:00:00;consultation;comptable;P1;un bulletin de paye;ses données;", Texte(fichiers["consultations.csv"]), StringComparison.Ordinal);
        Assert.Contains(";profil non retrouvé;;la liste des bulletins;une liste, une recherche ou un export qui a pu les montrer;", Texte(fichiers["consultations.csv"]), StringComparison.Ordinal);
        Assert.Contains("Rectification;2026-03-20 10:00:00;tous ses bulletins;Adresse;J'habite ailleurs;Facture;refusée;2026-03-21 10:00:00;Facture d'un tiers", Texte(fichiers["notes.csv"]), StringComparison.Ordinal);
        Assert.DoesNotContain("claire", Texte(fichiers["consultations.csv"]) + Texte(fichiers["notes.csv"]), StringComparison.Ordinal);
    }

    [Fact]
    public void LesMemesDonneesDonnentLesMemesOctets()
    {
        using var un = new MemoryStream();
        using var deux = new MemoryStream();
        EcritureDeRestitution.Ecrire(Restitution(), un);
        EcritureDeRestitution.Ecrire(Restitution(), deux);

        Assert.Equal(un.ToArray(), deux.ToArray());
    }

    [Fact]
    public void LeLisezMoiDitQuiPourquoiEtCeQuiManque()
    {
        var texte = Texte(Ecrire().Fichiers["LISEZMOI.txt"]);

        Assert.StartsWith("\uFEFFRESTITUTION DES DONNÉES DÉTENUES SUR UN AGENT", texte, StringComparison.Ordinal);
        Assert.Contains("Agent      : MARTIN Zoé, matricule 000123", texte, StringComparison.Ordinal);
        Assert.Contains("Demande    : DA-2026-7, demande du 01/04/2026", texte, StringComparison.Ordinal);
        Assert.Contains("Établie le : jeudi 2 avril 2026 à 09 h 30, par claire", texte, StringComparison.Ordinal);
        Assert.Contains("Rien n'est masqué", texte, StringComparison.Ordinal);
        Assert.DoesNotContain("habilitation de qui", texte, StringComparison.Ordinal);
        Assert.Contains("habilitation de qui", Texte(Ecrire(limite: true).Fichiers["LISEZMOI.txt"]), StringComparison.Ordinal);
    }

    private RestitutionQuestion Question() => new(_commune.Siret, "000123");

    private (Dictionary<string, byte[]> Fichiers, BilanDeRestitution Bilan) Ecrire(bool limite = false)
    {
        using var flux = new MemoryStream();
        var bilan = EcritureDeRestitution.Ecrire(Restitution() with { PerimetreLimite = limite }, flux);
        using var zip = new ZipArchive(new MemoryStream(flux.ToArray()));
        return (zip.Entries.ToDictionary(e => e.FullName, Octets, StringComparer.Ordinal), bilan);
    }

    private Restitution Restitution()
    {
        var question = Question();
        var note = new Note(
            1, SorteDeNote.Rectification, new CibleDeNote(_commune.Siret) { Matricule = "000123" }, "Adresse", "J'habite ailleurs", "Facture", "claire", new DateTimeOffset(2026, 3, 20, 10, 0, 0, TimeSpan.Zero))
        {
            Decisions = [new DecisionDeNote(EtatDeNote.Refusee, "Facture d'un tiers", "claire", new DateTimeOffset(2026, 3, 21, 10, 0, 0, TimeSpan.Zero))],
        };
        return new Restitution(
            question.Prevoir(_entrepot.Connexion, Perimetre.Complet)!, "DA-2026-7, demande du 01/04/2026", Etabli, "claire", question.Descriptions(_entrepot.Connexion, Perimetre.Complet),
            a => BulletinQuestion.ALAdresse(a).Executer(_entrepot.Connexion, Perimetre.Complet)[0],
            b => b.Mois == new MoisDePaye(2026, 2) ? null : Encoding.UTF8.GetBytes($"<source {b.Adresse.Volume} {b.Octet}/>"),
            e => new ContenuDePiece(new MemoryStream(Encoding.UTF8.GetBytes(e))),
            [
                new ConsultationDite(new DateTimeOffset(2026, 3, 5, 8, 0, 0, TimeSpan.Zero), NatureDActe.Consultation, "comptable", "P1", "un bulletin de paye", Directe: true, null),
                new ConsultationDite(new DateTimeOffset(2026, 3, 4, 8, 0, 0, TimeSpan.Zero), NatureDActe.Recherche, null, null, "la liste des bulletins", Directe: false, null),
            ],
            [note]);
    }

    private static byte[] Octets(ZipArchiveEntry entree)
    {
        using var flux = entree.Open();
        using var copie = new MemoryStream();
        flux.CopyTo(copie);
        return copie.ToArray();
    }

    private static string Texte(byte[] octets) => Encoding.UTF8.GetString(octets);
}
