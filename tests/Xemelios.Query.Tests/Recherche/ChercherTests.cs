using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Recherche;
using Xemelios.Query.Tests.Donnees;
using Xemelios.Store.Agents;
using Xemelios.Store.TextIndex;

namespace Xemelios.Query.Tests.Recherche;

public sealed class ChercherTests : IDisposable
{
    private readonly Entrepot _entrepot = new();
    private readonly EmployeurDeTest _commune;
    private readonly IndexFige _index = new();

    public ChercherTests() => _commune = new EmployeurDeTest(_entrepot);

    public void Dispose() => _entrepot.Dispose();

    [Fact]
    public void UnAgentEstDonneUneFoisAvecSesBulletinsEtSonDernierMois()
    {
        _commune.Volume("fevrier.xhl", 202602).Bulletin("000123");
        _commune.Volume("mars.xhl").Bulletin("000123").Bulletin("000999", nom: "Autre");
        _index.Agent(_commune.Siret, "000123", emploi: "Agent d'accueil").Agent(_commune.Siret, "000123", emploi: "Rédactrice");

        var r = Chercher();

        var agent = Assert.Single(r.Resultats);
        Assert.Equal(1, r.Total);
        Assert.Equal(("agent", "000123", "Martin", "Zoé", 2, "2026-03"), (agent.Sorte, agent.Matricule, agent.Nom, agent.Prenom, agent.Bulletins, agent.DernierMois));
    }

    [Fact]
    public void UnAgentSansBulletinOuHorsDuPerimetreNExistePas()
    {
        var autre = new EmployeurDeTest(_entrepot, "26990001500018", "Hôpital");
        _commune.Volume("mars.xhl").Bulletin("000123");
        autre.Volume("paye.xhl").Bulletin("H1");
        _index.Agent(_commune.Siret, "000777").Agent(_commune.Siret, "000123", nom: "Nom d'un fichier remplacé").Agent(autre.Siret, "H1").Agent(_commune.Siret, "000123");

        var r = Chercher(Perimetre.Limite([new BudgetPermis(_commune.Siret, null)]));

        Assert.Equal("000123", Assert.Single(r.Resultats).Matricule);
        Assert.Equal(2, Chercher().Total);
    }

    [Fact]
    public void LEmployeurEtLeMoisRestreignentEtLaLimiteNeChangePasLeTotal()
    {
        _commune.Volume("fevrier.xhl", 202602).Bulletin("000001").Bulletin("000002");
        _commune.Volume("mars.xhl").Bulletin("000002").Bulletin("000003");
        foreach (var matricule in (string[])["000003", "000002", "000001"])
            _index.Agent(_commune.Siret, matricule);

        var mars = Chercher(mois: new MoisDePaye(2026, 3), limite: 1);

        Assert.Equal((2, "000003"), (mars.Total, Assert.Single(mars.Resultats).Matricule));
        Assert.Equal(0, Chercher(siret: "26990001500018").Total);
    }

    [Fact]
    public void UnePieceEstDonneeParSonContenuAvecSonExtrait()
    {
        var pdf = _entrepot.Contenu("PIECE", "arrete.pdf");
        _commune.Flux("pes").Piece(pdf, "PJ1", "arrete.pdf").Piece(pdf, "PJ2", "copie.pdf");
        _index.Page(Entrepot.Empreinte("arrete.pdf"), "le « régime » indemnitaire").Page(Entrepot.Empreinte("arrete.pdf"), "autre page").Page(Entrepot.Empreinte("perdue.pdf"), "rien");

        var r = Chercher();

        var piece = Assert.Single(r.Resultats);
        Assert.Equal((1, "piece", "arrete.pdf", "le « régime » indemnitaire"), (r.Total, piece.Sorte, piece.Nom, piece.Extrait));
        Assert.NotNull(piece.Piece);
        Assert.Empty(Chercher(Perimetre.Limite([new BudgetPermis("26990001500018", null)])).Resultats);
    }

    [Fact]
    public void UnMotQuiNEstQueChezUneAutreCollectiviteNeChangePasLaReponse()
    {
        var hopital = new EmployeurDeTest(_entrepot, "26990001500018", "Hôpital");
        _commune.Volume("mars.xhl").Bulletin("000123", b => b.Piece(null, "arrete.pdf"));
        _commune.Fichier("arrete.pdf");
        hopital.Volume("paye.xhl").Bulletin("H1", b => b.Piece(null, "secret.pdf"));
        hopital.Fichier("secret.pdf");
        var perimetre = Perimetre.Limite([new BudgetPermis(_commune.Siret, null)]);
        foreach (var autre in (string[])["rien de commun", "Madame Durant, infirmière", "Madame Durandt, infirmière"])
        {
            var dossier = Directory.CreateTempSubdirectory("xemelios-index-");
            using (var index = SqliteTextIndex.Ouvrir(Path.Combine(dossier.FullName, "recherche.db")))
            {
                index.Ajouter([new DocumentDePiece(Entrepot.Empreinte("arrete.pdf"), 1, "Madame Durand, rédactrice"), new DocumentDePiece(Entrepot.Empreinte("secret.pdf"), 1, autre)]);

                // "Durant" is a typing error here, whether or not somebody bears that name elsewhere.
                foreach (var cherche in (string[])["durant", "madame durant", "durandt redactrice"])
                    Assert.Equal((autre, cherche, "arrete.pdf"), (autre, cherche, Assert.Single(new ChercherQuestion(cherche).Executer(_index, index, _entrepot.Connexion, perimetre).Resultats).Nom));
                Assert.Empty(new ChercherQuestion("infirmiere").Executer(_index, index, _entrepot.Connexion, perimetre).Resultats);
            }

            dossier.Delete(recursive: true);
        }
    }

    private ResultatsDeRecherche Chercher(Perimetre? perimetre = null, string? siret = null, MoisDePaye? mois = null, int limite = 50) =>
        new ChercherQuestion("martin", siret, mois, limite).Executer(_index, _index, _entrepot.Connexion, perimetre ?? Perimetre.Complet);

    /// <summary>Indexes that always proposes the same.</summary>
    private sealed class IndexFige : IRechercheDAgents, ITextIndex
    {
        private readonly List<AgentTrouve> _agents = [];
        private readonly List<PageTrouvee> _pages = [];

        public IndexFige Agent(string siret, string matricule, string nom = "Martin", string emploi = "")
        {
            _agents.Add(new AgentTrouve(new DocumentDAgent(siret, matricule, nom, "Zoé", emploi, "", ""), 1));
            return this;
        }

        public IndexFige Page(string empreinte, string extrait)
        {
            _pages.Add(new PageTrouvee(empreinte, 1, extrait, 1));
            return this;
        }

        public void Ajouter(IEnumerable<DocumentDePiece> pages) => throw new InvalidOperationException();

        public bool ConnaitLaPiece(string empreinte) => false;

        public bool EstSansTexte(string empreinte) => false;

        public void NeGarderQue(IReadOnlySet<string> empreintes) => throw new InvalidOperationException();

        IReadOnlyList<AgentTrouve> IRechercheDAgents.Chercher(string texte, int limite, CancellationToken annulation) => _agents;

        IReadOnlyList<PageTrouvee> ITextIndex.Chercher(string texte, int limite, Func<string, bool>? visible, CancellationToken annulation) => [.. _pages.Where(p => visible?.Invoke(p.Empreinte) != false)];

        public string EmpreinteLogique() => "";

        public void Dispose()
        {
        }
    }
}
