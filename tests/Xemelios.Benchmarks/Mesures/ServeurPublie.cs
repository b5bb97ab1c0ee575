using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Xemelios.Benchmarks.Mesures;

/// <summary>The published server over a data folder, on a free port of this machine, until it is disposed.</summary>
internal sealed class ServeurPublie : IAsyncDisposable
{
    private readonly Process _processus;

    private ServeurPublie(Process processus, Uri adresse) => (_processus, Adresse) = (processus, adresse);

    public Uri Adresse { get; }

    /// <summary>Resident memory, now and at the highest.</summary>
    public (double Mio, double AuPlusHautMio) Memoire
    {
        get
        {
            _processus.Refresh();
            return (_processus.WorkingSet64 / 1048576.0, _processus.PeakWorkingSet64 / 1048576.0);
        }
    }

    /// <summary>Starts it and waits until it answers.</summary>
    /// <param name="options">Added to <c>servir</c>.</param>
    public static async Task<ServeurPublie> DemarrerAsync(Atelier atelier, string donnees, params string[] options)
    {
        Uri adresse;
        using (var prise = new TcpListener(IPAddress.Loopback, 0))
        {
            prise.Start();
            adresse = new Uri("http://" + prise.LocalEndpoint);
        }

        var lancement = new ProcessStartInfo(atelier.Xemelios, ["servir", "--donnees", donnees, "--port", adresse.Port.ToString(CultureInfo.InvariantCulture), .. options])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        var processus = Process.Start(lancement)!;
        processus.BeginOutputReadLine();
        processus.BeginErrorReadLine();
        // Whoever interrupts the benchmark ends the server with it.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => processus.Kill();
        var serveur = new ServeurPublie(processus, adresse);
        await serveur.AttendreAsync();
        return serveur;
    }

    public async ValueTask DisposeAsync()
    {
        _processus.Kill();
        await _processus.WaitForExitAsync();
    }

    private async Task AttendreAsync()
    {
        using var client = new HttpClient { BaseAddress = Adresse };
        for (var essai = 0; ; essai++)
        {
            try
            {
                using var reponse = await client.GetAsync("/a-propos");
                return;
            }
            catch (HttpRequestException) when (essai < 300 && !_processus.HasExited)
            {
                await Task.Delay(100);
            }
        }
    }
}
