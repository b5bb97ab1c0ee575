using Xemelios.Store;

namespace Xemelios.Import.Reconstructions;

/// <summary>What was read again, and what of it is no longer as it was, in French sentences without any pay in them.</summary>
public sealed record RapportDeReconstruction(ImportReport Rapport, IReadOnlyList<string> Ecarts);

/// <summary>Makes the tables, the text index and the archives again from the originals, aside, then gives them the place of the former ones.</summary>
/// <remarks>Readers go on with the former base to the end; imports wait. Cancelled, refused or interrupted, it leaves that base as it was.</remarks>
public sealed class Reconstruction(Entrepot entrepot, TimeProvider horloge)
{
    /// <summary>Compare with the former base, and keep it when the new one would say less. For a base that is trusted.</summary>
    public bool Comparer { get; init; }

    /// <inheritdoc cref="ImportJob.Conclu"/>
    public Action<IReadOnlyList<FichierImporte>> Conclu { get; init; } = _ => { };

    /// <summary>Told when all files are read, before what they say is compared.</summary>
    public Action Relu { get; init; } = () => { };

    /// <exception cref="ReconstructionRefuseeException">files that were read no longer are: the former base stays.</exception>
    public RapportDeReconstruction Executer(IProgress<ImportProgress>? progression, CancellationToken annulation)
    {
        lock (entrepot.Ecriture)
        {
            annulation.ThrowIfCancellationRequested();
            var seul = !entrepot.ALesTables;
            var fait = Refaire(progression, annulation);
            // A server has a queue for what was received and never read.
            return seul ? fait with { Rapport = fait.Rapport.Suivi(new ImportJob(entrepot, horloge) { Conclu = Conclu }.Reprendre(annulation)) } : fait;
        }
    }

    private RapportDeReconstruction Refaire(IProgress<ImportProgress>? progression, CancellationToken annulation)
    {
        try
        {
            using var refaite = entrepot.OuvrirUneBaseARefaire();
            var rapport = new ImportJob(refaite, horloge) { Conclu = Conclu }.Reconstruire(progression, annulation);
            Relu();
            var ecarts = Comparer ? EcartsDeReconstruction.Lire(entrepot, refaite, annulation) : [];
            annulation.ThrowIfCancellationRequested();
            entrepot.Adopter(refaite);
            return new RapportDeReconstruction(rapport, ecarts);
        }
        finally
        {
            entrepot.OublierLaBaseARefaire();
        }
    }
}

/// <summary>The base that was made aside would say less than the one in place, which stays.</summary>
public sealed class ReconstructionRefuseeException(string phrase) : Exception(phrase);

/// <summary>What was asked writes the tables: it is not done while they are made again.</summary>
public sealed class ReconstructionEnCoursException() : Exception(
    "Une reconstruction de la base est en cours : rien n'a été fait. Recommencez quand elle sera finie.")
{
    /// <exception cref="ReconstructionEnCoursException">the tables are being made again.</exception>
    public static void Verifier(Entrepot entrepot)
    {
        if (entrepot.EstEnReconstruction)
            throw new ReconstructionEnCoursException();
    }
}
