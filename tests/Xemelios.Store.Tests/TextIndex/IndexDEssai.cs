using Xemelios.Store.TextIndex;

namespace Xemelios.Store.Tests.TextIndex;

/// <summary>An index in a folder of its own, with short ways to fill it and ask it.</summary>
internal sealed class IndexDEssai : IDisposable
{
    private readonly DossierDEssai dossier = new();

    public IndexDEssai(params DocumentDAgent[] agents)
    {
        Index = SqliteTextIndex.Ouvrir(Chemin);
        Index.Ajouter(agents, []);
    }

    public string Chemin => dossier.Fichier("recherche.db");

    public SqliteTextIndex Index { get; private set; }

    public static DocumentDAgent Agent(
        string matricule, string nom, string prenom = "Camille", string emploi = "Adjoint", string grade = "C1", string service = "Mairie") =>
        new("21990001200019", matricule, nom, prenom, emploi, grade, service);

    public static IndexDEssai AvecPages(params string[] textes)
    {
        var essai = new IndexDEssai();
        essai.Index.Ajouter([], textes.Select((texte, rang) => new DocumentDePiece("piece", rang + 1, texte)));
        return essai;
    }

    /// <summary>Matricules of the agents found, best first.</summary>
    public string Matricules(string texte) => string.Join(' ', Agents(texte).Select(trouve => trouve.Agent.Matricule));

    public IReadOnlyList<AgentTrouve> Agents(string texte) => Index.ChercherLesAgents(texte, 50, CancellationToken.None);

    public IReadOnlyList<PageTrouvee> Pages(string texte) => Index.ChercherLesPieces(texte, 50, CancellationToken.None);

    public void Rouvrir()
    {
        Index.Dispose();
        Index = SqliteTextIndex.Ouvrir(Chemin);
    }

    public void Dispose()
    {
        Index.Dispose();
        dossier.Dispose();
    }
}
