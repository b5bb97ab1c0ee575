using System.Text.Json.Nodes;
using Xemelios.Store;

namespace Xemelios.Cli.Tests;

/// <summary>What one command line answered.</summary>
public sealed record Resultat(int Code, string Sortie, string Messages)
{
    /// <summary>The whole standard output as one JSON document: anything else there fails.</summary>
    public JsonNode Json => JsonNode.Parse(Sortie) ?? throw new InvalidOperationException("Aucun document JSON.");
}

/// <summary>Runs the command line in process.</summary>
public static class Commande
{
    /// <summary>Runs these arguments as they are.</summary>
    public static async Task<Resultat> ExecuterAsync(params string[] arguments)
    {
        using var sortie = new StringWriter();
        using var messages = new StringWriter();
        var code = await LigneDeCommande.ExecuterAsync(arguments, sortie, messages);
        return new Resultat(code, sortie.ToString(), messages.ToString());
    }

    /// <summary>Runs a command with <c>--json</c> on a folder that is open, as a server does for the commands handed to it.</summary>
    public static Resultat Sur(Entrepot entrepot, params string[] arguments)
    {
        using var sortie = new StringWriter();
        using var messages = new StringWriter();
        var code = LigneDeCommande.ExecuterSur(entrepot, [.. arguments, "--json"], Environment.CurrentDirectory, sortie, messages);
        return new Resultat(code, sortie.ToString(), messages.ToString());
    }

    /// <summary>Runs a command on a data folder with <c>--json</c>.</summary>
    public static Task<Resultat> SurAsync(string donnees, params string[] arguments) =>
        ExecuterAsync([.. arguments, "--donnees", donnees, "--json"]);
}
