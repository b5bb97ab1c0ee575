using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.HeuresSupplementaires;

/// <summary>One pay line of overtime.</summary>
/// <param name="Cle">Stands for the matricule of a bulletin that has none.</param>
internal sealed record LigneDHeures(
    MoisDePaye Fichier, int Bulletin, string? Matricule, int? Cle, int Rubrique, CategorieDeLigne Categorie, string? Code, string? Libelle,
    decimal? Taux, decimal? Unites, decimal? Base, Montant? Montant, DateOnly? Debut, DateOnly? Fin)
{
    /// <summary>The months that it pays, by its own dates, else by the month of its file.</summary>
    public PeriodePayee Periode => PeriodePayee.De(Fichier, Categorie, Debut, Fin);
}

/// <summary>The months that a line pays.</summary>
/// <param name="Debut">Null for a rappel without dates.</param>
internal readonly record struct PeriodePayee(MoisDePaye? Debut, MoisDePaye? Fin, bool Rappel)
{
    /// <summary>The only month; null when there are several or when it is unknown.</summary>
    public MoisDePaye? Seul => Debut == Fin ? Debut : null;

    public static PeriodePayee De(MoisDePaye fichier, CategorieDeLigne categorie, DateOnly? debut, DateOnly? fin)
    {
        var rappel = categorie == CategorieDeLigne.Rappel;
        if ((debut ?? fin) is not { } premier)
            return rappel ? new(null, null, true) : new(fichier, fichier, false);
        var (de, a) = (Mois(premier), Mois(fin ?? premier));
        if (a < de)
            a = de;
        // A period that holds the month of the file is the month's own, yearly ones included, unless the line is a rappel.
        return de >= fichier || (a >= fichier && !rappel) ? new(fichier, fichier, false) : new(de, a, true);
    }

    private static MoisDePaye Mois(DateOnly jour) => new(jour.Year, jour.Month);
}
