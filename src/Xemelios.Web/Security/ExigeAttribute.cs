using Xemelios.Domain.Habilitations;

namespace Xemelios.Web.Security;

/// <summary>What a screen or an endpoint asks of the person who opens it; one that says nothing is opened by nobody.</summary>
/// <param name="fonctions">All of these are needed; none: any account will do.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ExigeAttribute(Fonctions fonctions) : Attribute
{
    public Fonctions Fonctions => fonctions;

    /// <summary>What will do as well.</summary>
    public Fonctions Ou { get; init; }

    /// <summary>All of these must be his to see, if need be by revealing them.</summary>
    public DonneesProtegees Donnees { get; init; }

    /// <summary>Who reads the archives may open it as well.</summary>
    public bool OuLitLesArchives { get; init; }

    /// <summary>He must be among those who read what the poste writes of its control.</summary>
    public bool Controles { get; init; }

    /// <summary>This person may open it.</summary>
    public bool EstPermis(Acces? acces) => acces is not null && acces.PeutVoir(Donnees) && (!Controles || acces.Perimetre is { Controles: true })
        && (acces.Permet(Fonctions) || (Ou != Fonctions.Aucune && acces.Permet(Ou)) || (OuLitLesArchives && acces.Perimetre is { Archives: true }));
}

/// <summary>A screen that shows no data and that everyone may open: to sign in, or to read what went wrong.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OuvertATousAttribute : Attribute;
