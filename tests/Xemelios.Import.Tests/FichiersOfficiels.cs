using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Xemelios.Import.Tests;

/// <summary>The official anonymised files, which stand beside the checkout and are not copied into the project.</summary>
public static class FichiersOfficiels
{
    public static string? Dossier { get; } = Chercher();

    /// <summary>The path of one of them; null, said on the console, where the folder is not beside the checkout.</summary>
    public static string? Chemin(string nom)
    {
        var chemin = Dossier is null ? null : Path.Combine(Dossier, nom);
        if (chemin is not null && File.Exists(chemin))
            return chemin;
        Console.WriteLine($"Fichier officiel {nom} absent à côté du dépôt : ce test n'a rien vérifié ici.");
        return null;
    }

    /// <summary>Lines and cents by category, counted in the text of the file without any XML reader.</summary>
    public static SortedDictionary<string, (int Lignes, long Centimes)> CompterParCategorie(string chemin)
    {
        var texte = File.ReadAllText(chemin, Encoding.Latin1);
        var sommes = new SortedDictionary<string, (int Lignes, long Centimes)>(StringComparer.Ordinal);
        foreach (var categorie in (string[])["TraitBrut", "IndemResid", "SupFam", "AvantageNature", "Indemnite", "RemDivers", "Deduction", "Acompte", "Rappel", "Retenue", "Cotisation"])
        {
            foreach (Match bloc in Regex.Matches(texte, $"<{categorie}>(.*?)</{categorie}>", RegexOptions.Singleline, TimeSpan.FromMinutes(1)))
            {
                var montant = Regex.Match(bloc.Groups[1].Value, "<Mt V=\"([^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;
                var centimes = (long)(decimal.Parse(montant, CultureInfo.InvariantCulture) * 100);
                var (lignes, somme) = sommes.GetValueOrDefault(categorie);
                sommes[categorie] = (lignes + 1, somme + centimes);
            }
        }

        return sommes;
    }

    private static string? Chercher()
    {
        for (var dossier = new DirectoryInfo(AppContext.BaseDirectory); dossier is not null; dossier = dossier.Parent)
        {
            var candidat = Path.Combine(dossier.FullName, "shared", "data", "officiels");
            if (Directory.Exists(candidat))
                return candidat;
        }

        return null;
    }
}
