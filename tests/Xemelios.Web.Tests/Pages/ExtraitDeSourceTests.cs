using System.Text;
using Xemelios.Import.Intake;
using Xemelios.Web.Pages.Sources;

namespace Xemelios.Web.Tests.Pages;

public sealed class ExtraitDeSourceTests : IDisposable
{
    private readonly DirectoryInfo _dossier = Directory.CreateTempSubdirectory("xemelios-source-");

    public void Dispose() => _dossier.Delete(recursive: true);

    [Fact]
    public void LaLigneQuiContientLOctetEstTrouveeEtLesAccentsSontLus()
    {
        using var source = Source(Encoding.Latin1.GetBytes("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\r\n<a>élue</a>\r\n<b>été</b>\r\n"));

        var extrait = ExtraitDeSource.Lire(source, 60)!;

        Assert.Equal("<b>été</b>", extrait.Lignes[extrait.Cherchee]);
        Assert.Equal("<a>élue</a>", extrait.Lignes[extrait.Cherchee - 1]);
        Assert.Equal((0, source.Octets), (extrait.Debut, extrait.Fin));
    }

    [Fact]
    public void UneLigneImmenseNeMontreQueSesAlentours()
    {
        using var source = Source(Encoding.UTF8.GetBytes("<a>" + new string('x', 1_000_000) + "</a>"));

        var extrait = ExtraitDeSource.Lire(source, 500_000)!;

        Assert.Equal((497_952, 4096), (extrait.Debut, Assert.Single(extrait.Lignes).Length));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(8)]
    public void UnOctetHorsDuFichierNEstPasMontre(long octet)
    {
        using var source = Source("<a></a>\n"u8.ToArray());

        Assert.Null(ExtraitDeSource.Lire(source, octet));
    }

    private Arrivage Source(byte[] octets) => new Spool(_dossier.FullName, new Limites()).Copier(new MemoryStream(octets), "source.xml");
}
