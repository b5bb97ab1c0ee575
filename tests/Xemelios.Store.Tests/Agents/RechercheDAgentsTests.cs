using static Xemelios.Store.Tests.Agents.AgentsDEssai;

namespace Xemelios.Store.Tests.Agents;

public class RechercheDAgentsTests
{
    [Theory]
    [InlineData("lefebvre helene")]
    [InlineData("LEFÈBVRE HÉLÈNE")]
    [InlineData("hélène lefebvre")]
    [InlineData("e\u0301cole lefebvre")]
    [InlineData("lefebvre ecole infirmiere")]
    public void Recherche_IgnoreAccentsCasseEtOrdreDesMots(string texte)
    {
        using var essai = new AgentsDEssai(
            Agent("1", "Lefebvre", "Hélène", "Infirmière", service: "École"), Agent("2", "Durand", "Hélène"), Agent("3", "Lefebvre", "Paul"));
        Assert.Equal("1", essai.Matricules(texte));
    }

    [Theory]
    [InlineData("Leboeuf")]
    [InlineData("LEBŒUF")]
    public void Recherche_LitLesLigaturesCommeDeuxLettres(string texte)
    {
        using var essai = new AgentsDEssai(Agent("1", "Lebœuf"));
        Assert.Equal("1", essai.Matricules(texte));
        Assert.Equal("Lebœuf", essai.Agents(texte)[0].Agent.Nom);
    }

    [Fact]
    public void Recherche_ExigeTousLesMots()
    {
        using var essai = new AgentsDEssai(Agent("1", "Martin", "Paul"), Agent("2", "Martin", "Jeanne"));
        Assert.Equal("2", essai.Matricules("martin jeanne"));
        Assert.Equal("", essai.Matricules("martin georgette"));
    }

    [Theory]
    [InlineData("mart", "1")]
    [InlineData("paul mart", "1")]
    [InlineData("mart paul", "")]
    [InlineData("\"mart\"", "")]
    [InlineData("mart \"paul\"", "")]
    public void Recherche_AcceptePourLeDernierMotSeulQuIlSoitInacheve(string texte, string attendus)
    {
        using var essai = new AgentsDEssai(Agent("1", "Martin", "Paul"));
        Assert.Equal(attendus, essai.Matricules(texte));
    }

    [Theory]
    [InlineData("\"agent d'accueil\"", "1")]
    [InlineData("\"accueil agent\"", "2")]
    [InlineData("\"Petit Anne\"", "1 2")]
    [InlineData("\"anne petit\"", "1 2")]
    [InlineData("\"petit accueil\"", "")]
    [InlineData("\"accueill\"", "")]
    [InlineData("\"accueik\"", "")]
    [InlineData("\"AGENT d accueil\" ann", "1")]
    public void Recherche_PrendLesMotsEntreGuillemetsTelsQuels(string texte, string attendus)
    {
        using var essai = new AgentsDEssai(
            Agent("1", "Petit", "Anne", "Agent d’accueil"), Agent("2", "Petit", "Anne", "Accueil, agent"));
        Assert.Equal(attendus, essai.Matricules(texte));
    }

    [Theory]
    [InlineData("lefebre")]
    [InlineData("leffebvre")]
    [InlineData("lefebvte")]
    [InlineData("lefbevre")]
    [InlineData("elfebvre")]
    [InlineData("lefebvrr helene")]
    [InlineData("infirmeire lefebvre")]
    [InlineData("lefebvre infrimi")]
    public void Recherche_PardonneUneFauteDeFrappe(string texte)
    {
        using var essai = new AgentsDEssai(Agent("1", "Lefebvre", "Hélène", "Infirmière"), Agent("2", "Durand"));
        Assert.Equal("1", essai.Matricules(texte));
    }

    [Theory]
    [InlineData("lefbere")]
    [InlineData("lefvbree paul")]
    [InlineData("pual")]
    [InlineData("0000124")]
    [InlineData("A00013")]
    public void Recherche_NePardonneNiDeuxFautesNiMotCourtNiReference(string texte)
    {
        using var essai = new AgentsDEssai(Agent("0000123", "Lefebvre", "Paul"), Agent("A00012", "Durand", "Paul"));
        Assert.Equal("", essai.Matricules(texte));
    }

