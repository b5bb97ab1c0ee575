using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Xemelios.Query.Export.Bulletins;

namespace Xemelios.Query.Tests.Export.Bulletins;

public sealed class EcritureDeDossierTests
{
    private static readonly byte[] Arrete = Encoding.UTF8.GetBytes("%PDF arrêté");
    private static readonly byte[] Contrat = Encoding.UTF8.GetBytes("%PDF contrat");

    [Fact]
    public void LesPiecesSontCellesQuiOntEteRecuesSousDesNomsSursEtUniques()
    {
        var (entrees, sommaire) = Ecrire();

        Assert.Equal(
            ["bulletins.pdf", "criteres.txt", "empreintes.csv", "pieces/0001-etc_passwd_arrete.pdf", "pieces/0002-passwd_arrete.pdf", "sommaire.json"],
            entrees.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Arrete, entrees["pieces/0001-etc_passwd_arrete.pdf"]);
        Assert.Equal(Contrat, entrees["pieces/0002-passwd_arrete.pdf"]);
        foreach (var piece in sommaire["pieces"]!.AsArray())
            Assert.Equal(Sha(entrees[(string)piece!["chemin"]!]), (string?)piece["empreinte"]);
        Assert.Equal(Sha(entrees["bulletins.pdf"]), (string?)sommaire["empreinte_des_bulletins"]);
    }

    [Fact]
    public void CeQuiManqueEstDitAvecSaRaison()
    {
        var (entrees, sommaire) = Ecrire();

        Assert.Equal(
            [("Papier", "non reçue (support : papier)"), ("Perdue", "reçue, mais son contenu ne se relit pas")],
            sommaire["manquantes"]!.AsArray().Select(m => ((string)m!["nom"]!, (string)m["manque"]!)).Order());
        var criteres = Encoding.UTF8.GetString(entrees["criteres.txt"]);
        Assert.Contains("Critères : Deux bulletins choisis.", criteres, StringComparison.Ordinal);
        Assert.Contains("- Papier : non reçue (support : papier) (UN Zoé (000101), mars 2026 ; DEUX Zoé (000102), mars 2026)", criteres, StringComparison.Ordinal);
        Assert.Contains("pièce;Perdue;;" + new string('d', 64) + ";;reçue, mais son contenu ne se relit pas", Encoding.UTF8.GetString(entrees["empreintes.csv"]), StringComparison.Ordinal);
    }

    [Fact]
    public void LeSommaireNommeLesBulletinsEtLeursFichiers()
    {
        var (entrees, sommaire) = Ecrire();

        Assert.Equal(["UN", "DEUX"], sommaire["bulletins"]!.AsArray().Select(b => (string?)b!["nom"]));
        Assert.Equal([BulletinsDEssai.Volume], sommaire["sources"]!.AsArray().Select(s => (string?)s!["empreinte"]));
        using var pdf = new PdfLu(flux => flux.Write(entrees["bulletins.pdf"]));
        Assert.Equal(2, pdf.Pages);
    }

    private static (Dictionary<string, byte[]> Entrees, JsonNode Sommaire) Ecrire()
    {
        var papier = BulletinsDEssai.Piece("P", "Papier", null);
        var bulletins = new[]
        {
            BulletinsDEssai.Complet(1, "UN", BulletinsDEssai.Piece("A", "../../etc/passwd\u0000 arrêté.pdf", Sha(Arrete)), papier),
            BulletinsDEssai.Complet(2, "DEUX", BulletinsDEssai.Piece("B", "..\\passwd arrêté", Sha(Contrat)), BulletinsDEssai.Piece("A", "../../etc/passwd\u0000 arrêté.pdf", Sha(Arrete)),
                papier, BulletinsDEssai.Piece("C", "Perdue", new string('d', 64))),
        };
        var contenus = new[] { Arrete, Contrat }.ToDictionary(Sha);
        using var sortie = new MemoryStream();
        EcritureDeDossier.Ecrire(
            new DossierDeControle("Dossier", "Deux bulletins choisis.", new DateTimeOffset(2026, 3, 31, 9, 5, 7, TimeSpan.FromHours(2)), "u", bulletins,
                e => contenus.TryGetValue(e, out var octets) ? new ContenuDePiece(new MemoryStream(octets)) : null),
            sortie);
        using var zip = new ZipArchive(sortie);
        var entrees = zip.Entries.ToDictionary(e => e.FullName, Lire);
        return (entrees, JsonNode.Parse(entrees["sommaire.json"])!);
    }

    private static byte[] Lire(ZipArchiveEntry entree)
    {
        using var flux = entree.Open();
        using var octets = new MemoryStream();
        flux.CopyTo(octets);
        return octets.ToArray();
    }

    private static string Sha(byte[] octets) => Convert.ToHexStringLower(SHA256.HashData(octets));
}
