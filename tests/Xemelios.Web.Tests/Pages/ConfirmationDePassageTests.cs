using System.Text;
using Bunit;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Passages;
using Xemelios.Web.Pages.Passage;

namespace Xemelios.Web.Tests.Pages;

public sealed class ConfirmationDePassageTests : BunitContext
{
    private static readonly DateTimeOffset Date = new(2026, 4, 1, 8, 0, 0, TimeSpan.Zero);
    private static readonly MoisDePaye Mars = new(2026, 3);

    private static readonly LigneProposee[] Lignes =
    [
        Ligne("TraitBrut", "1000", "TITULAIRE", "64111"), Ligne("TraitBrut", "1000", "NON_TITULAIRE", "64131"),
        Ligne("Cotisation", "8000", "TITULAIRE", "6451"), Ligne("Cotisation", "8000", null, "6451"), Ligne("Indemnite", "2000", null, null),
    ];

    private static readonly TableDePassage Table = new("S", "Commune", Mars,
    [
        new("S", "TraitBrut", "1000", "TITULAIRE", "64118", null, null, null), new("S", "Cotisation", "8000", "STAGIAIRE", null, "6453", null, null),
        new("", "Indemnite", "2050", null, "64118", null, Mars, null),
    ]);

    [Fact]
    public void ToutConfirmerEcritLaTableEntiereEtUneSeuleLigneQuandTousLesStatutsVontEnsemble() => Assert.Equal(
        ["S;Indemnite;2050;;64118;;2026-03;", "S;TraitBrut;1000;TITULAIRE;64111;;;", "S;TraitBrut;1000;NON_TITULAIRE;64131;;;", "S;Cotisation;8000;;;6451;;"],
        Ecrites(new ConfirmationDePassage(null, "Anne Petit")));

    [Fact]
    public void LesLignesCocheesRemplacentLesLeursEtLaissentLesAutres() => Assert.Equal(
        ["S;TraitBrut;1000;TITULAIRE;64118;;;", "S;Cotisation;8000;STAGIAIRE;;6453;;", "S;Indemnite;2050;;64118;;2026-03;", "S;Cotisation;8000;TITULAIRE;;6451;;"],
        Ecrites(new ConfirmationDePassage(new HashSet<string> { "Cotisation|8000|TITULAIRE" }, null)));

    [Fact]
    public void RienDeCocheNEstPasUneTable() => Assert.Null(new ConfirmationDePassage(new HashSet<string>(), null).EnFichier(Table, Lignes, Date));

    [Fact]
    public void LeFichierDitQuiEtQuand()
    {
        using var lecteur = new StreamReader(new MemoryStream(new ConfirmationDePassage(null, "Anne; \"Petit\"\n").EnFichier(Table, Lignes, Date)!));
        Assert.Equal(new SignatureDePassage(Date, "Anne Petit"), SignatureDePassage.Lire(lecteur));
        using var recu = new StringReader("siret;categorie;code\nS;TraitBrut;1000\n");
        Assert.Equal(new SignatureDePassage(null, null), SignatureDePassage.Lire(recu));
    }

    [Fact]
    public void SeulesLesSommesExactesSontCocheesEtChaqueChoixMontreSesMontants()
    {
        var rendu = Render<LignesProposees>(p => p
            .Add(c => c.Confirmer, true).Add(c => c.Lignes, [Lignes[0], Lignes[1] with { Raison = RaisonDeProposition.Libelle }, Lignes[4]])
            .Add(c => c.Natures, [new NatureExpliquee(Mars, "00", "64111", null, new Montant(1234), new Montant(1000))]).Add(c => c.Siret, "S"));

        Assert.Equal(["TraitBrut|1000|TITULAIRE", "TraitBrut|1000|NON_TITULAIRE"], rendu.FindAll("input").Select(i => i.GetAttribute("value")));
        Assert.Equal([true, false], rendu.FindAll("input").Select(i => i.HasAttribute("checked")));
        Assert.Contains("1 mois, écart 2,34", rendu.Find("summary").TextContent.Replace('\u202f', ' '), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Ecrites(ConfirmationDePassage confirmation) =>
        Encoding.UTF8.GetString(confirmation.EnFichier(Table, Lignes, Date)!).TrimEnd('\n').Split('\n')[1..].Select(l => string.Join(';', l.Split(';')[..8]));

    private static LigneProposee Ligne(string categorie, string code, string? statut, string? nature) => new(
        categorie, code, "Rubrique", statut, nature, null, null, SuiteDeProposition.Proposee, RaisonDeProposition.SommesExactes, new Montant(1000),
        nature is null ? [] : [new AppuiDeProposition(Mars, "00", new Montant(1000), new Montant(1234), new Montant(1000))]);
}
