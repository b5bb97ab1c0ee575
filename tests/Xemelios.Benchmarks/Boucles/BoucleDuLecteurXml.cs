using BenchmarkDotNet.Attributes;
using Xemelios.Benchmarks.Donnees;
using Xemelios.Domain.Valeurs;
using Xemelios.Import.Intake;
using Xemelios.Import.Xhl;
using Xemelios.Samples;

namespace Xemelios.Benchmarks.Boucles;

/// <summary>A file of 500 bulletins in memory, read by each reader for a visitor that does nothing.</summary>
public class BoucleDuLecteurXml
{
    private readonly byte[] _fichier = Fichier();

    [Benchmark(Description = "500 bulletins lus par XmlReader")]
    public void ParXmlReader()
    {
        using var arrivage = Arrivage.Depuis(() => new MemoryStream(_fichier, writable: false), "paye.xhl", Empreinte.FromBytes(new byte[32]), _fichier.Length);
        new XmlXhlReader().Read(arrivage, new Ecouteur(), CancellationToken.None);
    }

    private static byte[] Fichier()
    {
        using var flux = new MemoryStream();
        Generateur.GrosFichier(flux, 500);
        return flux.ToArray();
    }
}
