using System.Data.Common;
using System.Globalization;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query;

/// <summary>The current row: each call reads the next column.</summary>
internal sealed class Rangee(DbDataReader lecteur)
{
    private int _colonne;

    public void Recommencer() => _colonne = 0;

    public string? Texte() => Suivante() as string;

    /// <summary>A column that is never null.</summary>
    public string TexteSur() => (string)Suivante()!;

    public int Entier() => Convert.ToInt32(Suivante(), CultureInfo.InvariantCulture);

    public int? EntierOuNul() => Suivante() is { } valeur ? Convert.ToInt32(valeur, CultureInfo.InvariantCulture) : null;

    public long? Long() => Suivante() is { } valeur ? Convert.ToInt64(valeur, CultureInfo.InvariantCulture) : null;

    public bool Booleen() => Suivante() is true;

    public decimal? Nombre() => Suivante() as decimal?;

    public Montant? MontantOuNul() => Suivante() is decimal valeur ? Montant.FromDecimal(valeur) : null;

    /// <summary>A sum: zero where there is nothing to add.</summary>
    public Montant Somme() => MontantOuNul() ?? Montant.Zero;

    public DateOnly? Date() => Suivante() as DateOnly?;

    /// <summary>A list; empty when null.</summary>
    public IReadOnlyList<string?> Textes() => Suivante() is IEnumerable<string?> valeurs ? [.. valeurs] : [];

    public IReadOnlyList<int> Entiers() => Suivante() is IEnumerable<long?> valeurs
        ? [.. valeurs.Where(v => v is not null).Select(v => checked((int)v!.Value))]
        : [];

    private object? Suivante()
    {
        var valeur = lecteur.GetValue(_colonne++);
        return valeur is DBNull ? null : valeur;
    }
}
