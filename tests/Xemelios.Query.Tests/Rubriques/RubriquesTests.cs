using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Mandats;
using Xemelios.Query.Rubriques;
using Xemelios.Query.Tests.Donnees;

namespace Xemelios.Query.Tests.Rubriques;

public sealed class RubriquesTests : IDisposable
{
    private readonly Entrepot _entrepot = new();
    private readonly EmployeurDeTest _commune;

    public RubriquesTests() => _commune = new EmployeurDeTest(_entrepot);

    public void Dispose() => _entrepot.Dispose();

    [Fact]
    public void LHistoriqueDUneRubriqueCompteSesAgentsEtSesLignesMoisParMois()
    {
        _commune.Volume("2.xhl", 202602).Bulletin("1", b => b.Prime(10)).Bulletin("2", b => b.Prime(20).Prime(5)).Bulletin("3", b => b.Traitement(99));
        _commune.Volume("3.xhl").Bulletin("1", b => b.Prime(11)).Bulletin("1", b => b.Prime(-1));
        _commune.Volume("3b.xhl", budget: "01").Bulletin("4", b => b.Ligne(CategorieDeLigne.Rappel, "2000", 7));

        var lus = new HistoriqueDeRubriqueQuestion(_commune.Siret, "2000").Executer(_entrepot.Connexion, Perimetre.Complet);

        Assert.Equal(
            ["2026-03 Indemnite 1 2 10.00 10.00 -1.00 11.00", "2026-03 Rappel 1 1 7.00 7.00 7.00 7.00", "2026-02 Indemnite 2 3 35.00 17.50 5.00 20.00"],
            lus.Select(r => $"{r.Mois} {r.Categorie} {r.Agents} {r.Lignes} {r.Somme} {r.Moyenne} {r.Min} {r.Max}"));
        Assert.Single(new HistoriqueDeRubriqueQuestion(_commune.Siret, "2000", CategorieDeLigne.Rappel).Executer(_entrepot.Connexion, Perimetre.Complet));
        Assert.Empty(new HistoriqueDeRubriqueQuestion(_commune.Siret, "2000", CategorieDeLigne.Rappel).Executer(_entrepot.Connexion, Perimetre.Limite([new BudgetPermis(_commune.Siret, "00")])));
    }

    [Fact]
    public void LHistoriqueChezUnAgentDitCeQuiChangeApparaitEtDisparait()
    {
        _commune.Volume("1.xhl", 202601).Bulletin("1", b => b.Traitement(100));
        _commune.Volume("2.xhl", 202602).Bulletin("1", b => b.Ligne(CategorieDeLigne.Indemnite, "2000", 10, @base: 100, taux: 10));
        _commune.Volume("3.xhl").Bulletin("1", b => b.Ligne(CategorieDeLigne.Indemnite, "2000", 12, @base: 120, taux: 10)).Bulletin("2", b => b.Prime(50));
        _commune.Volume("4.xhl", 202604).Bulletin("1", b => b.Traitement(100), nom: "Durand");

        var lu = new RubriqueDUnAgentQuestion(_commune.Siret, "2000", "1").Executer(_entrepot.Connexion, Perimetre.Complet)!;

        Assert.Equal(
            ["2026-01 -  False False ", "2026-02 1 10.00 True False ", "2026-03 1 12.00 False False Base Montant", "2026-04 -  False True "],
            lu.Lignes.Select(l => $"{l.Mois} {l.Position?.ToString() ?? "-"} {l.Montant} {l.EstNouvelle} {l.ADisparu} {string.Join(' ', l.Changes.Order())}"));
        Assert.Equal("Durand", lu.Nom);
        Assert.Null(new RubriqueDUnAgentQuestion(_commune.Siret, "2000", "9").Executer(_entrepot.Connexion, Perimetre.Complet));
    }

    [Fact]
    public void LesPiecesDUnMandatSontCellesQuIlCiteEtCellesQuiLeNomment()
    {
        var flux = _commune.Flux("f").Bordereau("1").Mandat("1", [("64111", 10m)], reference: "A").Mandat("2", [("64111", 5m)]);
        flux.Piece(_entrepot.Contenu("PIECE", "a", 0), "A", "a.pdf").Piece(_entrepot.Contenu("PIECE", "b", 0), "B", "b.pdf", refcompta: "2");
        var mandats = new MandatsQuestion(_commune.Siret, 2026).Executer(_entrepot.Connexion, Perimetre.Complet).ToDictionary(m => m.Id, m => m.Numero);

        Assert.Equal(["1 a.pdf", "2 b.pdf"], new PiecesDesMandatsQuestion(_commune.Siret, 2026).Executer(_entrepot.Connexion, Perimetre.Complet).Select(p => $"{mandats[p.Mandat]} {p.Nom}"));
        Assert.Empty(new PiecesDesMandatsQuestion(_commune.Siret, 2025).Executer(_entrepot.Connexion, Perimetre.Complet));
        Assert.Empty(new PiecesDesMandatsQuestion(_commune.Siret, 2026).Executer(_entrepot.Connexion, Perimetre.Limite([])));
    }
}
