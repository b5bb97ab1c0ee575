using Xemelios.Import.Archivages;
using Xemelios.Import.Suppressions;
using Xemelios.Samples;
using Xemelios.Store.Tables;

namespace Xemelios.Import.Tests.Archivages;

/// <summary>What happens to a folder with archives: interruptions, rebuilds, imports, deletions, damage.</summary>
public sealed class ApresArchivageTests
{
    [Theory]
    [InlineData(EtapeDArchivage.Decide)]
    [InlineData(EtapeDArchivage.FichierEcrit)]
    [InlineData(EtapeDArchivage.TablesQuittees)]
    public void InterrompuApresLaDecision_IlEstFaitALaReouverture(EtapeDArchivage etape)
    {
        using var d = new DossierArchive();
        d.Archiver(new ExerciceAArchiver(d.Siret, 2022, "00"));
        var (avant, empreinte) = (d.Comptes(archives: true), EmpreinteLogique.Calculer(d.Dossier.Entrepot));
        var coupe = new Archivage(d.Dossier.Entrepot, DossierArchive.Juin2026) { Fait = e => { if (e == etape) throw new IOException("coupure"); } };
        Assert.Throws<IOException>(() => coupe.Executer(new ExerciceAArchiver(d.Siret, 2022, "01"), DossierArchive.Acte(), d.Journal));
        d.Dossier.Fermer();

        Assert.True(d.Archivage.Reprendre());
        Assert.False(d.Archivage.Reprendre());

        Assert.Equal(avant, d.Comptes(archives: true));
        Assert.Equal(empreinte, EmpreinteLogique.Calculer(d.Dossier.Entrepot));
        Assert.Empty(d.Lire($"SELECT 1 FROM volume v JOIN employeur e ON e.id = v.employeur WHERE e.siret = '{d.Siret}' AND v.periode // 100 = 2022", archives: false));
        d.Dossier.Fermer();
        Assert.Empty(d.Dossier.Entrepot.Archives.Defauts);
        Assert.Single(d.FichiersDArchive());
        ArchivageTests.EstSain(d);
    }

    [Fact]
    public void Reconstruit_LeDossierDitLaMemeChose()
    {
        using var d = new DossierArchive();
        d.ToutArchiver();
        ImporterUnNouveauMois(d);
        var (active, ensemble, empreinte) = (d.Comptes(archives: false), d.Comptes(archives: true), EmpreinteLogique.Calculer(d.Dossier.Entrepot));

        d.Dossier.Reconstruire();

        Assert.Equal(active, d.Comptes(archives: false));
        Assert.Equal(ensemble, d.Comptes(archives: true));
        Assert.Equal(empreinte, EmpreinteLogique.Calculer(d.Dossier.Entrepot));
        Assert.All(d.Dossier.Entrepot.Archivages.Lister(), a => Assert.True(a.Faite));
        ArchivageTests.EstSain(d);
    }

    [Fact]
    public void UnFichierArchiveQuiRevient_EstConnu_EtNeRevientPas()
    {
        using var d = new DossierArchive();
        d.ToutArchiver();
        var (active, empreinte) = (d.Comptes(archives: false), EmpreinteLogique.Calculer(d.Dossier.Entrepot));

        var rapport = d.Dossier.Importer();

        Assert.All(rapport.Fichiers, f => Assert.Equal(Etats.DejaImporte, f.Etat));
        Assert.False(rapport.AAnomalies);
        Assert.Contains(rapport.Fichiers, f => f.Chemin.Contains("2022/", StringComparison.Ordinal) && f.Anomalies.Any(a => a.Code == "REC-0022"));
        Assert.DoesNotContain(rapport.Fichiers, f => f.Chemin.Contains("2025/", StringComparison.Ordinal) && f.Anomalies.Count > 0);
        Assert.Equal(active, d.Comptes(archives: false));
        Assert.Equal(empreinte, EmpreinteLogique.Calculer(d.Dossier.Entrepot));

        // In a new archive too; what is new beside it comes in.
        var zip = ZipFictif.Creer([new FichierFictif("vieux.xhl", d.Univers.Fichiers[0].Contenu), new FichierFictif("neuf.xhl", QuatreAns.Xhl(QuatreAns.Mois(10, "00", 2025, 7)))]);
        var suite = d.Dossier.Importer(d.Dossier.Poser("suite.zip", zip));
        Assert.Equal([Etats.Importe, Etats.DejaImporte, Etats.Importe], suite.Fichiers.Select(f => f.Etat));
        ArchivageTests.EstSain(d);
    }

