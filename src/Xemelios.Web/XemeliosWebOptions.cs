using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace Xemelios.Web;

/// <summary>What the web application needs to know of its host before it starts.</summary>
public sealed record XemeliosWebOptions
{
    /// <summary>Folder that holds the tables, the text index and the originals.</summary>
    public required string DataFolder { get; init; }

    /// <summary>The only address that is listened on; port 0 takes a free one.</summary>
    public Uri Url { get; init; } = new("http://127.0.0.1:5080");

    /// <summary>The data are the fictitious samples: every page says so.</summary>
    public bool Demo { get; init; }

    /// <summary>Milliseconds that the facets of a result may take together; what is not counted by then is given up, and said to be.</summary>
    public int FacettesMs { get; init; } = 150;

    /// <summary>The name under which a reverse proxy with TLS shows the application; null: only this machine asks, or the network without TLS.</summary>
    public string? NomPublic { get; init; }

    /// <summary>The proxy whose word is believed on the address of the client, and on who signed in when <see cref="SecretDuMandataire"/> comes with it.</summary>
    public IPAddress? Mandataire { get; init; }

    /// <summary>What the proxy alone knows, at least 32 characters; null: it signs nobody in, the screen of connection does.</summary>
    public string? SecretDuMandataire { get; init; }

    /// <summary>Nobody but the person at this machine can ask.</summary>
    public bool CetteMachineSeule => Url.IsLoopback && NomPublic is null && Mandataire is null;

    /// <summary>Pages that one account may have open at once, live.</summary>
    public int CircuitsParCompte { get; init; } = 30;

    /// <summary>Pages that all of them together may have open at once, live.</summary>
    public int CircuitsEnTout { get; init; } = 2_000;

    /// <summary>Bytes of one file sent by a browser.</summary>
    public long EnvoiMaximal { get; init; } = 8L << 30;

    /// <summary>Bytes that stay free on the disk whatever is sent: tables and journal need them.</summary>
    public long ReserveDuDisque { get; init; } = 256L << 20;

    /// <summary>Adds to or replaces services, last.</summary>
    public Action<IServiceCollection>? ConfigureServices { get; init; }
}
