namespace Xemelios.Import.Intake;

internal enum GenreDEntree
{
    Fichier,
    Dossier,

    /// <summary>A link, a device, a pipe.</summary>
    NonFichier,

    /// <summary>Encrypted, or compressed in a way that is not read here.</summary>
    Chiffree,
}

/// <summary>One entry as the archive tells it.</summary>
/// <param name="Octet">Where it starts in the archive, when the archive itself can be sought.</param>
/// <param name="Ouvrir">Its decompressed content, under the limits; to be read before the next entry.</param>
internal sealed record EntreeDArchive(string Nom, GenreDEntree Genre, long? Octet, Func<Stream> Ouvrir);

/// <summary>Walks the entries of one archive.</summary>
internal interface ILecteurDEntrees : IDisposable
{
    /// <summary>When one entry is damaged, so is all that follows.</summary>
    bool EstSequentiel { get; }

    /// <summary>The next entry, null at the end.</summary>
    /// <exception cref="InvalidDataException">The archive is cut or is not what it says.</exception>
    EntreeDArchive? Suivante();
}
