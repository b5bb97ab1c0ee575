using Xemelios.Domain.Conservation;
using Xemelios.Import.Archivages;

namespace Xemelios.Cli.Sorties;

/// <summary>What is to be archived, what is, and what goes, in the keys of the command line.</summary>
internal static class ArchivesEnJson
{
    public static object De(PlanDArchivage plan, bool fait) => new
    {
        objet = plan.Cible.Libelle,
        archive = fait && !plan.EstVide,
        siret = plan.Cible.Siret,
        exercice = plan.Cible.Exercice,
        budget = plan.Cible.Budget,
        bulletins = plan.Part.Bulletins,
        lignes = plan.Part.Lignes,
        mandats = plan.Part.Mandats,
        pieces = plan.Part.Pieces,
        mois = plan.Part.Mois,
        fichiers_gardes = plan.Part.FichiersGardes,
        phrase = plan.Phrase,
    };

    public static object De(IReadOnlyList<ExerciceConnu> exercices, IReadOnlyList<ExerciceArchive> archives, IReadOnlyList<string> defauts) => new
    {
        regle = BaseActive.Regle,
        base_active = exercices.Select(e => new
        {
            siret = e.Present.Siret, budget = e.Present.Budget, exercice = e.Present.Exercice, bulletins = e.Present.Bulletins, mandats = e.Present.Mandats,
            a_archiver = e.EstDu, raison = e.Empechement,
        }),
        archives = archives.Select(a => new
        {
            siret = a.Siret, exercice = a.Exercice, budgets = a.Budgets, bulletins = a.Bulletins, lignes = a.Lignes, mandats = a.Mandats, pieces = a.Pieces,
            octets = a.Dernier.Fichier?.Octets, fichier = a.Dernier.Fichier?.Chemin, empreinte = a.Dernier.Fichier?.Empreinte,
            le = a.Dernier.Le, par = a.Dernier.Par, motif = a.Dernier.Motif,
        }),
        defauts,
    };
}
