namespace Xemelios.Store.Tables;

/// <summary>What kind of data is deleted, in the words of the command line.</summary>
public enum TypeDeDonnees
{
    Paye,
    Mandats,
    Pieces,
}

/// <summary>What someone wants to delete: data of a kind, at any level, or received files.</summary>
public abstract record CibleDeSuppression
{
    /// <summary>What the target is called in a sentence.</summary>
    public abstract string Libelle { get; }
}

/// <summary>Data of a collectivité, or of one of its budgets, years or months.</summary>
/// <param name="Siret">As in the files; '' for those that give none.</param>
/// <param name="Budget">Key of the budget, '' for files without one; null for all.</param>
/// <param name="Annee">Year of pay, exercice of the bordereaux, or year of the flow that carries the pieces; null for all.</param>
/// <param name="Mois">Month of pay, of emission of the bordereaux, or of the flow; only with a year.</param>
public sealed record DonneesASupprimer(TypeDeDonnees Type, string Siret, string? Budget = null, int? Annee = null, int? Mois = null) : CibleDeSuppression
{
    public override string Libelle
    {
        get
        {
            var quoi = Type switch { TypeDeDonnees.Paye => "les payes", TypeDeDonnees.Mandats => "les mandats", _ => "les pièces justificatives" };
            var qui = Siret.Length == 0 ? "sans SIRET" : $"de {Siret}";
            var budget = Budget switch { null => "", "" => ", sans budget", _ => $", budget {Budget}" };
            var quand = (Annee, Mois) switch { (null, _) => "", ({ } annee, null) => $", {annee:0000}", ({ } annee, { } mois) => $", {annee:0000}-{mois:00}" };
            return $"{quoi} {qui}{budget}{quand}";
        }
    }
}

/// <summary>All that an exercice of a budget, or of a collectivité, leaves to the archive base: nothing of it is deleted.</summary>
/// <param name="Budget">Key of the budget, '' for files without one; null for all.</param>
public sealed record ExerciceAArchiver(string Siret, int Exercice, string? Budget = null) : CibleDeSuppression
{
    public override string Libelle =>
        $"l'exercice {Exercice:0000} {(Siret.Length == 0 ? "sans SIRET" : $"de {Siret}")}{Budget switch { null => "", "" => ", sans budget", _ => $", budget {Budget}" }}";
}

/// <summary>Received files, by their fingerprints.</summary>
public sealed record FichiersASupprimer(IReadOnlyList<string> Empreintes) : CibleDeSuppression
{
    public override string Libelle => Empreintes.Count == 1 ? $"le fichier {Empreintes[0]}" : $"{Empreintes.Count} fichiers";
}
