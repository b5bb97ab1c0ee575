using System.Text.Json.Nodes;
using Xemelios.Benchmarks.Donnees;
using Xemelios.Benchmarks.Mesures;
using Xemelios.Benchmarks.Rapports;

namespace Xemelios.Benchmarks.Bancs;

/// <summary>One large pay file, from disk to fully queryable, beside bare walks of the same file, turn by turn.</summary>
internal sealed class BancDImport(Atelier atelier, int bulletins, int fois)
{
    private const string Xmllint = "xmllint --sax --noout";
    private const double RapportMaximal = 1.0;
    private const double MemoireMaximale = 600;
    private const double BulletinsParSeconde = 15_000;
    private const string ProcessusFroid = "processus à froid";
    private const string ProcessusDeMesure = "processus de mesure";

    private readonly FichiersDePaye _fichiers = new(atelier, bulletins);
    private readonly Produit _produit = new(atelier);
    private readonly List<Releve> _imports = [];
    private (Releve Releve, JsonNode? Etapes) _profil;

    public void Mesurer()
    {
        var reperes = Reperes();
        var releves = reperes.ToDictionary(r => r.Nom, _ => new List<Releve>());
        // A turn that does not count brings the programs and the file into the disk's cache, for one as for the other.
        Importer(null);
        reperes[0].Mesurer();
        for (var tour = 1; tour <= fois; tour++)
        {
            Console.WriteLine($"Tour {tour} sur {fois}");
            // Turn by turn, the walk that the bar names right after the product: what disturbs the machine hits both alike.
            _imports.Add(Importer(null));
            foreach (var repere in reperes)
                releves[repere.Nom].Add(repere.Mesurer());
        }

        Profiler();
        var produit = Statistiques.EnMesure("import complet", ProcessusFroid, _imports);
        var mesures = reperes.Select(r => Statistiques.EnMesure(r.Nom, r.Ou, releves[r.Nom], produit.Mediane)).Prepend(produit).ToList();
        var octets = new FileInfo(_fichiers.Gros).Length;
        atelier.Publier("import", new Dictionary<string, long> { ["bulletins"] = bulletins, ["octets"] = octets, ["fois"] = fois }, Chiffres(mesures, octets), mesures, Details(mesures), atelier.Publication);
    }

    private List<(string Nom, string Ou, Func<Releve> Mesurer)> Reperes()
    {
        var bancs = new Reperes(atelier, _fichiers);
        var reperes = new List<(string, string, Func<Releve>)>();
        if (Programme.Installe("xmllint") is { } xmllint)
            reperes.Add((Xmllint, ProcessusFroid, () => Programme.Mesurer(xmllint, ["--sax", "--noout", _fichiers.Gros])));
        foreach (var (nom, action) in ((string, Action)[])[
            ("XmlReader, parcours seul", bancs.ParcourirLeXml), ("SHA-256 du fichier", bancs.Hacher),
            ("DuckDB, read_csv des mêmes lignes", bancs.LireLeCsvParDuckDb), ("FTS5, un document par agent", bancs.IndexerParFts5)])
            reperes.Add((nom, ProcessusDeMesure, () => DansLeProcessus.Mesurer(action)));
        // What they read is made before anything is timed.
        _ = (_fichiers.Gros, _fichiers.LignesEnCsv, _fichiers.Agents);
        return reperes;
    }

    private Releve Importer(string? profil)
    {
        var donnees = atelier.DossierNeuf("donnees-import");
        var releve = _produit.Importer(donnees, [_fichiers.Gros], profil);
        _produit.Exiger(donnees, bulletins);
        return releve;
    }

    /// <summary>One run more, that tells its stages: telling them costs it some hundredths of a second.</summary>
    private void Profiler()
    {
        var profil = Path.Combine(atelier.Donnees, "profil.json");
        var releve = Importer(profil);
        _profil = (releve, File.Exists(profil) ? JsonNode.Parse(File.ReadAllText(profil)) : null);
    }

    private List<Chiffre> Chiffres(List<Mesure> mesures, long octets)
    {
        var produit = mesures[0];
        var memoire = produit.MemoireMio?.Max();
        var debit = bulletins / produit.Mediane;
        var chiffres = new List<Chiffre> { new($"import de {Nombres.Entier(bulletins)} bulletins ({Nombres.Entier(octets / 1e6)} Mo), processus à froid", Nombres.Secondes(produit.Mediane)) };
        if (mesures.FirstOrDefault(m => m.Nom == Xmllint) is { Rapport: { } rapport } xmllint)
            chiffres.Add(new($"le même, rapporté à `{Xmllint}` ({Nombres.Secondes(xmllint.Mediane)})", Nombres.Rapport(rapport), "≤ " + Nombres.Rapport(RapportMaximal), rapport <= RapportMaximal));
        if (memoire is { } mio)
            chiffres.Add(new("mémoire au plus haut", Nombres.Mio(mio), "≤ " + Nombres.Mio(MemoireMaximale), mio <= MemoireMaximale));
        chiffres.Add(new("bulletins par seconde", Nombres.Entier(debit), "≥ " + Nombres.Entier(BulletinsParSeconde), debit >= BulletinsParSeconde));
        return chiffres;
    }

    /// <summary>The ratio of each turn; and the stages of the run that was asked for them, and how many cores it kept busy.</summary>
    private JsonObject Details(List<Mesure> mesures)
    {
        var (profile, etapes) = _profil;
        var xmllint = mesures.FirstOrDefault(m => m.Nom == Xmllint);
        return new JsonObject
        {
            ["bulletinsParSeconde"] = Math.Round(bulletins / mesures[0].Mediane),
            ["rapportsAXmllintTourParTour"] = xmllint is null ? null : new JsonArray([.. _imports.Zip(xmllint.Secondes, (i, s) => JsonValue.Create(Math.Round(i.Secondes / s, 3)))]),
            ["profil"] = new JsonObject
            {
                ["secondes"] = Statistiques.Arrondir(profile.Secondes),
                ["processeur"] = profile.Processeur,
                ["coeursOccupes"] = profile.Processeur is { } p ? Math.Round(p / profile.Secondes, 2) : null,
                ["etapes"] = etapes?.DeepClone(),
            },
        };
    }
}
