using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Filters;

namespace Xemelios.Query.Bulletins;

/// <summary>Searches bulletins: filters joined by "and", sort, page, totals on the whole result.</summary>
/// <param name="Filtres">Keys of <see cref="FiltresDeBulletins"/> with their value; those on lines bear on one same line.</param>
/// <param name="Tri">A key of <see cref="ColonnesDeBulletins"/>; by default name, first name, matricule, latest month first.</param>
/// <param name="Page">From 1; beyond the end, the last page.</param>
/// <param name="TaillePage">Kept between 50 and 500.</param>
public sealed record RechercheDeBulletinsQuestion(
    IReadOnlyList<CritereDeRecherche> Filtres, string? Tri = null, bool Decroissant = false, int Page = 1, int TaillePage = 100)
{
    /// <exception cref="CritereInconnuException">a filter or the sort does not exist, or a value does not read.</exception>
    public PageDeBulletins Executer(DbConnection connexion, Perimetre perimetre)
    {
        var sql = new SqlDeRecherche(this);
        var totaux = sql.Totaux(connexion, perimetre)
            .Lire(r => new TotauxDeBulletins(r.Entier(), r.Somme(), r.Somme(), r.Somme(), r.EntierOuNul() ?? 0, r.MontantOuNul())).Single();
        var page = new PageDeBulletins([], totaux, 1, Math.Clamp(TaillePage, 50, 500));
        page = page with { Page = Math.Clamp(Page, 1, page.Pages) };
        return page with { Lignes = Lignes(sql, connexion, perimetre, page) };
    }

    private static List<LigneDeResultat> Lignes(SqlDeRecherche sql, DbConnection connexion, Perimetre perimetre, PageDeBulletins page)
    {
        var ids = sql.Page(connexion, perimetre, (page.Page - 1) * page.TaillePage, page.TaillePage);
        var lignes = ids.Count == 0 ? [] : Details(sql, connexion, perimetre, ids).ToDictionary(l => l.Id);
        return ids.ConvertAll(id => lignes[id]);
    }

    private static List<LigneDeResultat> Details(SqlDeRecherche sql, DbConnection connexion, Perimetre perimetre, List<int> ids) =>
        sql.Details(connexion, perimetre, ids)
        .Lire(r => new LigneDeResultat(r.Entier(), r.TexteSur(), r.Entier(), r.TexteSur(), r.Texte(), r.Entier(), r.Entier(), r.Texte(),
            r.Texte(), r.Texte(), r.Texte(), r.Texte(), r.Texte(), r.Texte(), r.Texte(), r.MontantOuNul(), r.MontantOuNul(), r.MontantOuNul(), r.Texte())
        {
            NetAPayer = r.MontantOuNul(), Imposable = r.MontantOuNul(), HeuresSup = r.Nombre(), HeuresTotal = r.Nombre(), Quotite = r.Nombre(),
            Nbi = r.Nombre(), Nir = r.Texte(), Enfants = r.EntierOuNul(), Grade = r.Texte(), Echelon = r.Texte(), Etablissement = r.Texte(),
            Pieces = r.Entier(), LignesTrouvees = r.Entier(), MontantTrouve = r.MontantOuNul(), PremierePosition = r.EntierOuNul(),
            StatutLibelle = r.Texte(),
        }).ConvertAll(l => l with { StatutLibelle = l.StatutLibelle ?? LibellesDeStatut.ParDefaut(l.Statut) });
}
