using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Tests.Perimetres;

/// <summary>Each question under each right answers what it answers to somebody who sees all of a folder that holds nothing else.</summary>
/// <remarks>One class a right, so that both cores work.</remarks>
public abstract class MatriceDesDroits : IDisposable
{
    private protected DossierMarque Dossier { get; } = new();

    public void Dispose()
    {
        Dossier.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected Lieu Lieu(string siret, string budget, int periode) => new(Dossier, new Part(siret, budget, periode), DossierMarque.Periodes[Array.IndexOf(DossierMarque.Periodes, periode) - 1]);

    private protected List<Demande> Demandes(params IReadOnlyList<Lieu> lieux) => [.. CatalogueDesQuestions.Toutes(Dossier, lieux)];

    // What leaves the program is written from these answers: exports are looked at for nobody, and with the masks.
    private protected void Comparer(Perimetre perimetre, params IReadOnlyList<Lieu> lieux)
    {
        var demandes = Demandes(lieux).Where(d => d.Methode.Name != "Exporter" || !d.Methode.IsStatic).ToList();
        var vues = demandes.ConvertAll(d => Feuilles.De(d.Repondre(Dossier, perimetre)));
        Dossier.Reduire(perimetre);
        var attendues = demandes.ConvertAll(d => Feuilles.De(d.Repondre(Dossier, Perimetre.Complet)));

        Refuser(demandes.Zip(vues, attendues));
        Assert.True(attendues.Count(a => a.Count > 0) > demandes.Count / 2);
    }

    private protected static void Refuser(IEnumerable<(Demande Demande, List<string> Vue, List<string> Attendue)> reponses)
    {
        // Labels of what a total brings together mean nothing; agents equally good come in the order of their keys.
        var ecarts = reponses.Select(r => (r.Demande, Vue: Trier(r.Vue), Attendue: Trier(r.Attendue))).Where(r => !r.Vue.SequenceEqual(r.Attendue))
            .Select(r => $"{r.Demande} : de trop {Dire(r.Vue.Except(r.Attendue))} ; manque {Dire(r.Attendue.Except(r.Vue))}").ToList();
        Assert.True(ecarts.Count == 0, string.Join(Environment.NewLine, ecarts.Take(12)));
    }

    private static List<string> Trier(List<string> feuilles) => [.. feuilles.Where(f => !f.StartsWith("/Total/Libelles", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static string Dire(IEnumerable<string> feuilles) => string.Join(" | ", feuilles.Take(4));
}

/// <inheritdoc/>
public sealed class MatriceDUnBudgetTests : MatriceDesDroits
{
    [Fact]
    public void UnBudgetEtSesMoisNeMontrentQuEux() => Comparer(
        Perimetre.Limite([new BudgetPermis(DossierMarque.Commune, "00", new MoisDePaye(2026, 1))]), Lieu(DossierMarque.Commune, "00", 202602), Lieu(DossierMarque.Commune, "01", 202602));
}

/// <inheritdoc/>
public sealed class MatriceDUnSirenTests : MatriceDesDroits
{
    [Fact]
    public void UnSirenEtUnMoisPasseNeMontrentQuEux() => Comparer(
        Perimetre.Limite([new BudgetPermis(DossierMarque.Hopital[..9], "00"), new BudgetPermis(DossierMarque.Commune, null, Au: new MoisDePaye(2025, 11))]),
        Lieu(DossierMarque.Hopital, "00", 202602), Lieu(DossierMarque.Commune, "00", 202512));
}

/// <inheritdoc/>
public sealed class MatriceDesQuestionsTests : MatriceDesDroits
{
    [Fact]
    public void ChaqueQuestionEstConnueDuCatalogue() =>
        Assert.Empty(CatalogueDesQuestions.Methodes.Select(CatalogueDesQuestions.Question).Distinct().Where(q => !CatalogueDesQuestions.EstConnue(q)).Select(q => q.Name));

    [Fact]
    public void PourPersonneLeDossierEstVide()
    {
        var vues = Demandes(Lieu(DossierMarque.Commune, "00", 202602)).ConvertAll(d => (Demande: d, Vue: Feuilles.De(d.Repondre(Dossier, Perimetre.Limite([])))));
        Dossier.Reduire(Perimetre.Limite([]));

        Refuser(vues.Select(v => (v.Demande, v.Vue, Attendue: Feuilles.De(v.Demande.Repondre(Dossier, Perimetre.Complet)))));
    }

    [Fact]
    public void ToutesLesQuestionsRepondentAQuiVoitTout()
    {
        var muettes = Demandes(Lieu(DossierMarque.Commune, "00", 202602)).GroupBy(d => (d.Methode, Type: d.Question.GetType()))
            .Where(g => g.All(d => Feuilles.De(d.Repondre(Dossier, Perimetre.Complet)).Count == 0)).Select(g => $"{g.Key.Type.Name}.{g.Key.Methode.Name}");

        // No file of the folder writes its withholdings turned round, and none came twice.
        Assert.Equal(["DoublesLivraisonsQuestion.Executer", "SignesRetournesQuestion.Executer"], muettes.Order(StringComparer.Ordinal));
    }
}
