using System.Text.RegularExpressions;
using Xemelios.Domain.Constats;

namespace Xemelios.Domain.Tests.Constats;

public class CatalogueDesAnomaliesTests
{
    private static List<TypeDAnomalie> Declares =>
        [.. typeof(CatalogueDesAnomalies).GetFields().Select(f => f.GetValue(null)).OfType<TypeDAnomalie>()];

    [Fact]
    public void ChaqueCodeNADeSensQuUneFois()
    {
        Assert.NotEmpty(Declares);
        Assert.Equal(Declares.Count, Declares.DistinctBy(t => t.Code).Count());
        Assert.Equal(Declares.Count, CatalogueDesAnomalies.Tous.Count);
    }

    [Fact]
    public void ChaqueCodeSuitSaFormeEtChaqueSensEstUnePhrase()
    {
        foreach (var type in Declares)
        {
            Assert.Matches(new Regex("^(XHL|PES|REC)-[0-9]{4}$", RegexOptions.None, TimeSpan.FromSeconds(1)), type.Code);
            Assert.True(char.IsUpper(type.Sens[0]) && type.Sens[^1] == '.', $"{type.Code} : « {type.Sens} » n'est pas une phrase.");
        }
    }

    [Fact]
    public void UneAnomalieGardeSonCodeSaGraviteEtSaPlace()
    {
        var place = new Provenance(4821, 612);
        var anomalie = CatalogueDesAnomalies.BudgetAbsent.En(place);
        Assert.Equal((CatalogueDesAnomalies.BudgetAbsent.Code, CatalogueDesAnomalies.BudgetAbsent.Gravite, place), (anomalie.Code, anomalie.Gravite, anomalie.Provenance));
        Assert.Equal("Autre phrase.", CatalogueDesAnomalies.BudgetAbsent.En(place, "Autre phrase.").Message);
    }
}
