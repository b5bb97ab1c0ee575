using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Tests.Donnees;

namespace Xemelios.Query.Tests.EtatsLiquidatifs;

/// <summary>The documents of rubrique 2102: état nominatif décompté and état récapitulatif by imputation.</summary>
public sealed class EtatsAImprimerTests : IDisposable
{
    private readonly Entrepot _entrepot = new();
    private readonly EmployeurDeTest _commune;
    private readonly VolumeDeTest _volume;

    public EtatsAImprimerTests()
    {
        _commune = new EmployeurDeTest(_entrepot);
        _volume = _commune.Volume("v.xhl").NaturesUsuelles().Rubrique("3000", "65311")
            .Bulletin("3", b => b.Ligne(CategorieDeLigne.Indemnite, "3000", 700), net: 700, nom: "Zola", statut: "AUTRE_STATUT")
            .Bulletin("1", b => b.Prime(50).Ligne(CategorieDeLigne.TraitBrut, "1000", 1000, "Traitement", @base: 390, taux: 2.5m, ordre: 1).Urssaf(300)
                .Ligne(CategorieDeLigne.Retenue, "7000", 20).Ligne(CategorieDeLigne.Commentaire, "C", null), net: 1030, nom: "Éluard")
            .Bulletin("2", b => b.Ligne(CategorieDeLigne.AvantageNature, "9000", 80), net: 0, nom: "Aragon")
            .Situer("1", grade: "Attaché");
    }

    public void Dispose() => _entrepot.Dispose();

    [Fact]
    public void LEtatNominatifSuitLesNomsEtLOrdreDesLignes()
    {
        var etat = Nominatif(1, 200);

        Assert.Equal(["Aragon", "Éluard", "Zola"], etat.Bulletins.Select(b => b.Nom));
        var eluard = etat.Bulletins[1];
        Assert.Equal(("1", "Attaché", "390", 2), (eluard.Matricule, eluard.Grade, eluard.Indice, eluard.Ordre));
        Assert.Equal(["1000 1000.00", "2000 50.00", "8000 300.00", "7000 20.00"], eluard.Lignes.Select(l => $"{l.Code} {l.Montant}"));
        Assert.Equal("1050.00 20.00 300.00 0.00 1030.00", $"{eluard.Brut} {eluard.Retenues} {eluard.ChargesPatronales} {eluard.AvantagesEnNature} {eluard.Net}");
        Assert.Equal("80.00", etat.Bulletins[0].AvantagesEnNature.ToString());
    }

    [Fact]
    public void LesPagesMisesBoutABoutFontLEtat()
    {
        Assert.Equal(2, Nominatif(1, 2).Pages);
        Assert.Equal(["Aragon", "Éluard", "Zola"], Nominatif(1, 2).Bulletins.Concat(Nominatif(2, 2).Bulletins).Select(b => b.Nom));
        Assert.Empty(Nominatif(3, 2).Bulletins);
    }

    [Fact]
    public void LExportNominatifSAdditionne()
    {
        var table = new EtatNominatifQuestion(Demande).Table(_entrepot.Connexion, Perimetre.Complet);
        var lignes = table.Lignes.ToList();

        Assert.Equal(6, lignes.Count);
        foreach (var (colonne, i) in table.Colonnes.Select((c, i) => (c, i)).Where(x => x.c.Cle is "brut" or "retenues" or "net" or "net_a_payer" or "cotisations_patronales" or "avantages_en_nature" or "autres"))
            Assert.Equal((colonne.Cle, table.Totaux![i]), (colonne.Cle, lignes.Select(l => l[i]).OfType<Montant>().Aggregate(Montant.Zero, (s, m) => s + m)));
        Assert.All(lignes, l => Assert.Equal(table.Colonnes.Count, l.Count));
    }

    [Fact]
    public void LeRecapitulatifDonneChaqueImputationEtSesMandats()
    {
        _volume.RepartirSurFonction(1, "64111", "020", 900).RepartirSurFonction(2, "64111", "211", 60);
        _commune.Flux("pes").Bordereau("1").Mandat("10", [("64111", 1000), ("64118", 50)], "PAYE MARS 2026").Mandat("11", [("6451", 300), ("6453", 7)], "PAYE MARS 2026");

        var etat = new EtatRecapitulatifQuestion(Demande).Executer(_entrepot.Connexion, Perimetre.Complet);

        Assert.Equal(
            ["012 64111 1000.00 0.00 1000.00 1000.00 10", "012 64118 50.00 0.00 50.00 50.00 10", "012 6451 0.00 300.00 300.00 300.00 11", "012 6453 0.00 0.00 0.00 7.00 11", "65 65311 700.00 0.00 700.00 0.00 "],
            etat.Lignes.Select(l => $"{l.Chapitre} {l.Nature} {l.Brut} {l.Charges} {l.Total} {l.Mandate} {string.Join(',', l.Mandats)}"));
        Assert.Equal(("1750.00", "300.00", "2050.00", "1357.00"), (etat.Totaux.Brut.ToString(), etat.Totaux.Charges.ToString(), etat.Totaux.Total.ToString(), etat.Totaux.Mandate.ToString()));
        Assert.Equal([("020", "900.00"), ("211", "60.00")], etat.Lignes[0].Fonctions.Select(f => (f.Fonction!, f.Montant.ToString())));
        Assert.Equal("40.00", etat.Lignes[0].HorsFonctions.ToString());
    }

    [Fact]
    public void ChaqueTableAAutantDeCellulesQueDeColonnes()
    {
        var tables = new[]
        {
            new EtatLiquidatifQuestion(Demande, AxeDEtat.Rubrique).Executer(_entrepot.Connexion, Perimetre.Complet).EnTable(),
            new EtatEmboiteQuestion(Demande, "chapitre,nature,agent").Executer(_entrepot.Connexion, Perimetre.Complet).EnTable(),
            new EtatParTrainQuestion(Demande, AxeDEtat.Nature).Executer(_entrepot.Connexion, Perimetre.Complet).EnTable(),
            new EtatRecapitulatifQuestion(Demande).Executer(_entrepot.Connexion, Perimetre.Complet).EnTable(),
        };

        Assert.All(tables, t => Assert.All(t.Lignes.Append(t.Totaux!), l => Assert.Equal(t.Colonnes.Count, l.Count)));
        Assert.Equal("État liquidatif de mars 2026, par rubrique", tables[0].Titre);
    }

    private DemandeDEtat Demande => new(_commune.Siret, new MoisDePaye(2026, 3));

    private EtatNominatif Nominatif(int page, int taille) => new EtatNominatifQuestion(Demande, page, taille).Executer(_entrepot.Connexion, Perimetre.Complet);
}
