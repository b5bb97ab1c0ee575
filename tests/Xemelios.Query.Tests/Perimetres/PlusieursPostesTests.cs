using System.Text.RegularExpressions;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Bulletins;
using Xemelios.Query.Criteres;
using Xemelios.Query.Recherches;

namespace Xemelios.Query.Tests.Perimetres;

/// <summary>Persons of several postes comptables are never brought together, even for who owns the machine (arrêté of 3 August 2005, art. 1).</summary>
public sealed partial class PlusieursPostesTests : IDisposable
{
    private static readonly Perimetre SansPoste = Perimetre.Complet with { PlusieursPostes = true };

    private readonly DossierMarque _dossier = new();

    public void Dispose() => _dossier.Dispose();

    [Fact]
    public void AucuneReponseNeNommePersonneTantQuUnPosteNEstPasChoisi()
    {
        var reponses = Demandes().ConvertAll(d => (Demande: d, Dites: Feuilles.De(d.Repondre(_dossier, SansPoste))));

        Assert.Empty(reponses.Where(r => r.Dites.Exists(f => Personne().IsMatch(f))).Select(r => $"{r.Demande} : {r.Dites.First(f => Personne().IsMatch(f))}"));
        // What names nobody is still answered.
        Assert.Contains(reponses, r => r.Dites.Count > 10);
    }

    [Fact]
    public void ChaqueQuestionQuiRefusePorteSaMarqueEtChaqueMarqueRefuse()
    {
        var refusees = Demandes().Where(d => Feuilles.De(d.Repondre(_dossier, SansPoste)) is [var seule] && seule.EndsWith(nameof(RapprochementInterditException), StringComparison.Ordinal))
            .Select(d => d.Question.GetType()).ToHashSet();
        var marquees = CatalogueDesQuestions.Methodes.Select(CatalogueDesQuestions.Question).Where(typeof(IQuestionNominative).IsAssignableFrom).ToHashSet();

        Assert.Equal(marquees.Select(t => t.Name).Order(), refusees.Select(t => t.Name).Order());
    }

    [Fact]
    public void UnNirNeSeChercheDansAucunDossierDePlusieursPostes()
    {
        var question = new RechercheQuestion(Sujet.Bulletins, $"nir^={DossierMarque.Secret}");

        Assert.Throws<RapprochementInterditException>(() => question.Executer(_dossier.Entrepot.Connexion, SansPoste));
        Assert.Throws<RapprochementInterditException>(() => question.Sources(_dossier.Entrepot.Connexion, SansPoste));
        Assert.NotEqual(0, question.Executer(_dossier.Entrepot.Connexion, Perimetre.Complet).Totaux.Nombre);
        Assert.NotEqual(SansPoste, Perimetre.Complet);
    }

    private List<Demande> Demandes() => [.. CatalogueDesQuestions.Toutes(_dossier, new Lieu(_dossier, new Part(DossierMarque.Commune, "00", 202602), 202601))];

    [GeneratedRegex(@"(NOM|MAT|Prénom )\d\d\d\d-\d", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Personne();
}
