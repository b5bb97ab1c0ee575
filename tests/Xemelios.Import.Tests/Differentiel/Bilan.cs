using System.Globalization;
using System.Text;
using Xemelios.Import.Xhl;

namespace Xemelios.Import.Tests.Differentiel;

/// <summary>Reads files with both readers, counts what became of each, keeps the differences.</summary>
internal sealed class Bilan
{
    private const int EcartsDits = 12;
    private const int EcartsReduits = 3;
    private static readonly XmlXhlReader Temoin = new();
    private readonly SortedDictionary<string, int> _comptes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (int Nombre, string Premier)> _abandons = new(StringComparer.Ordinal);
    private readonly List<string> _ecarts = [];
    private readonly List<string> _abandonsIndus = [];

    public int Lus => _comptes.GetValueOrDefault("témoin Lue");

    public int Refuses => _comptes.GetValueOrDefault("témoin Refusee");

    public int LusParLeRapide => _comptes.GetValueOrDefault("rapide Lue");

    /// <summary>Reads one file by the framework, then by the fast reader for each size of block.</summary>
    /// <param name="parBouts">Gives the fast reader its bytes in short pieces of uneven length, as an archive does.</param>
    /// <param name="doitLire">Whether giving up, for a size of block, is a fault when the framework reads the file.</param>
    public void Comparer(string nom, byte[] octets, IEnumerable<int> tailles, bool parBouts, Func<int, bool> doitLire)
    {
        var attendue = LectureXhl.Faire(Temoin, octets);
        Compter($"témoin {attendue.Issue}");
        foreach (var taille in tailles)
        {
            var lue = Lire(octets, taille, parBouts);
            Compter($"rapide {lue.Issue}");
            if (PlacesXhl.SeulesFausses(attendue, lue, octets))
                Compter("places fausses du témoin");
            else if (Ecart.Entre(attendue, lue) is { } ecart)
                Noter(nom, taille, ecart, () => ecart.Reduire(octets, essai => Ecart.Entre(LectureXhl.Faire(Temoin, essai), Lire(essai, taille, parBouts))?.Sorte));
            else if (lue.Issue == Issue.Abandonnee && attendue.Issue == Issue.Lue)
                Abandonner(nom, taille, lue.Endroit, doitLire(taille));
        }
    }

    public void Verifier()
    {
        string[] fautes = [.. _ecarts.Take(EcartsDits), .. _abandonsIndus.Take(EcartsDits)];
        Assert.True(fautes.Length == 0, $"{_ecarts.Count} écarts, {_abandonsIndus.Count} abandons indus\n{string.Join("\n", fautes)}\n{this}");
    }

    public override string ToString()
    {
        var texte = new StringBuilder();
        foreach (var (quoi, nombre) in _comptes)
            texte.AppendLine(CultureInfo.InvariantCulture, $"{nombre,7} {quoi}");
        foreach (var (motif, (nombre, premier)) in _abandons.OrderByDescending(a => a.Value.Nombre).Take(20))
            texte.AppendLine(CultureInfo.InvariantCulture, $"{nombre,7} lus par le témoin, laissés par le rapide : {motif} (le premier : {premier})");
        return texte.ToString();
    }

    private static LectureXhl Lire(byte[] octets, int taille, bool parBouts)
    {
        // As the import does: a reading that finds another encoding than announced begins again, knowing it.
        var lecture = Faire(sonder: false);
        return lecture.Abandon is { AutreEncodage: true } ? Faire(sonder: true) : lecture;

        LectureXhl Faire(bool sonder) => LectureXhl.Faire(
            new OctetsXhlReader(taille, sonder),
            () => parBouts ? new FluxParBouts(octets) : new MemoryStream(octets, writable: false),
            octets.Length);
    }

    private void Noter(string nom, int taille, Ecart ecart, Func<string> reduire)
    {
        Compter($"écart {ecart.Sorte}");
        _ecarts.Add($"{nom}, blocs de {taille} : {ecart.Sorte}, {ecart.Description}" + (_ecarts.Count < EcartsReduits ? $"\n      réduit  {reduire()}" : ""));
    }

    private void Abandonner(string nom, int taille, string motif, bool doitLire)
    {
        var (nombre, premier) = _abandons.GetValueOrDefault(motif, (0, nom));
        _abandons[motif] = (nombre + 1, premier);
        if (!doitLire)
            return;
        Compter("abandon d'une forme ordinaire");
        _abandonsIndus.Add($"{nom}, blocs de {taille} : laissé au lecteur du cadre, alors que rien n'y est inhabituel : {motif}");
    }

    private void Compter(string quoi) => _comptes[quoi] = _comptes.GetValueOrDefault(quoi) + 1;
}

/// <summary>Gives fewer bytes than asked, as a stream may.</summary>
internal sealed class FluxParBouts(byte[] octets) : MemoryStream(octets, writable: false)
{
    private int _tour;

    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, Bout())]);

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, Bout()));

    private int Bout() => (++_tour % 5) switch { 0 => 1, 1 => 7, 2 => 511, 3 => 4_096, _ => 1_000 };
}
