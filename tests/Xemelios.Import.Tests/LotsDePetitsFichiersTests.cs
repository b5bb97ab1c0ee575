using System.Text;
using System.Text.RegularExpressions;
using Xemelios.Samples;
using Xemelios.Store.Gestion;
using Xemelios.Store.Tables;

namespace Xemelios.Import.Tests;

/// <summary>Small pay files share transactions, and nobody can tell: not from the report, nor from the tables.</summary>
public sealed class LotsDePetitsFichiersTests : IDisposable
{
    private readonly DossierDEssai _ensemble = new();
    private readonly DossierDEssai _unParUn = new();

    [Fact]
    public void UnLotDitCeQueDisentLesFichiersImportesUnParUn()
    {
        var corrige = GenerateurDeMois.Simple(8, 6);
        var fichiers = new (string Nom, byte[] Contenu)[]
        {
            ("01/paye.xhl", Xhl(corrige)),
            ("02/commune.xhl", Xhl(GenerateurDeMois.Simple(2, 5))),
            ("03/tronque.xhl", XhlHostiles.Tronque(Xhl(GenerateurDeMois.Simple(3, 5)))),
            ("04/hopital.xhl", Xhl(GenerateurDeMois.Simple(4, 7, ProfilDePaye.Hopital))),
            ("05/inhabituel.xhl", Transformer(Xhl(GenerateurDeMois.Simple(5, 4)), t => t.Replace("<IdVer", "<Note><![CDATA[à <part>]]></Note><IdVer", StringComparison.Ordinal))),
            ("06/double.xhl", Xhl(GenerateurDeMois.Simple(2, 5))),
            ("07/windows.xhl", Transformer(Xhl(GenerateurDeMois.Simple(7, 4)), t => t.Replace("Commune fictive", "C\u0153ur", StringComparison.Ordinal))),
            ("08/paye.xhl", Xhl(corrige with { Bulletins = [.. corrige.Bulletins.Take(5)] })),
            ("09/autre-volume.xhl", Xhl(GenerateurDeMois.Simple(9, 3))),
            ("10/entete.xhl", XhlWriter.EnteteSeul(GenerateurDeMois.Simple(10, 1), Dialecte.Standard)),
            ("11/vide.xhl", []),
            ("12/fin.xhl", Xhl(GenerateurDeMois.Simple(12, 5))),
        };
        var seuls = fichiers.Select(f => Assert.Single(_unParUn.Importer(_unParUn.Poser(f.Nom, f.Contenu)).Fichiers)).ToList();
        foreach (var (nom, contenu) in fichiers)
            _ensemble.Poser(nom, contenu);

        var ensemble = _ensemble.Importer().Fichiers;

        Assert.Equal(seuls.ConvertAll(Dire), [.. ensemble.Select(Dire)]);
        Assert.Equal(
            [Etats.Importe, Etats.Importe, Etats.Rejete, Etats.Importe, Etats.Importe, Etats.DejaImporte, Etats.Importe, Etats.Remplace, Etats.Importe, Etats.Importe, Etats.Rejete, Etats.Importe],
            ensemble.Select(f => f.Etat));
        Assert.Equal(seuls.ConvertAll(f => f.Etat), _ensemble.Entrepot.Receptions.Lister().Select(r => r.Etat));
        LesTablesDisentLaMemeChose();
        Assert.True(new Verification(_ensemble.Entrepot).Verifier(default).Sain);
    }

    [Fact]
    public void DesPetitsFichiersFontUneSeuleTransaction_EtLesReimporterNeChangeRien()
    {
        for (ulong graine = 1; graine <= 20; graine++)
            _ensemble.Poser($"{graine}.xhl", Xhl(GenerateurDeMois.Simple(graine, 3)));
        var avant = _ensemble.Entrepot.Version;
        Assert.All(_ensemble.Importer().Fichiers, f => Assert.Equal((Etats.Importe, 3), (f.Etat, f.Bulletins)));
        Assert.Equal(avant + 1, _ensemble.Entrepot.Version);
        var empreinte = EmpreinteLogique.Calculer(_ensemble.Entrepot)[""];
        Assert.All(_ensemble.Importer().Fichiers, f => Assert.Equal(Etats.DejaImporte, f.Etat));
        Assert.Equal(empreinte, EmpreinteLogique.Calculer(_ensemble.Entrepot)[""]);
        _ensemble.Reconstruire();
        Assert.Equal(empreinte, EmpreinteLogique.Calculer(_ensemble.Entrepot)[""]);
    }

