using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Rapprochements;
using Xemelios.Store.Gestion.Controles;

namespace Xemelios.Query.Controles;

/// <summary>An état under control: its rapprochement, and what is written of it and of each of its natures.</summary>
/// <param name="Natures">Those of the rapprochement, and those that were visaed or noted and are gone, by their code.</param>
public sealed record SuiviDeLEtat(Rapprochement Rapprochement, Suivi Etat, IReadOnlyDictionary<string, Suivi> Natures)
{
    /// <summary>The natures that differ from their mandats and of which nobody has decided.</summary>
    public IEnumerable<LigneRapprochee> EcartsSansDecision => Rapprochement.Mandats.Count == 0
        ? []
        : Rapprochement.Lignes.Where(l => l.EcartMandat != Montant.Zero && Natures[l.Nature].Visa is null);

    /// <summary>The état, then its natures.</summary>
    public IEnumerable<Suivi> Tout => Natures.Values.Prepend(Etat);

    /// <param name="trains">Trains of its files.</param>
    /// <param name="fichiers">Fingerprints of its files, in their order.</param>
    /// <param name="ecrits">What is written of the états of its month; those of others are left aside.</param>
    public static SuiviDeLEtat Etablir(Rapprochement r, IEnumerable<string?> trains, IReadOnlyList<string> fichiers, IReadOnlyList<Ecrit> ecrits)
    {
        var etat = Cible(r.Etat, trains);
        var siens = ecrits.Where(e => e.Cible with { Nature = null } == etat).ToList();
        var lignes = r.Lignes.ToDictionary(l => l.Nature, StringComparer.Ordinal);
        var natures = lignes.Keys.Union(siens.Select(e => e.Cible.Nature).OfType<string>(), StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new SuiviDeLEtat(r, new Suivi(etat, ChiffresVus.De(r, fichiers), [.. siens.Where(e => e.Cible.Nature is null)]), natures.ToDictionary(
            n => n,
            n => new Suivi(etat with { Nature = n }, lignes.GetValueOrDefault(n) is { } l ? ChiffresVus.De(l, fichiers) : null, [.. siens.Where(e => e.Cible.Nature == n)]),
            StringComparer.Ordinal));
    }

    /// <summary>An état as the carnet names it; several trains together have none.</summary>
    public static CibleDeControle Cible(EtatDePaye etat, IEnumerable<string?> trains) => new(etat.Siret)
    {
        Budget = CodeBudget.Cle(etat.Budget), Mois = new MoisDePaye(etat.Annee, etat.Mois),
        Train = trains.Select(Train).Distinct(StringComparer.Ordinal).ToList() is [var seul] ? seul : null,
    };

    /// <summary>A train as the carnet names it.</summary>
    internal static string Train(string? train) => train?.Trim().ToUpperInvariant() ?? "";
}
