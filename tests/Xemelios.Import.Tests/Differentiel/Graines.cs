namespace Xemelios.Import.Tests.Differentiel;

/// <summary>The seeds of a run: those of every day, or those that <c>XEMELIOS_DIFFERENTIEL=1000000-1400000</c> asks for.</summary>
internal static class Graines
{
    /// <summary>Those of one half, so that both cores work.</summary>
    public static IEnumerable<ulong> Moitie(ulong nombre, int parite)
    {
        var bornes = Environment.GetEnvironmentVariable("XEMELIOS_DIFFERENTIEL")?.Split('-') ?? ["1", $"{nombre}"];
        for (var graine = ulong.Parse(bornes[0]); graine <= ulong.Parse(bornes[^1]); graine++)
        {
            if ((int)(graine % 2) == parite)
                yield return graine;
        }
    }
}
