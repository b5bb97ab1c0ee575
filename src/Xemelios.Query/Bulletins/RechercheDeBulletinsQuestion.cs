using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Filters;

namespace Xemelios.Query.Bulletins;

/// <summary>Searches bulletins: filters joined by "and", sort, page, totals on the whole result.</summary>
/// <param name="Filtres">Keys of <see cref="FiltresDeBulletins"/> with their value.</param>
/// <param name="Tri">A key of <see cref="ColonnesDeBulletins"/>; by default name, first name, matricule, latest month first.</param>
/// <param name="TaillePage">Kept between 50 and 500.</param>
public sealed record RechercheDeBulletinsQuestion(
    IReadOnlyList<CritereDeRecherche> Filtres, string? Tri = null, bool Decroissant = false, int Page = 1, int TaillePage = 100)
{
    public PageDeBulletins Executer(DbConnection connexion, Perimetre perimetre) => throw new NotSupportedException();
}
