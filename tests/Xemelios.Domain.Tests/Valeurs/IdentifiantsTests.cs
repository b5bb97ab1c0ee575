using System.Security.Cryptography;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Domain.Tests.Valeurs;

public class IdentifiantsTests
{
    [Theory]
    [InlineData("21990001600011", true)]
    [InlineData("26990001500018", true)]
    [InlineData("21990001600012", false)]
    [InlineData("219900016", false)]
    [InlineData("2199000160001Z", false)]
    [InlineData("", false)]
    public void UnSiretAQuatorzeChiffresEtUneCleJuste(string siret, bool valide) =>
        Assert.Equal(valide, new Siret(siret).EstValide);

    [Fact]
    public void LeSirenEstLeDebutDuSiret()
    {
        Assert.Equal("219900016", new Siret("21990001600011").Siren);
        Assert.Equal("2199", new Siret("2199").Siren);
    }

    [Fact]
    public void UneEmpreinteSEcritEnHexadecimalMinuscule()
    {
        var octets = SHA256.HashData("paye"u8);
        Assert.Equal(Convert.ToHexStringLower(octets), Empreinte.FromBytes(octets).Hexadecimal);
        Assert.Throws<ArgumentException>(() => new Empreinte("ABC"));
        Assert.Throws<ArgumentException>(() => new Empreinte(Convert.ToHexString(octets)));
    }

    [Theory]
    [InlineData("abc com", "ABCCOM")]
    [InlineData("ABC\u00A0COM ", "ABCCOM")]
    [InlineData("00", "00")]
    [InlineData(null, "")]
    public void DeuxEcrituresDUnBudgetOntLaMemeCle(string? code, string cle) =>
        Assert.Equal(cle, CodeBudget.Cle(code));

    [Theory]
    [InlineData("2026-03", 2026, 3)]
    [InlineData("2001-12", 2001, 12)]
    public void UnMoisSeLitEtSEcritPareil(string texte, int annee, int mois)
    {
        Assert.True(MoisDePaye.TryParse(texte, out var lu));
        Assert.Equal((annee, mois, texte), (lu.Annee, lu.Mois, lu.ToString()));
        Assert.Equal(lu, MoisDePaye.FromCle(lu.Cle));
    }

    [Theory]
    [InlineData("2026-13")]
    [InlineData("2026-3")]
    [InlineData("03-2026")]
    [InlineData("2026")]
    [InlineData("")]
    [InlineData(null)]
    public void UnMoisMalEcritEstRefuse(string? texte) => Assert.False(MoisDePaye.TryParse(texte, out _));
}
