namespace Xemelios.Query.Filters;

/// <summary>A column on which a result of bulletins can be sorted.</summary>
/// <param name="ParDefaut">Shown without being asked for (XéMéLios LST-1).</param>
public sealed record ColonneDeBulletins(string Cle, string Libelle, string Sql, bool ParDefaut);

/// <summary>The columns of a result of bulletins: nothing else can be sorted on.</summary>
public static class ColonnesDeBulletins
{
    public static IReadOnlyList<ColonneDeBulletins> Toutes { get; } = [];
}
