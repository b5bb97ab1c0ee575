using Xemelios.Import;

namespace Xemelios.Web.Imports;

/// <summary>Where a batch stands, at one instant.</summary>
/// <param name="Lot">Identifier, in order of creation.</param>
/// <param name="Recus">Files received so far; known for a batch that is sent file by file.</param>
/// <param name="Avancement">Null before it starts and once it is over.</param>
/// <param name="Rapport">What became of the files; partial when the import was stopped.</param>
/// <param name="Echec">Why the import could not go on, in French.</param>
public sealed record SuiviDImport(
    string Lot, OrigineDImport Origine, DateTime CreeLe, EtatDImport Etat, int Recus, ImportProgress? Avancement, ImportReport? Rapport, string? Echec)
{
    /// <summary>Who brought the files; null for the machine: its folders, what an interruption left to nobody.</summary>
    public Deposant? Par { get; init; }

    /// <summary>Not launched yet.</summary>
    public bool EstOuvert => Etat is EtatDImport.EnReception or EtatDImport.AConfirmer;

    /// <summary>Nothing will change any more.</summary>
    public bool EstFini => Etat is EtatDImport.Termine or EtatDImport.Interrompu or EtatDImport.Echoue;
}

/// <summary>Who brings files.</summary>
/// <param name="Compte">The account.</param>
/// <param name="Poste">Code of the poste in which he works; null when the machine has no accounts.</param>
public sealed record Deposant(string? Compte, string? Poste);

/// <summary>Where the files of a batch come from.</summary>
public enum OrigineDImport
{
    Navigateur,
    DossierDuServeur,
    DossierDeDepot,
    Reprise,
    TableDePassage,
}

/// <summary>The life of a batch.</summary>
public enum EtatDImport
{
    /// <summary>Files are being received; nothing is read yet.</summary>
    EnReception,
    EnAttente,
    EnCours,
    Termine,

    /// <summary>Stopped by the user, or by the end of the program: then what was not read waits.</summary>
    Interrompu,
    Echoue,

    /// <summary>All files are there; something that is there would be replaced, and someone has to say yes. Last: reports hold numbers.</summary>
    AConfirmer,
}
