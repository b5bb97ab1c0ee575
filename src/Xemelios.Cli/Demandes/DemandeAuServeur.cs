using System.Text.Json;
using Xemelios.Query.Export;

namespace Xemelios.Cli.Demandes;

/// <summary>A command that another process asks the server of the folder to run, laid in <c>depot/demandes</c>.</summary>
/// <param name="Repertoire">Folder from which the relative paths of the arguments are read.</param>
internal sealed record Demande(string[] Arguments, string Repertoire);

/// <summary>What the server answered.</summary>
internal sealed record Reponse(int Code, string Sortie, string Messages);

/// <summary>Hands a command to the server that owns the folder, and follows it to its answer.</summary>
internal static class DemandeAuServeur
{
    private static readonly TimeSpan Pas = TimeSpan.FromMilliseconds(50);

    /// <summary>After this time without any sign that a server took the command, it is withdrawn.</summary>
    private static readonly TimeSpan AttenteDeLaPrise = TimeSpan.FromSeconds(1);

    public static string DossierDesDemandes(string dossier) => Path.Combine(dossier, "depot", "demandes");

    /// <summary>The exit code that the server answered; null when nobody took the command.</summary>
    public static int? Transmettre(string dossier, string[] arguments, TextWriter sortie, TextWriter messages)
    {
        var demandes = Directory.CreateDirectory(DossierDesDemandes(dossier)).FullName;
        var base_ = Path.Combine(demandes, Guid.NewGuid().ToString("N"));
        Ecrire($"{base_}.demande", new Demande(arguments, Environment.CurrentDirectory));
        try
        {
            if (Attendre(base_) is not { } reponse)
                return null;
            sortie.Write(reponse.Sortie);
            messages.Write(reponse.Messages);
            return reponse.Code;
        }
        finally
        {
            File.Delete($"{base_}.demande");
            File.Delete($"{base_}.reponse");
        }
    }

    /// <summary>Writes a whole file at once: a reader never sees half of it.</summary>
    public static void Ecrire<T>(string chemin, T valeur)
    {
        File.WriteAllText($"{chemin}.ecriture", JsonSerializer.Serialize(valeur, ReponseJson.Options));
        File.Move($"{chemin}.ecriture", chemin, overwrite: true);
    }

    public static T Lire<T>(string chemin) => JsonSerializer.Deserialize<T>(File.ReadAllText(chemin), ReponseJson.Options)!;

    private static Reponse? Attendre(string base_)
    {
        var attente = TimeSpan.Zero;
        while (!File.Exists($"{base_}.reponse"))
        {
            // The server renames the request when it takes it: from then on the wait has no limit.
            if (File.Exists($"{base_}.demande") && (attente += Pas) > AttenteDeLaPrise)
                return null;
            Thread.Sleep(Pas);
        }

        return Lire<Reponse>($"{base_}.reponse");
    }
}
