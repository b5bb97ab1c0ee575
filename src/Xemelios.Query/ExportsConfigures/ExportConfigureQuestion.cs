using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Criteres;
using Xemelios.Query.Export;
using Xemelios.Query.Recherches;

namespace Xemelios.Query.ExportsConfigures;

/// <summary>What a search finds, with the fields that a configuration chose.</summary>
/// <param name="Titre">Title of the export: the label of the configuration.</param>
/// <param name="Nom">Name of the file: its code.</param>
/// <param name="Champs">Keys of <see cref="ChampsDExport"/>.</param>
public sealed record ExportConfigureQuestion(
    string Titre, string Nom, Sujet Sujet, IReadOnlyList<string> Champs, string Criteres = "", string? Tri = null, bool Decroissant = false) : IQuestionNominative
{
    /// <exception cref="CritereInconnuException">a criterion, a field or the sort does not exist, or a value does not read.</exception>
    public ReponseExportable Exporter(DbConnection connexion, Perimetre perimetre)
    {
        var choix = ChampsDExport.Choisir(Sujet, Champs);
        var recherche = new RechercheQuestion(Sujet, Criteres, string.Join(',', choix.Colonnes.Select(c => c.Cle)), Tri, Decroissant);
        if (choix.Listes.Count == 0)
            return recherche.ExporterSous(Titre, Nom, connexion, perimetre);
        choix = choix with { Colonnes = [.. choix.Colonnes.Select(c => c.Pour(perimetre))] };
        var table = new LectureEmboitee(recherche, choix, connexion, perimetre).EnTable(Titre);
        return new ReponseExportable(table.APlat(), RechercheEnTable.Dire(Sujet, recherche.Condition()), recherche.Sources(connexion, perimetre), Nom) { Emboitee = table };
    }
}
