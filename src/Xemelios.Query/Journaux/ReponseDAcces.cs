using Xemelios.Store.Gestion.Journaux;

namespace Xemelios.Query.Journaux;

/// <summary>An act in words.</summary>
public sealed record ActeDit(long Rang, DateTimeOffset Le, string Phrase);

/// <summary>The answer to the right of access of an agent: who opened his data, and apart who may have seen them in a list, a search or an export.</summary>
/// <param name="TotalConsultations">How many there are in all; the lists hold one page.</param>
public sealed record ReponseDAcces(string Siret, string Matricule, long TotalConsultations, IReadOnlyList<ActeDit> Consultations, long TotalPuVoir, IReadOnlyList<ActeDit> PuVoir)
{
    public static ReponseDAcces De(AccesAUnAgent acces) => De(acces, TimeZoneInfo.Local);

    /// <param name="fuseau">Where the reader is.</param>
    public static ReponseDAcces De(AccesAUnAgent acces, TimeZoneInfo fuseau) => new(
        acces.Siret, acces.Matricule, acces.Directs.Total, Dire(acces.Directs, fuseau), acces.Larges.Total, Dire(acces.Larges, fuseau));

    private static List<ActeDit> Dire(PageDuJournal page, TimeZoneInfo fuseau) => [.. page.Entrees.Select(e => new ActeDit(e.Rang, e.Le, PhraseDActe.Dire(e, fuseau)))];
}
