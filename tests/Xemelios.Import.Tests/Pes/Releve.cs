using System.Text;
using Xemelios.Domain.Constats;
using Xemelios.Domain.Depense;
using Xemelios.Domain.Justificatifs;
using Xemelios.Import.Intake;
using Xemelios.Import.Pes;
using Xemelios.Import.Tests.Intake;

namespace Xemelios.Import.Tests.Pes;

/// <summary>Everything that a flow gave, with the content of each piece read at once.</summary>
internal sealed class Releve : IPesVisitor
{
    public FluxPes? Flux { get; private set; }

    public FluxPes? Complet { get; private set; }

    public List<Bordereau> Bordereaux { get; } = [];

    public List<(PieceJustificative Piece, string? Chemin, byte[]? Contenu)> Pieces { get; } = [];

    public List<Acquit> Acquits { get; } = [];

    public List<Anomalie> Anomalies { get; } = [];

    public IEnumerable<string> Codes => Anomalies.Select(a => a.Code);

    public static Releve De(Atelier atelier, Arrivage flux)
    {
        var releve = new Releve();
        PesReader.Read(flux, atelier.Spool, releve, CancellationToken.None);
        return releve;
    }

    public static Releve De(Atelier atelier, string xml) => De(atelier, atelier.Recevoir("flux.xml", xml));

    /// <summary>One of the four samples of the format page, read in ISO-8859-1 as it declares.</summary>
    public static string Exemple(string nom)
    {
        using var flux = typeof(Releve).Assembly.GetManifestResourceStream($"Xemelios.Import.Tests.Pes.Exemples.{nom}")!;
        using var texte = new StreamReader(flux, Encoding.Latin1);
        return texte.ReadToEnd();
    }

    public void EnTete(FluxPes flux)
    {
        Assert.Null(Flux);
        Flux = flux;
    }

    public void Bordereau(Bordereau bordereau) => Bordereaux.Add(bordereau);

    public void Piece(PieceJustificative piece, Arrivage? contenu)
    {
        Assert.NotNull(Flux);
        using (contenu)
            Pieces.Add((piece, contenu?.Chemin, contenu is null ? null : Atelier.Lire(contenu)));
    }

    public void Acquit(Acquit acquit) => Acquits.Add(acquit);

    public void Anomalie(Anomalie anomalie) => Anomalies.Add(anomalie);

    public void Fin(FluxPes flux) => Complet = flux;
}
