namespace Xemelios.Import.Xhl;

/// <summary>Where a value stands in a bulletin: "QuotiteTrav", "Cotisation[12]/Base". Written out only for a value that is kept raw.</summary>
/// <param name="Position">Rank of the line, when the parent is one; else 0.</param>
internal readonly record struct Chemin(string? Parent, int Position, string Nom)
{
    public static implicit operator Chemin(string nom) => new(null, 0, nom);

    public Chemin Sous(string nom) => new(ToString(), 0, nom);

    public override string ToString() =>
        Parent is null ? Nom : Position > 0 ? $"{Parent}[{Position}]/{Nom}" : $"{Parent}/{Nom}";
}
