using Xemelios.Domain.Habilitations;
using Xemelios.Import.Archivages;
using Xemelios.Import.Suppressions;
using Xemelios.Store.Gestion;
using Xemelios.Store.Tables;

namespace Xemelios.Import.Tests.Archivages;

/// <summary>What leaves the active base is in the archives, whole, and nothing else changed.</summary>
public sealed class ArchivageTests
{
    private static readonly string[] Dictionnaires = ["agent", "employeur", "modele_de_ligne", "mot", "rubrique"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void ArchivePlusActive_EstCeQuiEtait(int graine)
    {
        using var d = new DossierArchive((ulong)graine);
        var (avant, empreinte) = (d.Comptes(archives: false), EmpreinteLogique.Calculer(d.Dossier.Entrepot));
        Assert.All(["paye_individuelle", "ligne", "mandat", "piece", "reference_de_bulletin", "repartition"], t => Assert.True(avant[t] > 0, t));

        d.ToutArchiver();

        var (active, ensemble) = (d.Comptes(archives: false), d.Comptes(archives: true));
        Assert.Equal(avant, ensemble);
        Assert.All(Dictionnaires, t => Assert.Equal(avant[t], active[t]));
        Assert.All(["paye_individuelle", "ligne", "mandat", "piece", "repartition", "nomenclature", "volume", "bordereau"], t => Assert.True(active[t] < avant[t], t));
        Assert.Equal(empreinte, EmpreinteLogique.Calculer(d.Dossier.Entrepot));
        Assert.Equal([2024, 2025], d.Lire("SELECT DISTINCT periode // 100 FROM paye_individuelle ORDER BY 1", archives: false).Select(l => l[0]));
        Assert.Equal([2024, 2025], d.Lire("SELECT DISTINCT exercice FROM bordereau ORDER BY 1", archives: false).Select(l => l[0]));
        Assert.DoesNotContain(d.Archivage.Exercices(), e => e.EstDu);
        SontPareilsParNature(d);
        EstSain(d);
    }

    [Fact]
    public void CequiEstDuSeDitAvecSaRaison_EtLeResteSeRefuse()
    {
        using var d = new DossierArchive();
        var exercices = d.Archivage.Exercices();
        Assert.Equal(2 * 2 * 4, exercices.Count);
        Assert.All(exercices, e => Assert.Equal(e.Present.Exercice <= 2023, e.EstDu));
        Assert.All(exercices, e => Assert.True(e.Present is { Bulletins: > 0, Mandats: > 0 }));

        Assert.Contains("1er janvier 2027", Refus<ExerciceNonDuException>(d, new ExerciceAArchiver(d.Siret, 2024)).Message, StringComparison.Ordinal);
        Assert.Contains("rien", Refus<ExerciceInconnuException>(d, new ExerciceAArchiver(d.Siret, 2019)).Message, StringComparison.Ordinal);
        Refus<ExerciceInconnuException>(d, new ExerciceAArchiver(d.Siret, 2022, "ZZ"));
        Assert.Throws<MotifDArchivageManquantException>(() => d.Archivage.Executer(new ExerciceAArchiver(d.Siret, 2022), DossierArchive.Acte(" "), d.Journal));
        d.Journal.EnPanne = true;
        Assert.Throws<JournalIndisponibleException>(() => d.Archiver(new ExerciceAArchiver(d.Siret, 2022)));
        Assert.Empty(d.Dossier.Entrepot.Archivages.Lister());

        // Without any data of N+1, N−1 stays, however old.
        new Suppression(d.Dossier.Entrepot, DossierArchive.Juin2026).Executer(
            new DonneesASupprimer(TypeDeDonnees.Paye, d.Siret, "01", 2024), DossierArchive.Acte(), new DossierArchive.JournalTenu());
        new Suppression(d.Dossier.Entrepot, DossierArchive.Juin2026).Executer(
            new DonneesASupprimer(TypeDeDonnees.Mandats, d.Siret, "01", 2024), DossierArchive.Acte(), new DossierArchive.JournalTenu());
        Assert.Contains("le budget 01, le budget n'a encore aucune donnée de l'exercice 2024", Refus<ExerciceNonDuException>(d, new ExerciceAArchiver(d.Siret, 2022)).Message, StringComparison.Ordinal);
        Assert.False(d.Archivage.Prevoir(new ExerciceAArchiver(d.Siret, 2022, "00")).EstVide);
    }

    [Fact]
    public void LeCompteEstCeQuiPart_EtLeJournalLePrecede()
    {
        using var d = new DossierArchive();
        var cible = new ExerciceAArchiver(d.Siret, 2022, "00");
        var prevu = d.Archivage.Prevoir(cible);
        var bulletins = d.Lire($"SELECT count(*) FROM paye_individuelle p JOIN volume v ON v.contenu = p.contenu JOIN employeur e ON e.id = v.employeur WHERE e.siret = '{d.Siret}' AND v.budget = '00' AND v.periode // 100 = 2022", archives: false);
        Assert.Equal(Convert.ToInt32(bulletins[0][0], System.Globalization.CultureInfo.InvariantCulture), prevu.Part.Bulletins);

        var faite = d.Archiver(cible);
        Assert.Equal((prevu.Part.Bulletins, prevu.Part.Lignes, prevu.Part.Mandats, prevu.Part.Pieces), (faite.Part.Bulletins, faite.Part.Lignes, faite.Part.Mandats, faite.Part.Pieces));
        var acte = Assert.Single(d.Journal.Ecrits);
        Assert.Equal((NatureDActe.Archivage, d.Siret, "essai"), (acte.Nature, acte.Siret, acte.Motif));
        Assert.Contains($"exercice=2022; budget=00; bulletins={prevu.Part.Bulletins}", acte.Cles, StringComparison.Ordinal);
        var archivage = Assert.Single(d.Dossier.Entrepot.Archivages.Lister());
        Assert.Equal((d.Siret, 2022, "00", prevu.Part.Bulletins, "comptable", true), (archivage.Siret, archivage.Exercice, archivage.Budget, archivage.Bulletins, archivage.Par, archivage.Faite));
        Assert.Throws<ExerciceInconnuException>(() => d.Archiver(cible));
        Assert.All(d.Dossier.Entrepot.Receptions.Lister(), r => Assert.NotEqual(Reception.Supprime, r.Etat));
    }

    [Fact]
    public void DeuxBudgetsDUnExercice_SontDansUnSeulFichier_QueRienNEcrit()
    {
        using var d = new DossierArchive();
        d.Archiver(new ExerciceAArchiver(d.Siret, 2022, "00"));
        var premier = Assert.Single(d.FichiersDArchive());
        d.Archiver(new ExerciceAArchiver(d.Siret, 2022, "01"));
        d.Archiver(new ExerciceAArchiver(d.Siret, 2023));
        d.Dossier.Fermer();
        Assert.Equal(["2022", "2023"], d.Dossier.Entrepot.Archivages.EnVigueur().Select(a => a.Fichier!.Chemin.Split('/')[1][..4]));
        var fichiers = d.FichiersDArchive();
        Assert.Equal(2, fichiers.Length);
        Assert.DoesNotContain(premier, fichiers);
        Assert.All(fichiers, f => Assert.True(File.GetAttributes(f).HasFlag(FileAttributes.ReadOnly)));
        Assert.Equal(2, d.Lire($"SELECT DISTINCT v.budget FROM volume v JOIN employeur e ON e.id = v.employeur WHERE e.siret = '{d.Siret}' AND periode // 100 = 2022", archives: true).Count);
        using var connexion = d.Dossier.Entrepot.Connecter(archives: true);
        Assert.ThrowsAny<Exception>(() => connexion.Execute("DELETE FROM archive_1.ligne"));
    }

    [Fact]
    public void LaPieceQuiSertEncore_Reste()
    {
        using var d = new DossierArchive();
        var utile = d.Lire($"SELECT DISTINCT x.piece FROM reference_resolue x JOIN reference_de_bulletin r ON r.employeur = x.employeur AND r.id_unique = x.id_unique AND r.nom IS NOT DISTINCT FROM x.nom WHERE r.periode // 100 = 2024 ORDER BY 1", archives: false);
        Assert.NotEmpty(utile);
        d.ToutArchiver();
        Assert.Equal(utile.Select(l => l[0]), d.Lire($"SELECT DISTINCT x.piece FROM reference_resolue x JOIN reference_de_bulletin r ON r.employeur = x.employeur AND r.id_unique = x.id_unique AND r.nom IS NOT DISTINCT FROM x.nom WHERE r.periode // 100 = 2024 ORDER BY 1", archives: false).Select(l => l[0]));
    }

    private static T Refus<T>(DossierArchive d, ExerciceAArchiver cible)
        where T : RefusDArchivageException
    {
        var refus = Assert.Throws<T>(() => d.Archivage.Prevoir(cible));
        Assert.StartsWith("ARC-", refus.Message, StringComparison.Ordinal);
        Assert.Throws<T>(() => d.Archiver(cible));
        return refus;
    }

    /// <summary>Whatever each part holds, both together have the amounts of each nature.</summary>
    private static void SontPareilsParNature(DossierArchive d)
    {
        using var temoin = new DossierArchive((ulong)(d.Univers.Sirets[0] == new QuatreAns(1).Sirets[0] ? 1 : 2));
        const string Natures = "SELECT e.siret, t.periode, t.budget, t.nature, sum(t.montant)::VARCHAR, sum(t.lignes)::VARCHAR FROM total_de_paye t JOIN employeur e ON e.id = t.employeur GROUP BY ALL ORDER BY ALL";
        const string Mandats = "SELECT id_coll, budget, exercice, numero, courant, signe FROM mandat_compte ORDER BY ALL";
        foreach (var sql in (string[])[Natures, Mandats])
            Assert.Equal(temoin.Lire(sql, archives: false), d.Lire(sql, archives: true));
    }

    internal static void EstSain(DossierArchive d)
    {
        var rapport = new Verification(d.Dossier.Entrepot).Verifier(default);
        Assert.True(rapport.Sain, string.Join('\n', rapport.Controles.SelectMany(c => c.Defauts)));
    }
}
