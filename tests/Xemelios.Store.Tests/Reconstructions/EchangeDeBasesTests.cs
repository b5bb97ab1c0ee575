using Xemelios.DuckDb;
using Xemelios.Store.Gestion;
using Xemelios.Store.Tests.TextIndex;
using Xemelios.Store.TextIndex;

namespace Xemelios.Store.Tests.Reconstructions;

/// <summary>A base that was made aside takes the place of the other whole, whatever stops it, and whoever reads then ends on what he began with.</summary>
public sealed class EchangeDeBasesTests : IDisposable
{
    private const string Ancienne = "21990001200019";
    private const string Nouvelle = "21990002000012";
    private readonly DossierDEssai _dossier = new();
    private readonly List<string> _coupures = [];
    private Entrepot _entrepot;

    public EchangeDeBasesTests()
    {
        _entrepot = Entrepot.Ouvrir(_dossier.Fichier("donnees"), Options(_dossier.Fichier("donnees")));
        _entrepot.Receptions.Conclure((_entrepot.Receptions.Ajouter([Recue()])[0].Id, "importe", null));
        _entrepot.Receptions.Ajouter([Recue()]);
        Remplir(_entrepot, Ancienne);
    }

    [Fact]
    public void LaNouvelleBasePrendLaPlaceEtLAncienneSEfface()
    {
        var version = _entrepot.Version;
        Echanger();

        EstEntiere(_entrepot, Nouvelle);
        Assert.True(_entrepot.Version > version);
        Assert.False(File.Exists(_dossier.Fichier("donnees/paye.duckdb")));
        for (var fois = 0; fois < 2; fois++)
        {
            Rouvrir();
            EstEntiere(_entrepot, Nouvelle);
            Assert.Empty(Directory.GetDirectories(_entrepot.Dossier, "reconstruction*"));
            Assert.True(File.Exists(_dossier.Fichier("donnees/paye.duckdb")));
        }
    }

    [Fact]
    public void CeQuiSEcritApresLEchangeYResteEtUnSecondEchangeSuit()
    {
        Echanger();
        _entrepot.Receptions.Conclure((2, "rejete", "XHL-0001"));
        _entrepot.Receptions.Conclure((1, "supprime", null));
        Executer(_entrepot, "INSERT INTO mot (id, employeur, sorte, texte) VALUES (1, 1, 2, 'après')");
        Rouvrir();
        Assert.Equal("après", Lire(_entrepot, "SELECT texte FROM mot"));
        Assert.Equal(["supprime", "rejete"], _entrepot.Receptions.Lister().Select(r => r.Etat));

        Echanger("21990003800013");
        Echanger("21990004600016");
        Assert.Equal("21990004600016", Lire(_entrepot, "SELECT siret FROM employeur"));
        Rouvrir();
        Assert.Equal("21990004600016", Lire(_entrepot, "SELECT siret FROM employeur"));
        Assert.Empty(Directory.GetDirectories(_entrepot.Dossier, "reconstruction*"));
    }

    [Fact]
    public void CoupeNImporteOuLeDossierALUneOuLAutreBaseEntiere()
    {
        Echanger();
        // The stops of the process that exchanges, then those of the one that opens the folder after the exchange.
        var decoupes = _coupures.ToList();
        _coupures.Clear();
        Rouvrir();
        Assert.True(decoupes.Count >= 2 && _coupures.Count >= 5);

        var lus = decoupes.Select(Siret).ToList();
        Assert.Equal([Ancienne, Nouvelle], lus.Distinct());
        foreach (var coupure in _coupures.ToList())
        {
            Assert.Equal(Nouvelle, Siret(coupure));
            Assert.Empty(Directory.GetDirectories(coupure, "reconstruction*"));
        }
    }

    [Fact]
    public void QuiLisaitFinitSurCeQuIlLisait()
    {
        using var lecture = _entrepot.Connecter();
        using var archives = _entrepot.Connecter(archives: true);
        using var commande = lecture.CreateCommand("SELECT siret FROM employeur, range(100000)");
        using var lecteur = commande.ExecuteReader();
        Assert.True(lecteur.Read());
        Echanger();

        var lus = 1;
        for (; lecteur.Read(); lus++)
            Assert.Equal(Ancienne, lecteur.GetString(0));
        Assert.Equal(100_000, lus);
        Assert.Equal(Ancienne, Lire(archives, "SELECT siret FROM employeur"));
        EstEntiere(_entrepot, Nouvelle);
    }

    [Fact]
    public void UneRechercheDePiecesEnCoursFinitSurLAncienIndex()
    {
        var pendant = 0;
        var trouvees = _entrepot.Pieces.Chercher("delib", 5, _ =>
        {
            if (pendant++ == 0)
                Echanger();
            return true;
        }, CancellationToken.None);

        Assert.Equal(Ancienne, Assert.Single(trouvees).Empreinte);
        Assert.Equal(Nouvelle, Assert.Single(_entrepot.Pieces.Chercher("delib", 5, null, CancellationToken.None)).Empreinte);
        Assert.False(File.Exists(_dossier.Fichier("donnees/recherche.db")));
    }

