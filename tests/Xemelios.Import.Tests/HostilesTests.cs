using Xemelios.Domain.Constats;
using Xemelios.Samples;

namespace Xemelios.Import.Tests;

/// <summary>What is allocated is counted for the whole process: nothing else may run beside these tests.</summary>
[CollectionDefinition(Nom, DisableParallelization = true)]
public sealed class SeulDansLeProcessus
{
    public const string Nom = "Seul dans le processus";
}

/// <summary>Hostile files are refused with a coded reason and bounded memory; the good file beside them is imported exactly.</summary>
[Collection(SeulDansLeProcessus.Nom)]
public sealed class HostilesTests : IDisposable
{
    private const long AllocationMax = 400L << 20;
    private readonly DossierDEssai _dossier = new();

    public static TheoryData<string> Entrees => [.. CatalogueHostile.Tous().Select(e => e.NomFichier)];

    [Theory]
    [MemberData(nameof(Entrees))]
    public void LHostileEstRefuseEtLeBonFichierEstImporte(string nom)
    {
        var hostile = CatalogueHostile.Tous().Single(e => e.NomFichier == nom);
        var bon = EtatPublie.Creer(GenerateurDeMois.Simple(505, 5));
        using (var flux = File.Create(Path.Combine(_dossier.Depot, hostile.NomFichier)))
            hostile.Ecrire(flux);
        _dossier.Poser("zz-bon.xhl", bon.Xhl[0].Contenu);
        _ = _dossier.Entrepot;

        var avant = GC.GetTotalAllocatedBytes();
        var rapport = _dossier.Importer();
        var alloue = GC.GetTotalAllocatedBytes() - avant;

        Assert.True(alloue < AllocationMax, $"{alloue >> 20} Mo alloués");
        var fichier = Assert.Single(rapport.Fichiers, f => f.Chemin.EndsWith(nom, StringComparison.Ordinal));
        Assert.DoesNotContain(rapport.Fichiers.SelectMany(f => f.Anomalies), a => a.Code == CatalogueDesAnomalies.ErreurInattendue.Code);
        Assert.All(rapport.Fichiers.Where(f => f.Etat == Etats.Rejete), f => Assert.NotEmpty(f.Anomalies));
        if (hostile.Sort == SortDuHostile.Refuse)
            RienNEnEstGarde(rapport, fichier);
        LeBonEstExact(bon.Attendu, hostile);
        Assert.True(new Verification(_dossier.Entrepot).Verifier(default).Sain);
    }

    [Fact]
    public void RienNEstEcritHorsDuDossierDeDonnees()
    {
        _dossier.Poser("slip.zip", ArchivesHostiles.ZipSlip(EtatPublie.Creer(GenerateurDeMois.Simple(404, 3)).Xhl[0].Contenu));
        _dossier.Importer();
        var racine = Path.GetDirectoryName(_dossier.Depot)!;
        Assert.DoesNotContain(Directory.EnumerateFiles(racine, "*", SearchOption.AllDirectories), f => Path.GetFileName(f).StartsWith("evasion", StringComparison.Ordinal));
        Assert.False(File.Exists("/etc/evasion.xhl"));
    }

    public void Dispose() => _dossier.Dispose();

    private static void RienNEnEstGarde(ImportReport rapport, FichierImporte fichier)
    {
        Assert.Contains(rapport.Fichiers.Where(f => f.Chemin.StartsWith(fichier.Chemin, StringComparison.Ordinal)), f => f.Etat == Etats.Rejete || f.Anomalies.Any(a => a.Gravite == Gravite.Erreur));
        Assert.All(rapport.Fichiers.Where(f => f.Chemin.StartsWith(fichier.Chemin, StringComparison.Ordinal)), f => Assert.Equal((0, 0, 0), (f.Bulletins, f.Lignes, f.Mandats)));
    }

    private void LeBonEstExact(Attendu attendu, EntreeHostile hostile)
    {
        var lu = Assert.Single(_dossier.Lire($"SELECT bulletins, lignes FROM etat WHERE siret = '{attendu.Siret}'"));
        Assert.Equal((attendu.Bulletins, attendu.Lignes), (Convert.ToInt32(lu[0]), Convert.ToInt32(lu[1])));
        var autres = Convert.ToInt32(_dossier.Lire($"SELECT count(*) FROM bulletin b JOIN volume v ON v.contenu = b.contenu JOIN employeur e ON e.id = v.employeur WHERE e.siret <> '{attendu.Siret}'")[0][0]);
        Assert.Equal(hostile.Sort == SortDuHostile.EnPartie ? 3 : 0, autres);
    }
}
