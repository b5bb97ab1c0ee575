using Xemelios.Import.Archivages;
using Xemelios.Import.Reconstructions;
using Xemelios.Import.Suppressions;
using Xemelios.Import.Tests.Archivages;
using Xemelios.Samples;
using Xemelios.Store;
using Xemelios.Store.Gestion;
using Xemelios.Store.Tables;

namespace Xemelios.Import.Tests.Reconstructions;

/// <summary>A base made again beside its readers says what the former said, or leaves it as it was.</summary>
public sealed class ReconstructionTests : IDisposable
{
    private readonly DossierDEssai _dossier = new();

    [Fact]
    public void RefaiteACoteDesLecteurs_ElleDitLaMemeChose_ArchivesComprises()
    {
        using var d = new DossierArchive();
        d.ToutArchiver();
        var (ensemble, empreinte) = (d.Comptes(archives: true), EmpreinteLogique.Calculer(d.Dossier.Entrepot));
        var suivi = new Suivi();
        var fait = new Reconstruction(d.Dossier.Entrepot, DossierArchive.Juin2026) { Comparer = true }.Executer(suivi, default);

        Assert.Empty(fait.Ecarts);
        Assert.Equal(empreinte, EmpreinteLogique.Calculer(d.Dossier.Entrepot));
        Assert.Equal(ensemble, d.Comptes(archives: true));
        // One whole from the first file to the last, though archives are made on the way.
        var recus = d.Dossier.Entrepot.Receptions.Lister().Count;
        Assert.All(suivi.Vus, v => Assert.Equal(recus, v.FichiersEnTout));
        Assert.Equal(suivi.Vus.Select(v => v.OctetsFaits).Order(), suivi.Vus.Select(v => v.OctetsFaits));
        Assert.Equal((recus, "terminé"), (suivi.Vus[^1].FichiersFaits, suivi.Vus[^1].Etape));
        d.Dossier.Fermer();
        Assert.Equal(empreinte, EmpreinteLogique.Calculer(d.Dossier.Entrepot));
        d.Dossier.Reconstruire();
        Assert.Equal(empreinte, EmpreinteLogique.Calculer(d.Dossier.Entrepot));
        ArchivageTests.EstSain(d);
    }

    [Fact]
    public void UneArchivePerdue_SeRefaitSansFermerLeDossier()
    {
        using var d = new DossierArchive();
        d.ToutArchiver();
        var empreinte = EmpreinteLogique.Calculer(d.Dossier.Entrepot);
        d.Dossier.Fermer();
        File.SetAttributes(d.FichiersDArchive()[0], FileAttributes.Normal);
        File.Delete(d.FichiersDArchive()[0]);
        Assert.Single(d.Dossier.Entrepot.Archives.Defauts);

        var fait = new Reconstruction(d.Dossier.Entrepot, DossierArchive.Juin2026) { Comparer = true }.Executer(null, default);
        Assert.Contains(fait.Ecarts, e => e.StartsWith("Table « paye_individuelle »", StringComparison.Ordinal));
        Assert.Empty(d.Dossier.Entrepot.Archives.Defauts);
        Assert.Equal(empreinte, EmpreinteLogique.Calculer(d.Dossier.Entrepot));
    }

    [Theory]
    [InlineData("lecture")]
    [InlineData("terminé")]
    public void Annulee_ElleNeLaisseRien(string etape)
    {
        Importer();
        var empreinte = EmpreinteLogique.Calculer(_dossier.Entrepot);
        using var annulation = new CancellationTokenSource();
        var suivi = new Suivi { Vu = v => { if (v.Etape == etape) annulation.Cancel(); } };
        Assert.Throws<OperationCanceledException>(() => new Reconstruction(_dossier.Entrepot, TimeProvider.System).Executer(suivi, annulation.Token));

        Assert.False(_dossier.Entrepot.EstEnReconstruction);
        Assert.Equal(empreinte, EmpreinteLogique.Calculer(_dossier.Entrepot));
        Assert.True(new Verification(_dossier.Entrepot).Verifier(default).Sain);
    }

