using Xemelios.Domain.Habilitations;

namespace Xemelios.Store.Gestion.Comptes;

/// <summary>Who asks for a change, from where, by which screen or command: what the journal keeps, and what decides if he may.</summary>
public sealed record Auteur
{
    private Auteur(string? utilisateur, string depuis, string objet, bool possedeLaMachine) =>
        (Utilisateur, Depuis, Objet, PossedeLaMachine) = (utilisateur, depuis, objet, possedeLaMachine);

    /// <summary>The account, or the user of the machine; null before anybody signed in.</summary>
    public string? Utilisateur { get; }

    public string Depuis { get; }

    public string Objet { get; }

    /// <summary>The person who owns the machine may do all that an administrateur and a comptable may.</summary>
    public bool PossedeLaMachine { get; }

    /// <summary>A person signed in with his account.</summary>
    /// <param name="depuis">Address of the client.</param>
    /// <param name="objet">Route of the screen or endpoint, without its values.</param>
    public static Auteur DuCompte(string utilisateur, string depuis, string objet) => new(utilisateur, depuis, objet, possedeLaMachine: false);

    /// <summary>A command run on the machine.</summary>
    public static Auteur DeLaMachine(string utilisateur, string commande) => new(utilisateur, "ligne de commande", commande, possedeLaMachine: true);

    /// <summary>Someone who holds a one-time link and nothing else yet.</summary>
    public static Auteur DuLien(string? utilisateur, string depuis, string objet) => new(utilisateur, depuis, objet, possedeLaMachine: false);

    /// <summary>It is this account that asks.</summary>
    internal bool Est(string compte) => !PossedeLaMachine && string.Equals(Utilisateur, compte, StringComparison.OrdinalIgnoreCase);

    internal Acte Acte(NatureDActe nature) => new(nature, Utilisateur, Depuis, Objet);
}
