using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text.Json;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using ProfilDePersonne = Xemelios.Domain.Habilitations.Profil;

namespace Xemelios.Cli.Commandes.Comptes;

/// <summary>How profiles, functions, dates and budgets are written on a command line: as in its JSON.</summary>
internal static class ValeursDHabilitation
{
    public static string Ecrire<T>(T valeur)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(valeur.ToString());

    public static Option<ProfilDePersonne> OptionDeProfil() => new("--profil")
    {
        Description = string.Join(", ", Enum.GetValues<ProfilDePersonne>().Select(Ecrire)),
        Required = true,
        CustomParser = resultat => Lire<ProfilDePersonne>(resultat, resultat.Tokens[0].Value),
    };

    public static Option<Fonctions> OptionDeFonctions() => new("--fonctions")
    {
        Description = "Pour un agent du poste : importer, supprimer, rechercher, consulter, exporter, viser, séparées par des virgules",
        CustomParser = resultat => resultat.Tokens[0].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Aggregate(Fonctions.Aucune, (toutes, mot) => toutes | Lire<Fonctions>(resultat, mot)),
    };

    public static Option<DateOnly?> OptionDeDate(string nom, string description) => new(nom)
    {
        Description = description,
        CustomParser = resultat =>
        {
            if (DateOnly.TryParseExact(resultat.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                return date;
            resultat.AddError("Une date s'écrit AAAA-MM-JJ, par exemple 2026-03-31.");
            return null;
        },
    };

    public static Option<BudgetPermis[]> OptionDeBudgets() => new("--budget")
    {
        Description = "SIRET[/BUDGET][@AAAA-MM..AAAA-MM] ; se répète",
        CustomParser = resultat => [.. resultat.Tokens.Select(t => Budget(resultat, t.Value)).OfType<BudgetPermis>()],
    };

    private static T Lire<T>(ArgumentResult resultat, string mot)
        where T : struct, Enum
    {
        foreach (var valeur in Enum.GetValues<T>())
        {
            if (string.Equals(Ecrire(valeur), mot.Replace('-', '_'), StringComparison.OrdinalIgnoreCase))
                return valeur;
        }

        resultat.AddError($"« {mot} » n'est pas l'un de : {string.Join(", ", Enum.GetValues<T>().Select(Ecrire))}.");
        return default;
    }

    private static BudgetPermis? Budget(ArgumentResult resultat, string texte)
    {
        var (quoi, quand) = Couper(texte, '@');
        var (siret, budget) = Couper(quoi, '/');
        var (du, au) = quand is null ? (null, null) : Couper(quand, "..");
        if (Mois(du, out var premier) && Mois(au, out var dernier) && siret.Length > 0)
            return new BudgetPermis(siret, budget, premier, dernier);
        resultat.AddError("Un budget s'écrit SIRET, SIRET/BUDGET ou SIRET/BUDGET@AAAA-MM..AAAA-MM.");
        return null;
    }

    private static bool Mois(string? texte, out MoisDePaye? mois)
    {
        mois = MoisDePaye.TryParse(texte, out var lu) ? lu : null;
        return mois is not null || string.IsNullOrEmpty(texte);
    }

    private static (string Avant, string? Apres) Couper(string texte, char separateur) => Couper(texte, separateur.ToString());

    private static (string Avant, string? Apres) Couper(string texte, string separateur)
    {
        var position = texte.IndexOf(separateur, StringComparison.Ordinal);
        return position < 0 ? (texte, null) : (texte[..position], texte[(position + separateur.Length)..]);
    }
}
