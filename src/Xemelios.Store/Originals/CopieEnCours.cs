using System.Buffers;
using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Store.Originals;

/// <summary>Copies and hashes one source into one file on a thread of its own, and tells how far it is.</summary>
internal sealed class CopieEnCours : IDisposable
{
    private const int TailleDeBloc = 1 << 20;

    private readonly object _garde = new();
    private readonly CancellationTokenSource _arret;
    private readonly CancellationTokenRegistration _reveil;
    private readonly Task _copieur;
    private long _ecrits;
    private bool _complete;
    private bool _libere;
    private Empreinte? _empreinte;
    private ExceptionDispatchInfo? _echec;

    /// <param name="chemin">A file that does not exist yet.</param>
    public CopieEnCours(Stream contenu, string chemin, CancellationToken annulation)
    {
        OctetsAnnonces = contenu.CanSeek ? contenu.Length - contenu.Position : null;
        // A disk that is too full says so now; on Windows the readers' handles must not forbid the renaming to come.
        var sortie = File.OpenHandle(
            chemin, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, FileOptions.None, OctetsAnnonces ?? 0);
        _arret = CancellationTokenSource.CreateLinkedTokenSource(annulation);
        // Those who wait are woken even while the copier is held by a source that gives nothing.
        _reveil = _arret.Token.Register(() => Echouer(new OperationCanceledException(annulation)));
        _copieur = Task.Factory.StartNew(
            () => Copier(contenu, sortie), CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);
    }

    public long? OctetsAnnonces { get; }

    /// <summary>Waits until there are bytes past a position, or the last one is there. Returns how many there are.</summary>
    public long AttendreAuDela(long position)
    {
        lock (_garde)
        {
            while (_echec is null && !_complete && _ecrits <= position)
                Monitor.Wait(_garde);
            _echec?.Throw();
            return _ecrits;
        }
    }

    /// <summary>Waits for the last byte. Returns the size.</summary>
    public long AttendreLaTaille() => AttendreAuDela(long.MaxValue);

    /// <summary>Waits until the file is whole, hashed and on the disk; then nobody writes to it any more.</summary>
    public Empreinte AttendreLEmpreinte()
    {
        lock (_garde)
        {
            while (_echec is null && _empreinte is null)
                Monitor.Wait(_garde);
            _echec?.Throw();
            return _empreinte!.Value;
        }
    }

    /// <summary>Stops a copy that is not over, and waits for its thread.</summary>
    public void Dispose()
    {
        if (_libere)
            return;
        _libere = true;
        _arret.Cancel();
        _copieur.Wait(CancellationToken.None);
        _reveil.Dispose();
        _arret.Dispose();
    }

    private void Copier(Stream contenu, SafeFileHandle sortie)
    {
        try
        {
            using var hachage = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            using (sortie)
            {
                Copier(contenu, sortie, hachage);
                // The name is the promise that the bytes are there: they reach the disk before it does. Readers do not wait for it.
                RandomAccess.FlushToDisk(sortie);
            }

            Avancer(() => _empreinte = Empreinte.FromBytes(hachage.GetHashAndReset()));
        }
        catch (Exception echec)
        {
            Echouer(echec);
        }
    }

    private void Copier(Stream contenu, SafeFileHandle sortie, IncrementalHash hachage)
    {
        var tampon = ArrayPool<byte>.Shared.Rent(TailleDeBloc);
        try
        {
            int lus;
            while ((lus = contenu.Read(tampon)) > 0)
            {
                _arret.Token.ThrowIfCancellationRequested();
                RandomAccess.Write(sortie, tampon.AsSpan(0, lus), _ecrits);
                Avancer(() => _ecrits += lus);
                // After the readers were told: they have work while this block is hashed.
                hachage.AppendData(tampon, 0, lus);
            }

            // A source that had less than it said leaves no room taken behind it.
            if (_ecrits != OctetsAnnonces)
                RandomAccess.SetLength(sortie, _ecrits);
            Avancer(() => _complete = true);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(tampon);
        }
    }

    private void Avancer(Action pas)
    {
        lock (_garde)
        {
            pas();
            Monitor.PulseAll(_garde);
        }
    }

    /// <summary>The first failure is the one that is told; after success there is none.</summary>
    private void Echouer(Exception echec) => Avancer(() =>
    {
        if (_empreinte is null)
            _echec ??= ExceptionDispatchInfo.Capture(echec);
    });
}
