using Xemelios.Domain.Valeurs;

namespace Xemelios.Domain.Tests.Valeurs;

public class MontantTests
{
    [Theory]
    [InlineData("0", 0, "0.00")]
    [InlineData("1850.1", 185010, "1850.10")]
    [InlineData("-0.01", -1, "-0.01")]
    [InlineData("999999999999.99", 99999999999999, "999999999999.99")]
    public void UnMontantSEcritAvecDeuxDecimalesEtUnPoint(string euros, long centimes, string ecrit)
    {
        var montant = Montant.FromDecimal(decimal.Parse(euros, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(centimes, montant.Centimes);
        Assert.Equal(ecrit, montant.ToString());
        Assert.Equal(montant, Montant.FromDecimal(montant.ToDecimal()));
    }

    [Fact]
    public void UnMillimeNEstPasUnMontant() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Montant.FromDecimal(12.345m));

    [Fact]
    public void UneSommeQuiDebordeEstRefusee()
    {
        var immense = new Montant(long.MaxValue);
        Assert.Throws<OverflowException>(() => immense + new Montant(1));
        Assert.Throws<OverflowException>(() => -new Montant(long.MinValue));
    }

    [Fact]
    public void LesSommesDeMontantsTiresAuHasardSontCellesDesDecimaux()
    {
        var hasard = new Random(42);
        for (var essai = 0; essai < 1000; essai++)
        {
            Montant a = new(hasard.NextInt64(-1_000_000_00, 1_000_000_00)), b = new(hasard.NextInt64(-1_000_000_00, 1_000_000_00));
            Assert.Equal(a.ToDecimal() + b.ToDecimal(), (a + b).ToDecimal());
            Assert.Equal(a.ToDecimal() - b.ToDecimal(), (a - b).ToDecimal());
            Assert.Equal(a.ToDecimal().CompareTo(b.ToDecimal()), a.CompareTo(b));
            Assert.Equal(a, -(-a));
        }
    }
}
