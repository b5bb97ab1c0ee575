using System.Net;
using Xemelios.Store;
using Xemelios.Store.Gestion;
using Xemelios.Web.Tests.Security;
using Xemelios.Web.Travaux;

namespace Xemelios.Web.Tests.Travaux;

/// <summary>An export that waited is made under the rights of the moment, and is its owner's alone.</summary>
public sealed class DroitsDesTravauxTests(DeuxPostes postes) : IClassFixture<DeuxPostes>
{
    private const string Lot = "/exports/bulletins.pdf?siret=" + DeuxPostes.Commune + "&mois=2026-03";

    [Fact]
    public async Task LeFichierNEstQuASonProprietaire()
    {
        var fait = await Faire("comptable", "P1");

        Assert.True(fait.Etat == EtatDeTravail.Termine, fait.Resultat);
        foreach (var (compte, etat) in new[] { ("comptable", HttpStatusCode.OK), ("ordonnateur", HttpStatusCode.NotFound), ("autre.poste", HttpStatusCode.NotFound), ("administrateur", HttpStatusCode.NotFound) })
            using (var reponse = await postes.Demander(compte, $"/travaux/{fait.Id}/fichier"))
                Assert.True(etat == reponse.StatusCode, $"{compte} : {reponse.StatusCode}");
        using var liste = await postes.Demander("ordonnateur", "/travaux");
        Assert.DoesNotContain(fait.Id, await liste.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("autre.poste", "P2", "Rien ne répond")]
    [InlineData("agent", "P1", "plus le droit")]
    [InlineData("sans.habilitation", null, "plus le droit")]
    [InlineData("termine", "P1", "plus le droit")]
    public async Task SansDroitOuHorsDuPerimetreRienNEstFait(string compte, string? poste, string phrase)
    {
        var fait = await Faire(compte, poste);

        Assert.Equal(EtatDeTravail.Echoue, fait.Etat);
        Assert.Contains(phrase, fait.Resultat, StringComparison.Ordinal);
        Assert.Null(postes.Service<FileDExports>().Fichier(fait));
    }

    private async Task<Travail> Faire(string compte, string? poste)
    {
        var travaux = postes.Service<Entrepot>().Travaux;
        var id = postes.Service<FileDExports>().Demander(Lot, ExecutionDExportDiffere.Libelle(Lot), compte, poste);
        while (travaux.Trouver(id) is { EstFini: false })
            await Task.Delay(20);
        return travaux.Trouver(id)!;
    }
}
