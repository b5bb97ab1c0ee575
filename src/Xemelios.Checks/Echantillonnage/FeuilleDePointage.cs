using Xemelios.Domain.Echantillons;

namespace Xemelios.Checks.Echantillonnage;

/// <summary>A sample, and what was found of each of its units so far.</summary>
public sealed class FeuilleDePointage(EchantillonTire tire, IEnumerable<Pointage> pointages)
{
    private readonly Dictionary<(int Poste, int Rang), Pointage> _derniers =
        pointages.GroupBy(p => (p.Poste, p.Rang)).ToDictionary(g => g.Key, g => g.MaxBy(p => p.Id)!);

    public EchantillonTire Tire => tire;

    /// <summary>Of all postes.</summary>
    public int Vus => _derniers.Count;

    public int Restants => tire.Bulletins - Vus;

    /// <summary>What was found last of a unit; null when nobody looked.</summary>
    public Pointage? De(int poste, int rang) => _derniers.GetValueOrDefault((poste, rang));

    public int RestantsDe(int poste) => tire.Postes[poste].Tirage.Unites.Count - _derniers.Keys.Count(c => c.Poste == poste);

    /// <summary>What the sample of a poste says; null as long as some of it is left to see.</summary>
    public EvaluationDePoste? Evaluer(int poste, int confiance)
    {
        if (RestantsDe(poste) > 0)
            return null;
        var (regle, tirage) = tire.Postes[poste];
        return Evaluation.Evaluer(regle.Methode, tirage, [.. tirage.Unites.Select((u, rang) => De(poste, rang) is var p ? new UniteVue(u, p!.Decision, p.Constate) : null!)], confiance);
    }
}
