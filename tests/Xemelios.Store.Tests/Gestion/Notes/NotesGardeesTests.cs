using Microsoft.Data.Sqlite;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Store.Gestion.Comptes;
using Xemelios.Store.Gestion.Notes;

namespace Xemelios.Store.Tests.Gestion.Notes;

/// <summary>What an agent contests is kept beside his pay: written once, decided of by adding, read inside a perimeter.</summary>
public sealed class NotesGardeesTests : IDisposable
{
    private const string Commune = "21990001200019";
    private static readonly string Volume = new('a', 64);
    private static readonly Acte Claire = new(NatureDActe.Rectification, "claire", "10.0.0.7", "/rectifications/{Siret}/{*Matricule}") { Poste = "P1" };
    private readonly JournalDEssai _journal = new();
    private readonly NotesGardees _notes;
    private readonly RedactionDeNotes _redaction;

    public NotesGardeesTests()
    {
        _notes = new NotesGardees(_journal.Base);
        _redaction = new RedactionDeNotes(_notes, _journal.Journal, _journal.Horloge);
    }

    public void Dispose() => _journal.Dispose();

    [Fact]
    public void UneNoteSeGardeAvecSonAuteurSaDateEtCeQuiEnEstDecide()
    {
        var note = Ajouter(Agent);
        Assert.Equal(EtatDeNote.EnAttente, note.Etat);

        _journal.Horloge.Maintenant += TimeSpan.FromDays(1);
        _redaction.Decider(note, EtatDeNote.Refusee, "La facture est d'un tiers", Claire);
        _redaction.Decider(Seule(), EtatDeNote.Acceptee, "Nouvelle pièce", Claire);

        var lue = Seule();
        Assert.Equal(("Adresse", "J'habite 4 rue des Écoles", "Facture 12", "claire", JournalDEssai.Depart, EtatDeNote.Acceptee), (lue.Objet, lue.Texte, lue.Preuve, lue.Auteur, lue.Le, lue.Etat));
        Assert.Equal([(EtatDeNote.Refusee, "La facture est d'un tiers"), (EtatDeNote.Acceptee, "Nouvelle pièce")], lue.Decisions.Select(d => (d.Etat, d.Motif)));
        Assert.Equal(JournalDEssai.Depart.AddDays(1), lue.Decisions[0].Le);
    }

    [Fact]
    public void LeJournalLEcritParSesClesEtSansSesMots()
    {
        var note = Ajouter(DuBulletin);
        _redaction.Decider(note, EtatDeNote.Acceptee, "Facture vérifiée", Claire);

        var actes = _journal.Journal.Lire(new()).Entrees.Select(e => e.Acte).Reverse().ToList();
        Assert.All(actes, a => Assert.Equal((NatureDActe.Rectification, "claire", "P1", Commune, "000123"), (a.Nature, a.Utilisateur, a.Poste, a.Siret, a.Matricule)));
        Assert.Equal([("note=ajout;volume=aaaaaaaaaaaa;ordre=7", null, "EnAttente"), ($"note={note.Id};volume=aaaaaaaaaaaa;ordre=7", "EnAttente", "Acceptee")], actes.Select(a => (a.Cles, a.Avant, a.Apres)));
        Assert.DoesNotContain(actes, a => a.ToString().Contains("Écoles", StringComparison.Ordinal) || a.ToString().Contains("Facture", StringComparison.Ordinal));
        Assert.Empty(_journal.Journal.Verifier().Fautes);
    }

    [Theory]
    [InlineData("UPDATE note SET texte = 'autre'")]
    [InlineData("DELETE FROM note")]
    [InlineData("UPDATE decision_de_note SET etat = 'Acceptee'")]
    [InlineData("DELETE FROM decision_de_note")]
    public void LaBaseRefuseDeLaChangerOuDeLaRetirer(string ordre)
    {
        _redaction.Decider(Ajouter(Agent), EtatDeNote.Refusee, "Sans preuve", Claire);
        using var connexion = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _journal.Base, Pooling = false }.ConnectionString);
        connexion.Open();
        using var commande = connexion.CreateCommand();
