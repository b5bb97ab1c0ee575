using Xemelios.Domain.Habilitations;
using Xemelios.Query.Restitutions;
using Xemelios.Store.Gestion.Journaux;

namespace Xemelios.Query.Tests.Restitutions;

/// <summary>Who consulted an agent's data, told to him.</summary>
public sealed class ConsultationsDeLAgentTests
{
    private static readonly DateTimeOffset Depart = new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void LeProfilEstCeluiDeLHabilitationDuJourMemeFinieDepuis()
    {
        var dites = Lire([Entree(3, "zoe", "P1", Depart.AddDays(5)), Entree(2, "claire", "P1", Depart), Entree(1, "claire", "P2", Depart)], []);

        Assert.Equal([null, "comptable", "auditeur"], dites.Select(d => d.Profil));
        Assert.Equal("ordonnateur", Lire([Entree(1, "jean", "P1", Depart)], [])[0].Profil);
        Assert.Null(Lire([Entree(1, "jean", "P1", Depart.AddHours(3))], [])[0].Profil);
    }

    [Fact]
    public void UneListeFaiteSousUnAutrePosteNeLeMontraitPas()
    {
        var dites = Lire([], [Entree(4, "claire", "P1", Depart), Entree(3, "zoe", "P2", Depart), Entree(2, "machine", null, Depart, "ligne de commande")]);

        Assert.Equal(["comptable", "personne qui exploite la machine"], dites.Select(d => d.Profil));
        Assert.All(dites, d => Assert.Equal((false, null), (d.Directe, d.Motif)));
    }

    [Fact]
    public void LesPagesSeSuiventJusquALaDerniere()
    {
        var toutes = Enumerable.Range(1, (2 * DemandeDeJournal.PlusGrandePage) + 5).Reverse().Select(i => Entree(i, "claire", "P1", Depart)).ToList();

        Assert.Equal(toutes.Count, Lire(toutes, []).Count);
    }

    private static List<ConsultationDite> Lire(IReadOnlyList<EntreeDuJournal> directs, IReadOnlyList<EntreeDuJournal> larges) => [.. new ConsultationsDeLAgent(
        d => new AccesAUnAgent("21990001200019", "000123", Page(directs, d), Page(larges, d)), "P1",
        [
            Donnee("claire", Profil.Comptable, "P1"), Donnee("claire", Profil.Auditeur, "P2"),
            Donnee("jean", Profil.Ordonnateur, "P1") with { RevoqueeLe = Depart.AddHours(1), RevoqueePar = "claire" },
        ]).Lire()];

    private static PageDuJournal Page(IReadOnlyList<EntreeDuJournal> entrees, DemandeDeJournal d) =>
        new([.. entrees.Skip((d.Page - 1) * d.TaillePage).Take(d.TaillePage)], entrees.Count, d.Page, d.TaillePage);

    private static EntreeDuJournal Entree(long rang, string utilisateur, string? poste, DateTimeOffset le, string depuis = "10.0.0.7") =>
        new(rang, le, new Acte(NatureDActe.Consultation, utilisateur, depuis, "/bulletins/{Volume}/{Ordre:int}") { Poste = poste, Motif = "un motif" });

    private static Habilitation Donnee(string utilisateur, Profil profil, string poste) => new()
    {
        Id = Guid.NewGuid(), Utilisateur = utilisateur, Profil = profil, Poste = poste, Debut = new DateOnly(2026, 1, 1), ProfilDebut = new DateOnly(2026, 1, 1), DonneePar = "essai", DonneeLe = Depart.AddDays(-60),
    };
}
