using Xemelios.Checks.Moteur;

namespace Xemelios.Checks.Tests.Regles;

/// <summary>Each rule finds in its cases what their <c>attendu.json</c> says, and nothing else.</summary>
public sealed class CasDesReglesTests(DossierDesCas dossier) : IClassFixture<DossierDesCas>
{
    public static TheoryData<string> Codes => [.. CatalogueDesRegles.Toutes.Select(r => r.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void LaRegleTrouveCeQuiEstAttendu(string code)
    {
        var attendu = dossier.Attendus[code];
        var (constats, bilan) = dossier.Controler(code);

        Assert.Equal(
            DossierDesCas.Lire(attendu).Select(c => $"{c.Mois} {c.Matricule} {c.Montant}").Order(StringComparer.Ordinal),
            constats.Select(c => $"{c.Mois} {c.Matricule} {c.Montant}").Order(StringComparer.Ordinal));
        Assert.Equal(attendu["non_evaluables"]!.AsArray().Count, bilan.NonEvaluables.Values.Sum());
        Assert.Equal((int?)attendu["testes"] ?? constats.Count + attendu["conformes"]!.AsArray().Count + attendu["non_evaluables"]!.AsArray().Count, bilan.Testes);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void UnConstatSeProuveEtSeLit(string code)
    {
        var (constats, bilan) = dossier.Controler(code);

        Assert.All(constats, c =>
        {
            Assert.Equal((code, bilan.Regle.Fiche.Gravite), (c.Regle, c.Gravite));
            Assert.All(c.Preuves, p => Assert.True(p.Volume.Length == 64 && p.Ordre is null or > 0));
            Assert.DoesNotContain("FICTIF", c.Message, StringComparison.Ordinal);
            Assert.Matches(@"^[^{}]{20,}\.$", c.Message);
        });
        Assert.Distinct(constats.Select(c => c.Cle));
        Assert.Equal(constats.Sum(c => Math.Max(0, c.Montant?.Centimes ?? 0)), bilan.EnTrop.Centimes);
        Assert.Equal(constats.Sum(c => Math.Max(0, -(c.Montant?.Centimes ?? 0))), bilan.EnMoins.Centimes);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void LaRegleAAssezDeCas(string code)
    {
        var attendu = dossier.Attendus[code];
        Assert.True(attendu["constats"]!.AsArray().Count >= 2, "deux cas qui la violent");
        Assert.True(((string[])["conformes", "sans_objet", "passent"]).Sum(sorte => attendu[sorte]!.AsArray().Count) >= 2, "deux cas qui leur ressemblent et passent");
    }

    [Fact]
    public void ChaqueRegleEstDocumentee()
    {
        var regles = CatalogueDesRegles.Toutes;
        Assert.Distinct(regles.Select(r => r.Code));
        Assert.Equal(regles.Select(r => r.Code), dossier.Attendus.Keys.Order(StringComparer.Ordinal));
        Assert.All(regles, r =>
        {
            Assert.Matches("^[A-Z]{2,5}-[0-9]{2}$", r.Code);
            Assert.True(r.Fiche.Titre.Length > 10 && r.Fiche.Loi.Length > 20, r.Code);
            Assert.All(r.Seuils, s => Assert.True(s.Libelle.Length > 5 && r.Sql.Contains($"${s.Nom}", StringComparison.Ordinal), $"{r.Code} {s.Nom}"));
        });
    }
}
