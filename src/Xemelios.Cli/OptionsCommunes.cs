using System.CommandLine;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;

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

    public static readonly Option<string?> Siret = new("--siret") { Description = "SIRET de l'employeur" };

    public static readonly Option<string> SiretRequis = new("--siret") { Description = "SIRET de l'employeur", Required = true };

    public static readonly Option<string?> Budget = new("--budget") { Description = "Code du budget, quand il y en a plusieurs" };

    public static readonly Option<string?> Train = new("--train") { Description = "Train de paye ; sans lui, tous les trains du mois ensemble" };

    private const string MoisDePayeEcrit = "Mois de paye, AAAA-MM";

    public static readonly Option<MoisDePaye?> Mois = OptionDeMois("--mois", MoisDePayeEcrit, requis: false);

    public static readonly Option<MoisDePaye?> MoisRequis = OptionDeMois("--mois", MoisDePayeEcrit, requis: true);

    public static string DossierDe(ParseResult ligne) =>
        ligne.GetValue(Donnees) ?? Environment.GetEnvironmentVariable("XEMELIOS_DONNEES") ?? "donnees";

    public static DemandeDEtat Etat(ParseResult ligne) =>
        new(ligne.GetRequiredValue(SiretRequis), ligne.GetRequiredValue(MoisRequis)!.Value, ligne.GetValue(Budget), ligne.GetValue(Train));

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
