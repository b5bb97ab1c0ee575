using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Passages;
using Xemelios.Query.Sources;
using Xemelios.Query.Tests.Donnees;

namespace Xemelios.Query.Tests.Passages;

public sealed class TableDePassageTests : IDisposable
{
    private readonly Entrepot _entrepot = new();
    private readonly EmployeurDeTest _commune;

    public TableDePassageTests() => _commune = new EmployeurDeTest(_entrepot);

    public void Dispose() => _entrepot.Dispose();

    [Fact]
    public void LaDerniereTableChargeeEstEnVigueur()
    {
        _commune.Volume("mars.xhl").Bulletin("1");
        Passage(1, "64111", 0, 999_912);
        Passage(2, "64112", 202601, 999_912);

        var table = new TableDePassageQuestion(_commune.Siret).Executer(_entrepot.Connexion, Perimetre.Complet)!;

        Assert.Equal(("Commune d'Exemple", new MoisDePaye(2026, 3)), (table.Employeur, table.DernierMois));
        Assert.Equal(new RangeeDePassage(_commune.Siret, "TraitBrut", "1000", null, "64112", null, new MoisDePaye(2026, 1), null), Assert.Single(table.Rangees));
    }

    [Fact]
    public void HorsDuPerimetreLEmployeurNExistePas()
    {
        var volume = _commune.Volume("mars.xhl").Bulletin("1");
        var ailleurs = Perimetre.Limite([new BudgetPermis("26990001500018", null)]);

        Assert.Null(new TableDePassageQuestion(_commune.Siret).Executer(_entrepot.Connexion, ailleurs));
        Assert.Null(new SourceQuestion(Entrepot.Empreinte(volume.Nom)).Executer(_entrepot.Connexion, ailleurs));
        Assert.Empty(new EtatsDesFichiersQuestion([Entrepot.Empreinte(volume.Nom)]).Executer(_entrepot.Connexion, ailleurs));
    }

    [Fact]
    public void UnFichierMeneASaSourceEtASonEtat()
    {
        var premier = _commune.Volume("mars_01.xhl").Bulletin("1");
        _commune.Volume("mars_02.xhl").Bulletin("2");

        Assert.Equal(new SourceConnue(Entrepot.Empreinte(premier.Nom), "XHL", 100, premier.Nom),
            new SourceQuestion(Entrepot.Empreinte(premier.Nom)).Executer(_entrepot.Connexion, Perimetre.Complet));
        Assert.Equal(new EtatDeFichiers(_commune.Siret, "Commune d'Exemple", "00", new MoisDePaye(2026, 3), null, 1, 1),
            Assert.Single(new EtatsDesFichiersQuestion([Entrepot.Empreinte(premier.Nom)]).Executer(_entrepot.Connexion, Perimetre.Complet)));
    }

    private void Passage(int contenu, string nature, int debut, int fin) => _entrepot.Inserer("passage", new
    {
        contenu, rang = 1, siret = _commune.Siret, categorie = (int)Domain.Paye.CategorieDeLigne.TraitBrut, code = "1000", nature_salariale = nature, debut, fin,
    });
}
