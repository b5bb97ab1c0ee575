using Microsoft.AspNetCore.Builder;

namespace Xemelios.Web.Tests.Endpoints;

/// <summary>The real application on a free port, with a client that sees compressed bodies and redirections as they are.</summary>
public sealed class ServeurDEssai : IAsyncLifetime
{
    private readonly DirectoryInfo _dataFolder = Directory.CreateTempSubdirectory("xemelios-web-");
    private WebApplication _application = null!;

    public HttpClient Client { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        _application = XemeliosWeb.Create(new XemeliosWebOptions { DataFolder = _dataFolder.FullName, Url = new Uri("http://127.0.0.1:0") });
        await _application.StartAsync();
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(_application.Urls.Single()) };
    }

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await _application.DisposeAsync();
        _dataFolder.Delete(recursive: true);
    }
}
