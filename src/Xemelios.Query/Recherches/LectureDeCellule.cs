using Xemelios.Domain.Valeurs;
using Xemelios.Query.Export;

namespace Xemelios.Query.Recherches;

/// <summary>Reads what a column holds, in the type of its kind.</summary>
internal static class LectureDeCellule
{
    public static object? Lire(this Rangee rangee, TypeDeColonne type) => type switch
    {
        TypeDeColonne.Texte => rangee.Texte(),
        TypeDeColonne.Entier => rangee.Long(),
        TypeDeColonne.Nombre => rangee.Nombre(),
        TypeDeColonne.Montant => rangee.MontantOuNul(),
        TypeDeColonne.Date => rangee.Date(),
        _ => rangee.EntierOuNul() is { } mois ? MoisDePaye.FromCle(mois) : null,
    };
}