    [Fact]
    public async Task DesLecteursSansRelacheNeVoientQueDesBasesEntieres()
    {
        using var fin = new CancellationTokenSource();
        var lecteurs = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            var lectures = 0;
            for (; !fin.IsCancellationRequested; lectures++)
            {
                Assert.Matches("^2199000[0-9]{7}$", Lire(_entrepot, "SELECT siret FROM employeur"));
                Assert.Single(_entrepot.Pieces.Chercher("delib", 5, null, CancellationToken.None));
                Assert.Single(_entrepot.Agents.Chercher("lefevre", 5, CancellationToken.None));
            }

            return lectures;
        })).ToList();
        for (var fois = 0; fois < 4; fois++)
        {
            Echanger(fois % 2 == 0 ? Nouvelle : Ancienne);
            await Task.Delay(50);
        }

        await fin.CancelAsync();
        Assert.All(await Task.WhenAll(lecteurs), lectures => Assert.True(lectures > 0));
    }

    [Fact]
    public void UneBaseInacheveeOuQuiNeSOuvrePasLaisseLAncienne()
    {
        using (var refaite = _entrepot.OuvrirUneBaseARefaire())
            Remplir(refaite, Nouvelle);
        Assert.True(_entrepot.EstEnReconstruction);
        Rouvrir();
        EstEntiere(_entrepot, Ancienne);
        Assert.False(_entrepot.EstEnReconstruction);

        using (var refaite = _entrepot.OuvrirUneBaseARefaire())
        {
            refaite.Dispose();
            File.WriteAllText(Path.Combine(refaite.Dossier, "paye.duckdb"), new string('x', 20_000));
            Assert.ThrowsAny<Exception>(() => _entrepot.Adopter(refaite));
        }

        _entrepot.OublierLaBaseARefaire();
        EstEntiere(_entrepot, Ancienne);
        Rouvrir();
        EstEntiere(_entrepot, Ancienne);
    }

    [Fact]
    public void UneBaseAbimeeSeRefaitSansEtreOuverte()
    {
        _entrepot.Dispose();
        foreach (var nom in (string[])["paye.duckdb", "recherche.db"])
            File.WriteAllText(_dossier.Fichier($"donnees/{nom}"), new string('x', 20_000));
        Assert.ThrowsAny<Exception>(() => Entrepot.Ouvrir(_dossier.Fichier("donnees")));

        _entrepot = Entrepot.Ouvrir(_dossier.Fichier("donnees"), new OptionsDEntrepot { SansTables = true });
        Assert.False(_entrepot.ALesTables);
        Assert.Throws<InvalidOperationException>(() => _entrepot.Connecter());
        Echanger();
        EstEntiere(_entrepot, Nouvelle);
        Assert.True(File.Exists(_dossier.Fichier("donnees/paye.duckdb")));
    }

    public void Dispose()
    {
        _entrepot.Dispose();
        _dossier.Dispose();
    }

    private static Reception Recue() => new()
    {
        Empreinte = new string('a', 64), Chemin = "paye.xhl", Nom = "paye.xhl", Octets = 1, RecuLe = DateTime.UnixEpoch, Etat = Reception.Recu,
    };

    private void Echanger(string siret = Nouvelle)
    {
        lock (_entrepot.Ecriture)
        {
            using var refaite = _entrepot.OuvrirUneBaseARefaire();
            Remplir(refaite, siret);
            refaite.Receptions.Conclure((1, "remplace", siret));
            _entrepot.Adopter(refaite);
        }
    }

    private static void Remplir(Entrepot entrepot, string siret)
    {
        Executer(entrepot, $"INSERT INTO employeur (id, siret) VALUES (1, '{siret}'); INSERT INTO agent (id, employeur, empreinte1, empreinte2, nom) VALUES (1, 1, 1, 1, 'Lefèvre')");
        entrepot.Pieces.Ajouter([new DocumentDePiece(siret, 1, "délib de mars")]);
    }

    /// <summary>The tables, the index and what is said of the receptions are of one base.</summary>
    private static void EstEntiere(Entrepot entrepot, string siret)
    {
        Assert.Equal(siret, Lire(entrepot, "SELECT siret FROM employeur"));
        Assert.Equal(siret, Assert.Single(entrepot.Pieces.Chercher("delib", 5, null, CancellationToken.None)).Empreinte);
        Assert.Equal(siret == Ancienne ? ("importe", null) : ("remplace", siret), entrepot.Receptions.Lister()[0] is var r ? (r.Etat, r.Motif) : default);
        Assert.Equal(Reception.Recu, entrepot.Receptions.Lister()[1].Etat);
    }

    private static string Siret(string coupure)
    {
        using var entrepot = Entrepot.Ouvrir(coupure);
        var siret = Lire(entrepot, "SELECT siret FROM employeur");
        EstEntiere(entrepot, siret);
        return siret;
    }

    /// <summary>The folder as a stop would leave it at each step.</summary>
    private OptionsDEntrepot Options(string dossier) => new()
    {
        Fait = () =>
        {
            var copie = _dossier.Fichier($"coupure-{Guid.NewGuid():N}");
            foreach (var fichier in Directory.EnumerateFiles(dossier, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != "verrou"))
            {
                var place = Path.Combine(copie, Path.GetRelativePath(dossier, fichier));
                Directory.CreateDirectory(Path.GetDirectoryName(place)!);
                File.Copy(fichier, place);
            }

            _coupures.Add(copie);
        },
    };

    private void Rouvrir()
    {
        _entrepot.Dispose();
        _entrepot = Entrepot.Ouvrir(_entrepot.Dossier, Options(_entrepot.Dossier));
    }

    private static void Executer(Entrepot entrepot, string sql)
    {
        using var connexion = entrepot.Connecter();
        connexion.Execute(sql);
    }

    private static string Lire(Entrepot entrepot, string sql)
    {
        using var connexion = entrepot.Connecter();
        return Lire(connexion, sql);
    }

    private static string Lire(DuckDbConnection connexion, string sql)
    {
        using var commande = connexion.CreateCommand(sql);
        return (string)commande.ExecuteScalar()!;
    }
}
