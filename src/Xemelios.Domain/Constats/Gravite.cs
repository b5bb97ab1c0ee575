namespace Xemelios.Domain.Constats;

/// <summary>How much an anomaly matters to the reader.</summary>
public enum Gravite
{
    /// <summary>Said so that nothing is hidden; nothing to do.</summary>
    Information,

    /// <summary>The file departs from the format; it was read as the message says.</summary>
    Avertissement,

    /// <summary>Something could not be read or the file was refused.</summary>
    Erreur,
}
