using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>Rebuilds the état liquidatif along one axis. Every line of pay is in one row: the rows add up to the totals.</summary>
public sealed record EtatLiquidatifQuestion(DemandeDEtat Demande, AxeDEtat Par) : IQuestionNominative
{
    public EtatLiquidatif Executer(DbConnection connexion, Perimetre perimetre)
    {
        if (Par == AxeDEtat.Agent)
            this.Autoriser(perimetre);
        var etat = EtatOuvert.Ouvrir(connexion, perimetre, Demande);
        var rangees = etat.Lecture.Lire([Par]);
        // An agent's gross is the one that his bulletins declare.
        if (Par != AxeDEtat.Agent)
            return new EtatLiquidatif(etat.Etat, Par, [.. rangees.Select(r => etat.Ligne(r, Par))], etat.Totaux with { ArrondiPorte = Arrondi(rangees) }) { Regles = etat.Regles };
        var agents = rangees.Select(r => etat.Ligne(r, Par) with { Brut = r.Declares!.Brut }).ToList();
        return new EtatLiquidatif(etat.Etat, Par, agents, etat.Totaux with { Brut = agents.Aggregate(Montant.Zero, (s, a) => s + a.Brut) }) { Regles = etat.Regles };
    }

    private static Montant? Arrondi(IEnumerable<RangeeDEtat> rangees) =>
        rangees.Aggregate((Montant?)null, (somme, r) => r.Arrondi is { } arrondi ? (somme ?? Montant.Zero) + arrondi : somme);
}
