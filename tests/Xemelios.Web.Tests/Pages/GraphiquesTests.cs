using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Graphiques;
using Xemelios.Web.Pages.Graphiques;

namespace Xemelios.Web.Tests.Pages;

public sealed class GraphiquesTests
{
    private static readonly MoisDePaye Mars = new(2026, 3);
    private static readonly LieuDesGraphiques Lieu = new("1", null);

    [Fact]
    public void UneTrancheNePrendPasSaBorneHaute()
    {
        Assert.Equal("/bulletins?siret=1&mois=2026-03&brut_min=200.00&brut_max=399.99", Lieu.Tranche(Mars, new(new(20_000), new(40_000), 3)));
        Assert.Equal("/bulletins?siret=1&mois=2026-03&brut_min=3000.00", Lieu.Tranche(Mars, new(new(300_000), null, 3)));
        Assert.Equal("/bulletins?siret=1&mois=2026-03&brut_max=-0.01", Lieu.Tranche(Mars, new(null, Montant.Zero, 3)));
    }

    [Fact]
    public void UneSerieMeneATousSesBulletins()
    {
        Assert.Equal("/bulletins?siret=1&mois=2026-03&nature=64111", Lieu.Natures(Mars, new("64111", null, ["64111"])));
        Assert.Equal("/bulletins?siret=1&mois=2026-03&natures=1,2&part=mandat", Uri.UnescapeDataString(Lieu.Natures(Mars, new("Autres", null, ["1", "2"]))));
        Assert.Equal("/bulletins?siret=1&budget=-&mois=2026-03&sans_nature=oui", (Lieu with { Budget = "" }).Natures(Mars, new("Sans nature", null, [])));
    }

    [Fact]
    public void LesEcartsDUnMoisDePlusieursBudgetsMenentASesEtats()
    {
        Assert.Equal("/etats/1/00/2026-03/rapprochement?ecarts=1", Lieu.Rapprochement(new(Mars, 1, 1, 2, new(100), "00")));
        Assert.Equal("/etats?siret=1&mois=2026-03", Lieu.Rapprochement(new(Mars, 2, 1, 0, Montant.Zero, null)));
    }

    [Fact]
    public void LesPhrasesDisentCeQuOnVoit()
    {
        Assert.Equal("Aucun écart sur 1 mois rapproché (1 mois n'a pas de mandat).", PhrasesDesGraphiques.Ecarts(new([new(new(2026, 2), 1, 0, 0, null, "00"), new(Mars, 1, 1, 0, Montant.Zero, "00")])));
        Assert.Equal("Aucun mois n'a de mandat : rien ne peut être rapproché.", PhrasesDesGraphiques.Ecarts(new([])));
        Assert.Equal(
            "La plus lourde est « IFSE » : 110,00\u00A0€, +10,00\u00A0% par rapport à janvier 2026.",
            PhrasesDesGraphiques.Rubriques(new(new(2026, 1), [new(CategorieDeLigne.Indemnite, "2000", "IFSE", 1, new(11_000), new(10_000))])));
        Assert.Equal(
            "Aucune tranche d'âge ne peut être montrée. 3 agents sur 5 n'ont pas d'âge lisible.",
            PhrasesDesGraphiques.Pyramide(new([new(40, 44, null, 0)], 5, 3, true)));
        Assert.Equal("Aucune paye.", PhrasesDesGraphiques.Masse(new([], [])));
    }
}
