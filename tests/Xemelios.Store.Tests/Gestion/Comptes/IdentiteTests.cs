using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xemelios.Domain.Habilitations;
using Xemelios.Store.Gestion.Comptes;
using Xemelios.Store.Gestion.Comptes.Identite;
using static Xemelios.Store.Tests.Gestion.Comptes.EssaiDeComptes;

namespace Xemelios.Store.Tests.Gestion.Comptes;

/// <summary>Passwords, second factors, links and sessions, in both stores.</summary>
public abstract class IdentiteTests(string? postgresql) : TestsDesComptes(postgresql)
{
    public override Task InitializeAsync() => Essai.OuvrirAvecMotDePasse("claire");

    [Fact]
    public async Task UnCompteSOuvreSansMotDePasseEtLeLienNeSertQuUneFois()
    {
        var lien = await Essai.Avec<GestionDesComptes, LienUnique>(g => g.OuvrirAsync("louis", "Louis Fictif", Machine));
        Assert.Equal($"/mot-de-passe/{lien.Jeton}", lien.Chemin);
        Assert.False((await Etat("louis")).MotDePasse);
        Assert.Equal("louis", await Essai.Avec<MotsDePasse, string>(m => m.CompteDuLienAsync(lien.Jeton)));

        await Assert.ThrowsAsync<MotDePasseRefuseException>(() => Choisir(lien, "court"));
        await Choisir(lien, BonMotDePasse);
        await Assert.ThrowsAsync<LienPerimeException>(() => Choisir(lien, "Encore un autre mot de passe"));

        Assert.True(await Essai.Avec<UserManager<Compte>, bool>(async c => await c.CheckPasswordAsync((await c.FindByNameAsync("louis"))!, BonMotDePasse)));
    }

    [Fact]
    public async Task UnLienNestGardeQuHacheEtFinitApresUnJour()
    {
        var lien = await Essai.Avec<MotsDePasse, LienUnique>(m => m.DonnerUnLienAsync("claire", Machine));
        Assert.Equal(32, Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlDecode(lien.Jeton).Length);
        Essai.Horloge.Maintenant = lien.ExpireLe.AddSeconds(-1);
        Assert.Equal("claire", await Essai.Avec<MotsDePasse, string>(m => m.CompteDuLienAsync(lien.Jeton)));

        Essai.Horloge.Maintenant = lien.ExpireLe;
        await Assert.ThrowsAsync<LienPerimeException>(() => Choisir(lien, "Encore un autre mot de passe"));

        var suivant = await Essai.Avec<MotsDePasse, LienUnique>(m => m.DonnerUnLienAsync("claire", Machine));
        var dernier = await Essai.Avec<MotsDePasse, LienUnique>(m => m.DonnerUnLienAsync("claire", Machine));
        await Assert.ThrowsAsync<LienPerimeException>(() => Choisir(suivant, "Encore un autre mot de passe"));
        Assert.DoesNotContain(Essai.Journal.Actes, a => a.ToString().Contains(dernier.Jeton, StringComparison.Ordinal));
        await using var contexte = Essai.Base.Ouvrir();
        Assert.DoesNotContain(await contexte.Database.SqlQueryRaw<string>("""SELECT "Empreinte" AS "Value" FROM lien_unique""").ToListAsync(), e => e.Contains(dernier.Jeton, StringComparison.Ordinal));
    }

    public static TheoryData<string> MotsDePasseFaibles =>
        ["", "onze carac.", "MotDePasse123", "aaaaaaaaaaaaa", "abababababab", "j'aime CLAIRE beaucoup", "Interdit Par La Trésorerie"];

