using Bunit;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.HeuresSupplementaires;
using Xemelios.Query.JustificatifsAttendus;
using Xemelios.Web.Pages.HeuresSupplementaires;

namespace Xemelios.Web.Tests.Pages;

public sealed class HeuresSupplementairesTests : BunitContext
{
    private static readonly MoisDePaye Mars = new(2026, 3), Janvier = new(2026, 1);

    private static readonly HeuresDUnAgent Agent = new("000012", "MARTIN", 24m, 34m, new Montant(57_222), [new HeuresParTaux(16.83m, 34m, new Montant(57_222))], "Zoé")
    {
        Mois =
        [
            new(Mars, Mars, false, 30m, new Montant(50_490), 30m, 5m, [new HeuresParTaux(16.83m, 30m, new Montant(50_490))]),
            new(Janvier, Janvier, true, 2m, new Montant(3_366), 20m, 0m, [new HeuresParTaux(16.83m, 2m, new Montant(3_366))]),
            new(null, null, true, 2m, new Montant(3_366), null, 0m, [new HeuresParTaux(null, 2m, new Montant(3_366))]),
        ],
        HeuresDuMois = 30m, HeuresDeRappel = 4m, AuDela = 5m, Bulletins = [new LieuDeBulletin("abc", 7)],
    };

    [Fact]
    public void LeDecompteMetLesRappelsAPartEtDitLesHeuresAuDelaDe25()
    {
        var rendu = Render<TableauDesHeures>(p => p.Add(c => c.Agents, [Agent]).Add(c => c.Totaux, TotauxDHeures.De([Agent])).Add(c => c.Siret, "S").Add(c => c.Mois, Mars));

        Assert.Equal(["mars 2026", "Rappel de janvier 2026", "Rappel sans dates"],
            rendu.FindAll("tbody tr td:nth-child(2)").Select(c => c.FirstChild!.TextContent.Trim()));
        Assert.Contains("30,00 h pour ce mois, 5,00 au-delà de 25", Assert.Single(rendu.FindAll(".correction")).TextContent, StringComparison.Ordinal);
        Assert.Equal("/bulletins/abc/7", rendu.Find("tbody tr td:last-child a").GetAttribute("href"));
        Assert.Equal("34,00", rendu.Find("tfoot td").TextContent);
    }

    [Fact]
    public void UnePieceDontLaNatureNEstPasConnueEstDiteTelle()
    {
        var heures = new HeuresDuMois([], TotauxDHeures.De([]))
        {
            RubriqueDeLaListe = "210224",
            Pieces = [new PieceDemandee("decompte", "Décompte", PresenceDePiece.NatureInconnue, [new PieceConnue(7, "PJ7.pdf", null)])],
        };

        var rendu = Render<PiecesDuDecompte>(p => p.Add(c => c.Heures, heures));

        Assert.Contains("210224", rendu.Find("caption").TextContent, StringComparison.Ordinal);
        Assert.Contains("Nature inconnue", rendu.Find(".pastille").TextContent, StringComparison.Ordinal);
        Assert.Contains("sa nature n'est pas connue", rendu.Markup, StringComparison.Ordinal);
        Assert.Equal("/pieces/7", rendu.Find("td a").GetAttribute("href"));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("au_dela", true)]
    [InlineData("ecart", true)]
    [InlineData("rappel", true)]
    [InlineData("autre", true)]
    public void ChaqueVueRetientLesSiens(string? cle, bool retenu) => Assert.Equal(retenu, VueDesHeures.De(cle).Retient(Agent));
}
