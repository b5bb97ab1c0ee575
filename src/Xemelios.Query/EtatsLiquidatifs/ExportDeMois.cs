using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Export;

namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>An answer on some months of an employer, about to leave the program.</summary>
/// <param name="Sujet">What it is, as the sentence of its criteria begins; the name of the file is made of it.</param>
/// <param name="Mois">Every month that it is drawn from; the last one names the file.</param>
/// <param name="Budget">Null for all.</param>
public sealed record ExportDeMois(string Sujet, string Siret, IReadOnlyList<MoisDePaye> Mois, string? Budget = null)
{
    /// <summary>What was asked beside the months, when there is something: a filter, a threshold.</summary>
    public string? Precision { get; init; }

    public ReponseExportable De(TableDeReponse table, DbConnection connexion, Perimetre perimetre) => new(
        table,
        $"{Sujet} : {PhrasesDEtat.Dire(Siret, Mois[^1], Budget)}{(Mois.Count > 1 ? $", comparé à {PhrasesDEtat.Mois(Mois[0])}" : "")}"
            + $"{(Precision is null ? "" : $" ; {Precision}")}.",
        new FichiersSourcesQuestion([.. Mois.Distinct().Select(m => new DemandeDEtat(Siret, m, Budget))], []).Executer(connexion, perimetre),
        PhrasesDEtat.Nom(Sujet.Replace(' ', '-').ToLowerInvariant(), Siret, Budget, Mois[^1]));
}
