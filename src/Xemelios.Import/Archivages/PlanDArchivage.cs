using Xemelios.Import.Suppressions;
using Xemelios.Store.Tables;

namespace Xemelios.Import.Archivages;

/// <summary>What a move to the archive base would take out of the active base, counted before anybody confirms it.</summary>
public sealed record PlanDArchivage(ExerciceAArchiver Cible, PlanDeSuppression Part)
{
    /// <summary>Nothing answers.</summary>
    public bool EstVide => Part.EstVide;

    /// <summary>The count in French, and what stays.</summary>
    public string Phrase
    {
        get
        {
            if (EstVide)
                return "Rien ne répond à cette demande : il n'y a rien à archiver.";
            var phrase = $"{Combien(Part.Bulletins, "bulletin", "bulletins")}, {Combien(Part.Lignes, "ligne", "lignes")}, {Combien(Part.Mandats, "mandat", "mandats")}, "
                + $"{Combien(Part.Pieces, "pièce justificative", "pièces justificatives")} et {Combien(Part.Mois.Count, "mois de paye", "mois de paye")} quittent la base active pour l'archive. "
                + "Les fichiers reçus restent, octet pour octet ; auditeurs et juge des comptes lisent l'archive dans leur mission.";
            if (Part.FichiersGardes > 0)
                phrase += $" {Combien(Part.FichiersGardes, "fichier reçu apporte", "fichiers reçus apportent")} aussi autre chose, qui reste dans la base active.";
            return phrase;
        }
    }

    private static string Combien(int nombre, string un, string plusieurs) => $"{nombre} {(nombre < 2 ? un : plusieurs)}";
}
