using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Recherche;
using Xemelios.Store;
using Xemelios.Web.Security;

namespace Xemelios.Web;

/// <summary>The one way from a screen to the data: a question, asked on a connection of its own, inside the reader's perimeter.</summary>
public sealed class Questions(Entrepot entrepot, ReponsesGardees reponses, AccesCourant acces)
{
    /// <summary>What the reader may see now.</summary>
    public Perimetre Perimetre => acces.Perimetre;

    /// <summary>Asks; <c>Poser(new EtatsQuestion().Executer)</c>.</summary>
    public T Poser<T>(Func<DbConnection, Perimetre, T> question) => Poser(question, Perimetre);

    /// <summary>Asks about what was not archived, for whoever reads the archives too.</summary>
    public T PoserSurLaBaseActive<T>(Func<DbConnection, Perimetre, T> question) => Poser(question, Perimetre with { Archives = false });

    /// <summary>Asks anew: for an answer that is not drawn from the tables alone.</summary>
    public T PoserSansGarder<T>(Func<DbConnection, Perimetre, T> question) => Repondre(question, Perimetre);

    /// <summary>Asks with something more shown than the reader sees by himself: what he has just revealed, for this answer alone.</summary>
    public T PoserEnMontrant<T>(DonneesProtegees revelees, Func<DbConnection, Perimetre, T> question)
    {
        var perimetre = Perimetre;
        return Repondre(question, perimetre.Montrant(perimetre.Visibles | revelees));
    }

    /// <summary>Searches by words: the indexes propose, the tables dispose.</summary>
    public ResultatsDeRecherche Chercher(ChercherQuestion question) =>
        Poser((connexion, perimetre) => question.Executer(entrepot.Agents, entrepot.Pieces, connexion, perimetre));

    private T Poser<T>(Func<DbConnection, Perimetre, T> question, Perimetre perimetre) =>
        reponses.Donner(question, perimetre, entrepot.Version, () => Repondre(question, perimetre));

    private T Repondre<T>(Func<DbConnection, Perimetre, T> question, Perimetre perimetre)
    {
        using var connexion = entrepot.Connecter(perimetre.Archives);
        return question(connexion, perimetre);
    }
}
