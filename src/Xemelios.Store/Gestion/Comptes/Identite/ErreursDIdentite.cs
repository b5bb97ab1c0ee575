using Microsoft.AspNetCore.Identity;

namespace Xemelios.Store.Gestion.Comptes.Identite;

/// <summary>What Identity refuses, in French.</summary>
public sealed class ErreursDIdentite : IdentityErrorDescriber
{
    public override IdentityError DefaultError() => Erreur(nameof(DefaultError), "Le compte n'a pas pu être changé.");

    public override IdentityError ConcurrencyFailure() => Erreur(nameof(ConcurrencyFailure), "Le compte a été changé entre-temps : recommencez.");

    public override IdentityError PasswordMismatch() => Erreur(nameof(PasswordMismatch), "Le mot de passe actuel est faux.");

    public override IdentityError PasswordTooShort(int length) => Erreur(nameof(PasswordTooShort), $"Le mot de passe a au moins {length} caractères.");

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        Erreur(nameof(PasswordRequiresUniqueChars), $"Le mot de passe a au moins {uniqueChars} caractères différents.");

    public override IdentityError InvalidUserName(string? userName) =>
        Erreur(nameof(InvalidUserName), "Le nom du compte s'écrit en lettres sans accent, chiffres, points, tirets ou @.");

    public override IdentityError DuplicateUserName(string userName) => Erreur(nameof(DuplicateUserName), $"Un compte s'appelle déjà « {userName} ».");

    private static IdentityError Erreur(string code, string description) => new() { Code = code, Description = description };
}
