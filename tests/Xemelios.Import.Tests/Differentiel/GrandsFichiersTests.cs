using Xemelios.Domain.Paye;
using Xemelios.Import.Intake;
using Xemelios.Import.Xhl;
using Xemelios.Samples;

namespace Xemelios.Import.Tests.Differentiel;

/// <summary>Files longer than a block: the official ones, and one that the ordinary size of block cuts.</summary>
public sealed class GrandsFichiersTests
{
    private static readonly byte[] Grand = XhlWriter.Octets(Mois, Volumes.Couper(Mois, 1, ModeDeRepartition.PremierVolume)[0], Dialecte.Standard with { Crlf = true, DeuxEtablissements = true });

    private static MoisDePaye Mois => GenerateurDeMois.Simple(77, 2_600);

    [Theory]
    [InlineData("PayeCeplExemple042005_schema_1.2b.xhl")]
    [InlineData("PayeCeplExemple082011_schema_1.4.xhl")]
    public void UnFichierOfficielDonneLesMemesEvenements(string nom)
    {
        if (FichiersOfficiels.Chemin(nom) is { } chemin)
            MemesEvenements(nom, File.ReadAllBytes(chemin), [512, 4_096, 65_536, 1 << 20, 4 << 20]);
    }

    [Fact]
    public void UnFichierPlusGrandQuUnBlocDonneLesMemesEvenements()
    {
        Assert.True(Grand.Length > 2 * (4 << 20));
        MemesEvenements("grand fichier", Grand, [65_536, 4 << 20]);
    }

    [Fact]
    public void UneAnnulationArreteLaLecture()
    {
        using var annulation = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => Lire(new ArretAuLot(3, annulation.Cancel), annulation.Token));
    }

    [Fact]
    public void CeQueLeVisiteurRefuseArriveTelQuelALAppelant()
    {
        var refus = new InvalidOperationException("plus de place");
        Assert.Same(refus, Assert.Throws<InvalidOperationException>(() => Lire(new ArretAuLot(3, () => throw refus), CancellationToken.None)));
    }

    private static void Lire(IXhlVisitor visiteur, CancellationToken annulation) =>
        new OctetsXhlReader(16_384).Read(Arrivage.Depuis(() => new MemoryStream(Grand, writable: false), "grand.xhl", default, Grand.Length), visiteur, annulation);

    private static void MemesEvenements(string nom, byte[] octets, int[] tailles)
    {
        var bilan = new Bilan();
        bilan.Comparer(nom, octets, tailles, parBouts: false, _ => true);
        bilan.Comparer(nom, octets, tailles[..1], parBouts: true, _ => true);
        bilan.Verifier();
        Assert.Equal(tailles.Length + 1, bilan.LusParLeRapide);
    }

    private sealed class ArretAuLot(int rang, Action arreter) : ReleveXhl
    {
        private int _lots;

        public override void Bulletins(ILotDeBulletins lot)
        {
            base.Bulletins(lot);
            if (++_lots == rang)
                arreter();
        }
    }
}
