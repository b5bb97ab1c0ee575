using Xemelios.Import;
using Xemelios.Import.Reconstructions;
using Xemelios.Web.Travaux;

namespace Xemelios.Web.Tests.Travaux;

public sealed class MarcheDeReconstructionTests
{
    private readonly HorlogeReglee _horloge = new();

    [Fact]
    public void ElleDitCeQuiEstLu_EtLeTempsQuiReste_QuandElleEnSaitAssez()
    {
        using var marche = new MarcheDeReconstruction("x", _horloge);
        Assert.Equal("En attente : un import est en cours.", marche.Dire());
        Avancer(marche, 0, 0, 0);
        _horloge.Secondes = 60;
        Avancer(marche, 1, 40_000_000_000, 1_500);
        Assert.Equal("1 fichier relu sur 12, 1\u202F500 bulletins.", marche.Dire());
        Avancer(marche, 3, 250_000_000_000, 0);
        marche.Compter([Fichier(4_000)]);
        Assert.Equal("3 fichiers relus sur 12, 4\u202F000 bulletins ; encore 3 minutes environ.", marche.Dire());
        Avancer(marche, 11, 999_000_000_000, 1);
        Assert.Equal("11 fichiers relus sur 12, 4\u202F001 bulletins ; encore 1 seconde environ.", marche.Dire());
        marche.Comparer();
        Assert.Equal("Tout est relu ; la base refaite est comparée à la base actuelle.", marche.Dire());

        var rapport = new ImportReport([], TotauxDImport.De([]), 7_200_000);
        Assert.Equal("Base refaite : 12 fichiers relus, 4\u202F000 bulletins, en 2 heures. 1 différence avec celle qu'elle remplace.\nUn écart.",
            marche.Conclure(new RapportDeReconstruction(rapport, ["Un écart."])));
    }

    private static void Avancer(MarcheDeReconstruction marche, int fichiers, long octets, int bulletins) =>
        marche.Report(new ImportProgress(fichiers, 12, octets, 1_000_000_000_000, "f.xhl", "lecture", bulletins));

    private static FichierImporte Fichier(int bulletins) => new("f.xhl", TypesDeFichier.Xhl, Etats.Importe, null, 0, bulletins, 0, 0, 0, []);

    private sealed class HorlogeReglee : TimeProvider
    {
        public long Secondes { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Secondes;
    }
}
