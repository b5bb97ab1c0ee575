using Xemelios.Store.Gestion;
using Xemelios.Store.Tables;

namespace Xemelios.Import.Suppressions;

/// <summary>What a deletion would take away, counted before anybody confirms it.</summary>
public sealed record PlanDeSuppression
{
    public required CibleDeSuppression Cible { get; init; }

    /// <summary>Received files whose bytes go.</summary>
    public required int Fichiers { get; init; }

    /// <summary>Bytes of these files, as received.</summary>
    public required long Octets { get; init; }

    public required int Bulletins { get; init; }

    public required int Lignes { get; init; }

    public required int Mandats { get; init; }

    public required int Pieces { get; init; }

    /// <summary>Months of pay that lose bulletins, AAAA-MM.</summary>
    public required IReadOnlyList<string> Mois { get; init; }

    /// <summary>Older versions of the deleted pay files: they go too, none of them comes back in its place.</summary>
    public required int AnciennesVersions { get; init; }

    /// <summary>Received files that hold some of what goes and are kept, because something else of theirs stays.</summary>
    public required int FichiersGardes { get; init; }

    /// <summary>Contents that were in a deleted file and stay, because another file brings them too.</summary>
    public required int ContenusGardes { get; init; }

    /// <summary>What stays depends on what goes: the tables are read again from the originals that stay, which is longer.</summary>
    public required bool Relire { get; init; }

    /// <summary>What is recorded, and left out of every later rebuild.</summary>
    public required IReadOnlyList<ElementSupprime> Elements { get; init; }

    /// <summary>Nothing answers the target.</summary>
    public bool EstVide => Elements.Count == 0;

    /// <summary>The count in one French sentence, and what stays in another.</summary>
    public string Phrase
    {
        get
        {
            if (EstVide)
                return "Rien ne répond à cette demande : il n'y a rien à supprimer.";
            var phrase = $"{Combien(Fichiers, "fichier reçu", "fichiers reçus")}, {Combien(Bulletins, "bulletin", "bulletins")}, {Combien(Lignes, "ligne", "lignes")}, "
                + $"{Combien(Mandats, "mandat", "mandats")}, {Combien(Pieces, "pièce justificative", "pièces justificatives")} et {Combien(Mois.Count, "mois de paye", "mois de paye")} seront supprimés définitivement.";
            if (AnciennesVersions > 0)
                phrase += $" {Combien(AnciennesVersions, "ancienne version remplacée part aussi : elle ne revient pas", "anciennes versions remplacées partent aussi : aucune ne revient")} à la place de ce qui est supprimé.";
            if (FichiersGardes > 0)
                phrase += $" {Combien(FichiersGardes, "fichier reçu reste, octet pour octet, parce qu'il contient", "fichiers reçus restent, octet pour octet, parce qu'ils contiennent")} aussi autre chose : ce qui y est supprimé n'en est plus lu.";
            if (ContenusGardes > 0)
                phrase += $" {Combien(ContenusGardes, "contenu reste, parce qu'un autre fichier l'apporte", "contenus restent, parce qu'un autre fichier les apporte")} aussi.";
            return phrase;
        }
    }

    private static string Combien(int nombre, string un, string plusieurs) => $"{nombre} {(nombre < 2 ? un : plusieurs)}";
}
