using System.Text;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Passages;
using Xemelios.Web.Pages.Passage;

namespace Xemelios.Web.Tests.Pages;

public sealed class SaisieDePassageTests
{
    private static readonly DateTimeOffset Date = new(2026, 4, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void LaTableEnVigueurSeRelitCommeElleSEcrit() => Assert.Equal(
        "TraitBrut;1000;TITULAIRE;64111;;2026-01;",
        SaisieDePassage.EnTexte([new("S", "TraitBrut", "1000", "TITULAIRE", "64111", null, new MoisDePaye(2026, 1), null), new("", "Indemnite", "1", null, "64118", null, null, null)]));

    [Fact]
    public void LeFichierPorteLeSiretLesLignesTapeesEtLesRubriquesRemplies()
    {
        var saisie = new SaisieDePassage
        {
            Texte = "categorie;code;statut;nature_salariale\r\nTraitBrut; 1000 ;;64111\n\nIndemnite\t2000\t\t64118",
            Rubriques = [new() { Categorie = "Cotisation", Code = "8000", Patronale = "6451" }, new() { Categorie = "Retenue", Code = "7" }],
        };

        var lignes = Encoding.UTF8.GetString(saisie.EnFichier("21990001600011", Date)!).TrimEnd('\n').Split('\n');

        Assert.Equal("siret;categorie;code;statut;nature_salariale;nature_patronale;debut;fin;saisie", lignes[0]);
        Assert.Equal(
            ["21990001600011;TraitBrut;1000;;64111;;;", "21990001600011;Indemnite;2000;;64118;;;", "21990001600011;Cotisation;8000;;;6451;;"],
            lignes[1..].Select(l => l[..l.LastIndexOf(';')]));
    }

    [Fact]
    public void UneSaisieVideNEstPasUneTable() => Assert.Null(new SaisieDePassage { Texte = " \n" }.EnFichier("S", Date));
}