    [Theory]
    [MemberData(nameof(MotsDePasseFaibles))]
    public async Task UnMotDePasseCourtConnuOuParlantEstRefuse(string motDePasse)
    {
        await File.WriteAllTextAsync(Path.Combine(Essai.Dossier, MotsDePasseInterdits.Fichier), "un autre\r\ninterdit par la trésorerie\r\n");
        var timbre = (await Essai.Compte("claire")).SecurityStamp;

        var refus = await Assert.ThrowsAsync<MotDePasseRefuseException>(() => Essai.Avec<MotsDePasse>(m => m.ChangerAsync(BonMotDePasse, motDePasse, De("claire"))));

        Assert.All(refus.Raisons, r => Assert.EndsWith(".", r, StringComparison.Ordinal));
        Assert.Equal(timbre, (await Essai.Compte("claire")).SecurityStamp);
    }

    [Fact]
    public async Task ChangerDeMotDePasseDemandeLActuelEtChangeLeTimbre()
    {
        var timbre = (await Essai.Compte("claire")).SecurityStamp;
        await Assert.ThrowsAsync<MotDePasseRefuseException>(() => Essai.Avec<MotsDePasse>(m => m.ChangerAsync("ce n'est pas lui", "Un nouveau mot de passe", De("claire"))));
        await Essai.Avec<MotsDePasse>(m => m.ChangerAsync(BonMotDePasse, "Un nouveau mot de passe", De("claire")));
        Assert.NotEqual(timbre, (await Essai.Compte("claire")).SecurityStamp);
        Assert.DoesNotContain(Essai.Journal.Actes, a => a.ToString().Contains("Un nouveau", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CinqEchecsVerrouillentLeCompteUnQuartDHeure() => await Essai.Avec<UserManager<Compte>>(async comptes =>
    {
        var compte = (await comptes.FindByNameAsync("claire"))!;
        for (var i = 0; i < 4; i++)
            await comptes.AccessFailedAsync(compte);
        Assert.False(await comptes.IsLockedOutAsync(compte));
        await comptes.AccessFailedAsync(compte);

        Assert.True(await comptes.IsLockedOutAsync(compte));
        Assert.Equal((5, TimeSpan.FromMinutes(15)), (comptes.Options.Lockout.MaxFailedAccessAttempts, comptes.Options.Lockout.DefaultLockoutTimeSpan));
    });

    [Fact]
    public async Task LeSecondFacteurDemandeUnBonCodeEtSesSecretsNeSeLisentPasDansLaBase()
    {
        var (cle, adresse) = await Essai.Avec<SecondFacteur, (string, string)>(s => s.PreparerAsync(De("claire")));
        Assert.Equal($"otpauth://totp/Xemelios.Next:claire?secret={cle}&issuer=Xemelios.Next&digits=6", adresse);
        Assert.Equal((cle, adresse), await Essai.Avec<SecondFacteur, (string, string)>(s => s.PreparerAsync(De("claire"))));
        await Assert.ThrowsAsync<CodeDeVerificationFauxException>(() => Essai.Avec<SecondFacteur>(s => s.ActiverAsync("pas un code", De("claire"))));

        var codes = await Essai.Avec<SecondFacteur, IReadOnlyList<string>>(async s => await s.ActiverAsync(await CodeDuMoment(), De("claire")));

        Assert.Equal(10, codes.Distinct().Count());
        Assert.True((await Etat("claire")).SecondFacteur);
        await Essai.Avec<UserManager<Compte>>(async comptes =>
        {
            var compte = (await comptes.FindByNameAsync("claire"))!;
            Assert.True((await comptes.RedeemTwoFactorRecoveryCodeAsync(compte, codes[3])).Succeeded);
            Assert.False((await comptes.RedeemTwoFactorRecoveryCodeAsync(compte, codes[3])).Succeeded);
            Assert.Equal(9, await comptes.CountRecoveryCodesAsync(compte));
        });
        await using var contexte = Essai.Base.Ouvrir();
        var secrets = await contexte.Database.SqlQueryRaw<string>("""SELECT "Value" FROM secret_de_compte""").ToListAsync();
        Assert.Equal(2, secrets.Count);
        Assert.DoesNotContain(secrets, s => s.Contains(cle, StringComparison.Ordinal) || codes.Any(c => s.Contains(c, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task UnCodeNeSertQuUneFois()
    {
        await Essai.Avec<SecondFacteur, (string, string)>(s => s.PreparerAsync(De("claire")));
        var premier = await CodeDuMoment();
        await Essai.Avec<SecondFacteur>(s => s.ActiverAsync(premier, De("claire")));
        Assert.False(await EstBon(premier));

        Essai.Horloge.Maintenant += TimeSpan.FromSeconds(30);
        var suivant = await CodeDuMoment();
        Assert.True(await EstBon(suivant));
        Assert.False(await EstBon(suivant));
        // Still in the window of the clocks, and older than what was accepted.
        Assert.False(await EstBon(premier));

        // The step is written beside the account: what was read of the account before does not put an older one back.
        await Essai.Avec<UserManager<Compte>>(async comptes => await comptes.AccessFailedAsync((await comptes.FindByNameAsync("claire"))!));
        Assert.False(await EstBon(suivant));
        Essai.Horloge.Maintenant += TimeSpan.FromSeconds(30);
        Assert.True(await EstBon(await CodeDuMoment()));
        Essai.Horloge.Maintenant += TimeSpan.FromSeconds(200);
        var ancien = await CodeDuMoment();
        Essai.Horloge.Maintenant += TimeSpan.FromSeconds(90);
        Assert.False(await EstBon(ancien));
    }

    [Fact]
    public async Task DeuxDemandesDuMemeCodeNEnOuvrentQuUne()
    {
        await Essai.Avec<SecondFacteur, (string, string)>(s => s.PreparerAsync(De("claire")));
        var code = await CodeDuMoment();

        var bons = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => EstBon(code))));

        Assert.Equal(1, bons.Count(b => b));
    }

    [Fact]
    public async Task UnAdministrateurOteLeSecondFacteurPerdu()
    {
        await Essai.Avec<SecondFacteur, (string, string)>(s => s.PreparerAsync(De("claire")));
        await Essai.Avec<SecondFacteur>(async s => await s.ActiverAsync(await CodeDuMoment(), De("claire")));
        var timbre = (await Essai.Compte("claire")).SecurityStamp;
        await Essai.Ouvrir("louis");

        await Assert.ThrowsAsync<PouvoirInsuffisantException>(() => Essai.Avec<SecondFacteur>(s => s.OterAsync("claire", De("louis"))));
        await Essai.Avec<SecondFacteur>(s => s.OterAsync("claire", Machine));

        Assert.False((await Etat("claire")).SecondFacteur);
        Assert.NotEqual(timbre, (await Essai.Compte("claire")).SecurityStamp);
        Assert.Equal(0, await Essai.Avec<UserManager<Compte>, int>(async c => await c.CountRecoveryCodesAsync((await c.FindByNameAsync("claire"))!)));
    }

    [Fact]
    public async Task BloquerUnCompteFermeSesSessions()
    {
        var session = await Essai.Sessions.OuvrirAsync(De("claire"));
        Assert.True(await Essai.Sessions.EstOuverteAsync(session, activite: false));

        await Essai.Avec<GestionDesComptes>(g => g.BloquerAsync("claire", Machine));

        Assert.False(await Essai.Sessions.EstOuverteAsync(session, activite: true));
        await Assert.ThrowsAsync<CompteBloqueException>(() => Essai.Sessions.OuvrirAsync(De("claire")));
        await Assert.ThrowsAsync<CompteBloqueException>(() => Essai.Avec<GestionDesComptes>(g => g.BloquerAsync("claire", Machine)));
        await Essai.Avec<GestionDesComptes>(g => g.DebloquerAsync("claire", Machine));
        Assert.False(await Essai.Sessions.EstOuverteAsync(session, activite: true));
        await Assert.ThrowsAsync<CompteNonBloqueException>(() => Essai.Avec<GestionDesComptes>(g => g.DebloquerAsync("claire", Machine)));
    }

    [Fact]
    public async Task UneSessionFinitParInactiviteOuApresDixHeures()
    {
        var session = await Essai.Sessions.OuvrirAsync(De("claire"));
        var ouverture = Essai.Horloge.Maintenant;

        Essai.Horloge.Maintenant += TimeSpan.FromMinutes(14);
        Assert.True(await Essai.Sessions.EstOuverteAsync(session, activite: false));
        Essai.Horloge.Maintenant += TimeSpan.FromMinutes(1);
        Assert.False(await Essai.Sessions.EstOuverteAsync(session, activite: true));

        session = await Essai.Sessions.OuvrirAsync(De("claire"));
        for (ouverture = Essai.Horloge.Maintenant; Essai.Horloge.Maintenant < ouverture + TimeSpan.FromMinutes(590);)
        {
            Essai.Horloge.Maintenant += TimeSpan.FromMinutes(10);
            Assert.True(await Essai.Sessions.EstOuverteAsync(session, activite: true));
        }

        Essai.Horloge.Maintenant = ouverture + TimeSpan.FromHours(10);
        Assert.False(await Essai.Sessions.EstOuverteAsync(session, activite: true));
        Assert.Empty(await Essai.Sessions.ListerAsync("claire", ouvertes: true));
        Assert.Equal(2, (await Essai.Sessions.ListerAsync("claire")).Count);
    }

    [Fact]
    public async Task OnFermeSaSessionEtPasCelleDUnAutre()
    {
        var session = await Essai.Sessions.OuvrirAsync(De("claire"));
        await Essai.Ouvrir("louis");
        await Assert.ThrowsAsync<PouvoirInsuffisantException>(() => Essai.Sessions.FermerAsync(session, De("louis")));
        await Essai.Sessions.FermerAsync(session, De("claire"));

        Assert.False(await Essai.Sessions.EstOuverteAsync(session, activite: true));
        Assert.Equal(("claire", "10.0.0.7"), Assert.Single((await Essai.Sessions.ListerAsync()).Select(s => (s.FermeePar, s.Adresse))));
        Assert.Equal([NatureDActe.Connexion, NatureDActe.Deconnexion], Essai.Journal.Actes.Where(a => a.Utilisateur == "claire" && a.Nature != NatureDActe.Compte).Select(a => a.Nature));
    }

    [Theory]
    [InlineData("CLAIRE", typeof(CompteDejaOuvertException))]
    [InlineData("jean paul", typeof(CompteRefuseException))]
    [InlineData("", typeof(CompteRefuseException))]
    [InlineData("<script>", typeof(CompteRefuseException))]
    public async Task UnNomDeComptePrisOuMalEcritEstRefuse(string nom, Type refus) =>
        Assert.IsType(refus, await Record.ExceptionAsync(() => Essai.Avec<GestionDesComptes>(g => g.OuvrirAsync(nom, "Nom", Machine))));

    private async Task<EtatDeCompte> Etat(string compte) =>
        (await Essai.Avec<GestionDesComptes, IReadOnlyList<EtatDeCompte>>(g => g.ListerAsync())).Single(c => c.Utilisateur == compte);

    private Task Choisir(LienUnique lien, string motDePasse) => Essai.Avec<MotsDePasse>(m => m.ChoisirAsync(lien.Jeton, motDePasse, "10.0.0.7"));

    private Task<bool> EstBon(string code) => Essai.Avec<UserManager<Compte>, bool>(async comptes =>
        await comptes.VerifyTwoFactorTokenAsync((await comptes.FindByNameAsync("claire"))!, TokenOptions.DefaultAuthenticatorProvider, code));

    /// <summary>What the person's telephone shows.</summary>
    private Task<string> CodeDuMoment() => Essai.Avec<UserManager<Compte>, string>(async comptes =>
        CodeTotp.De((await comptes.GetAuthenticatorKeyAsync((await comptes.FindByNameAsync("claire"))!))!, Essai.Horloge.Maintenant));
}

public sealed class IdentiteSurSqliteTests() : IdentiteTests(null);

[Collection(AvecPostgreSql.Nom)]
public sealed class IdentiteSurPostgreSqlTests(ServeurPostgreSql serveur) : IdentiteTests(serveur.NouvelleBase());
