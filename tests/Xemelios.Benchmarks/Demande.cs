using System.Globalization;

namespace Xemelios.Benchmarks;

/// <summary>What was asked on the command line.</summary>
internal sealed record Demande(string Banc, IReadOnlyDictionary<string, int> Options)
{
    public const string Usage = """
        bench import      [--bulletins 60603] [--fois 3]                      l'import d'un gros fichier, à côté de parcours nus
        bench requetes    [--bulletins 5000] [--mois 12] [--fois 50]          les questions des écrans
        bench reponses    [--bulletins 60603] [--mois 12] [--fois 20]         recherches, regroupements, facettes, états, exports, sur une année
        bench croissance  [--bulletins 60603] [--mois 12]                     le temps d'import, mois après mois, et sa courbe
        bench web         [--bulletins 5000] [--mois 12] [--fois 60]          les pages, pour un et pour vingt lecteurs
        bench controles   [--bulletins 60603] [--mois 12] [--fois 3]          toutes les règles de paye, sur un mois et sur l'année
        bench regles                                                          ce que chaque règle ajoute à la mise à plat d'un mois
        bench charge      [--bulletins 60603] [--mois 12] [--fois 12]         cinquante personnes à la fois, chacune avec son circuit
        bench petits      [--fichiers 1000] [--fois 3]                        l'import de beaucoup de petits fichiers
        bench totaux      [--bulletins 60603]                                 les totaux d'un gros fichier, par le produit et par le lecteur général
        bench boucles                                                         les boucles internes (BenchmarkDotNet)
        bench recherche   [--fois 20]                                         trois façons de chercher des agents
        bench readme                                                          refait la table de chiffres du README
        """;

    private static readonly string[] Connues = ["--bulletins", "--mois", "--fichiers", "--fois"];

    /// <summary>Null when the line does not read.</summary>
    public static Demande? Lire(string[] arguments)
    {
        var options = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 1; i < arguments.Length; i += 2)
        {
            if (i + 1 == arguments.Length || !Connues.Contains(arguments[i])
                || !int.TryParse(arguments[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var nombre) || nombre == 0)
                return null;
            options[arguments[i]] = nombre;
        }

        return arguments.Length == 0 ? null : new Demande(arguments[0], options);
    }

    public int Bulletins(int parDefaut) => Options.GetValueOrDefault("--bulletins", parDefaut);

    public int Mois(int parDefaut) => Options.GetValueOrDefault("--mois", parDefaut);

    public int Fichiers(int parDefaut) => Options.GetValueOrDefault("--fichiers", parDefaut);

    public int Fois(int parDefaut) => Options.GetValueOrDefault("--fois", parDefaut);
}
