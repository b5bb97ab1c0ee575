using System.Net;
using System.Security.Cryptography;
using Xemelios.Query.Bulletins;
using Xemelios.Query.Filters;
using Xemelios.Query.Justificatifs;
using Xemelios.Query.Recherches;
using Xemelios.Domain.Valeurs;
using Xemelios.Web.Tests.Imports;

namespace Xemelios.Web.Tests.Endpoints;

public sealed class ContenusDePiecesTests : IClassFixture<CommuneServie>
{
    private readonly CommuneServie _commune;

    public ContenusDePiecesTests(CommuneServie commune) => _commune = commune;

    [Fact]
    public async Task ChaquePieceDuMoisEstServieOctetPourOctet()
    {
        Assert.Equal(17, _commune.Pieces.Count);
        foreach (var piece in _commune.Pieces)
        {
            using var reponse = await _commune.Client.GetAsync($"/pieces/{piece.Piece}/contenu");

            Assert.Equal("application/pdf", reponse.Content.Headers.ContentType!.MediaType);
            Assert.Equal(piece.Empreinte, Convert.ToHexStringLower(SHA256.HashData(await reponse.Content.ReadAsByteArrayAsync())));
        }
    }

    [Fact]
    public async Task UnePieceEstServieIsoleeDuResteDeLApplication()
    {
        using var reponse = await _commune.Client.GetAsync($"/pieces/{_commune.Pieces[0].Piece}/contenu");

        Assert.StartsWith("sandbox;", reponse.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", reponse.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(reponse.Headers.CacheControl!.Private);
        Assert.Equal("inline", reponse.Content.Headers.ContentDisposition!.DispositionType);
        Assert.EndsWith(".pdf", reponse.Content.Headers.ContentDisposition.FileNameStar, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/pieces/999999/contenu")]
    [InlineData("/pieces/999999")]
    [InlineData("/sources/0000")]
    [InlineData("/passage/00000000000000")]
    [InlineData("/justificatifs/21990001600011/2031-01")]
    [InlineData("/justificatifs/21990001600011/mars")]
    [InlineData("/mandats/21990001600011/1999")]
    public async Task CeQuiNExistePasRepond404(string adresse)
    {
        using var reponse = await _commune.Client.GetAsync(adresse);

        Assert.Equal(HttpStatusCode.NotFound, reponse.StatusCode);
    }
}

/// <summary>The application with the month of March of the fictitious commune.</summary>
public sealed class CommuneServie : IAsyncLifetime
{
    private readonly ServeurDImport _serveur = new();

    public HttpClient Client => _serveur.Client;

    public IReadOnlyList<PieceDuMois> Pieces { get; private set; } = [];

    /// <summary>The bulletins that a filter keeps.</summary>
    public IReadOnlyList<AdresseDeBulletin> Bulletins(string filtre, string valeur) =>
    [
        .. _serveur.Service<Questions>().Poser((RechercheQuestion.DesBulletins([new CritereDeRecherche(filtre, valeur)]) with { TaillePage = 500 }).Executer)
            .Rangees.Select(r => r.Bulletin!),
    ];

    public async Task InitializeAsync()
    {
        await _serveur.InitializeAsync();
        await _serveur.Importer("commune/2026-03");
        var mois = _serveur.Service<Questions>().Poser(new JustificatifsQuestion("21990001600011", new MoisDePaye(2026, 3)).Executer);
        Pieces = [.. mois.Pieces.Where(p => p.Piece is not null)];
    }

    public Task DisposeAsync() => _serveur.DisposeAsync();
}
