using System.Data.Common;
using Xemelios.Domain.Habilitations;

namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>One row, train by train, and all trains together.</summary>
/// <param name="ParTrain">In the order of the trains; null where a train has nothing.</param>
public sealed record LigneParTrain(LigneLiquidee Total, IReadOnlyList<LigneLiquidee?> ParTrain);

/// <summary>An état whose trains stand side by side.</summary>
/// <param name="Trains">Null is the train without a name: the usual pay.</param>
public sealed record EtatParTrain(EtatDePaye Etat, AxeDEtat Par, IReadOnlyList<string?> Trains, IReadOnlyList<LigneParTrain> Lignes, LigneParTrain Totaux)
{
    public required ReglesDImputation Regles { get; init; }
}

/// <summary>The trains of a month side by side along one axis; the gross is that of the lines.</summary>
public sealed record EtatParTrainQuestion(DemandeDEtat Demande, AxeDEtat Par) : IQuestionNominative
{
    public EtatParTrain Executer(DbConnection connexion, Perimetre perimetre)
    {
        if (Par == AxeDEtat.Agent)
            this.Autoriser(perimetre);
        var etat = EtatOuvert.Ouvrir(connexion, perimetre, Demande with { Train = null });
        var trains = etat.Lecture.Lire([AxeDEtat.Train]);
        var noms = trains.Select(t => t.Cles[0].Cle).OrderBy(t => t, StringComparer.Ordinal).ToList();
        var parTrain = Par == AxeDEtat.Train
            ? trains.Select(t => (Rangee: t, Train: t.Cles[0].Cle)).ToLookup(x => x.Rangee.Cles[0], x => (x.Train, x.Rangee))
            : etat.Lecture.Lire([AxeDEtat.Train, Par]).ToLookup(r => r.Cles[1], r => (Train: r.Cles[0].Cle, Rangee: r));
        return new EtatParTrain(etat.Etat, Par, noms, [.. etat.Lecture.Lire([Par]).Select(r => new LigneParTrain(etat.Ligne(r, Par), ParTrain(parTrain[r.Cles[0]])))],
            new LigneParTrain(etat.Totaux, ParTrain(trains.Select(t => (t.Cles[0].Cle, t))))) { Regles = etat.Regles };

        List<LigneLiquidee?> ParTrain(IEnumerable<(string? Train, RangeeDEtat Rangee)> rangees)
        {
            var liste = rangees.ToList();
            return noms.ConvertAll(n => liste.Where(x => x.Train == n).Select(x => etat.Ligne(x.Rangee, Par) with { Niveau = 1 }).FirstOrDefault());
        }
    }
}
