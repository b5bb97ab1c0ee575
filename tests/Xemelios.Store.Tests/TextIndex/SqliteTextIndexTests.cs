using Microsoft.Data.Sqlite;
using Xemelios.Store.TextIndex;

namespace Xemelios.Store.Tests.TextIndex;

public class SqliteTextIndexTests
{
    private static readonly DocumentDePiece[] Pages =
        [.. Enumerable.Range(0, 30).Select(i => new DocumentDePiece($"piece{i / 12}", 1 + (i % 12), $"texte {i}"))];

    [Fact]
    public void Empreinte_EstLaMemeQuelsQueSoientLOrdreEtLesRepetitions()
    {
        using var essai = new IndexDEssai();
        var vide = essai.Index.EmpreinteLogique();
        essai.Index.Ajouter(Pages);
        var attendue = essai.Index.EmpreinteLogique();
        var resultats = essai.Pages("texte 7");
        essai.Index.Ajouter(Pages);
        Assert.Equal(attendue, essai.Index.EmpreinteLogique());
        Assert.Equal(resultats, essai.Pages("texte 7"));
        Assert.NotEqual(vide, attendue);

        using var autre = new IndexDEssai();
        foreach (var page in Pages.Reverse())
            autre.Index.Ajouter([page, page]);
        Assert.Equal(attendue, autre.Index.EmpreinteLogique());
        Assert.Equal(resultats, autre.Pages("texte 7"));
    }

    [Fact]
    public void Empreinte_DistingueDesContenusQuiSeSuiventPareillement()
    {
        var empreintes = new DocumentDePiece[] { new("a", 1, "bc"), new("a1", 1, "bc"), new("a", 11, "bc"), new("a", 1, "1bc"), new("a", 1, "BC") }
            .Select(page =>
            {
                using var essai = new IndexDEssai();
                essai.Index.Ajouter([page]);
                return essai.Index.EmpreinteLogique();
            });
        Assert.Equal(5, empreintes.Distinct().Count());
    }

    [Fact]
    public void Index_GardeSonContenuQuandOnLeRouvre()
    {
        using var essai = new IndexDEssai();
        essai.Index.Ajouter(Pages);
        var (empreinte, pages) = (essai.Index.EmpreinteLogique(), essai.Pages("texte 7"));
        essai.Rouvrir();
        Assert.Equal(empreinte, essai.Index.EmpreinteLogique());
        Assert.Equal(pages, essai.Pages("texte 7"));
        Assert.True(essai.Index.ConnaitLaPiece("piece1"));
    }

    [Fact]
    public void Ajout_InterrompuNeLaisseRien()
    {
        using var essai = new IndexDEssai();
        essai.Index.Ajouter(Pages);
        var empreinte = essai.Index.EmpreinteLogique();
        Assert.Throws<InvalidDataException>(() => essai.Index.Ajouter(QuiRompt()));
        Assert.Equal(empreinte, essai.Index.EmpreinteLogique());
        Assert.Empty(essai.Pages("perdu"));

        static IEnumerable<DocumentDePiece> QuiRompt()
        {
            yield return new("perdue", 1, "perdu");
            throw new InvalidDataException();
        }
    }

    [Fact]
    public void Faute_EstPardonneeAussiVersUnMotAjouteDepuis()
    {
        using var essai = IndexDEssai.AvecPages("Lefebvre");
        Assert.Single(essai.Pages("lefevbre"));
        essai.Index.Ajouter([new DocumentDePiece("autre", 1, "Delaunay")]);
        Assert.Equal("autre", Assert.Single(essai.Pages("delaumay")).Empreinte);
    }

    [Fact]
    public async Task Recherches_ContinuentPendantLesAjouts()
    {
        using var essai = IndexDEssai.AvecPages("temoin");
        var ajouts = Enumerable.Range(0, 4).Select(fil => Task.Run(() =>
        {
            for (var i = 0; i < 25; i++)
                essai.Index.Ajouter([new DocumentDePiece($"p{fil}", i + 1, "texte")]);
        }));
        var recherches = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 25; i++)
                Assert.Equal("piece", Assert.Single(essai.Pages("temoim")).Empreinte);
        }));
        await Task.WhenAll(ajouts.Concat(recherches));
        Assert.Equal(50, essai.Pages("texte").Count);
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
        using var essai = new IndexDEssai();
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
        using var essai = new IndexDEssai();
        essai.Index.Dispose();
        Assert.Throws<ObjectDisposedException>(() => essai.Pages("nom3"));
        Assert.Throws<ObjectDisposedException>(() => essai.Index.Ajouter([]));
        essai.Index.Dispose();
    }
}
