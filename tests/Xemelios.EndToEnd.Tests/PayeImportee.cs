using Xemelios.Import;
using Xemelios.Store;

namespace Xemelios.EndToEnd.Tests;

/// <summary>The application over the samples of the commune and of the hospital.</summary>
public sealed class PayeImportee : XemeliosEnMarche
{
    public const string Commune = "21990001600011";

    public const string Hopital = "26990001500018";

    protected override void Preparer(string dataFolder)
    {
        var exemples = Path.Combine(Fenetre.Racine(), "data-samples");
        using var entrepot = Entrepot.Ouvrir(dataFolder);
        new ImportJob(entrepot, TimeProvider.System).Importer(
            [Path.Combine(exemples, "commune"), Path.Combine(exemples, "hopital")], null, CancellationToken.None);
    }
}

/// <summary>The tests that read the samples share one application.</summary>
[CollectionDefinition(Nom)]
public sealed class PayeCollection : ICollectionFixture<PayeImportee>
{
    public const string Nom = "paye importée";
}

/// <summary>People's tasks have an application of their own, beside the tests of the screens: both run at once.</summary>
[CollectionDefinition(Nom)]
public sealed class TachesCollection : ICollectionFixture<PayeImportee>
{
    public const string Nom = "tâches";
}
