using BenchmarkDotNet.Attributes;
using Xemelios.Benchmarks.Donnees;
using Xemelios.Domain.Valeurs;
using Xemelios.Import.Intake;
using Xemelios.Import.Xhl;
using Xemelios.Samples;

namespace Xemelios.Benchmarks.Boucles;

/// <summary>Files in memory, read from their bytes for a visitor that does nothing: a small one on one core, a larger one cut among threads.</summary>
public class BoucleDuLecteurDOctets
{
    private readonly byte[] _unBloc = Fichier(30);
    private readonly byte[] _plusieursBlocs = Fichier(500);

    [Benchmark(Description = "30 bulletins lus par leurs octets, en un bloc")]
    public void EnUnBloc() => Lire(_unBloc);

    [Benchmark(Description = "500 bulletins lus par leurs octets")]
    public void EnPlusieursBlocs() => Lire(_plusieursBlocs);

    private static void Lire(byte[] fichier)
    {
        using var arrivage = Arrivage.Depuis(() => new MemoryStream(fichier, writable: false), "paye.xhl", Empreinte.FromBytes(new byte[32]), fichier.Length);
        new OctetsXhlReader().Read(arrivage, new Ecouteur(), CancellationToken.None);
    }

    private static byte[] Fichier(int bulletins)
    {
        using var flux = new MemoryStream();
        Generateur.GrosFichier(flux, bulletins);
        return flux.ToArray();
    }
}
