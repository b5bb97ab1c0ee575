using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Import.Tests;

/// <summary>A file is recognised before anybody asks to read it, whatever it is.</summary>
public sealed class ExamenDeFichierTests
{
    [Fact]
    public void UnVolumeDitSonEtatSonNumeroEtSesBulletins()
    {
        var fichier = DonneesDEssai.Chemin("commune/2026-03/21990001600011-2026-ETAT_PAYE-03-02.xhl");
        var xml = XDocument.Load(fichier);

        var reconnu = Examiner(fichier);

        Assert.Equal((TypesDeFichier.Xhl, "21990001600011", 202603, 2, "00"), (reconnu.Type, reconnu.Siret, reconnu.Periode, reconnu.Volume, reconnu.Budget));
        Assert.Equal(xml.Descendants().Count(e => e.Name.LocalName == "PayeIndivMensuel"), reconnu.Bulletins);
        Assert.Equal(xml.Descendants().First(e => e.Name.LocalName == "Employeur").Elements().First(e => e.Name.LocalName == "Nom").Attribute("V")!.Value, reconnu.Employeur);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(fichier))), reconnu.Empreinte);
        Assert.True(reconnu.EstUnVolume);
    }

    [Fact]
    public void UnFluxPesDitSaCollectivite()
    {
        var reconnu = Examiner(DonneesDEssai.Chemin("commune/2026-03/PESALR2_123_00_20260320_01.xml"));

        Assert.Equal((TypesDeFichier.PesAller, "21990001600011", "00"), (reconnu.Type, reconnu.Siret, reconnu.Budget));
    }

    [Theory]
    [InlineData("cas/archive-zip/paye.zip")]
    [InlineData("cas/archive-tar-gz/paye.tar.gz")]
    public void UneArchiveDitCeQuElleContient(string archive)
    {
        var reconnu = Examiner(DonneesDEssai.Chemin(archive));

        Assert.Equal((TypesDeFichier.Archive, false), (reconnu.Type, reconnu.EnPartie));
        var payes = reconnu.Contenus.Where(c => c.Type == TypesDeFichier.Xhl).ToList();
        Assert.Equal([1, 2], payes.Select(p => p.Volume));
        Assert.All(payes, p => Assert.Equal((202603, true), (p.Periode, p.EstUnVolume)));
        Assert.All(payes, p => Assert.StartsWith($"{Path.GetFileName(archive)}!", p.Chemin, StringComparison.Ordinal));
    }

    [Fact]
    public void AucunEchantillonNEstRefuseALExamen()
    {
        var fichiers = Directory.GetFiles(DonneesDEssai.Chemin("."), "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) is not ("attendu.json" or "LISEZMOI.md")).ToList();

        var types = fichiers.ConvertAll(f => Examiner(f).Type).GroupBy(t => t, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);

        Assert.True(types[TypesDeFichier.Xhl] > 50 && types[TypesDeFichier.PesAller] > 5 && types[TypesDeFichier.Archive] > 3, string.Join(", ", types));
    }

    [Fact]
    public void UnFichierCoupeOuEnDesordreGardeSonType()
    {
        foreach (var cas in (string[])["d09-tronque", "d21-desordre", "d10-annee-absente"])
            Assert.Equal(TypesDeFichier.Xhl, Examiner(Directory.GetFiles(DonneesDEssai.Chemin($"cas/{cas}"), "*.xhl").Single()).Type);
    }

    [Fact]
    public void LesBulletinsSeComptentAChevalSurDeuxBlocsEtAvecUnPrefixe()
    {
        var corps = new StringBuilder("<p:DocumentPaye>");
        for (var i = 0; i < 40_000; i++)
            corps.Append(CultureInfo.InvariantCulture, $"<p:PayeIndivMensuel>{new string(' ', i % 61)}</p:PayeIndivMensuel>");
        var octets = Encoding.UTF8.GetBytes(corps.Append("</p:DocumentPaye>").ToString());

        Assert.Equal(40_000, ComptageDeBulletins.Compter(new MemoryStream(octets)));
        Assert.Equal(0, ComptageDeBulletins.Compter(new MemoryStream("<PayeIndivMensuel>"u8.ToArray())));
    }

    private static FichierReconnu Examiner(string fichier)
    {
        var octets = File.ReadAllBytes(fichier);
        return ExamenDeFichier.Examiner(() => new MemoryStream(octets), Path.GetFileName(fichier), Empreinte.FromBytes(SHA256.HashData(octets)), octets.Length);
    }
}
