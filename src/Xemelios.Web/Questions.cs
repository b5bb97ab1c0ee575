using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Recherche;
using Xemelios.Store;

namespace Xemelios.Web;

/// <summary>The one way from a screen to the data: a question, asked on a connection of its own, inside the reader's perimeter.</summary>
public sealed class Questions(Entrepot entrepot, ReponsesGardees reponses)
{
    /// <summary>Everything in the folder: the application listens on this machine alone and asks for no account yet.</summary>
    public Perimetre Perimetre { get; } = Perimetre.Complet;

    /// <summary>Asks; <c>Poser(new EtatsQuestion().Executer)</c>.</summary>
    public T Poser<T>(Func<DbConnection, Perimetre, T> question) =>
        reponses.Donner(question, Perimetre, entrepot.Version, () => Repondre(question));

    /// <summary>Searches by words: the indexes propose, the tables dispose.</summary>
    public ResultatsDeRecherche Chercher(ChercherQuestion question) =>
        Poser((connexion, perimetre) => question.Executer(entrepot.Agents, entrepot.Pieces, connexion, perimetre));

    private T Repondre<T>(Func<DbConnection, Perimetre, T> question)
    {
        using var connexion = entrepot.Connecter();
        return question(connexion, Perimetre);
    }
}
