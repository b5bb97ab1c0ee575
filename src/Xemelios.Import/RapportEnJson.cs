using Xemelios.Domain.Constats;

namespace Xemelios.Import;

/// <summary>The report of an import with exactly the keys of the command line's contract.</summary>
public sealed record RapportEnJson(IReadOnlyList<FichierEnJson> Fichiers, TotauxDImport Totaux, long DureeMs)
{
    public static RapportEnJson De(ImportReport rapport) => new(
        [.. rapport.Fichiers.Select(f => new FichierEnJson(
            f.Chemin, f.Type, f.Etat, f.Empreinte, f.Octets, f.Bulletins, f.Lignes, f.Mandats, f.Pieces,
            [.. f.Anomalies.Select(a => new AnomalieEnJson(a.Code, a.Gravite, a.Message, a.Provenance.Octet, a.Provenance.Ligne))]))],
        rapport.Totaux, rapport.DureeMs);
}

/// <summary>One file of the report.</summary>
public sealed record FichierEnJson(
    string Chemin, string Type, string Etat, string? Empreinte, long Octets, int Bulletins, int Lignes, int Mandats, int Pieces,
    IReadOnlyList<AnomalieEnJson> Anomalies);

/// <summary>One anomaly of a file.</summary>
public sealed record AnomalieEnJson(string Code, Gravite Gravite, string Message, long? Octet, int? Ligne);
