using System.Text.Json.Serialization;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Bulletins;

namespace Xemelios.Query.Comparaisons;

/// <summary>An agent with all that a month paid him, before and after.</summary>
/// <remarks>
/// An agent is one matricule of one employer, over the whole month: the bulletins of several files, budgets and trains are brought
/// together. A bulletin without matricule belongs to the agent of the same NIR, name and first name, all three written alike; with
/// none of these it is an agent of its own. It is never joined to a bulletin that has a matricule.
/// </remarks>
/// <param name="Matricule">Null when the files give none.</param>
/// <param name="Avant">Null for who was not paid that month.</param>
/// <param name="Apres">Null for who is no longer paid.</param>
/// <param name="Justificatifs">Distinct references of the bulletins of the second month.</param>
public sealed record AgentCompare(
    string? Matricule, string? Nom, string? Prenom, PayeDAgent? Avant, PayeDAgent? Apres, CompteDeJustificatifs Justificatifs);

/// <summary>What an agent was paid in a month: sums over his bulletins.</summary>
/// <param name="Brut">Declared gross; the gross lines where a bulletin declares none.</param>
/// <param name="Bulletins">Where each is read.</param>
public sealed record PayeDAgent(Montant Brut, Montant Net, Montant NetAPayer, IReadOnlyList<AdresseDeBulletin> Bulletins);

/// <summary>How many of the references of an agent's bulletins have their piece.</summary>
public sealed record CompteDeJustificatifs(int Presentes, int Manquantes)
{
    public static readonly CompteDeJustificatifs Aucun = new(0, 0);

    [JsonIgnore]
    public int Total => Presentes + Manquantes;
}
