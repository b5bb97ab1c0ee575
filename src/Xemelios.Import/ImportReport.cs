using Xemelios.Domain.Constats;

namespace Xemelios.Import;

/// <summary>What became of every file of an import, entries of archives and flows included.</summary>
public sealed record ImportReport(IReadOnlyList<FichierImporte> Fichiers, TotauxDImport Totaux, long DureeMs)
{
    /// <summary>Something was refused or could not be read.</summary>
    public bool ARejets => Totaux.Rejetes > 0;

    /// <summary>This one and what came after it, as one.</summary>
    public ImportReport Suivi(ImportReport apres) =>
        new([.. Fichiers, .. apres.Fichiers], TotauxDImport.De([.. Fichiers, .. apres.Fichiers]), DureeMs + apres.DureeMs);

    /// <summary>Something deserves a look: an anomaly that is more than information.</summary>
    public bool AAnomalies => Fichiers.Any(f => f.Anomalies.Any(a => a.Gravite > Gravite.Information));
}

/// <summary>One file of the report.</summary>
/// <param name="Chemin">As given; entries as archive.zip!entry.</param>
/// <param name="Type">XHL, XHL_ENTETE, PES_DEPENSE, PES_PJ, PES_ALLER, PES_AUTRE, ACQUIT, ARCHIVE, PIECE, PASSAGE, MANIFESTE, INCONNU.</param>
/// <param name="Etat">importe, deja_importe, remplace, rejete.</param>
/// <param name="Empreinte">SHA-256, or null when the file could not even be read.</param>
public sealed record FichierImporte(
    string Chemin, string Type, string Etat, string? Empreinte, long Octets,
    int Bulletins, int Lignes, int Mandats, int Pieces, IReadOnlyList<Anomalie> Anomalies);

/// <summary>Counts over the whole report. Importes counts the replaced files too.</summary>
public sealed record TotauxDImport(
    int Fichiers, int Importes, int DejaImportes, int Rejetes, int Bulletins, int Lignes, int Mandats, int Pieces)
{
    public static TotauxDImport De(IReadOnlyCollection<FichierImporte> fichiers)
    {
        var stockes = fichiers.Where(f => f.Etat is Etats.Importe or Etats.Remplace).ToList();
        return new TotauxDImport(
            fichiers.Count, stockes.Count, fichiers.Count(f => f.Etat == Etats.DejaImporte), fichiers.Count(f => f.Etat == Etats.Rejete),
            stockes.Sum(f => f.Bulletins), stockes.Sum(f => f.Lignes), stockes.Sum(f => f.Mandats), stockes.Sum(f => f.Pieces));
    }
}

/// <summary>The fates of a file.</summary>
public static class Etats
{
    public const string Importe = "importe";
    public const string DejaImporte = "deja_importe";
    public const string Remplace = "remplace";
    public const string Rejete = "rejete";
}

/// <summary>The types of file, in the words of the command line.</summary>
public static class TypesDeFichier
{
    public const string Xhl = "XHL";
    public const string XhlEnTete = "XHL_ENTETE";
    public const string PesDepense = "PES_DEPENSE";
    public const string PesPj = "PES_PJ";
    public const string PesAller = "PES_ALLER";
    public const string PesAutre = "PES_AUTRE";
    public const string Acquit = "ACQUIT";
    public const string Archive = "ARCHIVE";
    public const string Piece = "PIECE";
    public const string Passage = "PASSAGE";
    public const string Manifeste = "MANIFESTE";
    public const string Inconnu = "INCONNU";

    /// <summary>In table contenu only: a container whose entries are being written.</summary>
    public const string EnCours = "EN_COURS";
}
