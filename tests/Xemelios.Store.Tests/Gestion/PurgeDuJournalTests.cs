using Microsoft.Data.Sqlite;
using Xemelios.Domain.Habilitations;
using Xemelios.Store.Gestion.Journaux;

namespace Xemelios.Store.Tests.Gestion;

public sealed class PurgeDuJournalTests : IDisposable
{
    private static readonly Acte Administrateur = new(NatureDActe.PurgeDuJournal, "admin", "ligne de commande", "journal purger");

    private readonly JournalDEssai _essai = new();

    public void Dispose() => _essai.Dispose();

    [Fact]
    public void LesEntreesDePlusDUnAnPartentEtLaChaineResteSaine()
    {
        Ecrire(0, 10, 20, 380, 390);
        _essai.Horloge.Maintenant = JournalDEssai.Depart.AddDays(400);
        Assert.Equal(3, _essai.Journal.Purger(null, Administrateur, simuler: true).Nombre);
        Assert.Equal(5, _essai.Journal.Verifier().Examines);

        var purge = _essai.Journal.Purger(null, Administrateur);
        Assert.Equal((3, 3, JournalDEssai.Depart, JournalDEssai.Depart.AddDays(20)), (purge.Nombre, purge.JusquAuRang, purge.Premier!.Value, purge.Dernier!.Value));
        Assert.Equal([6L, 5L, 4L], _essai.Journal.Lire(new()).Entrees.Select(e => e.Rang));
        Assert.Equal((NatureDActe.PurgeDuJournal, "admin"), (_essai.Journal.Lire(new()).Entrees[0].Acte.Nature, _essai.Journal.Lire(new()).Entrees[0].Acte.Utilisateur));
        Assert.Empty(_essai.Journal.Verifier().Fautes);
        Assert.Throws<SqliteException>(() => JournalDEssai.Executer(_essai.Base, "DELETE FROM journal"));
        Assert.Throws<SqliteException>(() => JournalDEssai.Executer(_essai.Base, "DELETE FROM journal_borne"));
    }

    [Fact]
    public void DesPurgesSeSuivent()
    {
        for (var jour = 0; jour < 1500; jour += 50)
        {
            Ecrire(jour);
            _essai.Journal.Purger(null, Administrateur);
            Assert.Empty(_essai.Journal.Verifier([.. _essai.Journal.Tetes()]).Fautes);
        }

        Assert.All(_essai.Journal.Lire(new() { TaillePage = 1000 }).Entrees, e => Assert.True(e.Le >= JournalDEssai.Depart.AddDays(1450).AddYears(-1)));
    }

    [Fact]
    public void ToutPeutEtreAssezVieux()
    {
        Ecrire(0, 1);
        _essai.Horloge.Maintenant = JournalDEssai.Depart.AddDays(1000);
        Assert.Equal(2, _essai.Journal.Purger(null, Administrateur).Nombre);
        Ecrire(1000);
        Assert.Empty(_essai.Journal.Verifier().Fautes);
        Assert.Equal(0, _essai.Journal.Purger(null, Administrateur).Nombre);
    }

    [Fact]
    public void RienDeTropRecentNePart()
    {
        Ecrire(0, 390);
        _essai.Horloge.Maintenant = JournalDEssai.Depart.AddDays(400);
        var refus = Assert.Throws<PurgeTropRecenteException>(() => _essai.Journal.Purger(new DateOnly(2027, 1, 1), Administrateur));
        Assert.Contains("un an", refus.Message, StringComparison.Ordinal);
        Assert.Throws<PurgeTropRecenteException>(() => _essai.Journal.Purger(new DateOnly(2026, 4, 1), Administrateur, Journal.AnneesDeControleInterne));
        Assert.Equal(1, _essai.Journal.Purger(new DateOnly(2026, 4, 1), Administrateur).Nombre);
    }

    [Fact]
    public void UneEntreeRecenteGardeCellesQuiLaSuiventMemeSiLHorlogeARecule()
    {
        Ecrire(0, 350, 5, 6);
        _essai.Horloge.Maintenant = JournalDEssai.Depart.AddDays(400);
        Assert.Equal(1, _essai.Journal.Purger(null, Administrateur).Nombre);
        Assert.Empty(_essai.Journal.Verifier().Fautes);
    }

    [Fact]
    public void LaDureeSeReglePourLeControleInterne()
    {
        Assert.Equal(1, _essai.Journal.Annees);
        _essai.Journal.Conserver(3, Administrateur);
        Assert.Equal(3, _essai.Journal.Annees);
        Assert.Equal("conservation=3", Assert.Single(_essai.Journal.Lire(new()).Entrees).Acte.Apres);
        Ecrire(0);
        _essai.Horloge.Maintenant = JournalDEssai.Depart.AddDays(800);
        Assert.Equal(0, _essai.Journal.Purger(null, Administrateur).Nombre);
        Assert.Throws<ArgumentOutOfRangeException>(() => _essai.Journal.Conserver(0, Administrateur));
    }

    [Theory]
    [InlineData("UPDATE journal_borne SET nombre = 2")]
    [InlineData("UPDATE journal_borne SET empreinte = zeroblob(32)")]
    [InlineData("UPDATE journal_borne SET dernier = '2027-01-01T00:00:00.0000000Z'")]
    [InlineData("DELETE FROM journal_borne")]
    [InlineData("DELETE FROM journal WHERE rang = 4")]
    [InlineData("INSERT INTO journal SELECT 2, le, nature, utilisateur, depuis, objet, poste, siret, matricule, cles, motif, avant, apres, precedente, empreinte FROM journal WHERE rang = 4")]
    public void UneBorneFausseSeVoit(string sql)
    {
        Ecrire(0, 10, 20, 380, 390);
        _essai.Horloge.Maintenant = JournalDEssai.Depart.AddDays(400);
        _essai.Journal.Purger(null, Administrateur);
        _essai.Journal.Dispose();
        AlterationsDuJournalTests.SansDeclencheurs(_essai.Base, sql);
        Assert.NotEmpty(_essai.Journal.Verifier().Fautes);
    }

    private void Ecrire(params int[] jours)
    {
        foreach (var jour in jours)
        {
            _essai.Horloge.Maintenant = JournalDEssai.Depart.AddDays(jour);
            _essai.Journal.Ecrire(JournalDEssai.Acte(jour));
        }
    }
}
