namespace Xemelios.Query.Filters;

/// <summary>Every filter of the search of bulletins.</summary>
public static class FiltresDeBulletins
{
    public static IReadOnlyList<FiltreDeBulletins> Tous { get; } = [];
}
