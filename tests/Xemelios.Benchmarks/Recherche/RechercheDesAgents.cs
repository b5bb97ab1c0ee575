using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xemelios.Benchmarks.Mesures;
using Xemelios.Benchmarks.Rapports;
using Xemelios.Store.Agents;

namespace Xemelios.Benchmarks.Recherche;

/// <summary>Three ways to search people, on the same made-up agents: what an import pays, the first answer of a new process, and the
/// next ones. Every way answers in a process of its own.</summary>
internal sealed class RechercheDesAgents(Atelier atelier, int fois)
{
    private const int Limite = 2_000;
    private const string Memoire = "mémoire";
    private static readonly int[] Tailles = [60_603, 300_000, 1_000_000];
    private static readonly IManiere[] Manieres = [new EnMemoire(), new ParBalayage(), new ParFts5()];

    private readonly List<Mesure> _mesures = [];
    private readonly JsonObject _details = [];

    public void Mesurer()
    {
        foreach (var taille in Tailles)
        {
            var dossier = Path.Combine(atelier.DossierNeuf($"recherche-{taille}"), taille.ToString(CultureInfo.InvariantCulture));
            Directory.CreateDirectory(dossier);
            var lignes = new Population(taille).Lignes;
            foreach (var maniere in Manieres)
                Mesurer(maniere, dossier, lignes);
        }

        atelier.Publier("recherche", new Dictionary<string, long> { ["fois"] = fois, ["limite"] = Limite }, [], _mesures, _details);
    }

    /// <summary>In a new process: the first answer of one way, then the next ones, in seconds, as JSON.</summary>
    public static void Repondre(string dossier, string nom, int fois)
    {
        var maniere = Manieres.Single(m => m.Nom == nom);
        var questions = new Population(int.Parse(Path.GetFileName(dossier), CultureInfo.InvariantCulture)).Questions(fois);
        var debut = Stopwatch.GetTimestamp();
        var recherche = maniere.Ouvrir(dossier);
        var reponses = new Dictionary<string, double[]> { ["ouverture"] = [Secondes(debut)] };
        GC.Collect();
        var avant = MemoireMio();
        reponses.Add("première réponse", [Duree(recherche, questions[0].Textes[0])]);
        foreach (var (sorte, textes) in questions)
            reponses.Add(sorte, [.. textes.Select(texte => Duree(recherche, texte))]);
        GC.Collect();
        reponses.Add(Memoire, [MemoireMio() - avant]);
        GC.KeepAlive(recherche);
        Console.WriteLine(JsonSerializer.Serialize(reponses));
    }

    private void Mesurer(IManiere maniere, string dossier, IReadOnlyList<DocumentDAgent> lignes)
    {
        var cas = $"{maniere.Nom}, {lignes.Count} lignes";
        Console.WriteLine(cas);
        maniere.Preparer(dossier, lignes);
        _mesures.Add(Statistiques.EnMesure($"{cas} : import", "processus de mesure", [Nourrir(maniere, dossier, lignes)]));
        var reponses = Interroger(maniere, dossier);
        reponses.Remove(Memoire, out var memoire);
        foreach (var (sorte, secondes) in reponses)
            _mesures.Add(Statistiques.EnMesure($"{cas} : {sorte}", "processus neuf", secondes.Select(s => new Releve(s))));
        _details[cas] = new JsonObject { ["octetsSurDisque"] = maniere.Octets(dossier), ["memoireAjouteeMio"] = Math.Round(memoire![0], 1) };
    }

    private static Releve Nourrir(IManiere maniere, string dossier, IReadOnlyList<DocumentDAgent> lignes)
    {
        using var processus = Process.GetCurrentProcess();
        var (processeur, debut) = (processus.TotalProcessorTime, Stopwatch.GetTimestamp());
        maniere.Nourrir(dossier, lignes);
        var duree = Secondes(debut);
        processus.Refresh();
        return new Releve(duree, (processus.TotalProcessorTime - processeur).TotalSeconds);
    }

    private Dictionary<string, double[]> Interroger(IManiere maniere, string dossier)
    {
        var sortie = Programme.Sortie(Environment.ProcessPath!, "recherche-de", dossier, maniere.Nom, fois.ToString(CultureInfo.InvariantCulture));
        return JsonSerializer.Deserialize<Dictionary<string, double[]>>(sortie)!;
    }

    private static double Duree(IRechercheDAgents recherche, string texte)
    {
        var debut = Stopwatch.GetTimestamp();
        recherche.Chercher(texte, Limite, default);
        return Secondes(debut);
    }

    private static double Secondes(long debut) => Stopwatch.GetElapsedTime(debut).TotalSeconds;

    private static double MemoireMio()
    {
        using var processus = Process.GetCurrentProcess();
        return processus.WorkingSet64 / 1048576.0;
    }
}
