using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Agents;
using Xemelios.Query.Comparaisons;
using Xemelios.Query.Tests.Comparaisons;
using Xemelios.Query.Tests.Donnees;

namespace Xemelios.Query.Tests.Agents;

public sealed class DossierDAgentTests : IDisposable
{
    private readonly Entrepot _entrepot = new();
    private readonly EmployeurDeTest _commune;

    public DossierDAgentTests() => _commune = new EmployeurDeTest(_entrepot);

    public void Dispose() => _entrepot.Dispose();

    [Fact]
    public void LesBulletinsSontDansLOrdreDesMoisEtChaqueNouveauteEstMarquee()
    {
        var id = 0;
        _commune.Volume("3.xhl").Paye("1", b => id = b.Traitement(12).Id, new Situation { Indice = 405, Echelon = "5", Iban = "FR7612345678901234567899999" });
        _commune.Volume("1.xhl", 202601).Paye("1", b => b.Traitement(10), new Situation { Indice = 390, Echelon = "4", Iban = "FR7612345678901234567890123" });
        _commune.Volume("2.xhl", 202602).Paye("1", b => b.Traitement(10), new Situation { Indice = 390, Echelon = "4", Iban = "FR7612345678901234567890123" }).Paye("2", b => b.Traitement(99));
        _entrepot.Inserer("evenement", new { bulletin = id, rang = 1, code = "AVT", description = "Échelon 5" });

        var dossier = Demander()!;

        Assert.Equal([1, 2, 3], dossier.Bulletins.Select(b => b.Mois.Mois));
        Assert.Equal(["", "", "Echelon Indice Rib"], dossier.Bulletins.Select(b => string.Join(' ', b.Changes.Order())));
        Assert.Equal(("12.00", "…9999", "AVT : Échelon 5", 405), (
            dossier.Bulletins[2].Brut.ToString(), dossier.Bulletins[2].Compte, Assert.Single(dossier.Bulletins[2].Evenements), dossier.Bulletins[2].IndiceEnPoints));
    }

    [Fact]
    public void LesCumulsSontRefaitsParAnneeEtDisentLesMoisQuiManquent()
    {
        _commune.Volume("12.xhl", 202512).Paye("1", b => b.Traitement(500), new Situation { CumulBrut = 6000 });
        _commune.Volume("1.xhl", 202601).Paye("1", b => b.Traitement(100), new Situation { CumulBrut = 100 });
        _commune.Volume("3.xhl").Paye("1", b => b.Traitement(100), new Situation { CumulBrut = 320 }).Paye("1", b => b.Traitement(20));

        var cumuls = Demander()!.Cumuls;

        Assert.Equal(
            ["2025-12 500.00 6000.00 5500.00 11", "2026-01 100.00 100.00 0.00 0", "2026-03 220.00 320.00 100.00 1"],
            cumuls.Select(c => $"{c.Mois} {c.Brut} {c.BrutDeclare} {c.EcartBrut} {c.Manquants.Count}"));
        Assert.Equal(new MoisDePaye(2026, 2), Assert.Single(cumuls[2].Manquants));
    }

    [Fact]
    public void UnAgentHorsDuPerimetreNExistePas()
    {
        _commune.Volume("m.xhl", budget: "01").Paye("1", b => b.Traitement(10));
        Assert.Null(new DossierDAgentQuestion(_commune.Siret, "1").Executer(_entrepot.Connexion, Perimetre.Limite([new BudgetPermis(_commune.Siret, "00")])));
        Assert.Null(new DossierDAgentQuestion(_commune.Siret, "9").Executer(_entrepot.Connexion, Perimetre.Complet));
        Assert.Equal(["01"], Demander()!.Bulletins.Select(b => b.Budget!));
    }

    private DossierDAgent? Demander() => new DossierDAgentQuestion(_commune.Siret, "1").Executer(_entrepot.Connexion, Perimetre.Complet);
}
