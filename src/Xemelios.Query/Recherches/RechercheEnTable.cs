using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Criteres;
using Xemelios.Query.Export;

namespace Xemelios.Query.Recherches;

/// <summary>The whole result of a search, or its groups, as tables that can leave the program: the same columns, order and totals as on the screen.</summary>
public static class RechercheEnTable
{
    /// <summary>The search as a file: what was asked, its rows, the files they stand in.</summary>
    public static ReponseExportable Exporter(this RechercheQuestion question, DbConnection connexion, Perimetre perimetre)
    {
        ArgumentNullException.ThrowIfNull(question);
        return new ReponseExportable(
            question.EnTable(connexion, perimetre), Dire(question.Sujet, question.Condition()), question.Sources(connexion, perimetre), question.Sujet.Libelle().Replace(' ', '-').ToLowerInvariant());
    }

    /// <summary>The search as a file, under a title and a name of its own.</summary>
    internal static ReponseExportable ExporterSous(this RechercheQuestion question, string titre, string nom, DbConnection connexion, Perimetre perimetre)
    {
        var reponse = question.Exporter(connexion, perimetre);
        return reponse with { Table = reponse.Table with { Titre = titre }, Nom = nom };
    }

    /// <summary>The groups of a search as a file.</summary>
    public static ReponseExportable Exporter(this GroupementQuestion question, DbConnection connexion, Perimetre perimetre)
    {
        ArgumentNullException.ThrowIfNull(question);
        var recherche = new RechercheQuestion(question.Sujet, question.Criteres);
        var table = question.Executer(connexion, perimetre).EnTable(question.Sujet);
        return new ReponseExportable(table, $"{table.Titre}. {Dire(question.Sujet, recherche.Condition())}", recherche.Sources(connexion, perimetre), $"{question.Sujet.Libelle()} par {question.Par}".Replace(' ', '-').ToLowerInvariant());
    }

    /// <summary>The question as a French sentence.</summary>
    internal static string Dire(Sujet sujet, Condition condition) =>
        PhraseDeCriteres.Dire(condition) is { Length: > 0 } phrase ? $"{sujet.Libelle()} où {phrase}." : $"{sujet.Libelle()} : tout ce que le dossier contient.";

    /// <summary>All rows, read as they are written.</summary>
    public static TableDeReponse EnTable(this RechercheQuestion question, DbConnection connexion, Perimetre perimetre)
    {
        ArgumentNullException.ThrowIfNull(question);
        // The totals are those of the screen: its first page knows them.
        var page = (question with { Page = 1, TaillePage = 50 }).Executer(connexion, perimetre);
        return new TableDeReponse(question.Sujet.Libelle(), [.. page.Colonnes.Select(c => new ColonneDeTable(c.Cle, c.Titre, c.Type))], Lignes(question, page.Colonnes, connexion, perimetre))
        {
            Totaux = page.Totaux.Cellules,
        };
    }

    /// <summary>Groups, subtotals left out: they are found again from the groups.</summary>
    public static TableDeReponse EnTable(this Groupement groupement, Sujet sujet)
    {
        ArgumentNullException.ThrowIfNull(groupement);
        IReadOnlyList<ColonneDeTable> colonnes =
        [
            .. groupement.Cles.Select(c => new ColonneDeTable(c.Cle, c.Titre, c.Type)),
            new("nombre", sujet.Libelle(), TypeDeColonne.Entier), .. groupement.Sommees.Select(c => new ColonneDeTable(c.Cle, c.Titre, c.Type)),
        ];
        return new TableDeReponse($"{sujet.Libelle()} par {string.Join(" et ", groupement.Cles.Select(c => c.Titre.ToLowerInvariant()))}", colonnes,
            groupement.Groupes.Where(g => g.Fusion == 0).Select(g => (IReadOnlyList<object?>)[.. g.Libelles, g.Nombre, .. g.Sommes]))
        {
            Totaux = [.. groupement.Cles.Select(_ => (object?)null), groupement.Total.Nombre, .. groupement.Total.Sommes],
        };
    }

    /// <summary>The files in which the rows of a search stand.</summary>
    public static IReadOnlyList<FichierSource> Sources(this RechercheQuestion question, DbConnection connexion, Perimetre perimetre)
    {
        ArgumentNullException.ThrowIfNull(question);
        using var perspective = Perspective.De(question.Sujet, connexion, perimetre, question.Condition());
        var (prealables, origine) = perspective.Relations([]);
        return perspective.Demander($"""
            {prealables}, touche AS (SELECT DISTINCT v.contenu {origine})
            SELECT v.nom, k.empreinte FROM volume_visible v JOIN contenu k ON k.id = v.contenu WHERE v.contenu IN (SELECT contenu FROM touche)
            ORDER BY v.periode, v.nom, k.empreinte
            """).Lire(r => new FichierSource(r.TexteSur(), r.TexteSur()));
    }

    private static IEnumerable<IReadOnlyList<object?>> Lignes(RechercheQuestion question, IReadOnlyList<Colonne> colonnes, DbConnection connexion, Perimetre perimetre)
    {
        using var perspective = Perspective.De(question.Sujet, connexion, perimetre, question.Condition());
        var (ordre, avec) = question.Ordre(perspective);
        var (prealables, origine) = perspective.Relations([.. colonnes.SelectMany(c => c.Avec), .. avec]);
        var rangees = perspective.Demander($"{prealables} SELECT {string.Join(", ", colonnes.Select(c => c.Sql))} {origine} ORDER BY {ordre}")
            .AuFur(r => (IReadOnlyList<object?>)[.. colonnes.Select(c => r.Lire(c.Type))]);
        foreach (var rangee in rangees)
            yield return rangee;
    }
}