    [Fact]
    public void PendantQuElleSeFait_LesLecteursLisent_LesSuppressionsSeRefusent_LesReceptionsAttendent()
    {
        Importer();
        var bulletins = _dossier.Lire("SELECT count(*) FROM bulletin")[0][0];
        var neuf = EtatPublie.Creer(GenerateurDeMois.Simple(47, 3)).Xhl[0].Contenu;
        var vus = new List<object?>();
        var suivi = new Suivi
        {
            Vu = v =>
            {
                vus.Add(_dossier.Lire("SELECT count(*) FROM bulletin")[0][0]);
                if (vus.Count > 1)
                    return;
                Assert.Throws<ReconstructionEnCoursException>(() => new Suppression(_dossier.Entrepot, TimeProvider.System)
                    .Executer(new FichiersASupprimer([_dossier.Entrepot.Receptions.Lister()[0].Empreinte]), DossierArchive.Acte(), new DossierArchive.JournalTenu()));
                using var contenu = new MemoryStream(neuf);
                new ReceptionDeFichiers(_dossier.Entrepot, TimeProvider.System).Recevoir(contenu, "neuf.xhl", null, default);
            },
        };
        new Reconstruction(_dossier.Entrepot, TimeProvider.System).Executer(suivi, default);

        Assert.True(vus.Count >= 3 && vus.TrueForAll(v => Equals(v, bulletins)));
        // It is read afterwards, once, as any other.
        Assert.Equal(Reception.Recu, _dossier.Entrepot.Receptions.Lister()[^1].Etat);
        Assert.Equal([Etats.Importe], new ImportJob(_dossier.Entrepot, TimeProvider.System).Reprendre(default).Fichiers.Select(f => f.Etat));
        Assert.True(new Verification(_dossier.Entrepot).Verifier(default).Sain);
    }

    [Fact]
    public void CeQuiDiffere_EstDitSansMontant()
    {
        Importer();
        using (var connexion = _dossier.Entrepot.Connecter())
        {
            connexion.Execute("UPDATE ligne SET montant = montant + 1 WHERE bulletin = 1 AND position = 1");
            connexion.Execute("DELETE FROM donnee_brute; DELETE FROM paye_individuelle WHERE id = (SELECT max(id) FROM paye_individuelle)");
        }

        _dossier.Entrepot.Receptions.Conclure((1, Etats.Rejete, "XHL-0001"));
        var fait = new Reconstruction(_dossier.Entrepot, TimeProvider.System) { Comparer = true }.Executer(null, default);

        Assert.Contains("Fichiers : 1 refusés à leur réception, importés à présent.", fait.Ecarts);
        Assert.Contains("Table « ligne » : autant de rangées, d'autres montants.", fait.Ecarts);
        Assert.Contains("Table « paye_individuelle » : 8 rangées avant, 9 à présent.", fait.Ecarts);
        Assert.DoesNotContain(fait.Ecarts, e => e.Contains("Contrôle", StringComparison.Ordinal));
        Assert.Equal(Etats.Importe, _dossier.Entrepot.Receptions.Lister()[0].Etat);
        Assert.True(new Verification(_dossier.Entrepot).Verifier(default).Sain);
        Assert.Empty(new Reconstruction(_dossier.Entrepot, TimeProvider.System) { Comparer = true }.Executer(null, default).Ecarts);
    }

    [Fact]
    public void UnOriginalPerdu_LaBaseActuelleReste()
    {
        Importer();
        var empreinte = EmpreinteLogique.Calculer(_dossier.Entrepot);
        var original = Directory.GetFiles(Path.Combine(_dossier.Donnees, "originaux"), "*", SearchOption.AllDirectories)[0];
        File.SetAttributes(original, FileAttributes.Normal);
        File.Delete(original);

        var refus = Assert.Throws<ReconstructionRefuseeException>(() => new Reconstruction(_dossier.Entrepot, TimeProvider.System) { Comparer = true }.Executer(null, default));
        Assert.Contains("Fichiers : 1", refus.Message, StringComparison.Ordinal);
        Assert.Equal(empreinte, EmpreinteLogique.Calculer(_dossier.Entrepot));
        Assert.DoesNotContain(_dossier.Entrepot.Receptions.Lister(), r => r.Etat == Etats.Rejete);
    }

    [Fact]
    public void SurUnDossierSansServeur_CeQuiAttendaitEstLuAussi()
    {
        Importer();
        using (var contenu = new MemoryStream(EtatPublie.Creer(GenerateurDeMois.Simple(47, 3)).Xhl[0].Contenu))
            new ReceptionDeFichiers(_dossier.Entrepot, TimeProvider.System).Recevoir(contenu, "neuf.xhl", null, default);
        var rapport = _dossier.Reconstruire();

        Assert.Equal((4, 12), (rapport.Totaux.Importes, rapport.Totaux.Bulletins));
        Assert.DoesNotContain(_dossier.Entrepot.Receptions.Lister(), r => r.Etat == Reception.Recu);
    }

    public void Dispose() => _dossier.Dispose();

    private void Importer()
    {
        foreach (var graine in (ulong[])[31, 37, 41])
            _dossier.Poser($"{graine}.xhl", EtatPublie.Creer(GenerateurDeMois.Simple(graine, 3)).Xhl[0].Contenu);
        Assert.Equal(9, _dossier.Importer().Totaux.Bulletins);
    }

    private sealed class Suivi : IProgress<ImportProgress>
    {
        public List<ImportProgress> Vus { get; } = [];

        public Action<ImportProgress> Vu { get; init; } = _ => { };

        public void Report(ImportProgress value)
        {
            Vus.Add(value);
            Vu(value);
        }
    }
}
