using Xemelios.Store.Agents;

namespace Xemelios.Store.Tests.Agents;

/// <summary>A search over a few agents, with short ways to fill it and ask it.</summary>
internal sealed class AgentsDEssai : IDisposable
{
    public AgentsDEssai(params DocumentDAgent[] agents) => Index.Ajouter(agents);

    public IndexDAgents Index { get; } = new();

    public static DocumentDAgent Agent(
        string matricule, string nom, string prenom = "Camille", string emploi = "Adjoint", string grade = "C1", string service = "Mairie") =>
        new("21990001200019", matricule, nom, prenom, emploi, grade, service);

    /// <summary>Matricules of the agents found, best first.</summary>
    public string Matricules(string texte) => string.Join(' ', Agents(texte).Select(trouve => trouve.Agent.Matricule));

    public IReadOnlyList<AgentTrouve> Agents(string texte) => Index.Chercher(texte, 50, CancellationToken.None);

    public void Dispose() => Index.Dispose();
}
