using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Accueil;
using Xemelios.Query.Bulletins;
using Xemelios.Query.Criteres;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Recherches;
using Xemelios.Query.HeuresSupplementaires;
using Xemelios.Query.Justificatifs;
using Xemelios.Query.Mandats;
using Xemelios.Query.Tests.Donnees;

namespace Xemelios.Query.Tests;

/// <summary>Outside of its perimeter a reader sees nothing, whatever the question.</summary>
public sealed class PerimetreTests : IDisposable
{
    private static readonly MoisDePaye Mars = new(2026, 3);
    private readonly Entrepot _entrepot = new();
    private readonly EmployeurDeTest _commune;

    public PerimetreTests()
    {
        _commune = new EmployeurDeTest(_entrepot);
        _commune.Volume("a.xhl").NaturesUsuelles().Bulletin("1", b => b.Traitement(10).Piece("A", "a.pdf"), heuresSup: 1);
        _commune.Volume("b.xhl", budget: "01").NaturesUsuelles().Bulletin("2", b => b.Traitement(20).Piece("B", "b.pdf"), heuresSup: 1);
        _commune.Flux("pes-a").Bordereau("1").Mandat("1", [("64111", 10m)], "PAYE MARS");
        _commune.Flux("pes-b", budget: "01").Bordereau("1").Mandat("1", [("64111", 20m)], "PAYE MARS").Piece(_entrepot.Contenu("PIECE", "orpheline", 0), "O", "o.pdf");
    }

    public void Dispose() => _entrepot.Dispose();

    [Fact]
    public void HorsDuPerimetreRienNeSeVoit() => Assert.Equal((0, 0, 0, 0, 0, 0, 0), Vu(new BudgetPermis("21990002000014", null)));

    [Fact]
    public void UnPerimetreVideNeVoitRien() => Assert.Equal((0, 0, 0, 0, 0, 0, 0), Vu());

    [Fact]
    public void UnBudgetPermisNeMontreQueLui() => Assert.Equal((1, 1, 1, 1, 1, 1, 0), Vu(new BudgetPermis(_commune.Siret, "00")));

    [Fact]
    public void UnEmployeurPermisMontreTousSesBudgets() => Assert.Equal((2, 2, 2, 2, 2, 2, 1), Vu(new BudgetPermis(_commune.Siret, null)));

    [Fact]
    public void LePerimetreCompletMontreTout() => Assert.Equal((2, 2, 2, 2, 2, 2, 1), Vu(Perimetre.Complet));

    private (int Etats, int Bulletins, int Mandats, int Heures, int References, int Accueil, int Orphelines) Vu(params BudgetPermis[] permis) =>
        Vu(Perimetre.Limite(permis));

    private (int, int, int, int, int, int, int) Vu(Perimetre perimetre)
    {
        var connexion = _entrepot.Connexion;
        var pieces = new JustificatifsQuestion(_commune.Siret, Mars).Executer(connexion, perimetre);
        return (
            new EtatsQuestion().Executer(connexion, perimetre).Count(e => e.Mandats == 1),
            (int)new RechercheQuestion(Sujet.Bulletins).Executer(connexion, perimetre).Totaux.Nombre,
            new MandatsQuestion(_commune.Siret, 2026).Executer(connexion, perimetre).Count(m => m.Etat is not null),
            new HeuresSupplementairesQuestion(_commune.Siret, Mars).Executer(connexion, perimetre).Agents.Count,
            pieces.References,
            new AccueilQuestion().Executer(connexion, perimetre).Employeurs.Sum(e => e.Cases.Sum(c => c.PiecesManquantes)),
            pieces.Orphelines);
    }
}
