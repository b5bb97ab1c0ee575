namespace Xemelios.Samples;

/// <summary>How the XHL of an état travel.</summary>
public enum TransportDesXhl
{
    Fichiers,
    Zip,
    Gzip,
    TarGz,
    ZipDansZip,
    PesPj,
}

/// <summary>How the pieces of an état travel.</summary>
public enum TransportDesPieces
{
    PesPj,
    ZipAvecEntete,
    ZipAvecXhl,
    Manifeste,
}

/// <summary>What ties mandats to an état.</summary>
public enum LienDesMandats
{
    SansMandat,
    PjRef,
    RefCompta,
    Propose,
}

/// <summary>What a drawn delivery must be; null is drawn.</summary>
public sealed record OptionsDeLivraison
{
    public Dialecte? Dialecte { get; init; }
    public ProfilDePaye? Profil { get; init; }
    public int? Volumes { get; init; }
    public ModeDeRepartition? Mode { get; init; }
    public TransportDesXhl? Xhl { get; init; }
    public TransportDesPieces? Pieces { get; init; }
    public LienDesMandats? Lien { get; init; }
    public bool? AvecNatures { get; init; }

    /// <summary>Employers' months, 1 to 3.</summary>
    public int? Mois { get; init; }
}

/// <summary>A delivery: files by relative path, and what they hold. The order of the files has no meaning.</summary>
public sealed record Livraison(ulong Graine, IReadOnlyList<FichierFictif> Fichiers, IReadOnlyList<Attendu> Etats, string Description);
