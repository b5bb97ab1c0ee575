using Xemelios.Checks.Echantillonnage;
using Xemelios.Domain.Echantillons;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Checks.Tests.Echantillonnage;

/// <summary>What the reader is told: the limit with its confidence, and all that it does not cover.</summary>
public sealed class PhrasesDEvaluationTests
{
    private static readonly EvaluationDePoste DesMontants = new(95, 303, new(1_000_000), 20, 1, 0, new(5_000), Montant.Zero, FormuleDEvaluation.ParUnitesMonetaires)
    {
        TropPayesProbables = new(50_000), TropPayesLimite = new(123_456), HorsTirage = (3, new(-20_000)),
    };

    [Fact]
    public void LaLimiteDesMontantsSeRapporteACeQuiPouvaitEtreTire()
    {
        var phrase = PhrasesDEvaluation.Conclure(DesMontants).Replace('\u00A0', ' ');

        Assert.Equal("Avec une confiance de 95 %, les trop-payés du poste ne dépassent pas 1 234,56 € sur 10 200,00 € ; le plus probable est 500,00 €.", phrase);
        Assert.Contains(PhrasesDEvaluation.NeCouvrePas(DesMontants), p => p.StartsWith("Hors tirage, donc hors de la conclusion : 3 bulletins", StringComparison.Ordinal));
    }

    [Fact]
    public void LaLimiteDUnNombreNeBorneAucunMontant()
    {
        var nombre = DesMontants with { Formule = FormuleDEvaluation.ParAttributs, TropPayesLimite = null, HorsTirage = default, Nombre = (15.15m, 42), NonVerifiables = 2 };

        Assert.Equal("Avec une confiance de 95 %, pas plus de 42 bulletins du poste sur 303 sont en erreur (13,86 %) ; le plus probable est 15,2.", PhrasesDEvaluation.Conclure(nombre).Replace('\u00A0', ' '));
        string[] debuts = ["La limite compte des bulletins", "Bulletins non vérifiables : 2", "L'évaluation ne dit rien"];
        Assert.Equal(debuts, PhrasesDEvaluation.NeCouvrePas(nombre).Zip(debuts, (phrase, debut) => phrase[..debut.Length]));
        Assert.Equal(debuts.Length, PhrasesDEvaluation.NeCouvrePas(nombre).Count());
    }

    [Fact]
    public void DUnePopulationVideOuSansRienATirerRienNEstConclu()
    {
        Assert.StartsWith("La population est vide", PhrasesDEvaluation.Conclure(DesMontants with { Effectif = 0, HorsTirage = default }), StringComparison.Ordinal);
        Assert.StartsWith("Aucun bulletin du poste ne pouvait être tiré", PhrasesDEvaluation.Conclure(DesMontants with { Effectif = 3 }), StringComparison.Ordinal);
    }

    [Fact]
    public void ChaqueChiffreAUnNomEtLaFormuleSaSource()
    {
        var chiffres = PhrasesDEvaluation.Chiffres(DesMontants).ToList();

        Assert.Distinct(chiffres.Select(c => c.Nom));
        // The fonts of the PDF have no narrow space.
        Assert.DoesNotContain(chiffres, c => c.Valeur.Contains('\u202F', StringComparison.Ordinal));
        Assert.Contains(("Formule", "limite de Stringer, facteurs de fiabilité de Poisson"), chiffres);
        Assert.Contains(chiffres, c => c.Nom == "Trop-payés, limite à 95 %");
    }

    [Fact]
    public void UnPosteSeDitEnUnePhrase() => Assert.Equal(
        "Bulletins où la rubrique est parmi « 2000 », « 2010 » ; stratifié (le même taux dans chaque strate) par service, 2,5 % ; tous à partir de 1 200,50 € ; toujours ceux où il y a un évènement",
        MotsDEchantillon.Dire(new PosteDeControle("Primes", "rubrique parmi (2000 2010)", MethodeDeTirage.Stratifie, EtendueDeTirage.DeTaux(2.5m)!)
        {
            Seuil = new Montant(120_050), Toujours = "tous_evenements", Strates = "service",
        }).Replace('\u00A0', ' '));
}
