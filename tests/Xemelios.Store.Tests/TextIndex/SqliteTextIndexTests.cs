using Microsoft.Data.Sqlite;
using Xemelios.Store.TextIndex;
using static Xemelios.Store.Tests.TextIndex.IndexDEssai;

namespace Xemelios.Store.Tests.TextIndex;

public class SqliteTextIndexTests
{
    private static readonly DocumentDAgent[] Agents =
        [.. Enumerable.Range(0, 40).Select(i => Agent($"{i:D4}", $"Nom{i % 7}", $"Prénom{i % 5}"))];

    private static readonly DocumentDePiece[] Pages =
        [.. Enumerable.Range(0, 30).Select(i => new DocumentDePiece($"piece{i / 12}", 1 + (i % 12), $"texte {i}"))];

    [Fact]
    public void Empreinte_EstLaMemeQuelsQueSoientLOrdreEtLesRepetitions()
    {
        using var essai = new IndexDEssai();
        var vide = essai.Index.EmpreinteLogique();
        essai.Index.Ajouter(Agents, Pages);
        var attendue = essai.Index.EmpreinteLogique();
        var resultats = essai.Agents("nom3");
        essai.Index.Ajouter(Agents, Pages);
        Assert.Equal(attendue, essai.Index.EmpreinteLogique());
        Assert.Equal(resultats, essai.Agents("nom3"));
        Assert.NotEqual(vide, attendue);

        using var autre = new IndexDEssai();
        foreach (var page in Pages.Reverse())
            autre.Index.Ajouter([], [page, page]);
        autre.Index.Ajouter(Agents.Reverse().Concat(Agents), []);
        Assert.Equal(attendue, autre.Index.EmpreinteLogique());
        Assert.Equal(resultats, autre.Agents("nom3"));
    }

    [Fact]
    public void Empreinte_DistingueDesContenusQuiSeSuiventPareillement()
    {
        var empreintes = new[] { Agent("1", "ab", "c"), Agent("1", "a", "bc"), Agent("1", "a", "b\0c"), Agent("1", "a\0b", "c"), Agent("1", "AB", "c") }
            .Select(agent =>
            {
                using var essai = new IndexDEssai(agent);
                return essai.Index.EmpreinteLogique();
            });
        Assert.Equal(5, empreintes.Distinct().Count());
    }

    [Fact]
    public void Index_GardeSonContenuQuandOnLeRouvre()
    {
        using var essai = new IndexDEssai(Agents);
        essai.Index.Ajouter([], Pages);
        var (empreinte, agents, pages) = (essai.Index.EmpreinteLogique(), essai.Agents("nom3"), essai.Pages("texte 7"));
        essai.Rouvrir();
        Assert.Equal(empreinte, essai.Index.EmpreinteLogique());
        Assert.Equal(agents, essai.Agents("nom3"));
        Assert.Equal(pages, essai.Pages("texte 7"));
        Assert.True(essai.Index.ConnaitLaPiece("piece1"));
    }

    [Fact]
    public void Ajout_InterrompuNeLaisseRien()
    {
        using var essai = new IndexDEssai(Agents);
        var empreinte = essai.Index.EmpreinteLogique();
        Assert.Throws<InvalidDataException>(() => essai.Index.Ajouter([Agent("9999", "Perdu")], QuiRompt()));
        Assert.Equal(empreinte, essai.Index.EmpreinteLogique());
        Assert.Empty(essai.Agents("perdu"));

        static IEnumerable<DocumentDePiece> QuiRompt()
        {
            yield return new("perdue", 1, "perdu");
            throw new InvalidDataException();
        }
    }

    [Fact]
    public void Faute_EstPardonneeAussiVersUnMotAjouteDepuis()
    {
        using var essai = new IndexDEssai(Agent("1", "Lefebvre"));
        Assert.Equal("1", essai.Matricules("lefevbre"));
        essai.Index.Ajouter([Agent("2", "Delaunay")], []);
        Assert.Equal("2", essai.Matricules("delaumay"));
    }

    [Fact]
    public async Task Recherches_ContinuentPendantLesAjouts()
    {
        using var essai = new IndexDEssai(Agent("0", "Temoin"));
        var ajouts = Enumerable.Range(0, 4).Select(fil => Task.Run(() =>
        {
            for (var i = 0; i < 25; i++)
                essai.Index.Ajouter([Agent($"{fil}-{i}", $"Nom{fil}x{i}")], [new DocumentDePiece($"p{fil}", i + 1, "texte")]);
        }));
        var recherches = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 25; i++)
                Assert.Equal("0", essai.Matricules("temoim"));
        }));
        await Task.WhenAll(ajouts.Concat(recherches));
        Assert.Equal(50, essai.Pages("texte").Count);
        Assert.Equal("3-24", essai.Matricules("nom3x24"));
    }

    [Fact]
    public void Ouverture_RefuseUnFichierQuiNEstPasUnIndex()
    {
        using var dossier = new DossierDEssai();
        File.WriteAllText(dossier.Fichier("recherche.db"), new string('x', 5_000));
        var refus = Assert.Throws<IndexDeRechercheIllisibleException>(() => SqliteTextIndex.Ouvrir(dossier.Fichier("recherche.db")));
        Assert.Contains("xemelios reconstruire", refus.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ouverture_RefuseUnIndexDUneAutreVersion()
    {
        using var essai = new IndexDEssai(Agents);
        essai.Index.Dispose();
        using (var connexion = new SqliteConnection($"Data Source={essai.Chemin};Pooling=False"))
        {
            connexion.Open();
            using var commande = connexion.CreateCommand();
            commande.CommandText = "PRAGMA user_version = 99";
            commande.ExecuteNonQuery();
        }

        Assert.Throws<IndexDeRechercheIllisibleException>(() => SqliteTextIndex.Ouvrir(essai.Chemin));
    }

    [Fact]
    public void Index_FermeNeRepondPlus()
    {
        using var essai = new IndexDEssai(Agents);
        essai.Index.Dispose();
        Assert.Throws<ObjectDisposedException>(() => essai.Agents("nom3"));
        Assert.Throws<ObjectDisposedException>(() => essai.Index.Ajouter([], []));
        essai.Index.Dispose();
    }
}
