using Xemelios.Domain.Habilitations;
using Xemelios.Store.Gestion.Journaux;

namespace Xemelios.Store.Tests.Gestion;

public sealed class LectureDuJournalTests : IDisposable
{
    private const string Siret = "21990001200019";

    private readonly JournalDEssai _essai = new();

    public void Dispose() => _essai.Dispose();

    [Fact]
    public void UnJournalSansEntreeNeRepondRien() => Assert.Equal(0, _essai.Journal.Lire(new()).Total);

    [Fact]
    public void UneEntreeSeRelitCommeElleAEteEcrite()
    {
        var acte = new Acte(NatureDActe.Revelation, "claire", "10.0.0.4", "/bulletins/{Volume}/{Ordre:int}")
        {
            Poste = "033019", Siret = Siret, Matricule = "000012", Cles = "volume=3f2a;ordre=12", Motif = "Contrôle du RIB", Avant = "a", Apres = "",
        };
        _essai.Journal.Ecrire(acte);
        Assert.Equal(new EntreeDuJournal(1, JournalDEssai.Depart, acte), Assert.Single(_essai.Journal.Lire(new()).Entrees));
    }

    [Fact]
    public void ChaqueCritereNeGardeQueCeQuIlDemande()
    {
        var hasard = new Random(4);
        var actes = Enumerable.Range(0, 200).Select(i => new EntreeDuJournal(i + 1, JournalDEssai.Depart.AddHours(i * 5), new Acte(
            hasard.Next(2) == 0 ? NatureDActe.Export : NatureDActe.Consultation, $"u{hasard.Next(3)}", "x", "y")
        {
            Poste = hasard.Next(2) == 0 ? "033019" : "075001", Siret = hasard.Next(3) switch { 0 => null, 1 => Siret, _ => "21990001200027" }, Matricule = hasard.Next(2) == 0 ? "7" : null,
        })).ToList();
        foreach (var entree in actes)
        {
            _essai.Horloge.Maintenant = entree.Le;
            _essai.Journal.Ecrire(entree.Acte);
        }

        Egaux(new() { Utilisateur = "u1" }, e => e.Acte.Utilisateur == "u1");
        Egaux(new() { Poste = "033019" }, e => e.Acte.Poste == "033019");
        Egaux(new() { Siret = Siret }, e => e.Acte.Siret == Siret);
        Egaux(new() { Siret = "219900012" }, e => e.Acte.Siret is not null);
        Egaux(new() { Matricule = "7", Nature = NatureDActe.Export }, e => e.Acte is { Matricule: "7", Nature: NatureDActe.Export });
        Egaux(new() { Du = new(2026, 3, 10), Au = new(2026, 3, 20) }, e => DateOnly.FromDateTime(e.Le.LocalDateTime) is var jour && jour >= new DateOnly(2026, 3, 10) && jour <= new DateOnly(2026, 3, 20));
        Egaux(new() { Du = DateOnly.MinValue, Au = DateOnly.MaxValue }, _ => true);
        Egaux(new() { Utilisateur = "' OR 1=1 --" }, _ => false);

        void Egaux(DemandeDeJournal demande, Func<EntreeDuJournal, bool> garder)
        {
            var attendues = actes.Where(garder).Reverse().ToList();
            var lues = Enumerable.Range(1, 12).SelectMany(p => _essai.Journal.Lire(demande with { Page = p, TaillePage = 17 }).Entrees).ToList();
            Assert.Equal(attendues, lues);
            Assert.Equal(attendues.Count, _essai.Journal.Lire(demande).Total);
        }
    }

    [Fact]
    public void LeDroitDAccesDitQuiAOuvertEtQuiAPuVoir()
    {
        var base_ = new Acte(NatureDActe.Consultation, "claire", "x", "/y") { Siret = Siret, Matricule = "12" };
        Ecrire(base_, base_ with { Matricule = "13" }, base_ with { Siret = "21990001200027" });
        Ecrire(base_ with { Matricule = null, Nature = NatureDActe.Export }, base_ with { Matricule = null, Siret = null, Nature = NatureDActe.Recherche });
        Ecrire(base_ with { Matricule = null, Siret = null }, base_ with { Matricule = null, Siret = "21990001200027", Nature = NatureDActe.Export });
        Ecrire(base_ with { Matricule = null, Siret = null, Nature = NatureDActe.Connexion }, base_ with { Poste = "075001" });

        var acces = _essai.Journal.Acces(Siret, "12", new());
        Assert.Equal([9L, 1L], acces.Directs.Entrees.Select(e => e.Rang));
        Assert.Equal([5L, 4L], acces.Larges.Entrees.Select(e => e.Rang));
        Assert.Equal([9L], _essai.Journal.Acces(Siret, "12", new() { Poste = "075001" }).Directs.Entrees.Select(e => e.Rang));
        Assert.Equal(0, _essai.Journal.Acces("000", "12", new()).Directs.Total);
    }

    private void Ecrire(params Acte[] actes) => Array.ForEach(actes, _essai.Journal.Ecrire);
}
