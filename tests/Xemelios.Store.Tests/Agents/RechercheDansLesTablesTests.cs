using Xemelios.DuckDb;
using Xemelios.Store.Tests.TextIndex;

namespace Xemelios.Store.Tests.Agents;

public sealed class RechercheDansLesTablesTests : IDisposable
{
    private readonly DossierDEssai _dossier = new();
    private Entrepot _entrepot;

    public RechercheDansLesTablesTests()
    {
        _entrepot = Entrepot.Ouvrir(_dossier.Chemin);
        Executer("INSERT INTO employeur (id, siret) VALUES (1, '21990001200019'); INSERT INTO mot (id, employeur, sorte, texte) VALUES (7, 1, 2, 'Infirmière')");
    }

    [Fact]
    public void Agent_EstTrouveParSesMotsEtSonEmploi()
    {
        Executer("INSERT INTO agent (id, employeur, empreinte1, empreinte2, nom, prenom, matricule, emploi) VALUES (1, 1, 1, 1, 'Lefèvre', 'Zoé', '000123', 7), (2, 1, 2, 2, 'Martin', NULL, NULL, NULL)");
        var zoe = Assert.Single(Chercher("zoe infirmiere")).Agent;
        Assert.Equal(("21990001200019", "000123", "Lefèvre", "Zoé", "Infirmière", "", ""), (zoe.Siret, zoe.Matricule, zoe.Nom, zoe.Prenom, zoe.Emploi, zoe.Grade, zoe.Service));
        Assert.Equal(("", ""), Assert.Single(Chercher("martin")).Agent is var martin ? (martin.Matricule, martin.Prenom) : default);
    }

    [Fact]
    public void Agent_DecritDeuxFoisPareillementPourLaRechercheEstTrouveUneFois()
    {
        Ajouter(1, "Lefèvre");
        Assert.Single(Chercher("lefevre"));
        Ajouter(2, "Lefèvre");
        Assert.Single(Chercher("lefevre"));
    }

    [Fact]
    public void Agent_EstTrouveDesQuIlEstValideEtPasAvant()
    {
        Ajouter(1, "Lefèvre");
        Assert.Single(Chercher("lefevre"));
        using var connexion = _entrepot.Connecter();
        using (var transaction = connexion.BeginTransaction())
        {
            connexion.Execute("INSERT INTO agent (id, employeur, empreinte1, empreinte2, nom) VALUES (2, 1, 2, 2, 'Abandonné')");
            Assert.Empty(Chercher("abandonne"));
        }

        using (var transaction = connexion.BeginTransaction())
        {
            connexion.Execute("INSERT INTO agent (id, employeur, empreinte1, empreinte2, nom) VALUES (2, 1, 2, 2, 'Durand')");
            Assert.Empty(Chercher("durand"));
            transaction.Commit();
        }

        Assert.Single(Chercher("durand"));
        Assert.Empty(Chercher("abandonne"));
    }

    [Fact]
    public void Agents_SeRetrouventQuandOnRouvreEtPlusQuandOnRepartDeZero()
    {
        Ajouter(1, "Lefèvre");
        Assert.Single(Chercher("lefevre"));
        Rouvrir(new OptionsDEntrepot());
        Assert.Single(Chercher("lefevre"));
        Rouvrir(new OptionsDEntrepot { SansTables = true });
        using (var refaite = _entrepot.OuvrirUneBaseARefaire())
            _entrepot.Adopter(refaite);
        Assert.Empty(Chercher("lefevre"));
    }

    [Fact]
    public void Lecture_AnnuleeSeReprend()
    {
        Ajouter(1, "Lefèvre");
        Assert.Throws<OperationCanceledException>(() => _entrepot.Agents.Chercher("lefevre", 5, new CancellationToken(canceled: true)));
        Assert.Single(Chercher("lefevre"));
    }

    public void Dispose()
    {
        _entrepot.Dispose();
        _dossier.Dispose();
    }

    private void Ajouter(int id, string nom) => Executer($"INSERT INTO agent (id, employeur, empreinte1, empreinte2, nom) VALUES ({id}, 1, {id}, {id}, '{nom}')");

    private IReadOnlyList<Xemelios.Store.Agents.AgentTrouve> Chercher(string texte) => _entrepot.Agents.Chercher(texte, 50, CancellationToken.None);

    private void Rouvrir(OptionsDEntrepot options)
    {
        _entrepot.Dispose();
        _entrepot = Entrepot.Ouvrir(_dossier.Chemin, options);
    }

    private void Executer(string sql)
    {
        using var connexion = _entrepot.Connecter();
        connexion.Execute(sql);
    }
}