    [Fact]
    public void UnePieceArchiveeQuUnNouveauFluxApporte_SertANouveau()
    {
        using var d = new DossierArchive();
        var zip = d.Univers.Fichiers.First(f => f.Chemin.EndsWith("deux-ans.zip", StringComparison.Ordinal));
        d.ToutArchiver();
        Assert.NotEmpty(zip.Contenu);
        var archivee = d.Lire("SELECT p.nom, c.empreinte, c.id FROM piece p JOIN contenu c ON c.id = p.contenu WHERE c.type = 'PIECE' AND c.id NOT IN (SELECT id FROM paye.contenu) ORDER BY 1 LIMIT 1", archives: true)[0];
        var piece = GenerateurDePieces.Pieces(new Hasard(10).Branche("pieces"), $"{d.Siret}X", "Commune fictive", 10, 0, 0).First(p => p.NomFichier == (string)archivee[0]!);
        var mois = QuatreAns.Mois(10, "00", 2025, 9);
        d.Dossier.Importer(d.Dossier.Poser("retour.xml", PesWriter.Octets(new PesAllerFictif(mois.Employeur, "00", new DateOnly(2025, 9, 20), "retour.xml") { Pieces = [GenerateurDePieces.EnPes(piece, Emballage.Gzip)] })));

        Assert.Equal([[archivee[2]]], d.Lire($"SELECT id FROM contenu WHERE empreinte = '{archivee[1]}'", archives: false));
        Assert.Single(d.Lire($"SELECT id FROM contenu WHERE empreinte = '{archivee[1]}'", archives: true));
        Assert.Equal(2, d.Lire($"SELECT p.id FROM piece p JOIN contenu c ON c.id = p.contenu WHERE c.empreinte = '{archivee[1]}'", archives: true).Count);
        ArchivageTests.EstSain(d);
    }

    [Fact]
    public void LesClesNouvelles_NeSontCellesDAucuneArchive()
    {
        using var d = new DossierArchive();
        d.ToutArchiver();
        d.Dossier.Fermer();
        ImporterUnNouveauMois(d);
        foreach (var table in (string[])["contenu", "paye_individuelle", "piece", "bordereau", "mandat", "agent", "mot", "rubrique", "modele_de_ligne", "employeur"])
            Assert.Equal((table, 0L), (table, (long)d.Lire($"SELECT count(*) - count(DISTINCT id) FROM {table}", archives: true)[0][0]!));
        Assert.Empty(d.Lire("SELECT 1 FROM paye_individuelle p ANTI JOIN agent a ON a.id = p.agent AND a.employeur = p.employeur", archives: true));
    }

    [Fact]
    public void CeQuiEstArchiveNeSeSupprimePas_LeResteSeSupprime()
    {
        using var d = new DossierArchive();
        d.ToutArchiver();
        var avant = d.Comptes(archives: true);
        var suppression = new Suppression(d.Dossier.Entrepot, DossierArchive.Juin2026);
        var vieux = d.Dossier.Entrepot.Receptions.Lister().First(r => r.Chemin.Contains("2022/", StringComparison.Ordinal));
        Assert.Contains("ARC-0014", Assert.Throws<DonneesArchiveesException>(() => suppression.Prevoir(new DonneesASupprimer(TypeDeDonnees.Paye, d.Siret))).Message, StringComparison.Ordinal);
        Assert.Throws<DonneesArchiveesException>(() => suppression.Prevoir(new DonneesASupprimer(TypeDeDonnees.Mandats, d.Siret, "00", 2022)));
        Assert.Throws<DonneesArchiveesException>(() => suppression.Prevoir(new FichiersASupprimer([vieux.Empreinte])));
        Assert.Equal(avant, d.Comptes(archives: true));

        foreach (var annee in (int[])[2024, 2025])
            foreach (var type in Enum.GetValues<TypeDeDonnees>())
                Assert.False(suppression.Executer(new DonneesASupprimer(type, d.Siret, null, annee), DossierArchive.Acte(), d.Journal).EstVide);

        Assert.Empty(d.Lire($"SELECT 1 FROM volume v JOIN employeur e ON e.id = v.employeur WHERE e.siret = '{d.Siret}'", archives: false));
        Assert.NotEmpty(d.Lire($"SELECT 1 FROM bulletin b JOIN volume v ON v.contenu = b.contenu JOIN employeur e ON e.id = v.employeur WHERE e.siret = '{d.Siret}' AND b.nom IS NOT NULL", archives: true));
        ArchivageTests.EstSain(d);
    }

