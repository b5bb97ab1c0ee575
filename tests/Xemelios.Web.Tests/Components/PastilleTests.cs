using Bunit;
using Xemelios.Web.Components;

namespace Xemelios.Web.Tests.Components;

public sealed class PastilleTests : BunitContext
{
    [Theory]
    [InlineData("conforme", "✓ Conforme")]
    [InlineData("ecart", "≠ Écart")]
    [InlineData("sans_mandat", "○ Sans mandat")]
    [InlineData("mandate_sans_paye", "! Mandaté sans paye")]
    [InlineData("inattendu", "· inattendu")]
    public void Pastille_DitLEtatParUnSigneEtUnTexteEtPasParSaSeuleCouleur(string statut, string attendu) =>
        Assert.Equal(attendu, Render<Pastille>(p => p.Add(c => c.Statut, statut)).Find(".pastille").TextContent);
}
