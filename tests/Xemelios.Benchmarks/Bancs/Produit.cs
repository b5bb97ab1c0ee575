using System.Globalization;
using System.Text.Json.Nodes;
using Xemelios.Benchmarks.Mesures;
using Xemelios.Benchmarks.Rapports;

namespace Xemelios.Benchmarks.Bancs;

/// <summary>The published command line, each time in a cold process.</summary>
internal sealed class Produit(Atelier atelier)
{
    /// <summary>Where the command line writes the stages of an import, when it knows how to.</summary>
    private const string VariableDeProfil = "XEMELIOS_PROFIL";

    /// <summary>Imports files into a data folder, from start to exit.</summary>
    /// <param name="profil">Receives the stages of the import, if the product writes them.</param>
    public Releve Importer(string donnees, IReadOnlyList<string> fichiers, string? profil = null)
    {
        if (profil is not null)
            File.Delete(profil);
        var environnement = profil is null ? null : new Dictionary<string, string>(StringComparer.Ordinal) { [VariableDeProfil] = profil };
        // 5: done, with anomalies to look at.
        return Programme.Mesurer(atelier.Xemelios, ["importer", .. fichiers, "--donnees", donnees], environnement, 0, 5);
    }

    /// <summary>Bulletins that the folder answers for: an import that is not queryable was not one.</summary>
    public int Bulletins(string donnees) =>
        JsonNode.Parse(Programme.Sortie(atelier.Xemelios, "etats", "--donnees", donnees, "--json"))!.AsArray().Sum(e => e!["bulletins"]!.GetValue<int>());

    public void Exiger(string donnees, int bulletins)
    {
        if (Bulletins(donnees) is var lus && lus != bulletins)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{lus} bulletins importés au lieu de {bulletins}."));
    }

    /// <summary>A data folder with these months, imported one after the other; the one that is there already, when it holds them.</summary>
    public string DossierGarde(string nom, Donnees.FichiersDePaye fichiers, int bulletins, int mois)
    {
        var donnees = Path.Combine(atelier.Donnees, nom);
        if (Directory.Exists(donnees) && Bulletins(donnees) == bulletins * mois)
            return donnees;
        atelier.DossierNeuf(nom);
        foreach (var rang in Enumerable.Range(0, mois))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Mois {rang + 1} sur {mois}"));
            var fichier = Path.Combine(atelier.Donnees, string.Create(CultureInfo.InvariantCulture, $"{nom}-{rang:000}.xhl"));
            fichiers.Ecrire(fichier, rang);
            Importer(donnees, [fichier]);
            File.Delete(fichier);
        }

        Exiger(donnees, bulletins * mois);
        return donnees;
    }

    /// <summary>A data folder with these months, imported in one go.</summary>
    public string DossierDe(string nom, Donnees.FichiersDePaye fichiers, int mois)
    {
        var donnees = atelier.DossierNeuf(nom);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Import de {mois} mois"));
        Importer(donnees, [.. Enumerable.Range(0, mois).Select(fichiers.Mois)]);
        return donnees;
    }
}
