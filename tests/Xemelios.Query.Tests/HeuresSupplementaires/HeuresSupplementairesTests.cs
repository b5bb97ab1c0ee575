using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.HeuresSupplementaires;
using Xemelios.Query.Tests.Donnees;

namespace Xemelios.Query.Tests.HeuresSupplementaires;

public sealed class HeuresSupplementairesTests : IDisposable
{
    private readonly Entrepot _entrepot = new();
    private readonly EmployeurDeTest _commune;

    public HeuresSupplementairesTests() => _commune = new EmployeurDeTest(_entrepot);

    public void Dispose() => _entrepot.Dispose();

    [Fact]
    public void LesHeuresPayeesSeGroupentParTaux()
    {
        _commune.Volume("v.xhl").Bulletin("1", b => b
            .Ligne(CategorieDeLigne.RemDivers, "3000", 235.62m, "IHTS 14 premières heures", taux: 16.83m, unites: 14m)
            .Ligne(CategorieDeLigne.RemDivers, "3001", 42.75m, "Heures supplémentaires", taux: 17.10m, unites: 0m, @base: 2.5m), heuresSup: 16.5m);

        var agent = Assert.Single(Mois().Agents);

        Assert.Equal((16.5m, 16.5m, "278.37"), (agent.HeuresDeclarees, agent.HeuresPayees, agent.Montant.ToString()));
        Assert.Equal(["16.83 14", "17.1 2.5"], agent.Taux.Select(t => FormattableString.Invariant($"{t.Taux:0.##} {t.Heures:0.##}")));
    }

    [Fact]
    public void UneRegularisationNegativeRetrancheSesHeures()
    {
        _commune.Volume("v.xhl").Bulletin("1", b => b.Ligne(CategorieDeLigne.Rappel, "3000", -33.66m, "Rappel HS 25%", taux: 16.83m, unites: 2m));
        Assert.Equal(-2m, Mois().Totaux.HeuresPayees);
    }

    [Theory]
    [InlineData("Heures complémentaires")]
    [InlineData("Traitement indiciaire")]
    [InlineData("Achats")]
    public void CeQuiNEstPasUneHeureSupplementaireNEnEstPasUne(string libelle)
    {
        _commune.Volume("v.xhl").Bulletin("1", b => b.Ligne(CategorieDeLigne.RemDivers, "3000", 10m, libelle, unites: 1m));
        Assert.Empty(Mois().Agents);
    }

    [Fact]
    public void LeLibelleDeLaNomenclatureSuffit()
    {
        _commune.Volume("v.xhl").Rubrique("3000", libelle: "I.H.T.S. TRAVAUX SUPPLÉMENTAIRES")
            .Bulletin("1", b => b.Ligne(CategorieDeLigne.RemDivers, "3000", 10m, "Rub", unites: 1m));
        Assert.Single(Mois().Agents);
    }

    [Fact]
    public void UnAgentQuiDeclareSansEtrePayeEstListe()
    {
        _commune.Volume("v.xhl").Bulletin("1", heuresSup: 3m).Bulletin("2");
        Assert.Equal((1, 3m, 0m), (Mois().Totaux.Agents, Mois().Totaux.HeuresDeclarees, Mois().Totaux.HeuresPayees));
    }

    private HeuresDuMois Mois() => new HeuresSupplementairesQuestion(_commune.Siret, new MoisDePaye(2026, 3)).Executer(_entrepot.Connexion, Perimetre.Complet);
}
