namespace Xemelios.DuckDb;

/// <summary>DATE counts days and TIMESTAMP microseconds from 1970-01-01, without time zone.</summary>
internal static class Calendar
{
    private static readonly int EpochDay = new DateOnly(1970, 1, 1).DayNumber;

    public static int Days(DateOnly date) => date.DayNumber - EpochDay;

    /// <exception cref="OverflowException">Outside of the years 1 to 9999, or infinite.</exception>
    public static DateOnly Date(int days)
    {
        var day = (long)days + EpochDay;
        if (day < DateOnly.MinValue.DayNumber || day > DateOnly.MaxValue.DayNumber)
            throw new OverflowException($"The date at {days} days from 1970 is outside of the years 1 to 9999.");
        return DateOnly.FromDayNumber((int)day);
    }

    /// <summary>The kind is ignored; what a clock gives below the microsecond is cut off, since TIMESTAMP cannot hold it.</summary>
    public static long Microseconds(DateTime time) =>
        (time.Ticks - time.Ticks % TimeSpan.TicksPerMicrosecond - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <exception cref="OverflowException">Outside of the years 1 to 9999, or infinite.</exception>
    public static DateTime Time(long microseconds, DateTimeKind kind)
    {
        var ticks = checked((Int128)microseconds * TimeSpan.TicksPerMicrosecond + DateTime.UnixEpoch.Ticks);
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks)
            throw new OverflowException($"The time at {microseconds} µs from 1970 is outside of the years 1 to 9999.");
        return new DateTime((long)ticks, kind);
    }
}
