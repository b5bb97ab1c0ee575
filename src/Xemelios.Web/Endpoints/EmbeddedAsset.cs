using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Xemelios.Web.Endpoints;

/// <summary>One file for the browser, embedded in the assembly; read, named by its content and compressed at its first use.</summary>
public sealed class EmbeddedAsset
{
    private static readonly FileExtensionContentTypeProvider ContentTypes = new()
    {
        Mappings = { [".mjs"] = "text/javascript", [".bcmap"] = "application/octet-stream", [".pfb"] = "application/octet-stream" },
    };

    private readonly Lazy<byte[]> _content;
    private readonly Lazy<byte[]> _compressed;
    private readonly Lazy<string> _fingerprint;

    internal EmbeddedAsset(Assembly assembly, string resource)
    {
        ContentType = ContentTypes.TryGetContentType(resource, out var type) ? type : "application/octet-stream";
        _content = new(() => Read(assembly, resource));
        _compressed = new(() => Compress(_content.Value));
        _fingerprint = new(() => Convert.ToHexStringLower(SHA256.HashData(_content.Value))[..16]);
    }

    /// <summary>The media type, from the extension.</summary>
    public string ContentType { get; }

    /// <summary>The bytes as they were built.</summary>
    public ReadOnlyMemory<byte> Content => _content.Value;

    /// <summary>The same bytes in Brotli.</summary>
    public ReadOnlyMemory<byte> Compressed => _compressed.Value;

    /// <summary>Text shrinks; images, fonts and modules of bytes do not.</summary>
    public bool IsWorthCompressing => ContentType.StartsWith("text/", StringComparison.Ordinal) || ContentType == "image/svg+xml";

    /// <summary>Sixteen hexadecimal digits that change with the content.</summary>
    public string Fingerprint => _fingerprint.Value;

    /// <summary>The fingerprint as an HTTP validator.</summary>
    public EntityTagHeaderValue EntityTag => new($"\"{Fingerprint}\"");

    private static byte[] Read(Assembly assembly, string resource)
    {
        using var stream = assembly.GetManifestResourceStream(resource)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }

    private static byte[] Compress(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Optimal)) brotli.Write(content);
        return compressed.ToArray();
    }
}