#pragma warning disable CA2100 // the orders of this test
        commande.CommandText = ordre;
#pragma warning restore CA2100

        Assert.Contains("ne se", Assert.Throws<SqliteException>(() => commande.ExecuteNonQuery()).Message, StringComparison.Ordinal);
        Assert.Equal(EtatDeNote.Refusee, Seule().Etat);
    }

    [Fact]
    public void UnBulletinALesSiennesEtCellesDeSonAgent()
    {
        Ajouter(Agent);
        Ajouter(DuBulletin);
        Ajouter(DuBulletin with { Ordre = 8, Matricule = "000124" });
        Ajouter(DuBulletin with { Ordre = 9, Matricule = null });

        Assert.Equal([null, 7], _notes.DuBulletin(Commune, "000123", Volume, 7, Perimetre.Complet).Select(n => n.Cible.Ordre));
        Assert.Equal([null, 7], _notes.DeLAgent(Commune, "000123", Perimetre.Complet).Select(n => n.Cible.Ordre));
        Assert.Equal([9], _notes.DuBulletin(Commune, null, Volume, 9, Perimetre.Complet).Select(n => n.Cible.Ordre));
        Assert.Empty(_notes.DeLAgent("26990001500018", "000123", Perimetre.Complet));
    }

    [Fact]
    public void ElleSeLitDansLePerimetreDuBulletin()
    {
        Ajouter(DuBulletin);
        var mars = new MoisDePaye(2026, 3);
        foreach (var (budget, lue) in (IEnumerable<(BudgetPermis, bool)>)
        [
            (new(Commune, null), true), (new(Commune[..9], null), true), (new(Commune, "00"), true), (new(Commune, "01"), false), (new(Commune, null, mars, mars), true),
            (new(Commune, null, new MoisDePaye(2026, 4)), false), (new(Commune, null, null, new MoisDePaye(2026, 2)), false), (new("26990001500018", null), false),
        ])
            Assert.Equal((budget, lue), (budget, _notes.DeLAgent(Commune, "000123", Perimetre.Limite([budget])).Count == 1));
        Assert.Empty(_notes.DeLAgent(Commune, "000123", Perimetre.Limite([])));
    }

    [Theory]
    [InlineData("", "texte")]
    [InlineData("objet", "   ")]
    [InlineData("objet", null)]
    public void UneNoteVideOuTropLongueEstRefuseeSansActe(string objet, string? texte)
    {
        Assert.Throws<NoteRefuseeException>(() => _redaction.Ajouter(SorteDeNote.Rectification, Agent, objet, texte!, null, Claire));
        Assert.Throws<NoteRefuseeException>(() => _redaction.Ajouter(SorteDeNote.Rectification, Agent, "objet", new string('x', RedactionDeNotes.TexteMax + 1), null, Claire));
        Assert.IsAssignableFrom<RefusDeGestionException>(Record.Exception(() => _redaction.Decider(Ajouter(Agent), EtatDeNote.EnAttente, "motif", Claire)));
        Assert.Single(_journal.Journal.Lire(new()).Entrees);
    }

    private static CibleDeNote Agent => new(Commune) { Matricule = "000123" };

    private static CibleDeNote DuBulletin => Agent with { Volume = Volume, Ordre = 7, Mois = new MoisDePaye(2026, 3), Budget = "00" };

    private Note Ajouter(CibleDeNote cible) => _redaction.Ajouter(SorteDeNote.Rectification, cible, " Adresse ", "J'habite\r\n4 rue des Écoles", "Facture 12", Claire);

    private Note Seule() => Assert.Single(_notes.DeLAgent(Commune, "000123", Perimetre.Complet));
}
