using Bunit;
using Xemelios.Domain.Constats;
using Xemelios.Domain.Valeurs;
using Xemelios.Web.Pages;
using Xemelios.Web.Pages.Rapprochements;

namespace Xemelios.Web.Tests.Pages;

public sealed class ConstatsTests : BunitContext
{
    private static readonly AdresseDEtat Lieu = new("21990001600011", "00", new MoisDePaye(2026, 3), null);

    [Fact]
    public void LesConstatsSuiventLeurGraviteEtMenentALeursPreuves()
    {
        var rendu = Rendre(
            new Constat("PIE-01", Gravite.Avertissement, "Une pièce manque.", null, [new Preuve(SorteDePreuve.Piece, "ARR-1")]),
            new Constat("RAP-01", Gravite.Erreur, "Un écart.", null, [new Preuve(SorteDePreuve.Nature, "64118"), new Preuve(SorteDePreuve.Mandat, "10120")]));

        Assert.Equal(["RAP-01", "PIE-01"], rendu.FindAll("code").Select(c => c.TextContent));
        Assert.Equal(
            ["/bulletins?siret=21990001600011&budget=00&mois=2026-03&nature=64118", "/etats/21990001600011/00/2026-03/rapprochement#mandat-10120",
             "/justificatifs/21990001600011/2026-03?q=ARR-1"], rendu.FindAll("a:not(.code-d-anomalie)").Select(a => a.GetAttribute("href")));
        Assert.Contains("Un écart. nature 64118 mandat 10120", string.Join(' ', rendu.Find("li").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public void AuDelaDeHuitLesConstatsSeReplient() => Assert.Equal("2 autres constats",
        Rendre([.. Enumerable.Range(0, 10).Select(n => new Constat("RAP-02", Gravite.Erreur, $"Constat {n}.", null, []))]).Find("details summary").TextContent);

    [Fact]
    public void SansConstatRienNEstMontre() => Assert.Empty(Rendre().Markup.Trim());

    private IRenderedComponent<ConstatsDeLEtat> Rendre(params Constat[] constats) =>
        Render<ConstatsDeLEtat>(p => p.Add(c => c.Constats, constats).Add(c => c.Lieu, Lieu));
}
