namespace Xemelios.Query.HeuresSupplementaires;

/// <summary>The field of a line that holds its hours.</summary>
public enum ChampDHeures
{
    NbUnite,
    Base,

    /// <summary>Neither holds what can be hours.</summary>
    Aucun,
}

/// <summary>Why a field was chosen for a rubrique.</summary>
public enum MotifDeChamp
{
    /// <summary>Montant = field × Taux on more of its lines than with the other one.</summary>
    Calcul,

    /// <summary>It alone is served.</summary>
    SeulServi,

    /// <summary>It gives possible hours and a possible hourly rate on more of its lines.</summary>
    Vraisemblance,

    /// <summary>Nothing tells them apart: NbUnite is meant for it.</summary>
    Defaut,
}

/// <summary>Decides in which field a rubrique holds its hours, over all its lines of the month (format page, defect D33).</summary>
internal sealed record ChoixDuChamp(ChampDHeures Champ, MotifDeChamp Motif, int LignesVerifiees)
{
    // No month has more hours; no hour of overtime is paid less or more than this.
    private const decimal HeuresPossibles = 250m, TauxMinimal = 5m, TauxMaximal = 200m;

    public static ChoixDuChamp De(IReadOnlyCollection<LigneDHeures> lignes)
    {
        var (unites, bases) = (lignes.Count(l => Verifie(l, l.Unites)), lignes.Count(l => Verifie(l, l.Base)));
        if (unites != bases)
            return unites > bases ? new(ChampDHeures.NbUnite, MotifDeChamp.Calcul, unites) : new(ChampDHeures.Base, MotifDeChamp.Calcul, bases);
        if (unites > 0)
            return new(ChampDHeures.NbUnite, MotifDeChamp.Calcul, unites);
        var (uniteServie, baseServie) = (lignes.Any(l => l.Unites is not (null or 0)), lignes.Any(l => l.Base is not (null or 0)));
        var (uniteVraie, baseVraie) = (lignes.Count(l => Vraisemblable(l, l.Unites)), lignes.Count(l => Vraisemblable(l, l.Base)));
        return (uniteServie, baseServie) switch
        {
            (false, false) => new(ChampDHeures.Aucun, MotifDeChamp.SeulServi, 0),
            (true, false) => new(ChampDHeures.NbUnite, MotifDeChamp.SeulServi, 0),
            (false, true) => new(baseVraie > 0 ? ChampDHeures.Base : ChampDHeures.Aucun, MotifDeChamp.SeulServi, 0),
            _ when uniteVraie == baseVraie => new(ChampDHeures.NbUnite, MotifDeChamp.Defaut, 0),
            _ => new(uniteVraie > baseVraie ? ChampDHeures.NbUnite : ChampDHeures.Base, MotifDeChamp.Vraisemblance, 0),
        };
    }

    /// <summary>Hours of a line, with the sign of its amount: the field of its rubrique, else the other one when it can be hours; null when unknown.</summary>
    public decimal? Heures(LigneDHeures ligne)
    {
        if (Champ == ChampDHeures.Aucun || ligne.Montant is not { } montant)
            return ligne.Montant is { Centimes: not 0 } ? null : 0;
        var (choisi, autre) = Champ == ChampDHeures.NbUnite ? (ligne.Unites, ligne.Base) : (ligne.Base, ligne.Unites);
        if (choisi is null or 0)
            choisi = Verifie(ligne, autre) || Vraisemblable(ligne, autre) ? autre : null;
        return choisi is { } heures ? Math.Abs(heures) * Math.Sign(montant.Centimes) : montant.Centimes == 0 ? 0 : null;
    }

    // The rate is written to the cent or nearly: half a cent an hour may be lost, and one on the product.
    private static bool Verifie(LigneDHeures ligne, decimal? heures) =>
        heures is { } h && h != 0 && ligne.Taux is { } taux && taux != 0 && ligne.Montant is { Centimes: not 0 } montant
        && Math.Abs(Math.Abs(h * taux) - Math.Abs(montant.ToDecimal())) <= 0.01m + 0.005m * Math.Abs(h);

    private static bool Vraisemblable(LigneDHeures ligne, decimal? heures) =>
        heures is { } h && h != 0 && Math.Abs(h) <= HeuresPossibles && ligne.Montant is { Centimes: not 0 } montant
        && Math.Abs(montant.ToDecimal() / h) is >= TauxMinimal and <= TauxMaximal;
}
