using Microsoft.Data.Sqlite;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Store.Gestion.Controles;
using Xemelios.Store.Gestion.Notes;

namespace Xemelios.Store.Tests.Gestion.Controles;

/// <summary>What the poste writes of its control is appended, with who and when, read inside a perimeter and by those who control.</summary>
public sealed class CarnetDeControleTests : IDisposable
{
    private const string Commune = "21990001200019";
    private static readonly MoisDePaye Mars = new(2026, 3);
    private static readonly string Volume = new('a', 64);
    private static readonly Acte Claire = new(NatureDActe.Visa, "claire", "10.0.0.7", "/etats/{Siret}/{Budget}/{Mois}/rapprochement") { Poste = "P1" };
    private static readonly DonneesVues Vues = new([Volume], new Dictionary<string, string>(StringComparer.Ordinal) { ["mandate"] = "1850.10", ["repartition"] = "" });
    private readonly JournalDEssai _journal = new();
    private readonly CarnetDeControle _carnet;
    private readonly TenueDuCarnet _tenue;

    public CarnetDeControleTests()
    {
        _carnet = new CarnetDeControle(_journal.Base);
        _tenue = new TenueDuCarnet(_carnet, _journal.Journal, _journal.Horloge);
    }

    public void Dispose() => _journal.Dispose();

    [Fact]
    public void UnVisaSeGardeAvecCeQuIlAVuEtLeSuivantNeLEffacePas()
    {
        _tenue.Viser(Etat, DecisionDeVisa.ARegulariser, " Mandat\r\nà compléter ", Vues, null, Claire);
        _journal.Horloge.Maintenant += TimeSpan.FromDays(1);
        _tenue.Viser(Etat, DecisionDeVisa.Conforme, "  ", Vues, DecisionDeVisa.ARegulariser, Claire);

        var lus = _carnet.DesEtats(Perimetre.Complet, Commune, "00", Mars);
        Assert.Equal([(DecisionDeVisa.ARegulariser, "Mandat à compléter"), (DecisionDeVisa.Conforme, null)], lus.Select(v => (v.Decision!.Value, v.Texte)));
        Assert.Equal((Etat, "claire", JournalDEssai.Depart, JournalDEssai.Depart.AddDays(1)), (lus[0].Cible, lus[0].Auteur, lus[0].Le, lus[1].Le));
        Assert.Equal([Volume], lus[0].Vues!.Fichiers);
        Assert.Equal(Vues.Chiffres, lus[0].Vues!.Chiffres);
    }

    [Fact]
    public void LeJournalLEcritParSesClesEtSansSesMots()
    {
        _tenue.Viser(Bulletin, DecisionDeVisa.Observe, "Indice vérifié", Vues, DecisionDeVisa.Conforme, Claire);
        var note = _tenue.Noter(Etat with { Nature = "64118" }, "Arrêté demandé", Claire);
        _tenue.Repondre(note, "Arrêté reçu", clore: true, Claire);
        _tenue.Attribuer(Etat, "denis", Claire);

        var actes = _journal.Journal.Lire(new()).Entrees.Select(e => e.Acte).Reverse().ToList();
        Assert.All(actes, a => Assert.Equal((NatureDActe.Visa, "claire", "P1", Commune), (a.Nature, a.Utilisateur, a.Poste, a.Siret)));
        Assert.Equal(
            [
                ("visa=ajout;budget=00;mois=2026-03;train=;volume=aaaaaaaaaaaa;ordre=7", "000123", "Conforme", "Observe"),
                ("note=ajout;budget=00;mois=2026-03;train=;nature=64118", null, null, null),
                ($"note={note.Id};budget=00;mois=2026-03;train=;nature=64118", null, null, "close"),
                ("attribution=ajout;budget=00;mois=2026-03;train=", null, null, "denis"),
            ],
            actes.Select(a => (a.Cles, a.Matricule, a.Avant, a.Apres)));
        Assert.DoesNotContain(actes, a => a.ToString().Contains("vérifié", StringComparison.Ordinal) || a.ToString().Contains("Arrêté", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("UPDATE ecrit_de_controle SET decision = 'Conforme'")]
    [InlineData("DELETE FROM ecrit_de_controle")]
    public void LaBaseRefuseDeLeChangerOuDeLeRetirer(string ordre)
    {
        _tenue.Viser(Etat, DecisionDeVisa.Observe, null, Vues, null, Claire);
        using var connexion = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _journal.Base, Pooling = false }.ConnectionString);
        connexion.Open();
        using var commande = connexion.CreateCommand();
#pragma warning disable CA2100 // the orders of this test
        commande.CommandText = ordre;
#pragma warning restore CA2100

        Assert.Contains("ne se", Assert.Throws<SqliteException>(() => commande.ExecuteNonQuery()).Message, StringComparison.Ordinal);
        Assert.Equal(DecisionDeVisa.Observe, Assert.Single(_carnet.DesEtats(Perimetre.Complet)).Decision);
    }

