namespace Xemelios.Samples;

/// <summary>Schema generation of a PES file (pes-v2 §17).</summary>
public enum VersionPes
{
    /// <summary>5.17: positive amounts, <c>TypePJ</c> on references.</summary>
    V517,

    /// <summary>5.11: <c>CarteAchatNiveau1</c> as text content.</summary>
    V511,

    /// <summary>2.1: signed amounts, empty values, <c>CpteTVA</c>, no <c>TypePJ</c> on references.</summary>
    V21,
}

/// <summary>How a PES file is written.</summary>
public sealed record StylePes
{
    public VersionPes Version { get; init; }

    /// <summary><c>IdPce</c>, <c>TypPce</c>… directly under <c>BlocPiece</c>, as some producers do.</summary>
    public bool SansInfoPce { get; init; }

    public bool Utf8 { get; init; }

    /// <summary>A default namespace, which qualifies the children too.</summary>
    public bool EspaceParDefaut { get; init; }
}
