using Microsoft.Data.Sqlite;
using Xemelios.Domain.Habilitations;
using Xemelios.Store.Gestion.Journaux;

namespace Xemelios.Store.Tests.Gestion;

public sealed class JournalTests : IDisposable
{
    private readonly JournalDEssai _essai = new();

    public void Dispose() => _essai.Dispose();

    [Fact]
    public void UnJournalQuiNAJamaisServiEstSain() => Assert.Equal((0, 0), Compter(_essai.Journal.Verifier()));

    [Fact]
    public void UnJournalIntactEstSainQuoiQuIlContienne()
    {
        for (var graine = 0; graine < 20; graine++)
        {
            using var essai = new JournalDEssai().Remplir(new Random(graine), 60);
            var tete = essai.Journal.PoserUneTete()!;
            Assert.Equal((60, 0), Compter(essai.Journal.Verifier(tete)));
            Assert.Equal((60, 0), Compter(essai.Journal.Verifier([.. TeteDuJournal.LireTout(File.ReadLines(essai.FichierDesTetes))])));
        }
    }

    [Theory]
    [InlineData("UPDATE journal SET utilisateur = 'louis' WHERE rang = 2")]
    [InlineData("UPDATE journal SET rang = 9 WHERE rang = 2")]
    [InlineData("DELETE FROM journal WHERE rang = 3")]
    [InlineData("DELETE FROM journal")]
    [InlineData("INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE rang = 2")]
    [InlineData("REPLACE INTO journal SELECT * FROM journal WHERE rang = 3")]
    [InlineData("INSERT INTO journal (rang, le, nature, depuis, objet, precedente, empreinte) VALUES (-4, '', '', '', '', x'', x'')")]
    [InlineData("UPDATE OR REPLACE journal SET rang = 1 WHERE rang = 2")]
    [InlineData("UPDATE journal_tete SET rang = 1")]
    [InlineData("DELETE FROM journal_tete")]
    public void LaBaseRefuseToutChangement(string sql)
    {
        for (var i = 0; i < 3; i++)
            _essai.Journal.Ecrire(JournalDEssai.Acte(i));
        _essai.Journal.PoserUneTete();
        Assert.Contains("le journal ne se modifie pas", Assert.Throws<SqliteException>(() => JournalDEssai.Executer(_essai.Base, sql)).Message, StringComparison.Ordinal);
        Assert.Equal((3, 0), Compter(_essai.Journal.Verifier()));
    }

    [Fact]
    public void UneTeteEstPoseeAChaqueJourEtEcriteHorsDeLaBase()
    {
        foreach (var jour in (int[])[0, 0, 1, 1, 1, 5])
        {
            _essai.Horloge.Maintenant = JournalDEssai.Depart.AddDays(jour);
            _essai.Journal.Ecrire(JournalDEssai.Acte());
        }

        Assert.Equal([(2L, 2L), (5L, 3L)], _essai.Journal.Tetes().Select(t => (t.Rang, t.Nombre)));
        Assert.Equal(["2026-03-02", "2026-03-03"], File.ReadLines(_essai.FichierDesTetes).Select(l => l[..10]));
        var tete = _essai.Journal.PoserUneTete()!;
        Assert.Equal((6, new DateOnly(2026, 3, 7)), (tete.Rang, tete.Jour));
        Assert.Equal(tete, _essai.Journal.PoserUneTete());
        Assert.Equal(_essai.Journal.Tetes(), TeteDuJournal.LireTout(File.ReadLines(_essai.FichierDesTetes)));
    }

    [Fact]
    public void UnFichierDeTetesEnRetardEstComplete()
    {
        _essai.Journal.Ecrire(JournalDEssai.Acte());
        var tete = _essai.Journal.PoserUneTete()!;
        File.Delete(_essai.FichierDesTetes);
        using var rouvert = new Journal(_essai.Dossier, _essai.Horloge);
        rouvert.Ecrire(JournalDEssai.Acte());
        Assert.Equal([tete.ToString()], File.ReadLines(_essai.FichierDesTetes));
    }

    [Fact]
    public void CeQuiNePeutEtreEcritSeDitParUneException()
    {
        _essai.Journal.Ecrire(JournalDEssai.Acte());
        JournalDEssai.Executer(_essai.Base, "CREATE TRIGGER panne BEFORE INSERT ON journal BEGIN SELECT RAISE(ABORT, 'disque plein'); END");
        Assert.Throws<JournalIndisponibleException>(() => _essai.Journal.Ecrire(JournalDEssai.Acte()));
        JournalDEssai.Executer(_essai.Base, "DROP TRIGGER panne");
        _essai.Journal.Ecrire(JournalDEssai.Acte());
        Assert.Equal((2, 0), Compter(_essai.Journal.Verifier()));
    }

    [Fact]
    public void UnJournalDontLaTableADisparuNeRepartPasDeZero()
    {
        _essai.Journal.Ecrire(JournalDEssai.Acte());
        _essai.Journal.Dispose();
        JournalDEssai.Executer(_essai.Base, "DROP TABLE journal");
        Assert.Throws<JournalIndisponibleException>(() => _essai.Journal.Ecrire(JournalDEssai.Acte()));
        Assert.Equal(NatureDeFaute.TableManquante, Assert.Single(_essai.Journal.Verifier().Fautes).Nature);
    }

    [Fact]
    public async Task PlusieursFilsEcriventUneSeuleChaine()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(fil => Task.Run(() =>
        {
            for (var i = 0; i < 25; i++)
                _essai.Journal.Ecrire(JournalDEssai.Acte((fil * 100) + i));
        })));
        Assert.Equal((100, 0), Compter(_essai.Journal.Verifier()));
    }

    [Fact]
    public void UneEntreeNonValideeEstAbsenteEtLeResteEstSain()
    {
        _essai.Remplir(new Random(1), 30);
        // What kill -9 leaves: the base and its log as they are, no connection closed.
        using var copie = JournalDEssai.Copier(_essai);
        var log = new FileInfo(copie.Fichier("gestion.db-wal"));
        Assert.True(log.Length > 0);
        for (var taille = log.Length; taille > 32; taille -= 1_777)
        {
            using var essai = JournalDEssai.Copier(_essai);
            using (var flux = new FileStream(essai.Fichier("gestion.db-wal"), FileMode.Open))
                flux.SetLength(taille);
            File.Delete(essai.Fichier("gestion.db-shm"));
            // Heads reach their file after they are committed.
            File.Delete(essai.Fichier("journal-tetes.txt"));
            using var journal = new Journal(essai.Chemin, _essai.Horloge);
            var rapport = journal.Verifier();
            Assert.Empty(rapport.Fautes);
            Assert.InRange(rapport.Examines, 0, 30);
        }
    }

    private static (long, int) Compter(RapportDuJournal rapport) => (rapport.Examines, rapport.Fautes.Count);
}
