namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>The état inside the tables: keys as stored, "" for no budget or no train, a null train for all trains together.</summary>
internal sealed record CleDEtat(int Employeur, int Periode, string Budget, string? Train)
{
    public CleDEtat TousTrains => this with { Train = null };
}
