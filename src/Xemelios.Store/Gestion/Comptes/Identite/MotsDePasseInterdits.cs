using Microsoft.AspNetCore.Identity;

namespace Xemelios.Store.Gestion.Comptes.Identite;

/// <summary>Refuses a password that holds the name of its account, or that is in a list: the most common ones, which come with the
/// program, and those of <c>mots-de-passe-interdits.txt</c> in the data folder, one a line.</summary>
/// <remarks>The file is read at each choice of a password: it may be very large, and is current without a restart.</remarks>
public sealed class MotsDePasseInterdits(BaseDesComptes comptes) : IPasswordValidator<Compte>
{
    /// <summary>Name of the list in the data folder.</summary>
    public const string Fichier = "mots-de-passe-interdits.txt";

    private const int NomMin = 3;
    private static readonly Lazy<HashSet<string>> Courants = new(LireLesCourants);

    public Task<IdentityResult> ValidateAsync(UserManager<Compte> manager, Compte user, string? password)
    {
        var motDePasse = password ?? "";
        if (user.UserName is { Length: >= NomMin } nom && motDePasse.Contains(nom, StringComparison.OrdinalIgnoreCase))
            return Refus("ContientLeCompte", "Le mot de passe ne doit pas contenir le nom du compte.");
        return Courants.Value.Contains(motDePasse) || EstDansLaListe(motDePasse)
            ? Refus("MotDePasseConnu", "Ce mot de passe figure dans une liste de mots de passe connus : choisissez-en un autre.")
            : Task.FromResult(IdentityResult.Success);
    }

    private bool EstDansLaListe(string motDePasse)
    {
        var liste = Path.Combine(comptes.Dossier, Fichier);
        return File.Exists(liste) && File.ReadLines(liste).Any(ligne => ligne.AsSpan().TrimEnd().Equals(motDePasse, StringComparison.OrdinalIgnoreCase));
    }

    private static HashSet<string> LireLesCourants()
    {
        using var flux = typeof(MotsDePasseInterdits).Assembly.GetManifestResourceStream("Xemelios.Store.Gestion.Comptes.Identite.mots-de-passe-courants.txt")!;
        using var lecteur = new StreamReader(flux);
        return lecteur.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private static Task<IdentityResult> Refus(string code, string description) =>
        Task.FromResult(IdentityResult.Failed(new IdentityError { Code = code, Description = description }));
}
