using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using Xemelios.Domain.Habilitations;
using Xemelios.Store;
using Xemelios.Store.Gestion;

namespace Xemelios.Web.Travaux;

/// <summary>The exports too large to wait for, one at a time; each is made under the rights that its owner has when its turn comes.</summary>
public sealed class FileDExports(Entrepot entrepot, ExecutionDExportDiffere execution, TimeProvider horloge) : IDisposable
{
    /// <summary>How long the file that was made can be taken.</summary>
    public static readonly TimeSpan Garde = TimeSpan.FromDays(3);

    private readonly Channel<string> _file = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });
    private readonly ConcurrentDictionary<string, Marche> _vivants = new(StringComparer.Ordinal);
    private readonly string _dossier = Path.Combine(entrepot.Dossier, "travaux");

    /// <summary>Puts an export in the queue.</summary>
    /// <param name="adresse">Of the export, as one would open it.</param>
    public string Demander(string adresse, string libelle, string? compte, string? poste)
    {
        var maintenant = horloge.GetUtcNow();
        var id = string.Create(CultureInfo.InvariantCulture, $"{maintenant:yyyyMMdd-HHmmss}-{Guid.NewGuid().ToString("N")[..8]}");
        entrepot.Travaux.Poser(new Travail(id, Travail.Export, libelle, adresse, maintenant) { Compte = compte, Poste = poste });
        Mettre(id);
        return id;
    }

    /// <summary>Bulletins written so far, and how many there are; null when it is not being made or cannot tell.</summary>
    public (long Faits, long EnTout)? Avancement(string id) => _vivants.TryGetValue(id, out var marche) ? marche.Avancement : null;

    /// <summary>Stops it; nothing of it stays. False when it is over.</summary>
    public bool Annuler(string id)
    {
        if (entrepot.Travaux.Trouver(id) is not { EstFini: false } travail)
            return false;
        Finir(travail, EtatDeTravail.Annule, null);
        if (_vivants.TryGetValue(id, out var marche))
            marche.Arret.Cancel();
        return true;
    }

    /// <summary>The file that was made; null when there is none, or no longer.</summary>
    public string? Fichier(Travail travail) => travail is { Sorte: Travail.Export, Etat: EtatDeTravail.Termine } && File.Exists(Chemin(travail.Id)) ? Chemin(travail.Id) : null;

    /// <summary>Takes up what the last run left, then makes export after export until the program ends.</summary>
    internal async Task Servir(CancellationToken fin)
    {
        Directory.CreateDirectory(_dossier);
        foreach (var travail in entrepot.Travaux.Inacheves(Travail.Export))
            Mettre(travail.Id);
        await foreach (var id in _file.Reader.ReadAllAsync(fin))
            await Task.Run(() => Executer(id, fin), CancellationToken.None);
    }

    /// <summary>Removes the files that were kept long enough.</summary>
    public void JeterLesVieux()
    {
        foreach (var travail in entrepot.Travaux.ExportsFinisAvant(horloge.GetUtcNow() - Garde))
        {
            File.Delete(Chemin(travail.Id));
            entrepot.Travaux.Oublier(travail.Id);
        }
    }

    public void Dispose()
    {
        foreach (var marche in _vivants.Values)
            marche.Arret.Dispose();
    }

    private void Mettre(string id)
    {
        _vivants.TryAdd(id, new Marche());
        _file.Writer.TryWrite(id);
    }

    private void Executer(string id, CancellationToken fin)
    {
        if (!_vivants.TryGetValue(id, out var marche))
            return;
        if (entrepot.Travaux.Trouver(id) is not { EstFini: false } travail)
        {
            _vivants.TryRemove(id, out _);
            return;
        }

        using var arret = CancellationTokenSource.CreateLinkedTokenSource(fin, marche.Arret.Token);
        var provisoire = Chemin(id) + ".tmp";
        try
        {
            var nom = execution.Ecrire(travail, provisoire, (faits, enTout) => marche.Avancement = (faits, enTout), arret.Token);
            arret.Token.ThrowIfCancellationRequested();
            File.Move(provisoire, Chemin(id), overwrite: true);
            Finir(travail, EtatDeTravail.Termine, nom);
        }
        catch (OperationCanceledException)
        {
            // The end of the program leaves it in the queue; whoever stopped it has said so.
        }
        catch (ExportRefuseException refus)
        {
            Finir(travail, EtatDeTravail.Echoue, refus.Message);
        }
        catch (JournalIndisponibleException refus)
        {
            Finir(travail, EtatDeTravail.Echoue, refus.Message);
        }
        catch (Exception imprevu) when (imprevu is not OutOfMemoryException)
        {
            // The message of an unforeseen error may quote the data: only its kind is shown.
            Finir(travail, EtatDeTravail.Echoue, $"L'export s'est arrêté sur une erreur inattendue ({imprevu.GetType().Name}). Recommencez-le.");
        }
        finally
        {
            File.Delete(provisoire);
            _vivants.TryRemove(id, out _);
        }
    }

    // What was searched is kept no longer than it is needed.
    private void Finir(Travail travail, EtatDeTravail etat, string? resultat) =>
        entrepot.Travaux.Poser(travail with { Etat = etat, Resultat = resultat, Parametres = "", FiniLe = horloge.GetUtcNow(), Vu = etat == EtatDeTravail.Annule });

    private string Chemin(string id) => Path.Combine(_dossier, id);

    private sealed class Marche
    {
        public CancellationTokenSource Arret { get; } = new();

        public (long, long)? Avancement { get; set; }
    }
}

/// <summary>An export that cannot be made, with its sentence.</summary>
public sealed class ExportRefuseException(string phrase) : Exception(phrase);
