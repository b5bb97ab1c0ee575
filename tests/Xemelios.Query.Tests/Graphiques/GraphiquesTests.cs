using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Graphiques;
using Xemelios.Query.Tests.Donnees;

namespace Xemelios.Query.Tests.Graphiques;

public sealed class GraphiquesTests : IDisposable
{
    private static readonly MoisDePaye Mars = new(2026, 3);
    private readonly Entrepot _entrepot = new();
    private readonly EmployeurDeTest _commune;

    public GraphiquesTests() => _commune = new EmployeurDeTest(_entrepot);

    public void Dispose() => _entrepot.Dispose();

    [Fact]
    public void LaMasseSalarialeEstLaSommeDesLignesParMoisEtParNature()
    {
        foreach (var periode in (int[])[202602, 202603])
            _commune.Volume($"{periode}.xhl", periode).NaturesUsuelles()
                .Bulletin("1", b => b.Traitement(1000 + periode % 100).Prime(200).Urssaf(350).Ligne(CategorieDeLigne.Indemnite, "3000", 40).Ligne(CategorieDeLigne.Retenue, "9000", 77));
        _commune.Volume("autre.xhl", budget: "01").NaturesUsuelles().Bulletin("2", b => b.Traitement(5000));

        var masse = new MasseSalarialeQuestion(_commune.Siret, "00").Executer(_entrepot.Connexion, Perimetre.Complet);

        Assert.Equal(["64111", "6451", "64118", "Sans nature"], masse.Series.Select(s => s.Nom));
        Assert.Equal(
            ["2026-02 1242.00 350.00 : 1002.00 350.00 200.00 40.00", "2026-03 1243.00 350.00 : 1003.00 350.00 200.00 40.00"],
            masse.Mois.Select(m => $"{m.Mois} {m.Brut} {m.Charges} : {string.Join(' ', m.ParSerie)}"));
        // Independent of the totals made at import: the lines themselves.
        foreach (var mois in masse.Mois)
        {
            Assert.Equal(DesLignes(mois.Mois, "1, 2, 3, 5, 6, 9, 11"), mois.Total.ToDecimal());
            Assert.Equal(mois.Total, mois.ParSerie.Aggregate(Montant.Zero, (a, b) => a + b));
        }

        Assert.Equal("6243.00", new MasseSalarialeQuestion(_commune.Siret).Executer(_entrepot.Connexion, Perimetre.Complet).Mois[1].Brut.ToString());
    }

    [Fact]
    public void AuDelaDeSeptLesPetitesNaturesSontReunies()
    {
        var volume = _commune.Volume("a.xhl");
        foreach (var n in Enumerable.Range(1, 9))
            volume.Rubrique($"R{n}", $"6411{n}");
        volume.Bulletin("1", b =>
        {
            foreach (var n in Enumerable.Range(1, 9))
                b.Ligne(CategorieDeLigne.Indemnite, $"R{n}", 10 * n);
        });

        var masse = new MasseSalarialeQuestion(_commune.Siret).Executer(_entrepot.Connexion, Perimetre.Complet);

        Assert.Equal(["64119", "64118", "64117", "64116", "64115", "64114", "Autres natures"], masse.Series.Select(s => s.Nom));
        Assert.Equal(["64111", "64112", "64113"], masse.Series[^1].Natures);
        Assert.Equal("60.00", masse.Mois.Single().ParSerie[^1].ToString());
    }

    [Fact]
    public void LaDistributionDonneLesQuartilesEtDesTranchesQuiComptentChaqueBulletin()
    {
        var volume = _commune.Volume("a.xhl");
        decimal[] bruts = [-5, 0, 149.99m, 150, 700, 900, 1000, 20_000];
        foreach (var (brut, i) in bruts.Select((b, i) => (b, i)))
            volume.Bulletin($"{i}", b => b.Traitement(brut));

        var d = new DistributionDuBrutQuestion(_commune.Siret, Mars).Executer(_entrepot.Connexion, Perimetre.Complet)!;

        Assert.Equal(("-5.00", "150.00", "20000.00", 8), (d.Min.ToString(), d.Mediane.ToString(), d.Max.ToString(), d.Bulletins));
        Assert.Equal(Math.Round(bruts.Sum() / 8, 2, MidpointRounding.AwayFromZero), d.Moyenne.ToDecimal());
        Assert.Equal(8, d.Tranches.Sum(t => t.Bulletins));
        foreach (var t in d.Tranches)
            Assert.Equal(bruts.Count(b => b >= (t.De?.ToDecimal() ?? decimal.MinValue) && b < (t.A?.ToDecimal() ?? decimal.MaxValue)), t.Bulletins);
        Assert.Null(new DistributionDuBrutQuestion(_commune.Siret, new MoisDePaye(2026, 4)).Executer(_entrepot.Connexion, Perimetre.Complet));
    }

