namespace Xemelios.Import;

/// <summary>What a file says of itself in its first bytes, before anybody asks to read it.</summary>
/// <param name="Type">One of <see cref="TypesDeFichier"/>.</param>
/// <param name="Empreinte">SHA-256; null for an entry of an archive, which is not decompressed for so little.</param>
public sealed record FichierReconnu(string Chemin, string Nom, string Type, string? Empreinte, long Octets)
{
    public string? Siret { get; init; }

    public string? Employeur { get; init; }

    /// <summary>AAAAMM of a pay file.</summary>
    public int? Periode { get; init; }

    /// <summary>As written in the file; null when it gives none.</summary>
    public string? Budget { get; init; }

    public string? Train { get; init; }

    /// <summary>From the name of a pay file: a hint.</summary>
    public int? Volume { get; init; }

    /// <summary>Bulletins seen in a pay file of ordinary size.</summary>
    public int? Bulletins { get; init; }

    /// <summary>The entries of an archive, those of the archives inside it left out.</summary>
    public IReadOnlyList<FichierReconnu> Contenus { get; init; } = [];

    /// <summary>The archive was not looked through to its end.</summary>
    public bool EnPartie { get; init; }

    /// <summary>A pay file with bulletins, whose état is known.</summary>
    public bool EstUnVolume => Type == TypesDeFichier.Xhl && Periode is not null;
}
