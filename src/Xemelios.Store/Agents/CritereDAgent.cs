namespace Xemelios.Store.Agents;

/// <summary>How each value of each column answers one thing that was typed; a column without any answer is null.</summary>
internal sealed record CritereDAgent(byte[]? Matricules, byte[]? Noms, byte[]? Prenoms, byte[]? Mots)
{
    // Far enough apart for the column to decide before the level (1 to 3) does.
    private const int PoidsDuNom = 100;
    private const int PoidsDuPrenom = 10;

    /// <summary>Nothing answers.</summary>
    public static CritereDAgent Vain { get; } = new(null, null, null, null);

    /// <summary>Whether name and first name together answer what neither does alone.</summary>
    public Func<RangsDAgent, bool>? Identite { get; init; }

    /// <summary>No agent can match.</summary>
    public bool EstVain => Matricules is null && Noms is null && Prenoms is null && Mots is null && Identite is null;

    /// <summary>Weight of the best column times its level; 0 when the agent does not match.</summary>
    public int Score(in RangsDAgent agent)
    {
        var score = PoidsDuNom * Math.Max(Niveau(Matricules, agent.Matricule), Niveau(Noms, agent.Nom));
        if (score == 0)
            score = PoidsDuPrenom * Niveau(Prenoms, agent.Prenom);
        if (score == 0 && Mots is not null)
            score = Math.Max(Mots[agent.Emploi], Math.Max(Mots[agent.Grade], Mots[agent.Service]));
        return score == 0 && Identite?.Invoke(agent) == true ? PoidsDuPrenom : score;
    }

    /// <summary>What answers one or the other.</summary>
    public CritereDAgent Ou(CritereDAgent autre) =>
        new(Ou(Matricules, autre.Matricules), Ou(Noms, autre.Noms), Ou(Prenoms, autre.Prenoms), Ou(Mots, autre.Mots));

    private static int Niveau(byte[]? niveaux, int rang) => niveaux is null ? 0 : niveaux[rang];

    private static byte[]? Ou(byte[]? a, byte[]? b) => a is null || b is null ? a ?? b : Array.ConvertAll([.. Enumerable.Range(0, a.Length)], i => Math.Max(a[i], b[i]));
}
