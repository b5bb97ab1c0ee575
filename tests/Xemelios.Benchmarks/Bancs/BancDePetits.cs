using System.Text.Json.Nodes;
using Xemelios.Benchmarks.Donnees;
using Xemelios.Benchmarks.Mesures;
using Xemelios.Benchmarks.Rapports;

namespace Xemelios.Benchmarks.Bancs;

/// <summary>Many small pay files in one import, beside the import of their bulletins in one file: what a file costs by itself.</summary>
internal sealed class BancDePetits(Atelier atelier, int fichiers, int fois)
{
    private const string Ou = "processus à froid";

    private readonly PetitsFichiers _petits = new(atelier, fichiers);
    private readonly Produit _produit = new(atelier);
    private readonly string _profil = Path.Combine(atelier.Donnees, "profil-petits.json");

    public void Mesurer()
    {
        var (dossier, seul) = (_petits.Dossier, _petits.EnUnSeul);
        var petits = new List<(Releve Releve, JsonNode? Etapes)>();
        var unSeul = new List<Releve>();
        for (var tour = 1; tour <= fois; tour++)
        {
            Console.WriteLine($"Tour {tour} sur {fois}");
            petits.Add((Importer(dossier, _profil), Etapes()));
            unSeul.Add(Importer(seul, null));
        }

        var produit = Statistiques.EnMesure("petits fichiers", Ou, petits.Select(p => p.Releve));
        var repere = Statistiques.EnMesure("les mêmes bulletins en un fichier", Ou, unSeul, produit.Mediane);
        var parametres = new Dictionary<string, long>
        {
            ["fichiers"] = fichiers, ["bulletins"] = _petits.Bulletins, ["octets"] = Directory.EnumerateFiles(dossier, "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length), ["fois"] = fois,
        };
        var median = petits.OrderBy(p => p.Releve.Secondes).ElementAt((fois - 1) / 2);
        atelier.Publier("petits", parametres, Chiffres(produit, repere), [produit, repere], new JsonObject
        {
            ["fichiersParSeconde"] = Math.Round(fichiers / produit.Mediane),
            ["processeurParFichier"] = median.Releve.Processeur is { } p ? Math.Round(p / fichiers, 6) : null,
            ["etapes"] = median.Etapes,
        });
    }

    private JsonNode? Etapes() => File.Exists(_profil) ? JsonNode.Parse(File.ReadAllText(_profil)) : null;

    private Releve Importer(string chemin, string? profil)
    {
        var donnees = atelier.DossierNeuf("donnees-petits");
        var releve = _produit.Importer(donnees, [chemin], profil);
        _produit.Exiger(donnees, _petits.Bulletins);
        return releve;
    }

    private List<Chiffre> Chiffres(Mesure produit, Mesure repere) =>
    [
        new($"import de {Nombres.Entier(fichiers)} petits fichiers ({Nombres.Entier(_petits.Bulletins)} bulletins)", Nombres.Secondes(produit.Mediane)),
        new("petits fichiers par seconde", Nombres.Entier(fichiers / produit.Mediane)),
        new("le même import, rapporté à celui d'un fichier des mêmes bulletins", Nombres.Rapport(produit.Mediane / repere.Mediane)),
    ];
}
