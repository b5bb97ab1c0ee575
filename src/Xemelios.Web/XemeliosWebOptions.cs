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

    /// <summary>Adds to or replaces services, last.</summary>
    public Action<IServiceCollection>? ConfigureServices { get; init; }
}
