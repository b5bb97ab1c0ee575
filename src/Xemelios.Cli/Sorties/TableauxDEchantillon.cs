using Xemelios.Checks.Echantillonnage;
using Xemelios.Domain.Echantillons;

namespace Xemelios.Cli.Sorties;

/// <summary>A draw at a terminal.</summary>
internal static class TableauxDEchantillon
{
    public static void Ecrire(FeuilleDePointage feuille, Execution execution)
    {
        execution.Sortie.WriteLine(SectionsDEchantillon.Identification(feuille.Tire));
        foreach (var (poste, tirage) in feuille.Tire.Postes)
        {
            execution.Sortie.WriteLine(MotsDEchantillon.Dire(poste));
            var strates = new Tableau("Strate", ">Bulletins", ">Montant", ">À voir");
            foreach (var s in tirage.Strates)
                strates.Ligne(MotsDEchantillon.Nommer(s), s.Effectif, s.Montant, s.Tires);
            strates.Sur(execution.Sortie);
            var unites = new Tableau(">N°", "Matricule", ">Montant", "Pourquoi", "Fichier", ">Bulletin");
            foreach (var (u, i) in tirage.Unites.Select((u, i) => (u, i)))
            {
                var (volume, ordre) = CleDUnite.Lire(u.Cle);
                unites.Ligne(i + 1, u.Matricule, u.Montant, MotsDEchantillon.Raison(tirage.Strates[u.Strate]), volume[..12], ordre);
            }

            unites.Sur(execution.Sortie);
            execution.Sortie.WriteLine($"{tirage.Unites.Count} bulletins à voir sur {tirage.Effectif}.");
        }
    }
}
