using System.Security.Cryptography;
using Xemelios.Domain.Valeurs;
using Xemelios.Store;
using Xemelios.Store.Tables;

namespace Xemelios.Import;

/// <summary>One thing that was checked, and what is wrong with it if something is.</summary>
/// <param name="Controle">Stable name of the check.</param>
/// <param name="Examines">How many things it looked at.</param>
/// <param name="Defauts">French sentences, without personal data.</param>
public sealed record ControleDIntegrite(string Controle, long Examines, IReadOnlyList<string> Defauts);

/// <summary>Whether the folder still says what the files said.</summary>
public sealed record RapportDeVerification(bool Sain, string EmpreinteLogique, IReadOnlyList<ControleDIntegrite> Controles);

/// <summary>Reads again every original and every table: fingerprints, conservation of totals, orphans.</summary>
public sealed class Verification(Entrepot entrepot)
{
    public RapportDeVerification Verifier(CancellationToken annulation)
    {
        var controles = new List<ControleDIntegrite> { Originaux(annulation), Receptions(), Journal(), Archives() };
        controles.AddRange(ConservationDesTables.Controler(entrepot).Select(c => new ControleDIntegrite(c.Nom, c.Examines, c.Defauts)));
        var empreintes = EmpreinteLogique.Calculer(entrepot);
        // An original that cannot be read says nothing of the tables.
        if (controles.Take(2).All(c => c.Defauts.Count == 0))
            controles.Add(Relecture(empreintes, annulation));
        return new RapportDeVerification(controles.TrueForAll(c => c.Defauts.Count == 0), empreintes[""], controles);
    }

    /// <summary>Every table says what the originals say: they are all read again, beside the folder, and compared.</summary>
    private ControleDIntegrite Relecture(IReadOnlyDictionary<string, string> empreintes, CancellationToken annulation)
    {
        IReadOnlyDictionary<string, string> relues;
        string dossier;
        using (var reference = entrepot.OuvrirUnDouble())
        {
            dossier = reference.Dossier;
            new ImportJob(reference, TimeProvider.System).Reconstruire(null, annulation);
            relues = EmpreinteLogique.Calculer(reference);
        }

        Entrepot.Jeter(dossier);
        var tables = empreintes.Where(e => e.Key.Length > 0).ToList();
        return new ControleDIntegrite("relecture", tables.Count,
            [.. tables.Where(t => relues[t.Key] != t.Value).Select(t => $"La table « {t.Key} » ne dit pas ce que disent les originaux : reconstruisez les tables.")]);
    }

    /// <summary>Every original still has the fingerprint that is its name.</summary>
    private ControleDIntegrite Originaux(CancellationToken annulation)
    {
        var defauts = new List<string>();
        long examines = 0;
        foreach (var empreinte in entrepot.Originaux.Lister())
        {
            annulation.ThrowIfCancellationRequested();
            examines++;
            if (EmpreinteRelue(empreinte) is not { } relue)
                defauts.Add($"L'original {empreinte} est abîmé : il ne se décompresse plus.");
            else if (relue != empreinte)
                defauts.Add($"L'original {empreinte} a été altéré : ses octets n'ont plus cette empreinte.");
        }

        return new ControleDIntegrite("originaux", examines, defauts);
    }

    /// <summary>The fingerprint of the bytes as they are now; null when they are compressed and no longer come out.</summary>
    private Empreinte? EmpreinteRelue(Empreinte empreinte)
    {
        try
        {
            using var flux = entrepot.Originaux.Ouvrir(empreinte);
            return Empreinte.FromBytes(SHA256.HashData(flux));
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>The journal still says what was written in it.</summary>
    private ControleDIntegrite Journal()
    {
        var rapport = entrepot.Journal.Verifier();
        return new ControleDIntegrite("journal", rapport.Examines, [.. rapport.Fautes.Select(f => f.ToString())]);
    }

    /// <summary>Every archive file holds the bytes that were written, and says what it said.</summary>
    private ControleDIntegrite Archives()
    {
        var (examines, defauts) = entrepot.Archives.Verifier();
        return new ControleDIntegrite("archives", examines, defauts);
    }

    /// <summary>Every file that was received still has its original, and was read to the end.</summary>
    private ControleDIntegrite Receptions()
    {
        var defauts = new List<string>();
        var receptions = entrepot.Receptions.Lister().Where(r => r.Etat != Store.Gestion.Reception.Supprime).ToList();
        foreach (var reception in receptions)
        {
            if (!entrepot.Originaux.Existe(new Empreinte(reception.Empreinte)))
                defauts.Add($"L'original {reception.Empreinte} de la réception {reception.Id} a disparu.");
            else if (reception.Etat == Store.Gestion.Reception.Recu)
                defauts.Add($"La réception {reception.Id} n'a pas été lue jusqu'au bout : relancez l'import.");
        }

        return new ControleDIntegrite("receptions", receptions.Count, defauts);
    }
}
