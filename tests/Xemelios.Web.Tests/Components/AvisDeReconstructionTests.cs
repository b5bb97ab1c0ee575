using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Xemelios.Store;
using Xemelios.Web.Components;
using Xemelios.Web.Imports;
using Xemelios.Web.Travaux;

namespace Xemelios.Web.Tests.Components;

public sealed class AvisDeReconstructionTests : BunitContext
{
    private readonly DirectoryInfo _dossier = Directory.CreateTempSubdirectory("xemelios-avis-");

    [Fact]
    public void LAvisNEstDitQuePendantUneReconstruction()
    {
        using var entrepot = Entrepot.Ouvrir(_dossier.FullName);
        using var file = new FileDeReconstructions(entrepot, new PlaceDesEnvois(new XemeliosWebOptions { DataFolder = _dossier.FullName }), TimeProvider.System);
        Services.AddSingleton(file);
        Assert.Empty(Render<AvisDeReconstruction>().Markup.Trim());

        file.Demander(null, null);

        Assert.Contains("en cours de reconstruction", Render<AvisDeReconstruction>().Find("[role=note]").TextContent, StringComparison.Ordinal);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _dossier.Delete(recursive: true);
    }
}