    [Fact]
    public void UneSuppressionQuiRelitTout_RefaitLesArchives()
    {
        using var d = new DossierArchive();
        d.ToutArchiver();
        var ensemble = d.Comptes(archives: true);
        var (chemin, recu) = d.Univers.Fichiers.First(f => f.Chemin.EndsWith("2025/" + d.Siret + "/00/1.xhl", StringComparison.Ordinal));
        d.Dossier.Importer(d.Dossier.Poser(chemin.Replace("2025/", "2025b/", StringComparison.Ordinal), QuatreAns.Xhl(QuatreAns.Mois(10, "00", 2025, 1))));
        Assert.Single(d.Lire("SELECT 1 FROM volume WHERE remplace_par IS NOT NULL", archives: false));

        var suppression = new Suppression(d.Dossier.Entrepot, DossierArchive.Juin2026);
        var plan = suppression.Executer(new FichiersASupprimer([Suppressions.Empreintes.De(recu)]), DossierArchive.Acte(), d.Journal);

        Assert.True(plan.Relire);
        Assert.Equal(ensemble["paye_individuelle"], d.Comptes(archives: true)["paye_individuelle"]);
        Assert.Equal([2024, 2025], d.Lire("SELECT DISTINCT periode // 100 FROM paye_individuelle ORDER BY 1", archives: false).Select(l => l[0]));
        ArchivageTests.EstSain(d);
    }

    [Fact]
    public void UneArchiveAltereeOuPerdue_SeDit_EtSeRefait()
    {
        using var d = new DossierArchive();
        d.ToutArchiver();
        var ensemble = d.Comptes(archives: true);
        Assert.Equal(4, d.FichiersDArchive().Length);
        var (alteree, perdue) = (d.FichiersDArchive()[0], d.FichiersDArchive()[1]);
        d.Dossier.Fermer();
        File.SetAttributes(alteree, FileAttributes.Normal);
        var octets = File.ReadAllBytes(alteree);
        octets[octets.Length / 2] ^= 1;
        File.WriteAllBytes(alteree, octets);
        File.SetAttributes(perdue, FileAttributes.Normal);
        File.Delete(perdue);

        Assert.Contains("ARC-0002", Assert.Single(d.Dossier.Entrepot.Archives.Defauts), StringComparison.Ordinal);
        Assert.NotEmpty(d.Lire("SELECT 1 FROM volume WHERE periode // 100 = 2024", archives: true));
        var controle = new Verification(d.Dossier.Entrepot).Verifier(default).Controles.First(c => c.Controle == "archives");
        Assert.Equal((4L, 2), (controle.Examines, controle.Defauts.Count));
        Assert.Contains(controle.Defauts, f => f.StartsWith("ARC-0003", StringComparison.Ordinal) && f.Contains("exercice 2022", StringComparison.Ordinal));
        Assert.NotNull(d.Dossier.Entrepot.Archives.DefautDe(d.Siret, 2022));
        Assert.Throws<ArchiveIllisibleException>(() => new Suppression(d.Dossier.Entrepot, DossierArchive.Juin2026).Prevoir(new DonneesASupprimer(TypeDeDonnees.Paye, d.Siret, null, 2025)));

        // Nothing is added to what is no longer what it was.
        var motif = Assert.Single(d.Dossier.Entrepot.Archivages.Lister(), a => a.Siret == d.Siret && a is { Exercice: 2022, Budget: "00" });
        d.Dossier.Entrepot.Archivages.Decider(motif with { Elements = [] });
        Assert.True(d.Archivage.Reprendre());

        d.Dossier.Reconstruire();
        Assert.Empty(d.Dossier.Entrepot.Archives.Defauts);
        Assert.Equal(ensemble, d.Comptes(archives: true));
        ArchivageTests.EstSain(d);
    }

    [Fact]
    public void UneConnexionAuxArchives_NeCoutePresqueRien()
    {
        using var d = new DossierArchive();
        d.ToutArchiver();
        using (d.Dossier.Entrepot.Connecter(archives: true)) { }
        var ouvertures = Enumerable.Range(0, 20).Select(_ =>
        {
            var debut = System.Diagnostics.Stopwatch.GetTimestamp();
            d.Dossier.Entrepot.Connecter(archives: true).Dispose();
            return System.Diagnostics.Stopwatch.GetElapsedTime(debut).TotalMilliseconds;
        }).Order().ToList();
        Assert.True(ouvertures[10] <= 5, $"{ouvertures[10]} ms");
    }

    private static void ImporterUnNouveauMois(DossierArchive d)
    {
        var mois = QuatreAns.Mois(99, "00", 2025, 8) with { Employeur = QuatreAns.Mois(10, "00", 2025, 8).Employeur };
        var numeros = new Numerotation();
        d.Dossier.Importer(
            d.Dossier.Poser("nouveau/8.xhl", QuatreAns.Xhl(mois)),
            d.Dossier.Poser("nouveau/8.xml", PesWriter.Octets(new PesAllerFictif(mois.Employeur, "00", new DateOnly(2025, 8, 20), "8.xml")
            {
                Bordereaux = [GenerateurDeMandats.Bordereau(mois, EtatPublie.Creer(mois).ParNature, numeros)],
            })));
    }
}
