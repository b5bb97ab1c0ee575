using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>The répartition of a whole état: how its volumes carry it, and each account counted once.</summary>
internal sealed record RepartitionReduite(ModeDeRepartition Mode, IReadOnlyList<CompteReparti> Comptes)
{
    public static readonly RepartitionReduite Vide = new(ModeDeRepartition.Absente, []);

    public Montant? Total => Mode == ModeDeRepartition.Absente ? null : Somme(Comptes);

    public RepartitionDEtat Resume => new(Mode, Total) { Trains = Trains, TrainsRepartis = TrainsRepartis };

    private int Trains { get; init; } = 1;

    private int TrainsRepartis { get; init; } = 1;

    /// <summary>Recognises the convention of the volumes of one train (format page §8.2).</summary>
    /// <param name="recalcule">Gross and employer lines of each file.</param>
    public static RepartitionReduite Reconnaitre(
        IReadOnlyList<VolumeDEtat> volumes, IReadOnlyDictionary<int, Montant> recalcule,
        IReadOnlySet<string> mandatees, IReadOnlySet<string> connues)
    {
        var blocs = volumes.Where(v => v.Repartition.Count > 0)
            .Select(v => (v.Contenu, Comptes: BlocDeRepartition.Reduire(v.Repartition, mandatees, connues), v.Repartition)).ToList();
        if (blocs.Count == 0)
            return Vide;
        if (blocs.Count == 1)
            return new RepartitionReduite(ModeDeRepartition.PremierVolume, blocs[0].Comptes);

        var identiques = blocs.Skip(1).All(b => Contenu(b.Repartition).SequenceEqual(Contenu(blocs[0].Repartition)));
        var chacunLeSien = blocs.All(b => Somme(b.Comptes) == recalcule.GetValueOrDefault(b.Contenu));
        var total = recalcule.Values.Aggregate(Montant.Zero, (somme, m) => somme + m);
        return identiques && (Somme(blocs[0].Comptes) == total || !chacunLeSien)
            ? new RepartitionReduite(ModeDeRepartition.TotalRepete, blocs[0].Comptes)
            : new RepartitionReduite(ModeDeRepartition.ParVolume, Additionner(blocs.SelectMany(b => b.Comptes)));
    }

    /// <summary>All trains of a month together: each train has its own blocks, so their accounts add up.</summary>
    public static RepartitionReduite Reunir(IReadOnlyCollection<RepartitionReduite> trains)
    {
        var presentes = trains.Where(t => t.Mode != ModeDeRepartition.Absente).ToList();
        if (presentes.Count == 0)
            return Vide;
        if (trains.Count == 1)
            return presentes[0];
        var modes = presentes.Select(p => p.Mode).Distinct().ToList();
        return new RepartitionReduite(modes.Count == 1 ? modes[0] : ModeDeRepartition.ParVolume, Additionner(presentes.SelectMany(p => p.Comptes)))
        {
            Trains = trains.Count,
            TrainsRepartis = presentes.Count,
        };
    }

    private static IReadOnlyList<CompteReparti> Additionner(IEnumerable<CompteReparti> comptes) =>
        [.. comptes.GroupBy(c => c.Nature)
            .Select(g => new CompteReparti(g.Key, g.Select(c => c.Libelle).FirstOrDefault(l => l is not null), Somme(g), Retenues(g)) { Fonctions = Fonctions([.. g]) })
            .OrderBy(c => c.Nature, StringComparer.Ordinal)];

    // Accounts of several blocks: where one names a fonction, the amount of one that does not is on none.
    private static IReadOnlyList<PartDeFonction> Fonctions(IReadOnlyList<CompteReparti> comptes) =>
        comptes.All(c => c.Fonctions.Count == 0) ? [] : [.. comptes
            .SelectMany(c => c.Fonctions.Count > 0 ? c.Fonctions : [new PartDeFonction(c.Nature, null, c.Montant)])
            .GroupBy(p => p.Fonction)
            .Select(g => new PartDeFonction(comptes[0].Nature, g.Key, g.Aggregate(Montant.Zero, (somme, p) => somme + p.Montant)))];

    private static IEnumerable<RangDeRepartition> Contenu(IEnumerable<RangDeRepartition> bloc) =>
        bloc.Select(r => r with { Libelle = null })
            .OrderBy(r => r.Code, StringComparer.Ordinal).ThenBy(r => r.Fonction, StringComparer.Ordinal)
            .ThenBy(r => r.Budget, StringComparer.Ordinal).ThenBy(r => r.Montant.Centimes);

    private static Montant Somme(IEnumerable<CompteReparti> comptes) =>
        comptes.Aggregate(Montant.Zero, (somme, c) => somme + c.Montant);

    private static Montant? Retenues(IEnumerable<CompteReparti> comptes) =>
        comptes.Aggregate((Montant?)null, (somme, c) => c.Retenues is { } retenues ? (somme ?? Montant.Zero) + retenues : somme);
}
