using Xemelios.Domain.Valeurs;
using Xemelios.Web.Components.Layout;
using Xemelios.Web.Pages;

namespace Xemelios.Web.Tests.Pages;

public sealed class CadreTests
{
    private const string Siret = "21990001600011";
    private static readonly MoisDePaye Mars = new(2026, 3);

    public static TheoryData<string, string?, string?, string?> Adresses => new()
    {
        { $"/etats/{Siret}/00/2026-03/rapprochement?train=", Siret, "00", "2026-03" },
        { $"/etats/{Siret}/-/2026-03", Siret, "", "2026-03" },
        { $"/justificatifs/{Siret}/2026-03?statut=manquante", Siret, null, "2026-03" },
        { $"/mandats/{Siret}/2026?mois=2026-03", Siret, null, "2026-03" },
        { $"/mandats/{Siret}/2025?mois=2026-03", Siret, null, null },
        { $"/nomenclatures/{Siret}?mois=2026-03", Siret, null, "2026-03" },
        { $"/agents/{Siret}/000123", Siret, null, null },
        { $"/restitution/{Siret}/000123", Siret, null, null },
        { $"/bulletins?siret={Siret}&budget=-&mois=2026-03", Siret, "", "2026-03" },
        { "/bulletins?siret=&mois=rien", null, null, null },
        { "/?siret=%2F%2Failleurs", null, null, null },
    };

    [Theory]
    [MemberData(nameof(Adresses))]
    public void UneAdresseDitOuLOnTravaille(string adresse, string? siret, string? budget, string? mois)
    {
        var uri = new Uri("http://localhost" + adresse);

        Assert.Equal((siret, budget, mois), Cadre.Lire(uri.AbsolutePath, uri.Query) is var lu ? (lu.Siret, lu.Budget, lu.Mois?.ToString()) : default);
    }

    [Fact]
    public void ChaqueEcranGardeLeCadreDansSonAdresse()
    {
        var cadre = new Cadre(Siret, "00", Mars);
        foreach (var ecran in Ecran.Tous.Select(e => e.Cle).Concat(Cadre.Ecrans))
        {
            var uri = new Uri("http://localhost" + cadre.Vers(ecran));
            Assert.True(Cadre.Lire(uri.AbsolutePath, uri.Query) == cadre, $"{ecran} mène à {uri.PathAndQuery}, qui dit {Cadre.Lire(uri.AbsolutePath, uri.Query)}.");
            Assert.Equal(ecran, Cadre.EcranDe(uri.AbsolutePath));
        }
    }

    [Fact]
    public void SansCadreChaqueEcranDuMenuAUneAdresse() =>
        Assert.All(Ecran.Tous, e => Assert.StartsWith("/", new Cadre().Vers(e.Cle), StringComparison.Ordinal));

    [Fact]
    public void LesLettresDesEcransSontToutesDifferentes() =>
        Assert.Equal(Ecran.Tous.Count, Ecran.Tous.Select(e => e.Lettre).Distinct().Count());
}
