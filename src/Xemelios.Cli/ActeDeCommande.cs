using System.CommandLine;
using System.CommandLine.Parsing;
using Xemelios.Cli.Commandes;
using Xemelios.Domain.Habilitations;

namespace Xemelios.Cli;

/// <summary>What a command line opens, as an act of the journal: keys, and of what is searched a keyed fingerprint alone.</summary>
internal static class ActeDeCommande
{
    public const string Depuis = "ligne de commande";

    /// <summary>Options whose value is a key by its nature; of the others the name alone is written.</summary>
    private static readonly HashSet<string> Cles = new(StringComparer.Ordinal)
    {
        "mois", "avec", "budget", "train", "exercice", "par", "format", "categorie", "rubrique", "grouper", "poste", "nature", "du", "au", "methode", "taille", "taux", "graine", "seuil",
    };

    /// <summary>The act of a command of the person who owns the machine.</summary>
    public static Acte De(NatureDActe nature, ParseResult ligne, Execution execution)
    {
        var options = ligne.CommandResult.Children.OfType<OptionResult>().Where(o => !o.Implicit && o.Tokens.Count > 0)
            .Select(o => (Nom: o.Option.Name.TrimStart('-'), Valeur: string.Join(',', o.Tokens.Select(t => t.Value)))).ToList();
        return new Acte(execution.Export is null ? nature : NatureDActe.Export, Environment.UserName, Depuis, Nom(ligne.CommandResult))
        {
            Siret = Valeur("siret"), Matricule = Valeur("matricule"), Cles = EnCles(options, ligne, execution),
        };

        string? Valeur(string nom) => options.Find(o => o.Nom == nom).Valeur;
    }

    private static string? EnCles(List<(string Nom, string Valeur)> options, ParseResult ligne, Execution execution)
    {
        var cles = options.Where(o => Cles.Contains(o.Nom)).Select(o => $"{o.Nom}={o.Valeur}").ToList();
        if (execution.Export is { } export)
            cles.Add($"format={export.Format.ToString().ToLowerInvariant()}");
        var cherches = options.Where(o => !Cles.Contains(o.Nom) && o.Nom is not ("siret" or "matricule")).ToList();
        if (cherches.Count > 0)
            cles.Add($"options={string.Join(',', cherches.Select(o => o.Nom).Distinct())}");
        var mots = ligne.CommandResult.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens).Select(t => t.Value).ToList();
        if (ligne.CommandResult.Command is CommandeImporter)
            cles.Add($"chemins={mots.Count}");
        else if (mots.Count + cherches.Count > 0)
            cles.Add($"q=#{execution.Entrepot.Recherches.Empreinte(string.Join('\n', [.. mots, .. cherches.Select(o => $"{o.Nom}={o.Valeur}")]))}");
        return cles.Count == 0 ? null : string.Join(';', cles);
    }

    private static string Nom(CommandResult commande) =>
        commande.Parent is CommandResult { Command: not RootCommand } parent ? $"{Nom(parent)} {commande.Command.Name}" : $"xemelios {commande.Command.Name}";
}
