using Xemelios.Store.Tables;

namespace Xemelios.Import.Archivages;

/// <summary>What is refused because of the archive base, with a coded French sentence that says what is missing.</summary>
public abstract class RefusDArchivageException(string code, string phrase) : Exception($"{code} : {phrase}")
{
    public string Code { get; } = code;
}

/// <summary>The law keeps it in the active base for now.</summary>
public sealed class ExerciceNonDuException(ExerciceAArchiver cible, string? budget, string empechement) : RefusDArchivageException(
    "ARC-0010", $"{cible.Libelle[..1].ToUpperInvariant()}{cible.Libelle[1..]} n'est pas à archiver : {(budget is null ? "" : $"pour {(budget.Length == 0 ? "les fichiers sans budget" : $"le budget {budget}")}, ")}{empechement}. Rien n'a été archivé.");

/// <summary>There is nothing of this exercice.</summary>
public sealed class ExerciceInconnuException(ExerciceAArchiver cible) : RefusDArchivageException(
    "ARC-0011", $"La base active n'a rien de {cible.Libelle} : il n'y a rien à archiver.");

/// <summary>Nothing moves without a reason.</summary>
public sealed class MotifDArchivageManquantException() : RefusDArchivageException("ARC-0012", "Un archivage demande un motif.");

/// <summary>An archive cannot be read: what it holds can be neither added to nor spared.</summary>
public sealed class ArchiveIllisibleException(string defaut) : RefusDArchivageException("ARC-0013", $"Une archive doit d'abord être refaite. {defaut}");

/// <summary>What is archived is not deleted.</summary>
public sealed class DonneesArchiveesException() : RefusDArchivageException(
    "ARC-0014", "Une partie de ce qui est demandé est archivée, et ce qui est archivé ne se supprime pas : nommez, par budget et par année, ce qui est encore dans la base active. Rien n'a été supprimé.");
