using System.Buffers;
using Xemelios.Import;

namespace Xemelios.Web.Imports;

/// <summary>Where a file that comes in pieces stands.</summary>
/// <param name="Recus">Bytes that are held: the next piece begins there.</param>
/// <param name="Complet">All of it is among the originals.</param>
/// <param name="Reconnu">What was recognised of it then.</param>
public sealed record EtatDEnvoi(long Recus, bool Complet, FichierReconnu? Reconnu = null);

/// <summary>What a piece says of itself.</summary>
/// <param name="Chemin">Of the file, relative to what the user gave; shown, never opened.</param>
/// <param name="Octets">Of the whole file.</param>
/// <param name="Debut">Byte of the file where the piece begins.</param>
public sealed record MorceauDeFichier(string Chemin, long Octets, long Debut);

/// <summary>A file that arrives piece by piece in a temporary file. A connection that is cut loses what was in the air, and no more.</summary>
internal sealed class FichierEnMorceaux(string provisoire, string chemin, long octets) : IDisposable
{
    private const int Tampon = 1 << 17;

    private readonly Lock _acces = new();
    private long _recus;
    private int _tour;
    private bool _complet;
    private FichierReconnu? _reconnu;
    private bool _seRange;
    private bool _jete;

    /// <summary>Relative to what the user gave; shown, never opened.</summary>
    public string Chemin => chemin;

    public EtatDEnvoi Etat
    {
        get { lock (_acces) return new EtatDEnvoi(_recus, _complet, _reconnu); }
    }

    /// <summary>Adds what comes, as it comes. False when the piece does not begin where the file stands, or goes past its announced end.</summary>
    /// <remarks>A piece that is begun again takes over from the one whose connection is dead and does not know it yet.</remarks>
    public async Task<bool> EcrireAsync(long debut, Stream corps, CancellationToken annulation)
    {
        int tour;
        lock (_acces)
        {
            if (_jete || debut != _recus)
                return false;
            tour = ++_tour;
        }

        var tampon = ArrayPool<byte>.Shared.Rent(Tampon);
        try
        {
            using var fichier = File.OpenHandle(provisoire, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            int lus;
            while ((lus = await corps.ReadAsync(tampon, annulation)) > 0)
            {
                lock (_acces)
                {
                    if (_jete || tour != _tour || _recus + lus > octets)
                        return false;
                    RandomAccess.Write(fichier, tampon.AsSpan(0, lus), _recus);
                    _recus += lus;
                }
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(tampon);
        }
    }

    /// <summary>Once all bytes are there, has them put away, once; whoever asks meanwhile goes away empty-handed and asks again.</summary>
    /// <param name="ranger">Reads the whole file; when it fails, the bytes stay and it can be tried again.</param>
    public void Ranger(Func<Stream, FichierReconnu?> ranger)
    {
        lock (_acces)
        {
            if (_jete || _seRange || _complet || _recus < octets)
                return;
            _seRange = true;
        }

        try
        {
            using (var contenu = new FileStream(provisoire, FileMode.OpenOrCreate, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1))
                _reconnu = ranger(contenu);
            lock (_acces) _complet = true;
            File.Delete(provisoire);
        }
        finally
        {
            lock (_acces) _seRange = false;
        }
    }

    /// <summary>Nothing of it stays.</summary>
    public void Dispose()
    {
        lock (_acces)
        {
            _jete = true;
            File.Delete(provisoire);
        }
    }
}
