using System.Globalization;
using Xemelios.Samples;

namespace Xemelios.Benchmarks.Donnees;

/// <summary>The pay files of many small employers, one for each month, and one file that holds the same bulletins.</summary>
internal sealed class PetitsFichiers(Atelier atelier, int fichiers)
{
    private const int MoisParEmployeur = 4;
    private const int BulletinsMin = 5;
    private const int BulletinsMax = 20;

    private readonly string _nom = string.Create(CultureInfo.InvariantCulture, $"petits-{fichiers}");

    /// <summary>A folder of so many files.</summary>
    public string Dossier
    {
        get
        {
            // Beside the folder: what lies inside is imported.
            var temoin = atelier.EnCache($"{_nom}.complet", EcrireLesFichiers);
            return Path.Combine(Path.GetDirectoryName(temoin)!, _nom);
        }
    }

    /// <summary>All the bulletins of the folder, in one file of one employer.</summary>
    public string EnUnSeul => atelier.EnCache($"{_nom}.xhl", fichier =>
    {
        var mois = LesMois().ToList();
        Ecrire(fichier, mois[0] with { Bulletins = [.. mois.SelectMany(m => m.Bulletins)] });
    });

    /// <summary>Number of bulletins of the folder.</summary>
    public int Bulletins => Enumerable.Range(0, Employeurs).Sum(e => Effectif(e) * Math.Min(MoisParEmployeur, fichiers - e * MoisParEmployeur));

    private int Employeurs => (fichiers + MoisParEmployeur - 1) / MoisParEmployeur;

    private static int Effectif(int employeur) => BulletinsMin + employeur * 7 % (BulletinsMax - BulletinsMin + 1);

    private void EcrireLesFichiers(string temoin)
    {
        var dossier = atelier.DossierNeuf(_nom);
        // Month after month, as they come: no file follows another of the same employer.
        foreach (var mois in LesMois())
            Ecrire(Path.Combine(Directory.CreateDirectory(Path.Combine(dossier, mois.MoisIso)).FullName, Volumes.NomFichier(mois, null)), mois);
        File.WriteAllText(temoin, "");
    }

    private IEnumerable<MoisDePaye> LesMois()
    {
        for (var rang = 0; rang < fichiers; rang++)
        {
            var employeur = rang / MoisParEmployeur;
            var hasard = new Hasard((ulong)employeur + 1);
            var agents = GenerateurDAgents.Effectif(hasard.Branche("agents"), ProfilDePaye.Commune, Effectif(employeur));
            var commune = new EmployeurFictif(SiretFictif.Creer("21", employeur + 1), "Commune fictive", ProfilDePaye.Commune);
            yield return GenerateurDeMois.De(hasard, commune, agents, 2026, 1 + rang % MoisParEmployeur) with { Budget = "00" };
        }
    }

    private static void Ecrire(string fichier, MoisDePaye mois)
    {
        using var flux = File.Create(fichier);
        XhlWriter.Ecrire(flux, mois, Volumes.Couper(mois, 1, ModeDeRepartition.PremierVolume)[0], Dialecte.Standard);
    }
}
