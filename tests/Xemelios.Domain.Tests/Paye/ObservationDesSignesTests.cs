using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Domain.Tests.Paye;

public class ObservationDesSignesTests
{
    [Fact]
    public void DesRetenuesEcritesEnNegatifNeRetrouventLeNetQuAvecLeSigneContraire()
    {
        var observation = new ObservationDesSignes();
        observation.Observer(Bulletin(net: 150_000, (CategorieDeLigne.TraitBrut, 200_000), (CategorieDeLigne.Deduction, -40_000), (CategorieDeLigne.Retenue, -10_000)));
        Assert.Equal(1, observation.Identites[(-1, -1)]);
        Assert.Single(observation.Identites);
        Assert.Equal((0, 1), observation.Signes[CategorieDeLigne.Deduction]);
        Assert.Equal((1, 0), observation.Signes[CategorieDeLigne.TraitBrut]);
    }

    [Fact]
    public void SansRetenueSurNetLesDeuxSignesDeCetteCategorieSontPossibles()
    {
        var observation = new ObservationDesSignes();
        observation.Observer(Bulletin(net: 160_000, (CategorieDeLigne.TraitBrut, 200_000), (CategorieDeLigne.Deduction, 40_000)));
        Assert.Equal([(1, -1), (1, 1)], observation.Identites.Keys.Order());
    }

    [Fact]
    public void UnNetQuiNeSeRetrouvePasNeDitRien()
    {
        var observation = new ObservationDesSignes();
        observation.Observer(Bulletin(net: 1, (CategorieDeLigne.TraitBrut, 200_000), (CategorieDeLigne.Deduction, 40_000)));
        Assert.Empty(observation.Identites);
    }

    [Fact]
    public void UneLigneAZeroNeCompteDansAucunSigne()
    {
        var observation = new ObservationDesSignes();
        observation.Observer(Bulletin(net: 0, (CategorieDeLigne.Cotisation, 0)));
        Assert.Empty(observation.Signes);
    }

    private static Bulletin Bulletin(long net, params (CategorieDeLigne Categorie, long Centimes)[] lignes) => new()
    {
        Ordre = 1,
        MtNet = new Montant(net),
        Lignes = lignes.Select((l, i) => new LigneDePaye { Modele = new ModeleDeLigne { Rang = i, Rubrique = new Rubrique(l.Categorie, null, null) }, Montant = new Montant(l.Centimes), Position = i + 1 }).ToArray(),
    };
}
