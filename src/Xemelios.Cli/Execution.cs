using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Export;
using Xemelios.Store;

namespace Xemelios.Cli;

/// <summary>One command being run: the open folder, where to write, and in which form.</summary>
/// <remarks>The command line has full rights on the folder: it is for the person who owns the machine.</remarks>
public sealed class Execution(Entrepot entrepot, TextWriter sortie, TextWriter messages, bool json, string repertoire)
{
    public Entrepot Entrepot => entrepot;

    public TextWriter Sortie => sortie;

    /// <summary>Standard error: progress and sentences, never the answer.</summary>
    public TextWriter Messages => messages;

    public bool Json => json;

    /// <summary>The folder from which relative paths are read.</summary>
    public string Repertoire => repertoire;

    /// <summary>Asks a question and writes its answer, as JSON or as a table.</summary>
    public int Repondre<T>(Func<DbConnection, Perimetre, T> question, Action<T, Execution> enTexte)
    {
        using var connexion = entrepot.Connecter();
        return Ecrire(question(connexion, Perimetre.Complet), enTexte);
    }

    /// <summary>Asks a question whose JSON has another shape than its answer.</summary>
    public int Repondre<T>(Func<DbConnection, Perimetre, T> question, Func<T, object> enJson, Action<T, Execution> enTexte)
    {
        using var connexion = entrepot.Connecter();
        var reponse = question(connexion, Perimetre.Complet);
        return Ecrire(enJson(reponse), (_, execution) => enTexte(reponse, execution));
    }

    public int Ecrire<T>(T reponse, Action<T, Execution> enTexte)
    {
        if (json) sortie.WriteLine(ReponseJson.Write(reponse));
        else enTexte(reponse, this);
        return CodesDeRetour.Fait;
    }
}
