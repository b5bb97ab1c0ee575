namespace Xemelios.Store.Agents;

/// <summary>The words of people: answers "who holds these words", never amounts.</summary>
/// <remarks>Rights are not its business: whoever asks joins what it returns to the tables, inside the reader's perimeter. It may
/// still name agents whose file was replaced since: the tables know.</remarks>
public interface IRechercheDAgents
{
    /// <summary>Agents that match, best first: accents, case and word order do not matter, the last word matches by prefix, one
    /// typing error in a word of five letters or more is forgiven when nothing matches exactly, quoted words match exactly.</summary>
    /// <remarks>All words must match. A word that no agent holds gives way to its neighbours: one typing error away, or the same
    /// number with other leading zeros; when no agent holds all words, every word does. Quoted words stand side by side, without
    /// prefix or error. The first 1 000 characters are read; a text without letters or digits finds nothing. Best is: matricule and
    /// name, then first name, then the others; ties are in the order of keys.</remarks>
    IReadOnlyList<AgentTrouve> Chercher(string texte, int limite, CancellationToken annulation);
}

/// <summary>One distinct description of one agent of one employer.</summary>
public sealed record DocumentDAgent(
    string Siret, string Matricule, string Nom, string Prenom, string Emploi, string Grade, string Service);

/// <summary>An agent that matches; higher scores are better.</summary>
public sealed record AgentTrouve(DocumentDAgent Agent, double Score);
