using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Bulletins;
using Xemelios.Query.Comparaisons;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Tests.Donnees;

namespace Xemelios.Query.Tests.Comparaisons;

public sealed class ComparaisonDeLignesTests : IDisposable
{
    private static readonly MoisDePaye Fevrier = new(2026, 2);
    private static readonly MoisDePaye Mars = new(2026, 3);
    private readonly Entrepot _entrepot = new();
    private readonly EmployeurDeTest _commune;

    public ComparaisonDeLignesTests() => _commune = new EmployeurDeTest(_entrepot);

    public void Dispose() => _entrepot.Dispose();

    [Fact]
    public void LesLignesSontAjouteesDisparuesChangeesOuEgales()
    {
        _commune.Volume("f.xhl", 202602).Paye("1", b => b.Traitement(1000).Prime(50).Ligne(CategorieDeLigne.Retenue, "7000", 10m).Ligne(CategorieDeLigne.Retenue, "7000", 5m));
        _commune.Volume("m.xhl").Paye("1", b => b.Traitement(1000).Ligne(CategorieDeLigne.Indemnite, "3000", 75m, "Mobilité").Ligne(CategorieDeLigne.Retenue, "7000", 12m));

        var comparaison = ParMois()!;

        Assert.Equal(
            ["1000 Egale 1000.00 1000.00 0.00", "2000 Disparue 50.00  -50.00", "3000 Ajoutee  75.00 75.00", "7000 Changee 15.00 12.00 -3.00"],
            comparaison.Lignes.Select(l => $"{l.Code} {l.Sort} {l.Avant} {l.Apres} {l.Difference}").Order());
        var brut = comparaison.Sommes(c => c.EstBrut());
        Assert.Equal(("1050.00", "1075.00", "25.00"), (brut.Avant.ToString(), brut.Apres.ToString(), brut.Difference.ToString()));
    }

    [Fact]
    public void DeuxBulletinsDUnMoisSeComparentAussi()
    {
        _commune.Volume("a.xhl", numero: 1).Paye("1", b => b.Traitement(10), new Situation { Indice = 390 });
        _commune.Volume("b.xhl", numero: 2).Paye("1", b => b.Traitement(11), new Situation { Indice = 400 });
        var adresses = (new AdresseDeBulletin(Entrepot.Empreinte("a.xhl"), 1), new AdresseDeBulletin(Entrepot.Empreinte("b.xhl"), 1));

        var comparaison = ComparaisonDeLignesQuestion.DeBulletins(adresses.Item1, adresses.Item2).Executer(_entrepot.Connexion, Perimetre.Complet)!;

        Assert.Equal("1.00", Assert.Single(comparaison.Lignes).Difference.ToString());
        Assert.Equal((SorteDeChangement.Indice, "390", "400"), Assert.Single(comparaison.Attributs, a => a.EstChange) is { } a ? (a.Sorte, a.Avant, a.Apres) : default);
        Assert.Null(ComparaisonDeLignesQuestion.DeBulletins(adresses.Item1, adresses.Item2).Executer(_entrepot.Connexion, Perimetre.Limite([])));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void LaSommeDesDifferencesEstLaDifferenceDesSommes(int graine)
    {
        var hasard = new Random(graine);
        var sommes = new[] { 202602, 202603 }.Select(periode =>
        {
            var montants = Enumerable.Range(0, 30).Select(_ => (Code: $"{hasard.Next(12)}", Categorie: (CategorieDeLigne)hasard.Next(1, 12), Montant: hasard.Next(-5000, 20000) / 100m)).ToList();
            _commune.Volume($"{periode}.xhl", periode).Paye("1", b => montants.Take(20).ToList().ForEach(m => b.Ligne(m.Categorie, m.Code, m.Montant)))
                .Paye("1", b => montants.Skip(20).ToList().ForEach(m => b.Ligne(m.Categorie, m.Code, m.Montant)));
            return montants.Where(m => !m.Categorie.EstRetenue() && m.Categorie != CategorieDeLigne.Cotisation).Sum(m => m.Montant);
        }).ToList();

        var comparaison = ParMois()!;

        // Withholdings may be turned round by the sign of their file: the other categories keep what is written.
        var lues = comparaison.Sommes(c => !c.EstRetenue() && c != CategorieDeLigne.Cotisation);
        Assert.Equal((sommes[0], sommes[1]), (lues.Avant.ToDecimal(), lues.Apres.ToDecimal()));
        Assert.Equal(comparaison.Sommes(_ => true).Difference, comparaison.Lignes.Aggregate(Montant.Zero, (somme, l) => somme + l.Difference));
    }

    [Theory]
    [InlineData(AxeDEtat.Nature, "64111 1000.00 1200.00;64118 50.00 ;6451 100.00 120.00")]
    [InlineData(AxeDEtat.Rubrique, "1000 1000.00 1200.00;2000 50.00 ;8000 100.00 120.00")]
    [InlineData(AxeDEtat.Service, "Accueil 1150.00 1320.00")]
    public void DeuxEtatsSeComparentParNatureRubriqueEtService(AxeDEtat axe, string attendu)
    {
        _commune.Volume("f.xhl", 202602).NaturesUsuelles().Paye("1", b => b.Traitement(1000).Prime(50).Urssaf(100));
        _commune.Volume("m.xhl").NaturesUsuelles().Paye("1", b => b.Traitement(1200).Urssaf(120));

        var etats = new ComparaisonDEtatsQuestion(new DemandeDEtat(_commune.Siret, Fevrier), new DemandeDEtat(_commune.Siret, Mars), axe).Executer(_entrepot.Connexion, Perimetre.Complet);

        Assert.Equal(attendu, string.Join(';', etats.Lignes.OrderBy(l => l.Cle, StringComparer.Ordinal).Select(l => $"{l.Cle} {l.Avant?.Montant} {l.Apres?.Montant}")));
        Assert.Equal(etats.Totaux.Difference(l => l.Montant), etats.Lignes.Aggregate(Montant.Zero, (somme, l) => somme + l.Difference(x => x.Montant)));
        Assert.Equal("170.00", etats.Totaux.Difference(l => l.Montant).ToString());
    }

    private ComparaisonDeLignes? ParMois() => ComparaisonDeLignesQuestion.DeMois(_commune.Siret, "1", Fevrier, Mars).Executer(_entrepot.Connexion, Perimetre.Complet);
}
