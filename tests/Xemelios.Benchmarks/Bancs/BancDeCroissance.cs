using System.Globalization;
using System.Text.Json.Nodes;
using Xemelios.Benchmarks.Donnees;
using Xemelios.Benchmarks.Mesures;
using Xemelios.Benchmarks.Rapports;

namespace Xemelios.Benchmarks.Bancs;

/// <summary>One folder that receives month after month: what the last one costs beside the first, and how the full folder answers.</summary>
internal sealed class BancDeCroissance(Atelier atelier, int bulletins, int mois)
{
    private const double RapportMaximal = 1.15;
    private const double MemoireMaximale = 2048;
    private const double TailleMaximale = 0.06;
    private const int FoisParQuestion = 9;

    private readonly FichiersDePaye _fichiers = new(atelier, bulletins);
    private readonly Produit _produit = new(atelier);
    private readonly List<MoisImporte> _mois = [];

    public void Mesurer()
    {
        var donnees = atelier.DossierNeuf("donnees-croissance");
        for (var rang = 0; rang < mois; rang++)
        {
            _mois.Add(Importer(donnees, rang));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Mois {rang + 1} sur {mois} : {_mois[^1].Import.Secondes:0.00} s, base {_mois[^1].Tables >> 20} Mio"));
        }

        _produit.Exiger(donnees, bulletins * mois);
        var imports = Statistiques.EnMesure("import d'un mois", "processus à froid", _mois.Select(m => m.Import));
        var requetes = new BancDeRequetes(atelier, bulletins, mois, FoisParQuestion);
        var questions = requetes.Interroger(donnees);
        var parametres = new Dictionary<string, long> { ["bulletins"] = bulletins, ["mois"] = mois, ["fois"] = FoisParQuestion };
        atelier.Publier("croissance", parametres, [.. Chiffres(), .. requetes.Chiffres(questions)], [imports, .. questions], Details(), atelier.Publication);
        new CourbeDeCroissance(atelier).Tracer(bulletins, _mois);
    }

    /// <summary>The original goes too: it is as large as the month, and no question asks for it here.</summary>
    private MoisImporte Importer(string donnees, int rang)
    {
        var fichier = Path.Combine(atelier.Donnees, "mois.xhl");
        _fichiers.Ecrire(fichier, rang);
        var octets = new FileInfo(fichier).Length;
        var releve = _produit.Importer(donnees, [fichier]);
        File.Delete(fichier);
        Directory.Delete(Path.Combine(donnees, "originaux"), recursive: true);
        return new(releve, octets, Taille(donnees, "paye.duckdb*"), Taille(donnees, "recherche.db*"));
    }

    private static long Taille(string donnees, string motif) => Directory.EnumerateFiles(donnees, motif).Sum(f => new FileInfo(f).Length);

    private List<Chiffre> Chiffres()
    {
        var glissantes = MoisImporte.Glissantes(_mois, r => r.Secondes);
        var (premier, dernier) = (glissantes[0], glissantes[^1]);
        var memoire = _mois.Max(m => m.Import.MemoireMio);
        var taille = (double)(_mois[^1].Tables + _mois[^1].Index) / _mois.Sum(m => m.Octets);
        var chiffres = new List<Chiffre>
        {
            new($"import du mois {mois} rapporté au mois 1 ({Nombres.Entier((double)bulletins * mois)} bulletins en tout)", Nombres.Rapport(dernier / premier),
                "≤ " + Nombres.Rapport(RapportMaximal), dernier / premier <= RapportMaximal),
            new("tables et index, rapportés au XML reçu", (100 * taille).ToString("0.0", CultureInfo.GetCultureInfo("fr-FR")) + " %", "≤ 6 %", taille <= TailleMaximale),
        };
        if (memoire is { } mio)
            chiffres.Add(new("mémoire au plus haut, tous mois", Nombres.Mio(mio), "≤ " + Nombres.Mio(MemoireMaximale), mio <= MemoireMaximale));
        return chiffres;
    }

    /// <summary>Month by month; the second month is told beside the first, which alone creates the folder and meets every agent.</summary>
    private JsonObject Details()
    {
        var secondes = MoisImporte.Glissantes(_mois, r => r.Secondes);
        var processeur = MoisImporte.Glissantes(_mois, r => r.Processeur ?? 0);
        return new JsonObject
        {
            ["dernierSurPremier"] = Math.Round(secondes[^1] / secondes[0], 3),
            ["dernierSurPremierProcesseur"] = processeur[0] > 0 ? Math.Round(processeur[^1] / processeur[0], 3) : null,
            ["dernierSurDeuxieme"] = _mois.Count > 1 ? Math.Round(secondes[^1] / Statistiques.Mediane(_mois.Skip(1).Take(5).Select(m => m.Import.Secondes)), 3) : null,
            ["mois"] = new JsonArray([.. _mois.Select((m, i) => new JsonObject
            {
                ["rang"] = i + 1,
                ["secondes"] = Statistiques.Arrondir(m.Import.Secondes),
                ["mediane"] = Statistiques.Arrondir(secondes[i]),
                ["processeur"] = m.Import.Processeur,
                ["memoireMio"] = m.Import.MemoireMio is { } mio ? Math.Round(mio, 1) : null,
                ["octets"] = m.Octets,
                ["tables"] = m.Tables,
                ["index"] = m.Index,
            })]),
        };
    }
}

/// <summary>What the import of one month cost, and what the folder weighs after it.</summary>
/// <param name="Octets">Of the file received.</param>
/// <param name="Tables">Bytes of the pay tables.</param>
/// <param name="Index">Bytes of the index of words.</param>
internal sealed record MoisImporte(Releve Import, long Octets, long Tables, long Index)
{
    public static double[] Glissantes(IEnumerable<MoisImporte> mois, Func<Releve, double> valeur) =>
        Statistiques.MedianesGlissantes([.. mois.Select(m => valeur(m.Import))]);
}
