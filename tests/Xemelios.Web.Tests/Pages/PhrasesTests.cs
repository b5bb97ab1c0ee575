using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Filters;
using Xemelios.Query.Rapprochements;
using Xemelios.Web.Pages.Recherches;
using Xemelios.Web.Pages.EtatsLiquidatifs;
using Xemelios.Web.Pages.Rapprochements;

namespace Xemelios.Web.Tests.Pages;

public sealed class PhrasesTests
{
    [Fact]
    public void LeRapprochementTientEnUnePhrase()
    {
        var phrase = PhrasesDeRapprochement.Resume(Rapprochement(mandats: 1, Nature("64111", 100m, 100m), Nature("64118", 82722.11m, 82734.45m)));

        Assert.Equal("3 volumes, 300 bulletins, 1 nature conforme, 1 écart de 12,34\u00A0€ (64118).", phrase);
    }

    [Fact]
    public void SansMandatLaPhraseNeParlePasDEcart() => Assert.Equal(
        "3 volumes, 300 bulletins, aucun mandat.", PhrasesDeRapprochement.Resume(Rapprochement(mandats: 0, Nature("64111", 100m, 0m))));

    [Fact]
    public void AuDelaDeTroisEcartsLaPhraseSAbrege()
    {
        var natures = new[] { "1", "2", "3", "4" }.Select(n => Nature(n, 1m, 2m)).ToArray();

        Assert.EndsWith("4 écarts de 1,00\u00A0€ (1), 1,00\u00A0€ (2), 1,00\u00A0€ (3)….", PhrasesDeRapprochement.Resume(Rapprochement(1, natures)), StringComparison.Ordinal);
    }

    [Fact]
    public void UnSigneRetourneDitSonMotif() => Assert.Equal(
        "Retenues sur net écrites en négatif dans 2 fichiers, rétablies en positif (décidé à la majorité des lignes).",
        PhrasesDesSignes.Dire(new SignesRetournes(CategorieDeLigne.Retenue, "majorite", 2, 40)));

    [Theory]
    [InlineData(ModeDeRepartition.PremierVolume, 1, 1, "Un seul des 4 volumes porte la répartition, pour l'état entier.")]
    [InlineData(ModeDeRepartition.PremierVolume, 2, 2, "Chacun des 2 trains a sa répartition par nature : elles s'additionnent.")]
    [InlineData(ModeDeRepartition.ParVolume, 3, 1, "Un seul des 3 trains porte une répartition par nature.")]
    [InlineData(ModeDeRepartition.ParVolume, 3, 2, "2 des 3 trains portent une répartition par nature.")]
    public void LaRepartitionDePlusieursTrainsNEstPasCelleDUnVolume(ModeDeRepartition mode, int trains, int repartis, string attendu) =>
        Assert.Equal(attendu, MotsDeLEtat.Repartition(new RepartitionDEtat(mode, Montant.Zero) { Trains = trains, TrainsRepartis = repartis }, 4));

    [Theory]
    [InlineData("mois", "2026-03", "de mars 2026")]
    [InlineData("siret", "21990001600011", "de l'employeur Commune")]
    [InlineData("budget", "-", "sans budget")]
    [InlineData("train", "-", "du train principal")]
    [InlineData("nature", "64118", "ayant des lignes de nature 64118")]
    [InlineData("statut", "NON_TITULAIRE", "de statut Non titulaire")]
    [InlineData("avec_pj", "non", "sans pièce justificative")]
    [InlineData("categorie", "TraitBrut", "ayant des lignes de la catégorie Traitement principal")]
    [InlineData("brut_min", "2000", "dont le brut atteint 2000 €")]
    public void UnFiltreSeRelitEnFrancais(string cle, string valeur, string attendu) =>
        Assert.Equal(attendu, PhraseDeFiltre.Dire(new CritereDeRecherche(cle, valeur), "Commune"));

    [Fact]
    public void ChaqueFiltreAUnePhraseSansTrou() => Assert.All(FiltresDeBulletins.Tous, f =>
        Assert.DoesNotContain("{", PhraseDeFiltre.Dire(new CritereDeRecherche(f.Cle, "x")), StringComparison.Ordinal));

    private static LigneRapprochee Nature(string nature, decimal recalcule, decimal mandate)
    {
        var (paye, mandat) = (Montant.FromDecimal(recalcule), Montant.FromDecimal(mandate));
        return new LigneRapprochee(nature, null, paye, null, mandat, null, mandat - paye,
            mandat == paye ? StatutDeLigne.Conforme : StatutDeLigne.Ecart, [], null);
    }

    private static Rapprochement Rapprochement(int mandats, params LigneRapprochee[] natures) => new(
        new EtatDePaye("21990001600011", null, null, 2026, 3, null, 3, 300, 300, 5008, default, default, default, default,
            new RepartitionDEtat(ModeDeRepartition.Absente, null), mandats, StatutDeRapprochement.Ecart, null),
        natures, new NonAttribue(Montant.Zero, []), new TotauxRapproches(default, null, default, null, default),
        [.. Enumerable.Range(1, mandats).Select(n => new MandatRapproche($"{n}", null, 2026, null, default, LienDeMandat.Pjref, n, null, null, null))],
        StatutDeRapprochement.Ecart, StatutDeRepartition.Absente, Reference.Recalcule);
}
