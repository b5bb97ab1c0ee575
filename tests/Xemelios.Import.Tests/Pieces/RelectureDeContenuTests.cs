using System.Security.Cryptography;
using System.Text;
using Xemelios.Domain.Valeurs;
using Xemelios.Import.Intake;
using Xemelios.Import.Pieces;
using Xemelios.Samples;

namespace Xemelios.Import.Tests.Pieces;

public sealed class RelectureDeContenuTests : IDisposable
{
    private readonly DossierDEssai _dossier = new();

    public void Dispose() => _dossier.Dispose();

    [Fact]
    public void LesPiecesDUnFluxPesEtDUneArchiveSontRenduesOctetPourOctet()
    {
        _dossier.Importer(DonneesDEssai.Chemin("commune/2026-03"));

        var pieces = Empreintes("SELECT DISTINCT c.empreinte FROM piece p JOIN contenu c ON c.id = p.contenu WHERE p.contenant IS NOT NULL");

        Assert.Equal(17, pieces.Count);
        Assert.All(pieces, VerifierLesOctets);
    }

    [Theory]
    [InlineData("pj-double-gzip")]
    [InlineData("pj-sans-gzip")]
    [InlineData("pj-en-lignes")]
    [InlineData("pj-manifeste-opaque")]
    [InlineData("archive-tar-gz")]
    [InlineData("archive-zip-emboites")]
    [InlineData("archive-gz")]
    public void ToutContenuImporteEstRenduQuelQueSoitSonContenant(string cas)
    {
        _dossier.Importer(DonneesDEssai.Chemin($"cas/{cas}"));

        Assert.All(Empreintes("SELECT empreinte FROM contenu"), VerifierLesOctets);
    }

    [Fact]
    public void UnePieceDansUnZipDansUnZipEtUnePieceSeuleSontRendues()
    {
        var piece = "%PDF-1.4 pièce fictive"u8.ToArray();
        var seule = "%PDF-1.4 autre pièce fictive"u8.ToArray();
        var interieur = ZipFictif.Creer([new FichierFictif("lisez.txt", "rien"u8.ToArray()), new FichierFictif("PJ/21990001600011/arrete.pdf", piece)]);
        _dossier.Poser("exterieur.zip", ZipFictif.Creer([new FichierFictif("interieur.zip", interieur)]));
        _dossier.Poser("seule.pdf", seule);
        _dossier.Importer();

        Assert.Equal(piece, Octets(Empreinte.FromBytes(SHA256.HashData(piece))));
        Assert.Equal(seule, Octets(Empreinte.FromBytes(SHA256.HashData(seule))));
    }

    [Fact]
    public void UnContenuDontLOriginalEstPerduOuInconnuNEstPasRendu()
    {
        var archive = _dossier.Poser("pieces.zip", ZipFictif.Creer([new FichierFictif("PJ/a.pdf", "%PDF-1.4 a"u8.ToArray())]));
        _dossier.Importer();
        var original = Path.Combine(_dossier.Donnees, "originaux");
        foreach (var fichier in Directory.EnumerateFiles(original, "*", SearchOption.AllDirectories))
            File.WriteAllBytes(Debloquer(fichier), ZipFictif.Creer([new FichierFictif("PJ/a.pdf", "%PDF-1.4 b"u8.ToArray())]));

        Assert.True(File.Exists(archive));
        Assert.Null(Octets(Empreinte.FromBytes(SHA256.HashData("%PDF-1.4 a"u8))));
        Assert.Null(Octets(Empreinte.FromBytes(SHA256.HashData(Encoding.UTF8.GetBytes("jamais reçu")))));
    }

    private static string Debloquer(string fichier)
    {
        File.SetAttributes(fichier, FileAttributes.Normal);
        return fichier;
    }

    private List<Empreinte> Empreintes(string sql) => [.. _dossier.Lire(sql).Select(ligne => new Empreinte((string)ligne[0]!))];

    private void VerifierLesOctets(Empreinte empreinte) =>
        Assert.Equal(empreinte, Empreinte.FromBytes(SHA256.HashData(Octets(empreinte)!)));

    private byte[]? Octets(Empreinte empreinte)
    {
        using var contenu = new RelectureDeContenu(_dossier.Entrepot).Ouvrir(empreinte, default);
        if (contenu is null)
            return null;
        using var flux = contenu.Ouvrir();
        using var octets = new MemoryStream();
        flux.CopyTo(octets);
        return octets.ToArray();
    }
}
