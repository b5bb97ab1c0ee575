using Xemelios.Domain.Habilitations;
using Xemelios.Query.Suppressions;
using Xemelios.Store;
using Xemelios.Store.Tables;

namespace Xemelios.Web.Pages.Suppressions;

/// <summary>What a reader may name: data and files all of which he sees. Anything else is not found.</summary>
public static class CiblesPermises
{
    public static bool EstPermise(this Questions questions, Entrepot entrepot, CibleDeSuppression cible) => cible switch
    {
        DonneesASupprimer donnees => EstPermise(questions, entrepot, donnees),
        FichiersASupprimer fichiers => fichiers.Empreintes.All(e => questions.PoserSurLaBaseActive(new FichiersRecusQuestion().Executer).Any(f => f.Empreinte == e)),
        _ => false,
    };

    private static bool EstPermise(Questions questions, Entrepot entrepot, DonneesASupprimer cible)
    {
        var vues = questions.PoserSurLaBaseActive(new DonneesPresentesQuestion().Executer).Where(d => d.Est(cible)).Sum(d => d.Nombre);
        using var connexion = entrepot.Connecter();
        return vues == new DonneesPresentesQuestion().Executer(connexion, Perimetre.Complet).Where(d => d.Est(cible)).Sum(d => d.Nombre);
    }
}
