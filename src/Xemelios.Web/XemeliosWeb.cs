using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xemelios.Domain.Habilitations;
using Xemelios.Import.Pieces;
using Xemelios.Import.Archivages;
using Xemelios.Import.Suppressions;
using Xemelios.Query;
using Xemelios.Store;
using Xemelios.Store.Gestion.Controles;
using Xemelios.Store.Gestion.Echantillons;
using Xemelios.Store.Gestion.Notes;
using Xemelios.Web.Components;
using Xemelios.Web.Components.Layout;
using Xemelios.Web.Endpoints;
using Xemelios.Web.Imports;
using Xemelios.Web.Pages.Recherches;
using Xemelios.Web.Restitutions;
using Xemelios.Web.Security;
using Xemelios.Web.Travaux;

namespace Xemelios.Web;

/// <summary>The web application; its host decides when it starts and stops.</summary>
public static class XemeliosWeb
{
    private const long MaxRequestBody = 1 << 20;
    private const string Erreur = "/erreur";

    /// <summary>Builds the application, bound to <see cref="XemeliosWebOptions.Url"/> alone and not yet started.</summary>
    /// <exception cref="ArgumentException">The address is not http on a literal IP address or localhost.</exception>
    public static WebApplication Create(XemeliosWebOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(XemeliosWeb).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        Listen(builder, options);
        KeepPersonalDataOutOfLogs(builder.Logging);
        AddServices(builder.Services, options);
        var app = builder.Build();
        UsePipeline(app);
        return app;
    }

