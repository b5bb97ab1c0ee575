using Xemelios.Domain.Echantillons;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Checks.Echantillonnage;

/// <summary>Draws the sample of a poste: what is always looked at, then what its method draws of the rest.</summary>
public static class Tirage
{
    /// <param name="domaine">See <see cref="Hasard"/>.</param>
    public static TirageDePoste Tirer(PosteDeControle poste, Population population, Graine graine, string domaine)
    {
        var parts = population.Unites.ToLookup(u => u.Toujours ? SorteDeStrate.Toujours : AuSeuil(u, poste.Seuil) ? SorteDeStrate.Seuil : SorteDeStrate.Sondee);
        IReadOnlyList<Unite> reste = [.. parts[SorteDeStrate.Sondee]];
        var hasard = new Hasard(graine, domaine);
        IEnumerable<StrateComposee> sondees = poste.Methode switch
        {
            MethodeDeTirage.Attributs => [TirageParAttributs.Tirer(reste, poste.Etendue, hasard)],
            MethodeDeTirage.UnitesMonetaires => TirageParUnitesMonetaires.Tirer(reste, poste.Etendue, hasard),
            MethodeDeTirage.Stratifie => TirageParAttributs.ParStrate(reste, poste.Etendue, hasard),
            _ => throw new ArgumentOutOfRangeException(nameof(poste)),
        };
        StrateComposee[] strates =
        [
            .. new[] { SorteDeStrate.Toujours, SorteDeStrate.Seuil }.Select(s => StrateComposee.Entiere(s, [.. parts[s]])),
            .. sondees,
        ];
        strates = [.. strates.Where(s => s.Unites.Count > 0)];
        return new TirageDePoste(
            [.. strates.Select(s => s.EnBref())],
            [.. strates.SelectMany((s, rang) => s.Tirees.Select(u => new UniteTiree(u.Cle, u.Montant, rang) { Matricule = u.Matricule }))],
            population.Empreinte());
    }

    private static bool AuSeuil(Unite unite, Montant? seuil) => seuil is { } s && Math.Abs(unite.Montant.Centimes) >= s.Centimes;
}
