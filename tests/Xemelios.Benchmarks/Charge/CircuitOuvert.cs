using System.Buffers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Xemelios.Benchmarks.Charge;

/// <summary>One open page as the server knows it: a circuit with the interactive parts of the page, without a browser around it.</summary>
internal sealed partial class CircuitOuvert : IAsyncDisposable
{
    private const byte FinDeReconnaissance = 0x1e;

    // The wire format of circuits is internal to ASP.NET Core: its own code speaks it best.
    private static readonly IHubProtocol Protocole = (IHubProtocol)Activator.CreateInstance(
        typeof(CircuitOptions).Assembly.GetType("Microsoft.AspNetCore.Components.Server.BlazorPack.BlazorPackHubProtocol", throwOnError: true)!, nonPublic: true)!;

    private static readonly Liaison Types = new();

    private readonly ClientWebSocket _prise = new();
    private readonly SemaphoreSlim _envoi = new(1);
    private readonly Dictionary<string, TaskCompletionSource> _attentes = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _fin = new();
    private Task _ecoute = Task.CompletedTask;
    private int _appels;
    private int _composants;

    private CircuitOuvert()
    {
    }

    /// <summary>Opens the circuit of a page that was just read.</summary>
    /// <param name="page">Its HTML.</param>
    public static async Task<CircuitOuvert> OuvrirAsync(HttpClient client, string cookie, Uri adresse, string page)
    {
        var circuit = new CircuitOuvert();
        using var negociation = await client.PostAsync("/_blazor/negotiate?negotiateVersion=1", null);
        negociation.EnsureSuccessStatusCode();
        var jeton = (await negociation.Content.ReadFromJsonAsync<JsonObject>())!["connectionToken"]!.GetValue<string>();
        circuit._prise.Options.SetRequestHeader("Cookie", cookie);
        circuit._prise.Options.SetRequestHeader("Origin", client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        await circuit._prise.ConnectAsync(new UriBuilder(client.BaseAddress) { Scheme = "ws", Path = "/_blazor", Query = "id=" + Uri.EscapeDataString(jeton) }.Uri, default);
        await circuit._prise.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"), WebSocketMessageType.Text, true, default);
        circuit._ecoute = circuit.EcouterAsync();
        await circuit.AppelerAsync("StartCircuit", client.BaseAddress!.ToString(), adresse.ToString(), "[]", "");
        await circuit.MontrerAsync(page);
        return circuit;
    }

    /// <summary>Gives the interactive parts of a page to the circuit and waits until the server has drawn them.</summary>
    public async Task MontrerAsync(string page)
    {
        var marques = Marques().Matches(page).Select(m => JsonNode.Parse(m.Groups["json"].Value)!.AsObject()).Where(m => m["descriptor"] is not null).ToList();
        if (marques.Count == 0)
            throw new InvalidOperationException("La page n'a aucune partie interactive.");
        var lot = ++_appels;
        var dessine = Attendre($"lot {lot}");
        var operations = new JsonObject
        {
            ["batchId"] = lot,
            ["operations"] = new JsonArray([.. marques.Select(m => (JsonNode)new JsonObject { ["type"] = "add", ["ssrComponentId"] = ++_composants, ["marker"] = m.DeepClone() })]),
        };
        await EnvoyerAsync(new InvocationMessage("UpdateRootComponents", [operations.ToJsonString(), ""]));
        await dessine.WaitAsync(TimeSpan.FromSeconds(30));
    }

    public async ValueTask DisposeAsync()
    {
        await _fin.CancelAsync();
        _prise.Abort();
        await _ecoute.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _prise.Dispose();
        _envoi.Dispose();
        _fin.Dispose();
    }

    private async Task AppelerAsync(string methode, params object?[] arguments)
    {
        var appel = $"appel {++_appels}";
        var reponse = Attendre(appel);
        await EnvoyerAsync(new InvocationMessage(appel, methode, arguments));
        await reponse.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private Task Attendre(string quoi)
    {
        var attente = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_attentes)
            _attentes[quoi] = attente;
        return attente.Task;
    }

    private void Conclure(string quoi, string? faute = null)
    {
        TaskCompletionSource? attente;
        lock (_attentes)
            _attentes.Remove(quoi, out attente);
        if (faute is null)
            attente?.TrySetResult();
        else
            attente?.TrySetException(new InvalidOperationException(faute));
    }

    private async Task EnvoyerAsync(HubMessage message)
    {
        var octets = new ArrayBufferWriter<byte>();
        Protocole.WriteMessage(message, octets);
        await _envoi.WaitAsync();
        try
        {
            await _prise.SendAsync(octets.WrittenMemory, WebSocketMessageType.Binary, true, _fin.Token);
        }
        finally
        {
            _envoi.Release();
        }
    }

    private async Task EcouterAsync()
    {
        var tampon = new byte[64 * 1024];
        var recu = Array.Empty<byte>();
        var reconnu = false;
        while (!_fin.IsCancellationRequested)
        {
            var lu = await _prise.ReceiveAsync(tampon, _fin.Token);
            if (lu.MessageType == WebSocketMessageType.Close)
                throw new InvalidOperationException("Le serveur a fermé le circuit.");
            recu = [.. recu, .. tampon.AsSpan(0, lu.Count)];
            if (!reconnu)
            {
                if (Array.IndexOf(recu, FinDeReconnaissance) is var fin && fin < 0)
                    continue;
                (reconnu, recu) = (true, recu[(fin + 1)..]);
            }

            var suite = new ReadOnlySequence<byte>(recu);
            while (Protocole.TryParseMessage(ref suite, Types, out var message))
                await TraiterAsync(message);
            recu = suite.ToArray();
        }
    }

    private async Task TraiterAsync(HubMessage message)
    {
        switch (message)
        {
            case InvocationMessage { Target: "JS.RenderBatch" } dessin:
                await EnvoyerAsync(new InvocationMessage("OnRenderCompleted", [Convert.ToInt64(dessin.Arguments[0], null), null]));
                break;
            case InvocationMessage { Target: "JS.EndUpdateRootComponents" } lot:
                Conclure($"lot {lot.Arguments[0]}");
                break;
            case InvocationMessage { Target: "JS.Error" } faute:
                throw new InvalidOperationException($"Le circuit a échoué : {faute.Arguments[0]}");
            case CompletionMessage { InvocationId: { } appel } fin:
                Conclure(appel, fin.Error);
                break;
        }
    }

    [GeneratedRegex("<!--Blazor:(?<json>\\{.+?\\})-->", RegexOptions.ExplicitCapture, 2000)]
    private static partial Regex Marques();

    /// <summary>The types of what the server sends; what is not listed is not read.</summary>
    private sealed class Liaison : IInvocationBinder
    {
        public Type GetReturnType(string invocationId) => typeof(string);

        public IReadOnlyList<Type> GetParameterTypes(string methodName) => methodName switch
        {
            "JS.RenderBatch" => [typeof(int), typeof(byte[])],
            "JS.EndUpdateRootComponents" => [typeof(long)],
            "JS.Error" => [typeof(string)],
            _ => [],
        };

        public Type GetStreamItemType(string streamId) => typeof(object);
    }
}
