using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Xemelios.Checks.Moteur;
using Xemelios.Checks.Reglages;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.DuckDb;
using Xemelios.Import;
using Xemelios.Query.Matieres;

using Xemelios.Store;

namespace Xemelios.Checks.Tests.Regles;

/// <summary>The cases of all rules of <c>data-samples/cas</c>, imported together: each rule has an employer of its own.</summary>
public sealed class DossierDesCas : IDisposable
{
    private readonly DirectoryInfo _dossier = Directory.CreateTempSubdirectory("xemelios-regles-");
    private readonly ConcurrentDictionary<string, (IReadOnlyList<ConstatDePaye>, BilanDeRegle)> _faits = new(StringComparer.Ordinal);
    private readonly Entrepot _entrepot;

    public DossierDesCas()
    {
        var cas = Directory.GetDirectories(Path.Combine(Racine(), "data-samples", "cas"), "regle-*").Order(StringComparer.Ordinal).ToList();
        Reglages = cas.ToDictionary(d => Path.GetFileName(d)["regle-".Length..].ToUpperInvariant(), Fournis, StringComparer.Ordinal);
        Attendus = cas.Select(d => JsonNode.Parse(File.ReadAllText(Path.Combine(d, "attendu.json")))!.AsObject()).ToDictionary(a => (string)a["regle"]!, StringComparer.Ordinal);
        _entrepot = Entrepot.Ouvrir(Path.Combine(_dossier.FullName, "donnees"), new OptionsDEntrepot { MemoireMiB = 512, Fils = 1 });
        var rapport = new ImportJob(_entrepot, TimeProvider.System).Importer(cas.SelectMany(d => Directory.GetFiles(d, "*.xhl")), null, default);
        Assert.Equal(rapport.Fichiers.Count, rapport.Totaux.Importes);
    }

    /// <summary>What each rule must find, by its code.</summary>
    public IReadOnlyDictionary<string, JsonObject> Attendus { get; }

    /// <summary>The tables that the employer of each rule gives.</summary>
    public IReadOnlyDictionary<string, ReglagesDeControle> Reglages { get; }

    public DuckDbConnection Connecter() => _entrepot.Connecter();

    /// <summary>Runs a rule on its employer, once.</summary>
    public (IReadOnlyList<ConstatDePaye> Constats, BilanDeRegle Bilan) Controler(string code) => _faits.GetOrAdd(code, Passer);

    private (IReadOnlyList<ConstatDePaye> Constats, BilanDeRegle Bilan) Passer(string code)
    {
        using var connexion = Connecter();
        var constats = new List<ConstatDePaye>();
        var bilans = new ControleDePaye([code], (string)Attendus[code]["siret"]!) { Reglages = _ => Reglages[code] }.Executer(connexion, Perimetre.Complet, constats.Add);
        return (constats, Assert.Single(bilans));
    }

    public static IEnumerable<(MoisDePaye Mois, string? Matricule, string? Montant)> Lire(JsonObject attendu) =>
        attendu["constats"]!.AsArray().Select(c => (MoisDePaye.TryParse((string?)c!["mois"], out var mois) ? mois : default, (string?)c["matricule"], (string?)c["montant"]));

    public void Dispose()
    {
        _entrepot.Dispose();
        _dossier.Delete(recursive: true);
    }

    private static ReglagesDeControle Fournis(string cas)
    {
        var tables = Path.Combine(cas, "tables");
        return ReglagesDeControle.Aucun with
        {
            Tables = Directory.Exists(tables) ? [.. Directory.GetFiles(tables, "*.csv").Order(StringComparer.Ordinal).Select(f => TableFournie.Lire(Path.GetFileNameWithoutExtension(f), File.ReadAllText(f)))] : [],
        };
    }

    internal static string Racine()
    {
        var dossier = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(dossier, "Xemelios.Next.sln")))
            dossier = Path.GetDirectoryName(dossier)!;
        return dossier;
    }
}