    /// <summary>Amounts whose sum the tables cannot hold stop the writing, not the reading: the lot is already begun.</summary>
    [Fact]
    public void UneEcritureQuiEchoueNEmporteQueSonFichier()
    {
        for (ulong graine = 1; graine <= 5; graine++)
        {
            var contenu = Xhl(GenerateurDeMois.Simple(graine, 3));
            if (graine == 3)
                contenu = Transformer(contenu, t => Regex.Replace(t, "<Mt V=\"[^\"]*\"", "<Mt V=\"999999999999.99\"", RegexOptions.None, TimeSpan.FromSeconds(5)));
            Assert.Single(_unParUn.Importer(_unParUn.Poser($"{graine}.xhl", contenu)).Fichiers);
            _ensemble.Poser($"{graine}.xhl", contenu);
        }

        var fichiers = _ensemble.Importer().Fichiers;

        Assert.Equal([Etats.Importe, Etats.Importe, Etats.Rejete, Etats.Importe, Etats.Importe], fichiers.Select(f => f.Etat));
        LesTablesDisentLaMemeChose();
    }

    [Fact]
    public void UneAnnulationDansUnLotNeLaisseRienDeLui()
    {
        using var annulation = new CancellationTokenSource();
        var receptions = new List<long>();
        for (ulong graine = 1; graine <= 6; graine++)
            receptions.Add(new ReceptionDeFichiers(_ensemble.Entrepot, TimeProvider.System).Recevoir(
                new MemoryStream(Xhl(GenerateurDeMois.Simple(graine, 3))), $"{graine}.xhl", null, default).Id);
        var dits = new List<FichierImporte>();
        var job = new ImportJob(_ensemble.Entrepot, TimeProvider.System) { Conclu = dits.AddRange };

        Assert.ThrowsAny<OperationCanceledException>(() => job.Traiter(receptions, new AuFichier("4.xhl", annulation.Cancel), annulation.Token));

        Assert.Empty(dits);
        Assert.Empty(_ensemble.Lire("SELECT 1 FROM contenu UNION ALL SELECT 1 FROM volume UNION ALL SELECT 1 FROM ligne UNION ALL SELECT 1 FROM employeur UNION ALL SELECT 1 FROM mot"));
        Assert.All(_ensemble.Entrepot.Receptions.Lister(), r => Assert.Equal(Reception.Recu, r.Etat));
        Assert.Equal(6, job.Reprendre(default).Totaux.Importes);
    }

    public void Dispose()
    {
        _ensemble.Dispose();
        _unParUn.Dispose();
    }

    private static byte[] Xhl(MoisDePaye mois) => EtatPublie.Creer(mois).Xhl[0].Contenu;

    /// <summary>Bytes that windows-1252 alone has may come in under the name of ISO-8859-1, as they often do.</summary>
    private static byte[] Transformer(byte[] contenu, Func<string, string> changement) =>
        [.. changement(Encoding.Latin1.GetString(contenu)).Select(c => c == '\u0153' ? (byte)0x9C : (byte)c)];

    private static string Dire(FichierImporte f) =>
        $"{Path.GetFileName(f.Chemin)} {f.Type} {f.Etat} {f.Empreinte} {f.Octets} {f.Bulletins} {f.Lignes} {string.Join(" | ", f.Anomalies)}";

    private void LesTablesDisentLaMemeChose() =>
        Assert.Equal(EmpreinteLogique.Calculer(_unParUn.Entrepot), EmpreinteLogique.Calculer(_ensemble.Entrepot));

    /// <summary>Acts when the import begins a given file.</summary>
    private sealed class AuFichier(string nom, Action action) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Fichier == nom)
                action();
        }
    }
}
