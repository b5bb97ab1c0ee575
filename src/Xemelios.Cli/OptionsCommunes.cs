using System.CommandLine;
using Xemelios.Cli.Commandes;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Export;

namespace Xemelios.Cli;

/// <summary>The options that commands share, declared once.</summary>
internal static class OptionsCommunes
{
    public static readonly Option<string?> Donnees = new("--donnees")
    {
        Description = "Dossier de données (sinon XEMELIOS_DONNEES, sinon ./donnees)", Recursive = true,
    };

    public static readonly Option<bool> Json = new("--json")
    {
        Description = "Un seul document JSON sur la sortie standard", Recursive = true,
    };

    public static readonly Option<FormatDExport?> Format = OptionDeFormat();

    public static readonly Option<string?> Fichier = new("--output", "-o") { Description = "Fichier où écrire la réponse", Recursive = true };

    public static readonly Option<string?> DansLePoste = new("--dans-le-poste")
    {
        Description = "Code du poste comptable dont on lit les données (sinon XEMELIOS_POSTE), quand le dossier en réunit plusieurs", Recursive = true,
    };

    public static readonly Option<bool> Archives = new("--archives") { Description = "Lit aussi ce qui est archivé", Recursive = true };

    public static readonly Option<string?> Siret = new("--siret") { Description = "SIRET de l'employeur" };

    public static readonly Option<string> SiretRequis = new("--siret") { Description = "SIRET de l'employeur", Required = true };

    public static readonly Option<string?> Budget = new("--budget") { Description = "Code du budget, quand il y en a plusieurs" };

    public static readonly Option<string?> Train = new("--train") { Description = "Train de paye ; sans lui, tous les trains du mois ensemble" };

    private const string MoisDePayeEcrit = "Mois de paye, AAAA-MM";

    public static readonly Option<MoisDePaye?> Mois = OptionDeMois("--mois", MoisDePayeEcrit, requis: false);

    public static readonly Option<MoisDePaye?> MoisRequis = OptionDeMois("--mois", MoisDePayeEcrit, requis: true);

    public static string? PosteDe(ParseResult ligne) => ligne.GetValue(DansLePoste) ?? Environment.GetEnvironmentVariable("XEMELIOS_POSTE");

    public static string DossierDe(ParseResult ligne) =>
        ligne.GetValue(Donnees) ?? Environment.GetEnvironmentVariable("XEMELIOS_DONNEES") ?? "donnees";

    public static DemandeDEtat Etat(ParseResult ligne) =>
        new(ligne.GetRequiredValue(SiretRequis), ligne.GetRequiredValue(MoisRequis)!.Value, ligne.GetValue(Budget), ligne.GetValue(Train));

    /// <summary>The file that the answer goes to, and its format: that of its extension when none is named; null for standard output.</summary>
    public static DemandeDExport? Export(ParseResult ligne) => ligne.GetValue(Fichier) is { } fichier && !EcritSonFichier(ligne)
        ? new DemandeDExport(ligne.GetValue(Format) ?? FormatDe(fichier)!.Value, fichier)
        : null;

    /// <summary>On standard output there is room for one form only.</summary>
    public static bool EnJson(ParseResult ligne) => ligne.GetValue(Json) || ligne.GetValue(Format) == FormatDExport.Json;

    private static bool EcritSonFichier(ParseResult ligne) => ligne.CommandResult.Command is CommandeSurDossier { EcritSonFichier: true };

    private static FormatDExport? FormatDe(string fichier) => EcrituresDeTable.Lire(Path.GetExtension(fichier).TrimStart('.'));

    private static Option<FormatDExport?> OptionDeFormat() => new("--format")
    {
        Description = "json, csv, xlsx, pdf ou parquet, avec -o FICHIER (sinon, le format est celui de son extension)",
        Recursive = true,
    };

    /// <summary>What is wrong between the two options; null when nothing is.</summary>
    public static string? ErreurDExport(ParseResult ligne) => (ligne.GetValue(Format), ligne.GetValue(Fichier)) switch
    {
        (null or FormatDExport.Json, null) => null,
        ({ } format, null) => $"Le format {format.ToString().ToLowerInvariant()} demande un fichier : ajoutez -o FICHIER.",
        (null, { } fichier) when FormatDe(fichier) is null && !EcritSonFichier(ligne) => $"Le format de « {fichier} » ne se lit pas à son extension : ajoutez --format.",
        _ => null,
    };

    /// <summary>An option that reads a month.</summary>
    public static Option<MoisDePaye?> OptionDeMois(string nom, string description, bool requis) => new(nom)
    {
        Description = description,
        Required = requis,
        CustomParser = resultat =>
        {
            if (MoisDePaye.TryParse(resultat.Tokens.Count == 1 ? resultat.Tokens[0].Value : null, out var mois))
                return mois;
            resultat.AddError("Le mois s'écrit AAAA-MM, par exemple 2026-03.");
            return null;
        },
    };
}
