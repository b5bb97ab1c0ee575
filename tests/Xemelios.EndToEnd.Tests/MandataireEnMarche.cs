using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Xemelios.EndToEnd.Tests;

/// <summary>A real nginx or Apache in front of the application, with the configuration that is shipped: only its name, ports and certificate are of this run.</summary>
public sealed class MandataireEnMarche : IAsyncDisposable
{
    private const string Nom = "localhost";
    private readonly DirectoryInfo _dossier = Directory.CreateTempSubdirectory("xemelios-mandataire-");
    private Process _processus = null!;
    private string _empreinte = "";

    private MandataireEnMarche()
    {
    }

    /// <summary>Where a browser finds the application.</summary>
    public Uri Adresse { get; private set; } = null!;

    /// <summary>Whether a certificate is that of this run.</summary>
    public bool EstLeSien(X509Certificate? certificat) => certificat?.GetCertHashString(HashAlgorithmName.SHA256) == _empreinte;

    public static Task<MandataireEnMarche> Nginx(Uri application) => Demarrer(application, "nginx.conf", "nginx", dossier =>
        (Path.Combine(dossier, "principal.conf"),
        $"pid {dossier}/nginx.pid; error_log {dossier}/erreurs.log; daemon off; events {{}} http {{ access_log off; include {dossier}/nginx.conf; }}",
        ["-p", dossier, "-c", Path.Combine(dossier, "principal.conf")]));

    public static Task<MandataireEnMarche> Apache(Uri application, int http, int https) => Demarrer(application, "apache.conf", "apache2", dossier =>
        (Path.Combine(dossier, "principal.conf"),
        $"ServerRoot {dossier}\nPidFile {dossier}/apache.pid\nErrorLog {dossier}/erreurs.log\nListen 127.0.0.1:{http}\nListen 127.0.0.1:{https}\nServerName {Nom}\n"
            + string.Concat(from module in new[] { "mpm_event", "authz_core", "alias", "socache_shmcb", "ssl", "headers", "proxy", "proxy_http" }
                            select $"LoadModule {module}_module /usr/lib/apache2/modules/mod_{module}.so\n")
            + (Environment.IsPrivilegedProcess ? "User nobody\nGroup nogroup\n" : "") + $"IncludeOptional {dossier}/apache.conf\n",
        ["-f", Path.Combine(dossier, "principal.conf"), "-D", "FOREGROUND"]), http, https);

    public static int PortLibre()
    {
        using var ecoute = new TcpListener(IPAddress.Loopback, 0);
        ecoute.Start();
        return ((IPEndPoint)ecoute.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_processus.HasExited)
        {
            _processus.Kill(entireProcessTree: true);
            await _processus.WaitForExitAsync();
        }

        _processus.Dispose();
        _dossier.Delete(recursive: true);
    }

    private static async Task<MandataireEnMarche> Demarrer(
        Uri application, string livree, string programme, Func<string, (string Chemin, string Contenu, string[] Arguments)> principale, int? http = null, int? https = null)
    {
        var mandataire = new MandataireEnMarche();
        var dossier = mandataire._dossier.FullName;
        var (clair, chiffre) = (http ?? PortLibre(), https ?? PortLibre());
        mandataire.Adresse = new Uri($"https://{Nom}:{chiffre}");
        mandataire._empreinte = await CreerLeCertificat(dossier);
        var configuration = await File.ReadAllTextAsync(Path.Combine(Fenetre.Racine(), "src", "Xemelios.Cli", "Installation", livree));
        foreach (var (cherche, remplace) in new[]
        {
            ("/etc/ssl/certs", dossier), ("/etc/ssl/private", dossier), ("NOM_PUBLIC", Nom), ("127.0.0.1:5080", application.Authority),
            ("listen 80;", $"listen 127.0.0.1:{clair};"), ("listen 443 ", $"listen 127.0.0.1:{chiffre} "), ("*:80>", $"*:{clair}>"), ("*:443>", $"*:{chiffre}>"),
        })
            configuration = configuration.Replace(cherche, remplace, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(dossier, livree), configuration);
        var (chemin, contenu, arguments) = principale(dossier);
        await File.WriteAllTextAsync(chemin, contenu);
        mandataire._processus = Process.Start(new ProcessStartInfo(File.Exists($"/usr/sbin/{programme}") ? $"/usr/sbin/{programme}" : programme, arguments))!;
        await mandataire.AttendreQuIlReponde(chiffre);
        return mandataire;
    }

    private async Task AttendreQuIlReponde(int port)
    {
        for (var essai = 0; essai < 100; essai++)
        {
            if (_processus.HasExited)
                throw new InvalidOperationException($"Le mandataire s'est arrêté (code {_processus.ExitCode}).");
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(100);
            }
        }

        throw new TimeoutException("Le mandataire ne répond pas.");
    }

    private static async Task<string> CreerLeCertificat(string dossier)
    {
        using var cle = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var demande = new CertificateRequest($"CN={Nom}", cle, HashAlgorithmName.SHA256);
        var noms = new SubjectAlternativeNameBuilder();
        noms.AddDnsName(Nom);
        demande.CertificateExtensions.Add(noms.Build());
        var maintenant = TimeProvider.System.GetUtcNow();
        using var certificat = demande.CreateSelfSigned(maintenant.AddDays(-1), maintenant.AddDays(1));
        await File.WriteAllTextAsync(Path.Combine(dossier, $"{Nom}.pem"), certificat.ExportCertificatePem(), Encoding.ASCII);
        await File.WriteAllTextAsync(Path.Combine(dossier, $"{Nom}.key"), cle.ExportPkcs8PrivateKeyPem(), Encoding.ASCII);
        return certificat.GetCertHashString(HashAlgorithmName.SHA256);
    }
}