    private static void Listen(WebApplicationBuilder builder, XemeliosWebOptions options)
    {
        var url = options.Url;
        if (url.Scheme != Uri.UriSchemeHttp) throw new ArgumentException($"Adresse d'écoute non prise en charge : {url}", nameof(options));
        var address = url.Host == "localhost" ? IPAddress.Loopback : ParseAddress(url);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Small for everyone: the upload endpoint alone lifts it.
            kestrel.Limits.MaxRequestBodySize = MaxRequestBody;
            kestrel.Listen(address, url.Port);
        });
        // A page elsewhere may point its own name at the loopback address: only the names that we gave are answered.
        builder.Services.AddHostFiltering(filter => filter.AllowedHosts =
            [.. IPAddress.IsLoopback(address) ? (string[])["127.0.0.1", "localhost", "[::1]"] : ["*"], .. options.NomPublic is { } nom ? [nom] : Array.Empty<string>()]);
    }

    private static IPAddress ParseAddress(Uri url) =>
        IPAddress.TryParse(url.Host.Trim('[', ']'), out var address)
            ? address
            : throw new ArgumentException($"Adresse d'écoute non prise en charge : {url}", nameof(url));

    /// <summary>
    /// At information level ASP.NET Core writes every address with its query, where names and numbers of agents stand. What starts
    /// the server says in its own words where it listens.
    /// </summary>
    private static void KeepPersonalDataOutOfLogs(ILoggingBuilder logging) =>
        logging.AddFilter("Microsoft", LogLevel.Warning)
            // Said once, with its reference.
            .AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None);

    private static void AddServices(IServiceCollection services, XemeliosWebOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<EmbeddedAssets>();
        services.AddSingleton(_ => Ouvrir(options.DataFolder));
        services.AddScoped<ActesDeRequete>();
        services.AddSingleton<ReponsesGardees>();
        services.AddScoped<Questions>();
        services.AddSingleton<ListesDansLAdresse>();
        services.AddScoped<FichiersDExport>();
        services.AddScoped<CadreCourant>();
        services.AddScoped<Vue>();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<RelectureDeContenu>(s => new(s.GetRequiredService<Entrepot>()));
        services.AddSingleton<PreparationDeRestitution>();
        services.AddSingleton(s => new RedactionDeNotes(s.GetRequiredService<Entrepot>().Notes, s.GetRequiredService<IJournal>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new TenueDuCarnet(s.GetRequiredService<Entrepot>().Carnet, s.GetRequiredService<IJournal>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new TenueDesEchantillons(s.GetRequiredService<Entrepot>().Echantillons, s.GetRequiredService<IJournal>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<FileDeReconstructions>();
        services.AddSingleton<FileDImports>();
        services.AddScoped<ImportsVisibles>();
        services.AddScoped<AnnoncesDImport>();
        services.AddScoped<ReponsesDeBudget>();
        services.AddSingleton<PlaceDesEnvois>();
        services.AddSingleton<ExecutionDExportDiffere>();
        services.AddSingleton<FileDExports>();
        services.AddScoped<MesTravaux>();
        services.AddHostedService<ServiceDesTravaux>();
        services.AddSingleton<DossierDeDepot>();
        services.AddHostedService<ServiceDImport>();
        services.AddSingleton<CompactionAuRepos>();
        services.AddHostedService<ServiceDeCompaction>();
        // Nothing that is protected outlives the process, so no key has to rest on the disk.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAuthentification();
        services.AddCascadingAuthenticationState();
        services.AddRazorComponents().AddInteractiveServerComponents(circuit => circuit.DisconnectedCircuitMaxRetained = 50);
        JournauxSansDonnees.Ajouter(services);
        services.Configure<RequestLocalizationOptions>(localization =>
        {
            localization.RequestCultureProviders.Clear();
            localization.DefaultRequestCulture = new("fr-FR");
            localization.SupportedCultures = localization.SupportedUICultures = [CultureInfo.GetCultureInfo("fr-FR")];
        });
        options.ConfigureServices?.Invoke(services);
    }

    /// <summary>What was to be deleted or archived when the last process ended is, before anybody asks.</summary>
    private static Entrepot Ouvrir(string dossier)
    {
        var entrepot = Entrepot.Ouvrir(dossier);
        new Suppression(entrepot, TimeProvider.System).Reprendre();
        new Archivage(entrepot, TimeProvider.System).Reprendre();
        return entrepot;
    }

    private static void UsePipeline(WebApplication app)
    {
        app.UseMandataire(app.Services.GetRequiredService<XemeliosWebOptions>());
        app.UseHostFiltering();
        app.UseSecurityHeaders();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = Erreur, CreateScopeForErrors = true,
            StatusCodeSelector = erreur => erreur is QuestionRefuseeException or BadHttpRequestException ? StatusCodes.Status400BadRequest : StatusCodes.Status500InternalServerError,
        });
        // What stood in the address that failed is not written on the page that says so.
        app.UseWhen(context => context.Request.Path == Erreur, error => error.Use((context, next) =>
        {
            context.Request.QueryString = default;
            return next(context);
        }));
        app.UseEmbeddedAssets();
        // Pages are read; whoever posts gets the bare status.
        app.UseWhen(context => HttpMethods.IsGet(context.Request.Method),
            reads => reads.UseStatusCodePagesWithReExecute("/introuvable", createScopeForStatusCodePages: true));
        app.RefuseCrossSiteWrites();
        app.UseRequestLocalization();
        app.UseRouting();
        app.UseNombresIllisibles();
        app.UseAuthentification();
        app.RefuseUnsignedWrites();
        app.UseJournalDesConsultations();
        app.UseAntiforgery();
        app.MapDeconnexion();
        app.MapEnvoiDeFichiers();
        app.MapRapportsDImport();
        app.MapTravaux();
        app.MapContenusDePieces();
        app.MapPreferences();
        app.MapSuggestions();
        app.MapRecherches();
        app.MapExports();
        app.MapExportsDEchantillons();
        app.MapExportsDEcrans();
        app.MapExportsDeBulletins();
        app.MapExportsDeRecherches();
        app.MapResultatsDExport();
        app.MapEnregistrementDExports();
        app.MapExportDeJournal();
        app.MapSuppressions();
        app.MapRestitutions();
        app.MapArchivages();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(circuit =>
        {
            circuit.ContentSecurityFrameAncestorsPolicy = null; // said once, by SecurityHeaders
            circuit.DisableWebSocketCompression = true; // pay data beside text that others chose: no compression oracle
        });
    }
}
