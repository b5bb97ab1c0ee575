using Xemelios.Import.Suppressions;

namespace Xemelios.Cli.Sorties;

/// <summary>What goes, in the keys of the command line.</summary>
internal static class SuppressionEnJson
{
    public static object De(PlanDeSuppression plan, bool faite) => new
    {
        objet = plan.Cible.Libelle,
        supprime = faite && !plan.EstVide,
        fichiers = plan.Fichiers,
        octets = plan.Octets,
        bulletins = plan.Bulletins,
        lignes = plan.Lignes,
        mandats = plan.Mandats,
        pieces = plan.Pieces,
        mois = plan.Mois,
        anciennes_versions = plan.AnciennesVersions,
        fichiers_gardes = plan.FichiersGardes,
        contenus_gardes = plan.ContenusGardes,
        relecture = plan.Relire,
        phrase = plan.Phrase,
    };
}
