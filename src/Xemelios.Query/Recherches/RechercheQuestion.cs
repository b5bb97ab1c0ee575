using System.Data.Common;
using System.Diagnostics;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Bulletins;
using Xemelios.Query.Criteres;
using Xemelios.Query.Filters;

namespace Xemelios.Query.Recherches;

/// <summary>A search: what is looked for, how it is shown, and which page. Equal searches are equal records.</summary>
/// <param name="Criteres">As <see cref="LectureDeCriteres"/> reads them; empty finds everything.</param>
/// <param name="ColonnesChoisies">Keys between commas; null for the default columns.</param>
/// <param name="Tri">Key of a column.</param>
/// <param name="Page">From 1; beyond the end, the last page.</param>
/// <param name="TaillePage">Kept between 50 and 500.</param>
public sealed record RechercheQuestion(
    Sujet Sujet, string Criteres = "", string? ColonnesChoisies = null, string? Tri = null, bool Decroissant = false, int Page = 1, int TaillePage = 100) : IQuestionNominative
{
    /// <summary>From how many rows on agents are put in order once, before their bulletins.</summary>
    private const long BeaucoupDeRangees = 50_000;

    /// <summary>A search of bulletins by the filters of an address, and by criteria beside them.</summary>
    public static RechercheQuestion DesBulletins(IEnumerable<CritereDeRecherche> filtres, string? criteres = null) => new(
        Sujet.Bulletins, EcritureDeCriteres.Ecrire(Query.Criteres.Condition.Toutes(FiltresDeBulletins.Condition(filtres), Sujet.Bulletins.Lire(criteres))));

    /// <summary>The criteria, read.</summary>
    /// <exception cref="CritereIllisibleException">they do not read.</exception>
    public Condition Condition() => Sujet.Lire(Criteres);

    /// <exception cref="CritereInconnuException">a criterion, a column or the sort does not exist, or a value does not read.</exception>
    public PageDeResultat Executer(DbConnection connexion, Perimetre perimetre)
    {
        var debut = Stopwatch.GetTimestamp();
        var condition = Condition();
        IReadOnlyList<Colonne> colonnes = [.. Colonnes.Choisir(Sujet, ColonnesChoisies, condition).Select(c => c.Pour(perimetre))];
        using var perspective = Perspective.De(Sujet, connexion, perimetre, condition);
        var page = new PageDeResultat(colonnes, [], new TotauxDeResultat(0, []), Math.Max(1, Page), Math.Clamp(TaillePage, 50, 500), PhraseDeCriteres.Dire(condition), 0, 0);
        (page, var cles) = perspective is PerspectiveDesBulletins { SurDesLignes: true } parLignes ? ParLignes(parLignes, page) : EnDeuxFois(perspective, page);
        var trouve = Stopwatch.GetTimestamp();
        var rangees = cles.Count == 0 ? [] : Details(perspective, page.Colonnes, cles);
        return page with
        {
            Rangees = cles.ConvertAll(c => rangees[string.Join('|', c)]), RechercheMs = Ecoule(debut, trouve), AffichageMs = Ecoule(trouve, Stopwatch.GetTimestamp()),
        };
    }

    /// <summary>Bulletins found by their lines: totals and page together.</summary>
    private (PageDeResultat Page, List<long[]> Cles) ParLignes(PerspectiveDesBulletins perspective, PageDeResultat page)
    {
        while (true)
        {
            var (totaux, cles) = LectureParLignes.Lire(perspective, this, page.Colonnes, (long)(page.Page - 1) * page.TaillePage, page.TaillePage);
            page = page with { Totaux = totaux };
            if (page.Page <= page.Pages)
                return (page, cles);
            // Beyond the end, the last page.
            page = page with { Page = page.Pages };
        }
    }

    private (PageDeResultat Page, List<long[]> Cles) EnDeuxFois(Perspective perspective, PageDeResultat page)
    {
        var parts = Totaliser(perspective, page.Colonnes);
        page = page with { Totaux = TotauxDeResultat.Reunir(page.Colonnes.Count, parts.Select(p => p.Totaux)) };
        page = page with { Page = Math.Min(page.Page, page.Pages) };
        return (page, Cles(perspective, page, parts));
    }

    /// <summary>The order of the rows, and the relations that it needs.</summary>
    internal (string Sql, string[] Avec) Ordre(Perspective perspective, bool parRangDAgent = false)
    {
        var parDefaut = parRangDAgent
            ? [.. perspective.OrdreParDefaut.Select(o => o.StartsWith("upper(", StringComparison.Ordinal) ? "" : o.StartsWith("a.matricule", StringComparison.Ordinal) ? "rang_d_agent.rang" : o).Where(o => o.Length > 0)]
            : perspective.OrdreParDefaut;
        if (Tri is null)
            return (string.Join(", ", parDefaut), parRangDAgent ? [] : [.. perspective.AvecParDefaut]);
        var colonne = perspective.Trier(Tri);
        return ($"{colonne.Ordre ?? colonne.Sql} {(Decroissant ? "DESC" : "ASC")} NULLS LAST, {string.Join(", ", parDefaut)}",
            [.. colonne.Avec, .. parRangDAgent ? [] : perspective.AvecParDefaut]);
    }

    /// <summary>The totals of each part of the result, in the default order of parts; a single one when the rows are not kept in parts.</summary>
    private List<(long? Part, TotauxDeResultat Totaux)> Totaliser(Perspective perspective, IReadOnlyList<Colonne> colonnes)
    {
        var part = Tri is null ? perspective.Partage : null;
        var sommees = colonnes.Where(c => c.SeTotalise).ToList();
        var (prealables, origine) = perspective.Relations([.. sommees.SelectMany(c => c.Avec)]);
        var sommes = string.Concat(sommees.Select(c => $", sum({c.Sql})"));
        return perspective.Demander($"""
            {prealables} SELECT {part ?? "NULL::BIGINT"}, count(*){sommes} {origine}
            {(part is null ? "" : $"GROUP BY {part} ORDER BY {part}")}
            """).Lire(r => (r.Long(), new TotauxDeResultat(r.Long() ?? 0, [.. colonnes.Select(c => c.SeTotalise ? r.Lire(c.Type) : null)])));
    }

    /// <summary>The keys of a page, in the order asked for.</summary>
    private List<long[]> Cles(Perspective perspective, PageDeResultat page, List<(long? Part, TotauxDeResultat Totaux)> parts)
    {
        var parRang = perspective is PerspectiveDesBulletins && page.Totaux.Nombre > BeaucoupDeRangees;
        var (ordre, avec) = Ordre(perspective, parRang);
        var (prealables, origine) = perspective.Relations(avec);
        var largeur = perspective.Cle.Split(',').Length;
        if (parRang)
            (prealables, origine) = (prealables + RangsDAgents, origine + "\nJOIN rang_d_agent ON rang_d_agent.id = b.agent");
        var debut = (long)(page.Page - 1) * page.TaillePage;
        var (lieu, avant) = Situer(perspective, parts, debut, page.TaillePage);
        return perspective.Demander($"{prealables} SELECT {perspective.Cle} {origine} {lieu} ORDER BY {ordre} LIMIT $taille OFFSET $debut")
            .Avec("taille", page.TaillePage).Avec("debut", debut - avant)
            .Lire(r => Enumerable.Range(0, largeur).Select(_ => r.Long()!.Value).ToArray());
    }

    /// <summary>The parts in which a page stands, and how many rows come before them.</summary>
    private static (string Lieu, long Avant) Situer(Perspective perspective, List<(long? Part, TotauxDeResultat Totaux)> parts, long debut, int taille)
    {
        List<long> utiles = [];
        var (avant, rang) = (0L, 0L);
        foreach (var (part, totaux) in parts.Where(p => p.Part is not null))
        {
            if (rang + totaux.Nombre <= debut)
                avant = rang + totaux.Nombre;
            else if (rang < debut + taille)
                utiles.Add(part!.Value);
            rang += totaux.Nombre;
        }

        return utiles.Count == 0 ? ("", 0) : ($"WHERE {perspective.Partage} IN ({string.Join(", ", utiles)})", avant);
    }

    // A few thousand agents are put in order, instead of a million bulletins; those of one name and matricule share their rank.
    internal const string RangsDAgents = """
        , rang_d_agent AS MATERIALIZED (
            SELECT id, rank() OVER (ORDER BY upper(strip_accents(nom)) NULLS LAST, upper(strip_accents(prenom)) NULLS LAST, matricule NULLS LAST) AS rang FROM agent)
        """;

    private static Dictionary<string, RangeeDeResultat> Details(Perspective perspective, IReadOnlyList<Colonne> colonnes, List<long[]> cles)
    {
        var adresse = perspective.Adresse;
        var (prealables, origine) = perspective.Relations([.. colonnes.SelectMany(c => c.Avec), .. adresse.Avec], cles);
        var valeurs = string.Concat(colonnes.Select(c => $", {c.Sql}"));
        var largeur = perspective.Cle.Split(',').Length;
        return perspective.Demander($"{prealables} SELECT {perspective.Cle}, {adresse.Sql}{valeurs} {origine}").Lire(r =>
        {
            var cle = string.Join('|', Enumerable.Range(0, largeur).Select(_ => r.Long()));
            return (Cle: cle, Rangee: Lire(r, colonnes));
        }).ToDictionary(r => r.Cle, r => r.Rangee, StringComparer.Ordinal);
    }

    internal static RangeeDeResultat Lire(Rangee r, IReadOnlyList<Colonne> colonnes)
    {
        var (empreinte, ordre, position) = (r.Texte(), r.EntierOuNul(), r.EntierOuNul());
        return new RangeeDeResultat(
            ordre is { } rang ? new AdresseDeBulletin(empreinte!, rang) : null, position, [.. colonnes.Select(c => r.Lire(c.Type))])
        {
            Suite = ordre is null ? empreinte : null,
        };
    }

    private static long Ecoule(long debut, long fin) => (long)Stopwatch.GetElapsedTime(debut, fin).TotalMilliseconds;
}
