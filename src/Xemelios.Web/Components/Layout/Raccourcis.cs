namespace Xemelios.Web.Components.Layout;

/// <summary>Where a shortcut works.</summary>
public enum PorteeDeRaccourci
{
    /// <summary>On every page, by the browser itself.</summary>
    Navigateur,

    /// <summary>On every page of the application.</summary>
    Partout,

    /// <summary>On the screens that the help of the shortcut names.</summary>
    CertainsEcrans,
}

/// <summary>A shortcut of the keyboard.</summary>
/// <param name="Touches">As it is shown; the help of the shortcut bears this title.</param>
/// <param name="Libelle">What it does.</param>
public sealed record Raccourci(string Touches, string Libelle, PorteeDeRaccourci Portee);

/// <summary>The shortcuts that exist: a test refuses one that the help does not tell of.</summary>
public static class Raccourcis
{
    public static IReadOnlyList<Raccourci> Tous { get; } =
    [
        new("Tab", "Aller au lien, au champ ou au bouton suivant", PorteeDeRaccourci.Navigateur),
        new("Maj + Tab", "Revenir au précédent", PorteeDeRaccourci.Navigateur),
        new("Entrée", "Ouvrir le lien, envoyer le formulaire", PorteeDeRaccourci.Navigateur),
        new("Espace", "Cocher une case, déplier une partie repliée", PorteeDeRaccourci.Navigateur),
        new("Alt + ←", "Revenir à la page d'avant", PorteeDeRaccourci.Navigateur),
        new("Ctrl + F", "Chercher un mot dans la page affichée", PorteeDeRaccourci.Navigateur),
        new("Ctrl + P", "Imprimer la page ou l'état affiché", PorteeDeRaccourci.Navigateur),
        new("Ctrl + +", "Agrandir le texte", PorteeDeRaccourci.Navigateur),
    ];

    /// <summary>Where it works, in words.</summary>
    public static string Libelle(this PorteeDeRaccourci portee) => portee switch
    {
        PorteeDeRaccourci.Navigateur => "Navigateur",
        PorteeDeRaccourci.Partout => "Tous les écrans",
        _ => "Certains écrans",
    };
}
