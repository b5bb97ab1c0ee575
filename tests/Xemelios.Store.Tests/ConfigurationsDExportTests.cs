using Xemelios.Store.Gestion;
using Xemelios.Store.Tests.TextIndex;

namespace Xemelios.Store.Tests;

public sealed class ConfigurationsDExportTests : IDisposable
{
    private static readonly ConfigurationDExport Paye = new("PAYE-1", "La paye; \"entière\"", "claire", new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero), "Bulletins", ["nom", "lignes_de_paye.code"]);

    private readonly DossierDEssai _dossier = new();

    private ConfigurationsDExport Exports => field ??= new ConfigurationsDExport(Path.Combine(_dossier.Chemin, "gestion.db"));

    public void Dispose() => _dossier.Dispose();

    [Fact]
    public void UneConfigurationSeRetrouveTelleQuEnregistreeSousSonCode()
    {
        Assert.True(Exports.Ajouter(Paye));

        foreach (var relue in (ConfigurationDExport[])[Exports.Trouver("paye-1")!, Exports.Lister().Single()])
        {
            Assert.Equal(Paye.Champs, relue.Champs);
            Assert.Equal(Paye, relue with { Champs = Paye.Champs });
        }

        Assert.Null(Exports.Trouver("PAYE-2"));
    }

    [Fact]
    public void UnCodeNEstPrisQuUneFois()
    {
        Assert.True(Exports.Ajouter(Paye));
        Assert.False(Exports.Ajouter(Paye with { Code = "paye-1", Libelle = "Autre" }));
        Assert.True(Exports.Ajouter(Paye with { Code = "B" }));

        Assert.False(Exports.Modifier("B", Paye));
        Assert.Equal(["B", "PAYE-1"], Exports.Lister().Select(c => c.Code));
        Assert.Equal(Paye.Libelle, Exports.Trouver("PAYE-1")!.Libelle);
    }

    [Fact]
    public void SeulSonCreateurChangeOuSupprime()
    {
        Exports.Ajouter(Paye);

        Assert.False(Exports.Modifier("PAYE-1", Paye with { Createur = "louis", Libelle = "Autre" }));
        Assert.False(Exports.Supprimer("PAYE-1", "louis"));
        Assert.True(Exports.Modifier("PAYE-1", Paye with { Code = "P2", Libelle = "Autre", Champs = ["net"] }));
        Assert.Equal(("Autre", Paye.CreeLe), (Exports.Trouver("P2")!.Libelle, Exports.Trouver("P2")!.CreeLe));
        Assert.True(Exports.Supprimer("P2", "claire"));
        Assert.Empty(Exports.Lister());
    }
}
