using System.Text.Json.Nodes;

namespace Xemelios.Cli.Tests.Contrat;

/// <summary>The searches by criteria, on the samples.</summary>
public sealed class CriteresTests(JeuImporte jeu) : IClassFixture<JeuImporte>
{
    [Fact]
    public void UnCritereEtSonContrairePartagentLesBulletins()
    {
        var avec = Poser("chercher", "--critere", "indice>=400", "--critere", "pas ligne(rubrique=2000)", "--mois", "2026-03");
        var sans = Poser("chercher", "--critere", "pas (indice>=400 et pas ligne(rubrique=2000))", "--mois", "2026-03");
        var tous = Poser("chercher", "--critere", "", "--mois", "2026-03");

        Assert.Equal((int)tous["total"]!, (int)avec["total"]! + (int)sans["total"]!);
        Assert.InRange((int)avec["total"]!, 1, (int)tous["total"]! - 1);
        Assert.Equal("le mois est 03/2026 et l'indice est supérieur ou égal à 400 et il n'y a aucune ligne où la rubrique est « 2000 »", (string)avec["criteres"]!);
        Assert.Empty(FormeJson.Ecarts("""
            {"total":"entier","page":"entier","pages":"entier","duree_ms":"entier","criteres":"texte","colonnes":[{"cle":"texte","titre":"texte"}],
             "resultats":[{"volume":"texte","ordre":"entier"}],"totaux":{"net":"montant","brut":"montant"}}
            """, avec));
    }

    [Fact]
    public void LesLignesRegroupeesOntLaSommeDuTout()
    {
        var lignes = Poser("lignes", "--siret", "21990001600011", "--mois", "2026-03", "--critere", "montant>0");
        var groupes = Poser("lignes", "--siret", "21990001600011", "--mois", "2026-03", "--critere", "montant>0", "--grouper", "categorie,rubrique");

        Assert.Equal((int)lignes["total"]!, (int)groupes["total"]!);
        Assert.Equal((string)lignes["totaux"]!["montant"]!, (string)groupes["totaux"]!["montant"]!);
        var niveaux = groupes["groupes"]!.AsArray().GroupBy(g => (int)g!["niveau"]!).ToDictionary(g => g.Key, g => g.Sum(x => decimal.Parse((string)x!["montant"]!, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(niveaux[1], niveaux[2]);
    }

    [Fact]
    public void UneRechercheSEcritDansUnFichier()
    {
        var fichier = Path.Combine(jeu.Dossier.Entrepot.DossierTemporaire, "recherche.csv");
        Assert.Equal(0, Commande.Sur(jeu.Dossier.Entrepot, "repartition", "--mois", "2026-03", "-o", fichier).Code);

        Assert.Equal((int)Poser("repartition", "--mois", "2026-03")["total"]!, File.ReadLines(fichier).Count(l => l.StartsWith("2026;3;", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("chercher", "--critere", "indice>=", "position")]
    [InlineData("chercher", "--critere", "inconnu=1", "inconnu")]
    [InlineData("lignes", "--grouper", "montant", "montant")]
    public void UnCritereFautifEstRefuseEnFrancais(string commande, string option, string valeur, string mot)
    {
        var reponse = Commande.Sur(jeu.Dossier.Entrepot, commande, option, valeur);
        Assert.Equal(10, reponse.Code);
        Assert.Contains(mot, reponse.Messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChercherSansRienDemanderEstUneLigneFausse() => Assert.Equal(25, (await Commande.ExecuterAsync("chercher")).Code);

    private JsonNode Poser(params string[] arguments) => Commande.Sur(jeu.Dossier.Entrepot, arguments).Json;
}