    [Fact]
    public void IlSeLitDansLePerimetreEtParCeuxQuiControlent()
    {
        _tenue.Viser(Etat, DecisionDeVisa.Conforme, null, Vues, null, Claire);
        _tenue.Viser(Bulletin, DecisionDeVisa.Conforme, null, Vues, null, Claire);
        foreach (var (budget, lu) in (IEnumerable<(BudgetPermis, bool)>)
        [
            (new(Commune, null), true), (new(Commune[..9], null), true), (new(Commune, "00"), true), (new(Commune, "01"), false), (new(Commune, null, Mars, Mars), true),
            (new(Commune, null, new MoisDePaye(2026, 4)), false), (new("26990001500018", null), false),
        ])
        {
            var perimetre = Perimetre.Limite([budget]);
            Assert.Equal((budget, lu, lu), (budget, _carnet.DesEtats(perimetre).Count == 1, _carnet.VisasDesBulletins([Volume], perimetre).Count == 1));
            Assert.Empty(_carnet.DesEtats(perimetre with { Controles = false }));
            Assert.Empty(_carnet.DuBulletin(Bulletin, perimetre with { Controles = false }));
        }
    }

    [Fact]
    public void UnBulletinALesSiensCeuxDeSonAgentEtCeuxDUnFichierRemplace()
    {
        var autre = new string('b', 64);
        _tenue.Viser(Bulletin, DecisionDeVisa.ARegulariser, "Ancien fichier", Vues, null, Claire);
        _tenue.Viser(Bulletin with { Ordre = 8, Matricule = "000124" }, DecisionDeVisa.Conforme, null, Vues, null, Claire);
        _tenue.Noter(new CibleDeControle(Commune) { Matricule = "000123" }, "Vérifier l'échelon", Claire);
        var nouveau = Bulletin with { Volume = autre, Ordre = 3 };

        Assert.Equal(["Ancien fichier", "Vérifier l'échelon"], _carnet.DuBulletin(nouveau, Perimetre.Complet).Select(e => e.Texte));
        Assert.Equal(["Ancien fichier", "Vérifier l'échelon"], _carnet.DeLAgent(Commune, "000123", Perimetre.Complet).Select(e => e.Texte));
        Assert.Equal([7, 8], _carnet.VisasDesBulletins([Volume], Perimetre.Complet).Select(v => v.Cible.Ordre));
        Assert.Equal([7, 8], _carnet.VisasARevoir([autre], Perimetre.Complet).Select(v => v.Cible.Ordre));
        Assert.Equal([7], _carnet.VisasARevoir([Volume], Perimetre.Complet).Select(v => v.Cible.Ordre));

        _tenue.Viser(nouveau, DecisionDeVisa.Conforme, null, Vues, null, Claire);

        Assert.Equal([8], _carnet.VisasARevoir([autre], Perimetre.Complet).Select(v => v.Cible.Ordre));
    }

    [Fact]
    public void UnTexteVideOuTropLongEstRefuseSansActe()
    {
        Assert.Throws<NoteRefuseeException>(() => _tenue.Noter(Etat, "   ", Claire));
        Assert.Throws<NoteRefuseeException>(() => _tenue.Viser(Etat, DecisionDeVisa.Observe, new string('x', TenueDuCarnet.TexteMax + 1), Vues, null, Claire));
        Assert.Empty(_journal.Journal.Lire(new()).Entrees);
        Assert.Empty(_carnet.DesEtats(Perimetre.Complet));
    }

    private static CibleDeControle Etat => new(Commune) { Budget = "00", Mois = Mars, Train = "" };

    private static CibleDeControle Bulletin => Etat with { Matricule = "000123", Volume = Volume, Ordre = 7 };
}
