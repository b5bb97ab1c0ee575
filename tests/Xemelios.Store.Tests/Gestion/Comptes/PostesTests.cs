using System.Text;
using Xemelios.Domain.Habilitations;
using Xemelios.Store.Gestion.Comptes;
using static Xemelios.Store.Tests.Gestion.Comptes.EssaiDeComptes;

namespace Xemelios.Store.Tests.Gestion.Comptes;

/// <summary>Postes and their collectivités, by hand and by file, in both stores.</summary>
public abstract class PostesTests(string? postgresql) : TestsDesComptes(postgresql)
{
    private const string EnTete = "poste;libelle poste;siret;libelle;du;au\r\n";

    [Fact]
    public async Task SeulUnAdministrateurTientLesPostes()
    {
        await Essai.PoserLesPremiers();
        var nouveau = new PosteComptable("P009", "Trésorerie");

        await Assert.ThrowsAsync<PouvoirInsuffisantException>(() => Essai.Postes.AjouterAsync(nouveau, De("claire")));
        await Assert.ThrowsAsync<PouvoirInsuffisantException>(() => Importer("P009;Trésorerie;21990001600037;Commune;;", De("claire")));
        await Essai.Postes.AjouterAsync(nouveau, De("admin"));
        await Assert.ThrowsAsync<PosteDejaConnuException>(() => Essai.Postes.AjouterAsync(nouveau, De("admin")));
        await Essai.Postes.RenommerAsync(nouveau with { Libelle = "Trésorerie (bis)" }, De("admin"));
        await Assert.ThrowsAsync<PosteInconnuException>(() => Essai.Postes.RenommerAsync(new PosteComptable("P010", "X"), De("admin")));

        Assert.Equal("Trésorerie (bis)", (await Essai.Postes.ListerAsync()).Single(p => p.Code == "P009").Libelle);
        Assert.Equal(
            [("admin", "P009", null, "Trésorerie"), ("admin", "P009", "Trésorerie", "Trésorerie (bis)")],
            Essai.Journal.Actes.Where(a => a.Nature == NatureDActe.Poste && a.Utilisateur == "admin").Select(a => (a.Utilisateur, a.Poste, a.Avant, a.Apres)));
    }

    [Fact]
    public async Task UneCollectiviteAUnSeulPosteALaFois()
    {
        await Essai.PoserLesPostes();
        var regie = (await Essai.Postes.CollectivitesAsync(Poste)).Single(c => c.Siret == Regie);

        await Assert.ThrowsAsync<CollectiviteDejaRattacheeException>(() => Rattacher(AutrePoste, Regie, new(2026, 12, 31)));
        await Assert.ThrowsAsync<CollectiviteDejaRattacheeException>(() => Rattacher(AutrePoste, Regie[..9], null));
        await Rattacher(AutrePoste, Regie, new(2027, 1, 1));
        await Assert.ThrowsAsync<CollectiviteDejaRattacheeException>(() => Essai.Postes.ModifierAsync(regie, regie with { Au = null }, Machine));
        await Essai.Postes.ModifierAsync(regie, regie with { Au = new(2026, 6, 30) }, Machine);
        await Assert.ThrowsAsync<CollectiviteIntrouvableException>(() => Essai.Postes.ModifierAsync(regie, regie with { Au = null }, Machine));

        Assert.Equal([Commune, Regie], (await Essai.Postes.CollectivitesAsync(Poste, new(2026, 6, 30))).Select(c => c.Siret));
        Assert.Equal([Commune], (await Essai.Postes.CollectivitesAsync(Poste, new(2026, 7, 1))).Select(c => c.Siret));
        Assert.Equal([Regie, Hopital], (await Essai.Postes.CollectivitesAsync(AutrePoste, new(2027, 1, 1))).Select(c => c.Siret));
    }

    [Fact]
    public async Task UnFichierAjouteEtModifieSansRienRetirer()
    {
        await Essai.PoserLesPostes();

        var rapport = await Importer($"""
            P001;Trésorerie renommée;2199 0001 600011;"Commune ""fictive""; et ses écoles";;31/12/2027
            P001;Trésorerie renommée;21990001600029;Régie fictive;2026-03-01;2026-12-31

            P005;Trésorerie neuve;219900024;Autre commune;01/01/2026;
            """);

        Assert.Empty(rapport.Erreurs);
        Assert.Equal((3, 1, 1, 1, 1), (rapport.Lignes, rapport.PostesAjoutes, rapport.PostesModifies, rapport.CollectivitesAjoutees, rapport.CollectivitesModifiees));
        Assert.Equal(["P001", "P002", "P005"], (await Essai.Postes.ListerAsync()).Select(p => p.Code));
        var commune = (await Essai.Postes.CollectivitesAsync(Poste))[0];
        Assert.Equal(new CollectiviteDePoste(Poste, Commune, "Commune \"fictive\"; et ses écoles", null, new DateOnly(2027, 12, 31)), commune);
        Assert.Equal(4, (await Essai.Postes.CollectivitesAsync()).Count);
    }

    [Fact]
    public async Task LeMemeFichierDeuxFoisNeChangeRienNiAuJournal()
    {
        const string fichier = "P001;Trésorerie;21990001600011;Commune;2026-01-01;";
        await Importer(fichier);
        var actes = Essai.Journal.Actes.Count;

        var rapport = await Importer(fichier);

        Assert.Equal((0, 0, 0, 0), (rapport.PostesAjoutes, rapport.PostesModifies, rapport.CollectivitesAjoutees, rapport.CollectivitesModifiees));
        Assert.Equal((2, 2), (actes, Essai.Journal.Actes.Count));
    }