    [Fact]
    public void Recherche_NeCherchePasDeFauteQuandLeMotExiste()
    {
        using var essai = new AgentsDEssai(Agent("1", "Martin"), Agent("2", "Martini"), Agent("3", "Marvin"), Agent("4", "Mortin"));
        Assert.Equal("1 2", essai.Matricules("martin"));
        Assert.Equal("3", essai.Matricules("marvin"));
    }

    [Fact]
    public void Recherche_PardonneLaFauteQuiDonneLeNomDUnAutreQuandAucunAgentNaTousLesMots()
    {
        using var essai = new AgentsDEssai(Agent("1", "Martin", "Jeanne"), Agent("2", "Martine", "Paul"));
        Assert.Equal("1", essai.Matricules("martine jeanne"));
    }

    [Theory]
    [InlineData("000123", "000123")]
    [InlineData("0001", "000123")]
    [InlineData("123", "000123")]
    [InlineData("00123", "000123")]
    [InlineData("123 durand", "000123")]
    [InlineData("45", "4567")]
    [InlineData("23", "")]
    [InlineData("0", "000123 0045")]
    [InlineData("a0", "A0078")]
    public void Recherche_TrouveUnMatriculeParSonDebutOuSansSesZeros(string texte, string attendus)
    {
        using var essai = new AgentsDEssai(
            Agent("000123", "Durand"), Agent("0045", "Petit"), Agent("A0078", "Roux"), Agent("4567", "Blanc"), Agent("9", "Noir", service: "Service 12"));
        Assert.Equal(attendus, essai.Matricules(texte));
    }

    [Theory]
    [InlineData("d'Arc")]
    [InlineData("d’arc")]
    [InlineData("arc d")]
    [InlineData("Saint-Exemple")]
    [InlineData("saint exem")]
    [InlineData("saint-exem")]
    [InlineData("AND saint")]
    [InlineData("NEAR(saint, 2) or not")]
    public void Recherche_CoupeAuxApostrophesEtTraitsDUnion(string texte)
    {
        using var essai = new AgentsDEssai(Agent("1", "Saint-Exemple d'Arc", "And Near", "Or 2", service: "Not"), Agent("2", "Durand"));
        Assert.Equal("1", essai.Matricules(texte));
    }

    [Fact]
    public void Classement_MetMatriculeEtNomDevantPrenomDevantLeReste()
    {
        using var essai = new AgentsDEssai(
            Agent("1", "Durand", service: "Martin"), Agent("2", "Durand", "Martin"), Agent("3", "Martin", service: "Un service au nom bien long"),
            Agent("4", "Roux"), Agent("5", "Blanc"));
        Assert.Equal("3 2 1", essai.Matricules("martin"));
    }

    [Fact]
    public void Classement_MetLeMotEntierDevantLeMotCommence()
    {
        using var essai = new AgentsDEssai(Agent("1", "Martinez"), Agent("2", "Martin"), Agent("3", "Martineau"), Agent("4", "Roux"));
        Assert.StartsWith("2 ", essai.Matricules("martin"), StringComparison.Ordinal);
    }

    [Fact]
    public void Classement_DepartageLesEgauxParLeurCle()
    {
        var agents = Enumerable.Range(10, 20).Select(i => Agent($"{i}", "Martin")).ToArray();
        using var essai = new AgentsDEssai([.. agents.Reverse()]);
        Assert.Equal(agents, essai.Agents("martin").Select(trouve => trouve.Agent));
        Assert.Equal(agents[..3], essai.Index.Chercher("martin", 3, CancellationToken.None).Select(trouve => trouve.Agent));
        Assert.Empty(essai.Index.Chercher("martin", 0, CancellationToken.None));
        Assert.Throws<ArgumentOutOfRangeException>(() => essai.Index.Chercher("martin", -1, CancellationToken.None));
    }

    [Fact]
    public void Scores_VontDuMeilleurAuMoinsBon()
    {
        using var essai = new AgentsDEssai(Agent("1", "Durand", service: "Martin"), Agent("2", "Martin"), Agent("3", "Roux"), Agent("4", "Noir"), Agent("5", "Blanc"));
        var scores = essai.Agents("martin").Select(trouve => trouve.Score).ToList();
        Assert.True(scores[0] > scores[1] && scores[1] > 0);
    }

    [Fact]
    public void Recherche_SArreteQuandOnLAnnule()
    {
        using var essai = new AgentsDEssai(Agent("1", "Martin"));
        Assert.Throws<OperationCanceledException>(() => essai.Index.Chercher("martin", 5, new CancellationToken(canceled: true)));
    }
}
