using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Xemelios.Store.Agents;

namespace Xemelios.Benchmarks.Recherche;

/// <summary>Three ways to search people, on the same made-up agents: what an import pays, the first answer of a new process, and the
/// next ones. Every way answers in a process of its own.</summary>
internal static class RechercheDesAgents
{
    private const int Fois = 20;
    private const int Limite = 2_000;
    private static readonly int[] Tailles = [60_603, 300_000, 1_000_000];
    private static readonly IManiere[] Manieres = [new EnMemoire(), new ParBalayage(), new ParFts5()];
    private static readonly JsonSerializerOptions Lisible = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Measures everything in the folder and writes the file of results.</summary>
    public static void Mesurer(string dossier, string resultats)
    {
        var mesures = new List<Dictionary<string, object>>();
        foreach (var taille in Tailles)
        {
            var ici = Path.Combine(dossier, taille.ToString(CultureInfo.InvariantCulture));
            if (Directory.Exists(ici))
                Directory.Delete(ici, recursive: true);
            Directory.CreateDirectory(ici);
            var lignes = new Population(taille).Lignes;
            foreach (var maniere in Manieres)
            {
                var mesure = Nourrir(maniere, ici, lignes);
                foreach (var (nom, valeur) in Repondre(maniere, ici))
                    mesure.Add(nom, valeur);
                mesures.Add(mesure);
                Console.WriteLine(JsonSerializer.Serialize(mesure, Lisible));
            }
        }

        File.WriteAllText(resultats, JsonSerializer.Serialize(
            new { mesure = "recherche des agents", processeurs = Environment.ProcessorCount, limite = Limite, questions_par_sorte = Fois, manieres = mesures }, Lisible) + "\n");
    }

    /// <summary>In a new process: one way, its first answer and the next ones, written as JSON.</summary>
    public static void Repondre(string dossier, string nom)
    {
        var maniere = Manieres.Single(m => m.Nom == nom);
        var questions = new Population(int.Parse(Path.GetFileName(dossier), CultureInfo.InvariantCulture)).Questions(Fois);
        var debut = Stopwatch.GetTimestamp();
        var recherche = maniere.Ouvrir(dossier);
        var mesure = new Dictionary<string, object> { ["ouverture_ms"] = Millisecondes(debut) };
        GC.Collect();
        var avant = Memoire();
        debut = Stopwatch.GetTimestamp();
        recherche.Chercher(questions[0].Textes[0], Limite, default);
        mesure.Add("premiere_reponse_ms", Millisecondes(debut));
        foreach (var (sorte, textes) in questions)
            mesure.Add(sorte, Durees(recherche, textes));
        GC.Collect();
        mesure.Add("memoire_mio", (Memoire() - avant) >> 20);
        GC.KeepAlive(recherche);
        Console.WriteLine(JsonSerializer.Serialize(mesure));
    }

    private static Dictionary<string, object> Nourrir(IManiere maniere, string dossier, IReadOnlyList<DocumentDAgent> lignes)
    {
        maniere.Preparer(dossier, lignes);
        var (cpu, debut) = (Process.GetCurrentProcess().TotalProcessorTime, Stopwatch.GetTimestamp());
        maniere.Nourrir(dossier, lignes);
        var duree = Millisecondes(debut);
        var cout = (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMilliseconds;
        return new()
        {
            ["maniere"] = maniere.Nom, ["lignes"] = lignes.Count,
            ["import_ms"] = duree, ["import_cpu_ms"] = Math.Round(cout, 1), ["octets"] = maniere.Octets(dossier),
        };
    }

    private static Dictionary<string, JsonElement> Repondre(IManiere maniere, string dossier)
    {
        using var processus = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["recherche-de", dossier, maniere.Nom]) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var sortie = processus.StandardOutput.ReadToEnd();
        processus.WaitForExit();
        return JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(sortie)!;
    }

    private static Dictionary<string, double> Durees(IRechercheDAgents recherche, string[] textes)
    {
        long trouves = 0;
        var durees = textes.Select(texte =>
        {
            var debut = Stopwatch.GetTimestamp();
            trouves += recherche.Chercher(texte, Limite, default).Count;
            return Millisecondes(debut);
        }).Order().ToList();
        return new() { ["p50_ms"] = durees[durees.Count / 2], ["p95_ms"] = durees[durees.Count * 95 / 100], ["trouves"] = trouves / textes.Length };
    }

    private static long Memoire()
    {
        using var processus = Process.GetCurrentProcess();
        return processus.WorkingSet64;
    }

    private static double Millisecondes(long debut) => Math.Round(Stopwatch.GetElapsedTime(debut).TotalMilliseconds, 2);
}
