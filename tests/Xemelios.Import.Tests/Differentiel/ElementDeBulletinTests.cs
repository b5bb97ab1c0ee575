using System.Security.Cryptography;
using System.Text;
using Xemelios.Domain.Valeurs;
using Xemelios.Import.Intake;
using Xemelios.Import.Pieces;
using Xemelios.Import.Xhl;

namespace Xemelios.Import.Tests.Differentiel;

/// <summary>The XML of one bulletin, byte for byte, whatever the file and its encoding.</summary>
public sealed class ElementDeBulletinTests
{
    private const string Debut = "<DocumentPaye><Annee V=\"2026\"/><DonneesIndiv>\r\n";
    private const string Piegeux =
        "<PayeIndivMensuel a=\"'>\">\r\n  <!-- </PayeIndivMensuel> --><Agent><Nom V=\"D'ÉTÉ &amp; fils > tous\"/></Agent>\r\n\t<Autre><![CDATA[</PayeIndivMensuel>]]></Autre><?x </PayeIndivMensuel> ?></PayeIndivMensuel \n>";
    private const string Suivant = "<PayeIndivMensuel><Agent/></PayeIndivMensuel>";

    public static TheoryData<string> Encodages => ["iso-8859-1", "windows-1252", "utf-8", "utf-16", "utf-16BE"];

    [Theory]
    [MemberData(nameof(Encodages))]
    public void IlEstRenduOctetPourOctet(string nom)
    {
        var encodage = CodePagesEncodingProvider.Instance.GetEncoding(nom) ?? Encoding.GetEncoding(nom);
        var avant = $"<?xml version=\"1.0\" encoding=\"{nom}\"?>\r\n{Debut}";
        byte[] marque = nom.StartsWith("utf-16", StringComparison.Ordinal) ? encodage.GetPreamble() : [];
        byte[] octets = [.. marque, .. encodage.GetBytes(avant + Piegeux + "\r\n" + Suivant + "</DonneesIndiv></DocumentPaye>")];
        var place = marque.Length + encodage.GetByteCount(avant);

        Assert.Equal(encodage.GetBytes(Piegeux), Lire(octets, place));
        Assert.Equal(encodage.GetBytes(Suivant), Lire(octets, place + encodage.GetByteCount(Piegeux + "\r\n")));
    }

    [Fact]
    public void UnPrefixeEtDesNomsAccentuesNEmpechentRien()
    {
        const string element = "<p:PayeIndivMensuel><Été Année=\"é\"><Œuvre/></Été></p:PayeIndivMensuel>";
        var octets = Encoding.UTF8.GetBytes(Debut + element + Suivant);

        Assert.Equal(Encoding.UTF8.GetBytes(element), Lire(octets, Debut.Length));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(1_000_000)]
    public void AilleursIlNYEnAPas(int place) => Assert.Null(Lire(Encoding.UTF8.GetBytes(Debut + Suivant), place));

    [Fact]
    public void UnElementCoupeNEstPasRendu() => Assert.Null(Lire(Encoding.UTF8.GetBytes(Debut + Suivant[..^10]), Debut.Length));

    [Fact]
    public void CeluiDUnFichierImporteSeRelitCommeUnBulletin()
    {
        using var dossier = new DossierDEssai();
        dossier.Importer(DonneesDEssai.Chemin("commune/2026-03"));
        var places = dossier.Lire("SELECT c.empreinte, p.octet, a.matricule FROM paye_individuelle p JOIN contenu c ON c.id = p.contenu JOIN agent a ON a.id = p.agent ORDER BY p.id");
        Assert.True(places.Count > 100);
        foreach (var place in places.Where((_, rang) => rang % 7 == 0))
        {
            var empreinte = new Empreinte((string)place[0]!);
            using var relu = new RelectureDeContenu(dossier.Entrepot).Ouvrir(empreinte, default)!;
            var element = Encoding.Latin1.GetString(ElementDeBulletin.Lire(relu, (long)place[1]!)!);

            Assert.StartsWith("<PayeIndivMensuel", element, StringComparison.Ordinal);
            Assert.EndsWith("</PayeIndivMensuel>", element, StringComparison.Ordinal);
            Assert.Equal(1, element.Split("<PayeIndivMensuel").Length - 1);
            Assert.Contains($"\"{place[2]}\"", element, StringComparison.Ordinal);
        }
    }

    private static byte[]? Lire(byte[] octets, long place) => ElementDeBulletin.Lire(
        Arrivage.Depuis(() => new MemoryStream(octets), "essai.xhl", new Empreinte(Convert.ToHexStringLower(SHA256.HashData(octets))), octets.Length), place);
}
