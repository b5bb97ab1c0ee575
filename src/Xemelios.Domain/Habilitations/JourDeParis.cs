namespace Xemelios.Domain.Habilitations;

/// <summary>The day it is in Paris: rights begin and end at midnight there, wherever the server is.</summary>
public static class JourDeParis
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    public static DateOnly De(DateTimeOffset instant) => DateOnly.FromDateTime(Heure(instant).DateTime);

    /// <summary>The same instant as a clock says it there.</summary>
    public static DateTimeOffset Heure(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Paris);
}
