using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Accueil;
using Xemelios.Web.Tests.Imports;

namespace Xemelios.Web.Tests.Pages;

public sealed class ReponsesGardeesTests : IDisposable
{
    private readonly ReponsesGardees _reponses = new();
    private int _executions;

    [Fact]
    public void LaMemeQuestionPoseeDeuxFoisNEstExecuteeQuUneFois()
    {
        Assert.Equal("mars", Poser(new Essai("mars")));
        Assert.Equal("mars", Poser(new Essai("mars")));
        Assert.Equal(1, _executions);
    }

    [Fact]
    public void UneAutreQuestionEstExecutee()
    {
        Poser(new Essai("mars"));
        Assert.Equal("avril", Poser(new Essai("avril")));
        Assert.Equal(2, _executions);
    }

    [Fact]
    public void ApresUnImportElleEstExecuteeDeNouveau()
    {
        Poser(new Essai("mars"), version: 1);
        Poser(new Essai("mars"), version: 2);
        Assert.Equal(2, _executions);
    }

    [Fact]
    public void UnAutrePerimetreNePartagePasLaReponse()
    {
        Poser(new Essai("mars"));
        Poser(new Essai("mars"), perimetre: Perimetre.Limite([new BudgetPermis("21990001600011", "00")]));
        Assert.Equal(2, _executions);
    }

    [Fact]
    public void CeQuiNeSeComparePasParValeursNEstPasGarde()
    {
        var mois = "mars";
        for (var i = 0; i < 2; i++)
            _reponses.Donner((_, _) => mois, Perimetre.Complet, 1, () => { _executions++; return mois; });
        Assert.Equal(2, _executions);
    }

    [Fact]
    public async Task UnImportSeVoitDesLaQuestionSuivante()
    {
        var serveur = new ServeurDImport();
        await serveur.InitializeAsync();
        var questions = serveur.Service<Questions>();
        var vide = questions.Poser(new AccueilQuestion().Executer);
        Assert.Same(vide, questions.Poser(new AccueilQuestion().Executer));
        await serveur.Importer("commune");
        Assert.NotEmpty(questions.Poser(new AccueilQuestion().Executer).Employeurs);
        await serveur.DisposeAsync();
    }

    public void Dispose() => _reponses.Dispose();

    private string Poser(Essai essai, long version = 1, Perimetre? perimetre = null) =>
        _reponses.Donner(essai.Executer, perimetre ?? Perimetre.Complet, version, () => { _executions++; return essai.Mois; });

    private sealed record Essai(string Mois)
    {
        public string Executer(DbConnection connexion, Perimetre perimetre) => Mois;
    }
}
