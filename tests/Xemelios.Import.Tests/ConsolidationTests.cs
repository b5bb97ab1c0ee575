using Xemelios.Store.Tables;

namespace Xemelios.Import.Tests;

public class ConsolidationTests
{
    [Fact]
    public void UneEcritureEnCoursAilleursRemetLaConsolidationAPlusTardSansRienPerdre()
    {
        using var dossier = new DossierDEssai();
        using var autre = dossier.Entrepot.Connecter();
        using var session = new SessionDImport(dossier.Entrepot);
        autre.Execute("INSERT INTO employeur VALUES (999, 'avant')");
        using (var transaction = autre.BeginTransaction())
        {
            autre.Execute("UPDATE employeur SET siret = 'apres' WHERE id = 999");
            Assert.False(session.Consolider());
            transaction.Commit();
        }

        Assert.True(session.Consolider());
        Assert.Equal("apres", dossier.Lire("SELECT siret FROM employeur WHERE id = 999")[0][0]);
    }
}
