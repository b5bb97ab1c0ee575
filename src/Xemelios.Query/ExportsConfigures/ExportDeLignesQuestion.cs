using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Query.Criteres;
using Xemelios.Query.Export;
using Xemelios.Query.Recherches;

namespace Xemelios.Query.ExportsConfigures;

/// <summary>The four ready-made exports of lines (XéMéLios EXP-4).</summary>
public enum ExportDeLignes
{
    Lignes,
    Categorie,
    Rubrique,
    Caisse,
}

/// <summary>A ready-made export of lines: those of some categories, rubriques and caisses whose amounts pass some tests.</summary>
public sealed record ExportDeLignesQuestion(ExportDeLignes Export) : IQuestionNominative
{
    private const string Colonnes =
        "employeur,budget,train,annee,numero_mois,nom,prenom,matricule,statut,categorie,rubrique,libelle,base,unites,taux,montant,caisse,debut,fin";

    /// <summary>Names of XHL elements or labels; empty for all.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Codes; empty for all.</summary>
    public IReadOnlyList<string> Rubriques { get; init; } = [];

    /// <summary>Codes; empty for all, and in the export by caisse for the lines that have one.</summary>
    public IReadOnlyList<string> Caisses { get; init; } = [];

    /// <summary>Tests of the amount of the line with its sign, as criteria write them: "&gt;=100", "entre 10 et 20"; all must pass.</summary>
    public IReadOnlyList<string> Montants { get; init; } = [];

    /// <summary>Further criteria of lines: where to look, as a rule.</summary>
    public string Criteres { get; init; } = "";

    public string Titre => TitreDe(Export);

    /// <summary>The label of XéMéLios.</summary>
    public static string TitreDe(ExportDeLignes export) => export switch
    {
        ExportDeLignes.Categorie => "Export par catégorie",
        ExportDeLignes.Rubrique => "Export par rubrique",
        ExportDeLignes.Caisse => "Export par caisse",
        _ => "Export de toutes les lignes de paye",
    };

    /// <summary>As on the command line and in addresses; also the key of the column that it is made by.</summary>
    public static string NomDe(ExportDeLignes export) => export.ToString().ToLowerInvariant();

    /// <summary>The ready-made export of this name, as on the command line and in addresses; null when there is none.</summary>
    public static ExportDeLignes? Lire(string nom) =>
        Enum.GetValues<ExportDeLignes>().Cast<ExportDeLignes?>().FirstOrDefault(e => string.Equals(e.ToString(), nom, StringComparison.OrdinalIgnoreCase));

    /// <summary>The search of lines that it is, in the order of what it is made by.</summary>
    /// <exception cref="QuestionRefuseeException">a criterion or a test does not read.</exception>
    public RechercheQuestion Recherche() => new(
        Sujet.Lignes, EcritureDeCriteres.Ecrire(Condition.Toutes([Sujet.Lignes.Lire(Criteres), .. Choix(), .. Montants.Select(m => Sujet.Lignes.Lire($"montant {m}"))])), Colonnes,
        Export == ExportDeLignes.Lignes ? null : Nom);

    /// <summary>The rows are read while they are written.</summary>
    public ReponseExportable Exporter(DbConnection connexion, Perimetre perimetre) => Recherche().ExporterSous(Titre, $"export-{Nom}", connexion, perimetre);

    private string Nom => NomDe(Export);

    private IEnumerable<Condition> Choix()
    {
        if (Categories.Count > 0) yield return Parmi("categorie", [.. Categories.Select(Categorie)]);
        if (Rubriques.Count > 0) yield return Parmi("rubrique", Rubriques);
        if (Caisses.Count > 0) yield return Parmi("caisse", Caisses);
        else if (Export == ExportDeLignes.Caisse) yield return new Test(Sujet.Lignes.Trouver("caisse")!, Operateur.Renseigne, []);
    }

    private static Test Parmi(string critere, IReadOnlyList<string> valeurs) => new(Sujet.Lignes.Trouver(critere)!, Operateur.Parmi, valeurs);

    /// <summary>Readers know categories by their labels, files by their elements.</summary>
    private static string Categorie(string texte) =>
        Enum.GetValues<CategorieDeLigne>().Cast<CategorieDeLigne?>()
            .FirstOrDefault(c => string.Equals(c!.Value.Libelle(), texte, StringComparison.OrdinalIgnoreCase) || string.Equals(c.ToString(), texte, StringComparison.OrdinalIgnoreCase))
            ?.ToString() ?? throw new CritereInconnuException(texte);
}
