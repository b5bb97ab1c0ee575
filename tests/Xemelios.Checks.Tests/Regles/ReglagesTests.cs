using Xemelios.Checks.Moteur;
using Xemelios.Checks.Reglages;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Matieres;

namespace Xemelios.Checks.Tests.Regles;

public sealed class ReglagesTests(DossierDesCas dossier) : IClassFixture<DossierDesCas>
{
    private const string Regle = "TRT-01";

    [Fact]
    public void UnSeuilRegleVautAPartirDeSonMois()
    {
        var reglages = ReglagesDeControle.Aucun with { Seuils = [new SeuilRegle(Regle, "tolerance", 1000m, new MoisDePaye(2026, 1))] };

        Assert.Equal("ANCIEN-POINT", Assert.Single(Controler([Regle], reglages)).Matricule);
    }

    [Fact]
    public void UneRegleEteinteNePasseQueSiOnLaNomme()
    {
        var reglages = ReglagesDeControle.Aucun with { EnService = new Dictionary<string, bool> { [Regle] = false } };

        Assert.DoesNotContain(Controler([], reglages), c => c.Regle == Regle);
        Assert.NotEmpty(Controler([Regle], reglages));
    }

    [Fact]
    public void CeQueLEmployeurDitDesPersonnesPrendLaPlaceDesMots()
    {
        var reglages = ReglagesDeControle.Aucun with { Tables = [TableFournie.Lire("personnes", "matricule;sorte\nTROP;élu\nELU;AGENT".Replace("élu", "ELU"))] };
        var trouves = Controler([Regle], reglages).Select(c => c.Matricule).ToList();

        Assert.DoesNotContain("TROP", trouves);
        Assert.Contains("ELU", trouves);
    }

    [Theory]
    [InlineData("zones", "siret;zone\n21990001600011;4", "la valeur de « zone » doit être 1, 2, 3")]
    [InlineData("zones", "siret\n21990001600011", "doit être « siret;zone »")]
    [InlineData("zones", "", "doit être « siret;zone »")]
    [InlineData("zones", "siret;zone\n21990001600011;1\n21990001600011;2", "ligne 3 : elle répète la clé de la ligne 2")]
    [InlineData("zones", "siret;zone\n21990001600011", "ligne 2 : 2 valeurs sont attendues, 1 sont écrites")]
    [InlineData("logements", "matricule;debut;fin\n12;31/02/2026;", "la valeur de « debut » doit être une date")]
    [InlineData("plafonds", "regime;grade;groupe;loge;plafond\nIFSE;Attaché;1;non;douze", "la valeur de « plafond » doit être un nombre")]
    [InlineData("inconnue", "a;b", "La table « inconnue » n'existe pas")]
    public void UneTableFausseEstRefuseeAvecSaLigne(string nom, string csv, string phrase) =>
        Assert.Contains(phrase, Assert.Throws<TableFournieRefuseeException>(() => TableFournie.Lire(nom, csv)).Message, StringComparison.Ordinal);

    [Fact]
    public void LesReglagesOntUneEmpreinte()
    {
        var lue = TableFournie.Lire("plafonds", "﻿Regime;Grade;Groupe;Loge;Plafond\r\nIFSE;Attaché;;oui;36 210,5\r\n");

        Assert.Equal(["IFSE", "Attaché", null, "oui", "36210.5"], Assert.Single(lue.Lignes));
        Assert.NotEqual(ReglagesDeControle.Aucun.Empreinte, (ReglagesDeControle.Aucun with { Tables = [lue] }).Empreinte);
    }

    private List<ConstatDePaye> Controler(IReadOnlyCollection<string> codes, ReglagesDeControle reglages)
    {
        using var connexion = dossier.Connecter();
        var constats = new List<ConstatDePaye>();
        new ControleDePaye(codes, (string)dossier.Attendus[Regle]["siret"]!) { Reglages = _ => reglages }.Executer(connexion, Perimetre.Complet, constats.Add);
        return constats;
    }
}