    [Fact]
    public void LaPyramideLitAgeEtSexeDansLeNirEtCompteCeuxQuElleNeLitPas()
    {
        Nirs(["180", "281", "2 80 01", "376", "499", "", "1ZZ", null, "105"]);

        var p = Pyramide(Perimetre.Complet);

        // In 2026: 80 is 46, 81 is 45, 76 is 50, 99 is 27, 05 is 21.
        Assert.Equal(["20-24 1 0", "25-29 0 1", "45-49 1 2", "50-54 1 0"], p.Tranches.Where(t => t.Hommes + t.Femmes > 0).Select(t => $"{t.De}-{t.A} {t.Hommes} {t.Femmes}"));
        Assert.Equal((9, 3, false), (p.Agents, p.SansAge, p.PetitsEffectifsTus));
        Assert.Equal(7, p.Tranches.Count);
    }

    [Fact]
    public void QuiNeVoitPasLeNirNApprendAucunPetitEffectifNiParDifference()
    {
        Nirs([.. Enumerable.Repeat("180", 9), .. Enumerable.Repeat("280", 6), .. Enumerable.Repeat("170", 7), "270"]);

        var p = Pyramide(Perimetre.Complet.Montrant(DonneesProtegees.Aucune));

        // One count alone is under five: the least of the others goes with it, or a subtraction would find it.
        Assert.Equal(["45-49 9 ", "50-54 0 0", "55-59 7 "], p.Tranches.Select(t => $"{t.De}-{t.A} {t.Hommes} {t.Femmes}"));
        Assert.True(p.PetitsEffectifsTus);
        Assert.Equal("9 6", Pyramide(Perimetre.Complet).Tranches.Select(t => $"{t.Hommes} {t.Femmes}").First());
    }

    [Fact]
    public void LesRubriquesLesPlusLourdesSontCompareesAuMoisDePayeDAvant()
    {
        _commune.Volume("1.xhl", 202601).Bulletin("1", b => b.Traitement(100).Prime(7));
        _commune.Volume("3.xhl").Bulletin("1", b => b.Traitement(130).Urssaf(-500));

        var r = new RubriquesDuMoisQuestion(_commune.Siret, Mars).Executer(_entrepot.Connexion, Perimetre.Complet);

        Assert.Equal(new MoisDePaye(2026, 1), r.Avant);
        Assert.Equal(["8000 -500.00 -500.00", "1000 130.00 30.00"], r.Rubriques.Select(x => $"{x.Code} {x.Montant} {x.Evolution}"));
        Assert.Null(new RubriquesDuMoisQuestion(_commune.Siret, new MoisDePaye(2026, 1)).Executer(_entrepot.Connexion, Perimetre.Complet).Rubriques[0].Evolution);
        Assert.Single(new RubriquesDuMoisQuestion(_commune.Siret, Mars, Nombre: 1).Executer(_entrepot.Connexion, Perimetre.Complet).Rubriques);
    }

    [Fact]
    public void LesEcartsSAdditionnentSansLeurSigneEtUnMoisSansMandatNEnAPas()
    {
        foreach (var periode in (int[])[202601, 202602, 202603])
            _commune.Volume($"{periode}.xhl", periode).NaturesUsuelles().Bulletin("1", b => b.Traitement(100).Prime(50));
        _commune.Flux("f").Bordereau("1").Mandat("1", [("64111", 100m), ("64118", 50m)], "PAYE FEVRIER 2026");
        _commune.Flux("g").Bordereau("2").Mandat("2", [("64111", 103m), ("64118", 49m)], "PAYE MARS 2026");

        var ecarts = new EcartsQuestion(_commune.Siret).Executer(_entrepot.Connexion, Perimetre.Complet);

        Assert.Equal(["2026-01 0/1 0 ", "2026-02 1/1 0 0.00", "2026-03 1/1 2 4.00"], ecarts.Mois.Select(m => $"{m.Mois} {m.Rapproches}/{m.Etats} {m.Natures} {m.Montant}"));
    }

    private void Nirs(IReadOnlyList<string?> nirs)
    {
        var volume = _commune.Volume("a.xhl");
        foreach (var (nir, i) in nirs.Select((n, i) => (n, i)))
        {
            volume.Bulletin($"{i}", b => b.Traitement(1));
            _entrepot.Connexion.Execute($"UPDATE agent SET nir = {(nir is null ? "NULL" : $"'{nir}'")} WHERE matricule = '{i}'");
        }
    }

    private PyramideDesAges Pyramide(Perimetre perimetre) => new PyramideDesAgesQuestion(_commune.Siret, Mars).Executer(_entrepot.Connexion, perimetre);

    private decimal DesLignes(MoisDePaye mois, string categories) => (decimal)new Requete(_entrepot.Connexion, Perimetre.Complet, $"""
        SELECT sum(l.montant) FROM ligne l JOIN modele_de_ligne m ON m.id = l.modele JOIN rubrique r ON r.id = m.rubrique JOIN volume v ON v.contenu = l.contenu
        WHERE v.periode = {mois.Cle} AND v.budget = '00' AND r.categorie IN ({categories})
        """).Lire(r => r.Nombre())[0]!;
}
