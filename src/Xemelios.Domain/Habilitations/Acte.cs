namespace Xemelios.Domain.Habilitations;

/// <summary>What someone did, as the journal keeps it: keys, never names of agents nor amounts.</summary>
/// <param name="Nature">What kind of act.</param>
/// <param name="Utilisateur">The account; the user of the machine for a command, or null before anybody signed in.</param>
/// <param name="Depuis">From where: the address of the client, or "ligne de commande".</param>
/// <param name="Objet">The screen, the endpoint or the command, as a route without its values.</param>
public sealed record Acte(NatureDActe Nature, string? Utilisateur, string Depuis, string Objet)
{
    /// <summary>Poste under which it was done.</summary>
    public string? Poste { get; init; }

    /// <summary>SIRET of the collectivité that it bears on.</summary>
    public string? Siret { get; init; }

    /// <summary>Matricule of the agent whose data were opened.</summary>
    public string? Matricule { get; init; }

    /// <summary>What it bears on, by keys: fingerprint of a file, rank of a bulletin, format of an export… as "clé=valeur" parts.</summary>
    public string? Cles { get; init; }

    /// <summary>Why, in the words of the person who reveals or deletes.</summary>
    public string? Motif { get; init; }

    /// <summary>For what is changed (a habilitation, a poste, an account): as it was and as it is.</summary>
    public string? Avant { get; init; }

    public string? Apres { get; init; }
}

/// <summary>The kinds of acts that the journal tells apart.</summary>
public enum NatureDActe
{
    Connexion,
    ConnexionRefusee,
    Deconnexion,
    Consultation,
    Recherche,
    Export,
    Piece,
    Source,
    Revelation,
    Import,
    Suppression,
    Archivage,
    Restitution,
    Visa,
    Habilitation,
    Compte,
    Poste,
    PurgeDuJournal,
    AccesRefuse,
    Rectification,
    Reconstruction,
}

/// <summary>Where acts are written, before they are done: what cannot be written is not done.</summary>
public interface IJournal
{
    /// <summary>Writes and makes it last, then returns.</summary>
    /// <exception cref="JournalIndisponibleException">it could not be written.</exception>
    void Ecrire(Acte acte);
}

/// <summary>The journal could not be written: what was asked is not done.</summary>
public sealed class JournalIndisponibleException(Exception? cause = null)
    : Exception("Le journal des consultations n'a pas pu être écrit : la demande n'est pas exécutée. Prévenez l'administrateur.", cause);
