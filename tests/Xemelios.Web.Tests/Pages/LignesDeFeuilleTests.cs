using AngleSharp.Dom;
using Bunit;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Bulletins;
using Xemelios.Web.Pages.BulletinsDePaye;

namespace Xemelios.Web.Tests.Pages;

public sealed class LignesDeFeuilleTests : BunitContext
{
    private const int Code = 0, Libelle = 1, Base = 2, Taux = 3, Gains = 4, Retenues = 5, TauxPatronal = 6, Charges = 7;

    [Fact]
    public void UneRetenueEtLaPartPatronaleDeLaMemeRubriqueFontUneSeuleLigne()
    {
        var rang = Assert.Single(Rendre(
            Ligne(CategorieDeLigne.Deduction, 1, "CNR", -212.01m) with { Base = 1910.04m, Taux = 11.1m, MontantNormalise = Euros(212.01m) },
            Ligne(CategorieDeLigne.Cotisation, 2, "CNR", 661.83m) with { Base = 1910.04m, Taux = 34.65m }));

        Assert.Equal(
            ["CNR", "Libellé CNR", "1\u202F910,04", "11,10", "", "212,01", "34,65", "661,83"],
            rang.Children.Select(c => c.TextContent.Trim()));
        Assert.Equal("ligne-2", rang.Children[Charges].Id);
    }

    [Theory]
    [InlineData("CNR", "20")]
    [InlineData("RAFP", "10")]
    public void UneAutreRubriqueOuUnAutreOrdreResteSurSaLigne(string code, string ordre)
    {
        var rangs = Rendre(
            Ligne(CategorieDeLigne.Deduction, 1, "CNR", 212.01m),
            Ligne(CategorieDeLigne.Cotisation, 2, code, 661.83m) with { Ordre = ordre });

        Assert.Equal(2, rangs.Count);
        Assert.Equal("", rangs[1].Children[Retenues].TextContent);
        Assert.Equal("661,83", rangs[1].Children[Charges].TextContent);
    }

    [Fact]
    public void DeuxRetenuesDeLaMemeRubriquePrennentChacuneUnePart()
    {
        var rangs = Rendre(
            Ligne(CategorieDeLigne.Deduction, 1, "CNR", 10m), Ligne(CategorieDeLigne.Deduction, 2, "CNR", 20m),
            Ligne(CategorieDeLigne.Cotisation, 3, "CNR", 30m), Ligne(CategorieDeLigne.Cotisation, 4, "CNR", 40m),
            Ligne(CategorieDeLigne.Cotisation, 5, "CNR", 50m));

        Assert.Equal(["30,00", "40,00", "50,00"], rangs.Select(r => r.Children[Charges].TextContent));
    }

    [Theory]
    [InlineData(CategorieDeLigne.TraitBrut, Gains)]
    [InlineData(CategorieDeLigne.AvantageNature, Gains)]
    [InlineData(CategorieDeLigne.Acompte, Gains)]
    [InlineData(CategorieDeLigne.Rappel, Gains)]
    [InlineData(CategorieDeLigne.Deduction, Retenues)]
    [InlineData(CategorieDeLigne.Retenue, Retenues)]
    [InlineData(CategorieDeLigne.Cotisation, Charges)]
    public void ChaqueCategorieASaColonne(CategorieDeLigne categorie, int colonne)
    {
        var rang = Assert.Single(Rendre(Ligne(categorie, 1, "X", 12.5m)));

        Assert.Equal("12,50", rang.Children[colonne].TextContent);
        Assert.Single(new[] { Gains, Retenues, Charges }, c => rang.Children[c].TextContent.Length > 0);
    }

    [Fact]
    public void UnRappelNegatifGardeSonSigneEtDitSaPeriode()
    {
        var rang = Assert.Single(Rendre(Ligne(CategorieDeLigne.Rappel, 1, "R1", -35.2m) with
        {
            PeriodeDebut = new DateOnly(2026, 1, 1),
            PeriodeFin = new DateOnly(2026, 1, 31),
        }));

        Assert.Equal("Libellé R1 (R) (01/01/2026 - 31/01/2026)", rang.Children[Libelle].TextContent);
        Assert.Equal("−35,20", rang.Children[Gains].TextContent);
    }

    [Fact]
    public void CeQuiEstNulResteBlanc()
    {
        var rang = Assert.Single(Rendre(Ligne(CategorieDeLigne.Indemnite, 1, "I", 0m) with { Base = 0m, Taux = 0m }));

        Assert.All(new[] { Base, Taux, Gains, Retenues, TauxPatronal, Charges }, c => Assert.Equal("", rang.Children[c].TextContent));
        Assert.Equal("I", rang.Children[Code].TextContent);
    }

    [Fact]
    public void LeNombreDUnitesTientLieuDeBase()
    {
        var rang = Assert.Single(Rendre(Ligne(CategorieDeLigne.Indemnite, 1, "HS", 235.62m) with { Unites = 14m, Taux = 16.83m }));

        Assert.Equal("14,00", rang.Children[Base].TextContent);
    }

    [Fact]
    public void UnCommentaireOccupeToutLeRang()
    {
        var rang = Assert.Single(Rendre(Ligne(CategorieDeLigne.Commentaire, 1, null, null) with { Libelle = "Bonne retraite" }));

        Assert.Equal("8", Assert.Single(rang.Children).GetAttribute("colspan"));
        Assert.Equal("Bonne retraite", rang.TextContent.Trim());
    }

    [Theory]
    [InlineData(1, "ligne-1")]
    [InlineData(2, "ligne-1")]
    [InlineData(3, "ligne-3")]
    public void LaLigneChercheeEstJauneMemeQuandElleEstImprimeeACoteDUneAutre(int position, string jaune)
    {
        var rendu = Render<LignesDeFeuille>(p => p.Add(c => c.Cherchee, position).Add(c => c.Lignes,
        [
            Ligne(CategorieDeLigne.Deduction, 1, "CNR", 1m), Ligne(CategorieDeLigne.Cotisation, 2, "CNR", 2m), Ligne(CategorieDeLigne.Retenue, 3, "PAS", 3m),
        ]));

        Assert.Equal(jaune, Assert.Single(rendu.FindAll(".ligne-cherchee")).Id);
    }

    private IReadOnlyList<IElement> Rendre(params LigneDeBulletin[] lignes) =>
        [.. Render<LignesDeFeuille>(p => p.Add(c => c.Lignes, lignes)).FindAll("tbody tr")];

    private static LigneDeBulletin Ligne(CategorieDeLigne categorie, int position, string? code, decimal? montant) => new(
        categorie.ToString(), code, $"Libellé {code}", null, null, null, Euros(montant), null, null, null, null,
        Euros(montant), null, null, "10", position);

    private static Montant? Euros(decimal? valeur) => valeur is { } euros ? Montant.FromDecimal(euros) : null;
}
