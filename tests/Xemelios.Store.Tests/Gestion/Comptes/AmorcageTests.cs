using Xemelios.Domain.Habilitations;
using Xemelios.Store.Gestion.Comptes;
using Xemelios.Store.Gestion.Comptes.Identite;
using static Xemelios.Store.Tests.Gestion.Comptes.EssaiDeComptes;

namespace Xemelios.Store.Tests.Gestion.Comptes;

/// <summary>The first start, in both stores: a link that serves once, and no default password.</summary>
public abstract class AmorcageTests(string? postgresql) : TestsDesComptes(postgresql)
{
    private static readonly PremiersComptes Premiers = new(
        new PremierCompte("admin", "Ada Fictive", "Sept cyprès au bord de l'eau"), new PremierCompte("claire", "Claire Fictive", BonMotDePasse), new PosteComptable(Poste, "Trésorerie"));

    [Fact]
    public async Task LeLienFaitLAdministrateurLeComptableEtSonPoste()
    {
        var lien = (await Preparer())!;
        Assert.Equal(Essai.Horloge.Maintenant.AddDays(1), lien.ExpireLe);
        Assert.True(await Valable(lien));

        await Creer(lien, Premiers);

        Assert.Equal(Profil.Administrateur, (await Essai.Acces.AccesDeAsync("admin", null))!.Profil);
        Assert.Equal(Profil.Comptable, (await Essai.Acces.AccesDeAsync("claire", Poste))!.Profil);
        Assert.Equal([NatureDActe.Poste, NatureDActe.Compte, NatureDActe.Compte, NatureDActe.Habilitation, NatureDActe.Habilitation], Essai.Journal.Actes.Select(a => a.Nature));
        Assert.All(Essai.Journal.Actes, a => Assert.Equal((null, "10.0.0.7"), (a.Utilisateur, a.Depuis)));
        Assert.False(await Valable(lien));
        await Assert.ThrowsAsync<LienPerimeException>(() => Creer(lien, Premiers));
        Assert.Null(await Preparer());
    }

    [Fact]
    public async Task ChaqueDemarrageRemplaceLeLienEtUnJourLEteint()
    {
        var premier = (await Preparer())!;
        var second = (await Preparer())!;
        Assert.Equal((false, true), (await Valable(premier), await Valable(second)));
        Assert.False(await Valable(second with { Jeton = "n'importe quoi" }));

        Essai.Horloge.Maintenant = second.ExpireLe;

        Assert.False(await Valable(second));
        await Assert.ThrowsAsync<LienPerimeException>(() => Creer(second, Premiers));
    }

    [Fact]
    public async Task CeQuiEstRefuseNeFaitRienEtLeLienSertEncore()
    {
        var lien = (await Preparer())!;
        await Assert.ThrowsAsync<MotDePasseRefuseException>(() => Creer(lien, Premiers with { Comptable = Premiers.Comptable with { MotDePasse = "azertyuiop123" } }));
        await Assert.ThrowsAsync<CompteDejaOuvertException>(() => Creer(lien, Premiers with { Comptable = Premiers.Comptable with { Utilisateur = "ADMIN" } }));
        await Assert.ThrowsAsync<PosteInvalideException>(() => Creer(lien, Premiers with { Poste = new PosteComptable("", "") }));
        Assert.Empty(Essai.Journal.Actes);

        Essai.Journal.EnPanne = true;
        await Assert.ThrowsAsync<JournalIndisponibleException>(() => Creer(lien, Premiers));
        Assert.Empty(await Essai.Avec<GestionDesComptes, IReadOnlyList<EtatDeCompte>>(g => g.ListerAsync()));
        Essai.Journal.EnPanne = false;

        Assert.True(await Valable(lien));
        await Creer(lien, Premiers);
    }

    [Fact]
    public async Task DeuxQuiArriventEnsembleNeFontQuUnDemarrage()
    {
        var lien = (await Preparer())!;

        var issues = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Record.ExceptionAsync(() => Creer(lien, Premiers))));

        Assert.Single(issues, i => i is null);
        Assert.Equal(3, issues.OfType<LienPerimeException>().Count());
    }

    private Task<LienUnique?> Preparer() => Essai.Avec<AmorcageDesComptes, LienUnique?>(a => a.PreparerAsync());

    private Task<bool> Valable(LienUnique lien) => Essai.Avec<AmorcageDesComptes, bool>(a => a.EstValableAsync(lien.Jeton));

    private Task Creer(LienUnique lien, PremiersComptes premiers) => Essai.Avec<AmorcageDesComptes>(a => a.CreerAsync(lien.Jeton, premiers, "10.0.0.7"));
}

public sealed class AmorcageSurSqliteTests() : AmorcageTests(null)
{
    [Fact]
    public async Task LaCleDesSecretsNEstLisibleQueDeSonProprietaire()
    {
        await Essai.OuvrirAvecMotDePasse("claire");
        await Essai.Avec<SecondFacteur, (string, string)>(s => s.PreparerAsync(De("claire")));
        var cle = Path.Combine(Essai.Dossier, SecretsAuRepos.Fichier);

        Assert.Equal(32, new FileInfo(cle).Length);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(cle));
    }

    [Fact]
    public void UnSecretNeSOuvreNiAilleursNiAltere()
    {
        var secrets = new SecretsAuRepos(Essai.Dossier);
        var protege = secrets.Proteger("JBSWY3DPEHPK3PXP", "claire");

        Assert.Equal("JBSWY3DPEHPK3PXP", new SecretsAuRepos(Essai.Dossier).Lire(protege, "claire"));
        Assert.NotEqual(protege, secrets.Proteger("JBSWY3DPEHPK3PXP", "claire"));
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => secrets.Lire(protege, "louis"));
        var octets = Convert.FromBase64String(protege);
        octets[^1] ^= 1;
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => secrets.Lire(Convert.ToBase64String(octets), "claire"));
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => secrets.Lire("AAAA", "claire"));
    }
}

[Collection(AvecPostgreSql.Nom)]
public sealed class AmorcageSurPostgreSqlTests(ServeurPostgreSql serveur) : AmorcageTests(serveur.NouvelleBase());