    [Fact]
    public async Task UnFichierDeTableurEnLatin1SeLit()
    {
        await Essai.Postes.ImporterAsync(new MemoryStream(Encoding.Latin1.GetBytes("poste;libellé poste;SIRET;libellé;du;au\nP001;Trésorerie;21990001600011;Forêt;;\n")), Machine);
        Assert.Equal(("Trésorerie", "Forêt"), ((await Essai.Postes.ListerAsync())[0].Libelle, (await Essai.Postes.CollectivitesAsync())[0].Libelle));
    }

    public static TheoryData<string, int, string> LignesFausses => new()
    {
        { "P1;Poste;21990001600011;\"Commune;;", 2, "POSTE-0004" },
        { "P1;Poste;21990001600011;Com\"mune;;", 2, "POSTE-0004" },
        { "P1;Poste;21990001600011;\"Com\"mune;;", 2, "POSTE-0004" },
        { "P1;Poste;21990001600011;Commune;", 2, "POSTE-0005" },
        { "P1;Poste;21990001600011;Commune;;;", 2, "POSTE-0005" },
        { ";Poste;21990001600011;Commune;;", 2, "POSTE-0006" },
        { "P1'; DROP TABLE compte;--;21990001600011;Commune;;", 2, "POSTE-0005" },
        { "P1' OR 1;Poste;21990001600011;Commune;;", 2, "POSTE-0006" },
        { "PÉ;Poste;21990001600011;Commune;;", 2, "POSTE-0006" },
        { "P12345678901234567890;Poste;21990001600011;Commune;;", 2, "POSTE-0006" },
        { "P1;;21990001600011;Commune;;", 2, "POSTE-0006" },
        { "P1;Po\u0000ste;21990001600011;Commune;;", 2, "POSTE-0006" },
        { "P1;Poste;2199000160001;Commune;;", 2, "POSTE-0007" },
        { "P1;Poste;21990001600O11;Commune;;", 2, "POSTE-0007" },
        { "P1;Poste;٢١٩٩٠٠٠١٦;Commune;;", 2, "POSTE-0007" },
        { "P1;Poste;;Commune;;", 2, "POSTE-0007" },
        { "P1;Poste;21990001600011;;;", 2, "POSTE-0008" },
        { "P1;Poste;21990001600011;" + new string('x', 201) + ";;", 2, "POSTE-0008" },
        { "P1;Poste;21990001600011;Commune;2026-02-30;", 2, "POSTE-0009" },
        { "P1;Poste;21990001600011;Commune;;31/4/26", 2, "POSTE-0009" },
        { "P1;Poste;21990001600011;Commune;2026-02-02;2026-02-01", 2, "POSTE-0010" },
        { "P1;Poste;21990001600011;Commune;;\nP1;Autre nom;21990001600029;Régie;;", 3, "POSTE-0011" },
        { "P1;Poste;21990001600011;Commune;;\nP1;Poste;21990001600011;Commune;;", 3, "POSTE-0012" },
        { "P1;Poste;21990001600011;Commune;;\nP2;Poste 2;21990001600011;Commune;2026-01-01;", 3, "POSTE-0013" },
        { "P1;Poste;21990001600011;Commune;;\nP2;Poste 2;219900016;Commune;2026-01-01;", 3, "POSTE-0013" },
        { "P1;Poste;26990002400017;Hôpital;;", 2, "POSTE-0013" },
    };

    [Theory]
    [MemberData(nameof(LignesFausses))]
    public async Task UneLigneFausseEstDiteEtRienNEstPris(string lignes, int numero, string code)
    {
        await Essai.Postes.AjouterAsync(new PosteComptable(AutrePoste, "Autre"), Machine);
        await Rattacher(AutrePoste, Hopital, null);
        Essai.Journal.Actes.Clear();

        var rapport = await Importer(lignes + "\nP3;Poste sain;21990003200015;Commune saine;;");

        var erreur = Assert.Single(rapport.Erreurs);
        Assert.Equal((numero, code), (erreur.Ligne, erreur.Code));
        Assert.EndsWith(".", erreur.Message, StringComparison.Ordinal);
        Assert.Equal([AutrePoste], (await Essai.Postes.ListerAsync()).Select(p => p.Code));
        Assert.Single(await Essai.Postes.CollectivitesAsync());
        Assert.Empty(Essai.Journal.Actes);
    }

    [Theory]
    [InlineData("", "POSTE-0002")]
    [InlineData("siret;poste\n", "POSTE-0002")]
    [InlineData(EnTete, "POSTE-0003")]
    public async Task UnFichierSansEnTeteOuSansLigneEstRefuse(string fichier, string code) =>
        Assert.Equal(code, Assert.Single((await Essai.Postes.ImporterAsync(Flux(fichier), Machine)).Erreurs).Code);

    [Fact]
    public async Task UnFichierDemesureEstRefuseSansEtreLuEnEntier()
    {
        var rapport = await Essai.Postes.ImporterAsync(Flux(EnTete + new string(';', 5 << 20)), Machine);
        Assert.Equal("POSTE-0001", Assert.Single(rapport.Erreurs).Code);
    }

    private static MemoryStream Flux(string texte) => new(Encoding.UTF8.GetBytes("\uFEFF" + texte));

    private Task<RapportDePostes> Importer(string lignes, Auteur? auteur = null) => Essai.Postes.ImporterAsync(Flux(EnTete + lignes), auteur ?? Machine);

    private Task Rattacher(string poste, string siret, DateOnly? du) => Essai.Postes.RattacherAsync(new CollectiviteDePoste(poste, siret, "Collectivité fictive", du), Machine);
}

public sealed class PostesSurSqliteTests() : PostesTests(null);

[Collection(AvecPostgreSql.Nom)]
public sealed class PostesSurPostgreSqlTests(ServeurPostgreSql serveur) : PostesTests(serveur.NouvelleBase());
