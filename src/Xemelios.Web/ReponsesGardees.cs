using System.Data.Common;
using Microsoft.Extensions.Caching.Memory;
using Xemelios.Domain.Habilitations;
using Xemelios.Query;

namespace Xemelios.Web;

/// <summary>The answers already given, for as long as the tables say the same: an import makes new ones, and nothing else does.</summary>
/// <remarks>Only questions that are equal by their values are kept: asked again by another screen, they are recognised. Readers of
/// different perimeters share no answer. What its time was too short for is not kept: asked again, it may be whole.</remarks>
public sealed class ReponsesGardees : IDisposable
{
    /// <summary>What it may hold, in bytes allocated while answering: more than what the answers weigh.</summary>
    private const long Taille = 128L << 20;

    /// <summary>What one answer counts for at most: making it allocates many times its weight, and the cache refuses what it has no room for.</summary>
    private const long PoidsMaximal = Taille / 8;

    private readonly MemoryCache _reponses = new(new MemoryCacheOptions { SizeLimit = Taille });

    /// <summary>The answer kept, else the one that is made now.</summary>
    /// <param name="version">Of the tables, read before they are.</param>
    public T Donner<T>(Func<DbConnection, Perimetre, T> question, Perimetre perimetre, long version, Func<T> repondre)
    {
        if (question.Target is not { } posee || !SeCompareParValeurs(posee.GetType()))
            return repondre();
        var cle = (posee, question.Method, perimetre, version);
        if (_reponses.TryGetValue(cle, out T? gardee))
            return gardee!;
        var avant = GC.GetAllocatedBytesForCurrentThread();
        var reponse = repondre();
        if (reponse is IReponsePartielle { EstPartielle: true })
            return reponse;
        _reponses.Set(cle, reponse, new MemoryCacheEntryOptions { Size = Math.Min(PoidsMaximal, GC.GetAllocatedBytesForCurrentThread() - avant) });
        return reponse;
    }

    public void Dispose() => _reponses.Dispose();

    // Records are; what a lambda captures is not.
    private static bool SeCompareParValeurs(Type question) => typeof(IEquatable<>).MakeGenericType(question).IsAssignableFrom(question);
}
