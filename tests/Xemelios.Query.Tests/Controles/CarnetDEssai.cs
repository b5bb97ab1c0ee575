using Xemelios.Domain.Habilitations;
using Xemelios.Query.Controles;
using Xemelios.Store.Gestion.Controles;

namespace Xemelios.Query.Tests.Controles;

/// <summary>A carnet in a file of its own, written without a journal.</summary>
internal sealed class CarnetDEssai : IDisposable
{
    public static readonly Acte Acte = new(NatureDActe.Visa, "claire", "essai", "essai");

    private readonly DirectoryInfo _dossier = Directory.CreateTempSubdirectory("xemelios-carnet-");

    public CarnetDEssai()
    {
        Carnet = new CarnetDeControle(Path.Combine(_dossier.FullName, "gestion.db"));
        Tenue = new TenueDuCarnet(Carnet, new JournalMuet(), new HorlogeFixe());
    }

    public CarnetDeControle Carnet { get; }

    public TenueDuCarnet Tenue { get; }

    public void Dispose() => _dossier.Delete(recursive: true);

    /// <summary>As a screen does: what is shown is what is visaed.</summary>
    public void Viser(Suivi suivi, DecisionDeVisa decision, string? note = null) => Tenue.Viser(suivi.Cible, decision, note, suivi.Vues!, suivi.Visa?.Decision, Acte);

    private sealed class JournalMuet : IJournal
    {
        public void Ecrire(Acte acte)
        {
        }
    }

    private sealed class HorlogeFixe : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 4, 2, 9, 0, 0, TimeSpan.Zero);
    }
}
