using System.Data.Common;
using Xemelios.Checks.Parametres;
using Xemelios.Checks.Reglages;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query;
using Xemelios.Query.Matieres;

namespace Xemelios.Checks.Moteur;

/// <summary>How far a run is.</summary>
public sealed record AvancementDeControle(string Siret, MoisDePaye Mois, int MoisFaits, int MoisEnTout, int Constats);

/// <summary>Runs rules over the pay of an employer or of all, for some months, inside a perimeter.</summary>
/// <param name="Codes">The rules asked for; none: all that are on by default.</param>
public sealed record ControleDePaye(IReadOnlyCollection<string> Codes, string? Siret = null, MoisDePaye? Du = null, MoisDePaye? Au = null, string? Budget = null) : IQuestionNominative
{
    /// <summary>What was set for an employer, by SIRET.</summary>
    public Func<string, ReglagesDeControle> Reglages { get; init; } = _ => ReglagesDeControle.Aucun;

    /// <summary>The findings go to <paramref name="recevoir"/> as they come, in the order of employers, months and rules.</summary>
    /// <returns>What each rule that ran did.</returns>
    public IReadOnlyList<BilanDeRegle> Executer(
        DbConnection connexion, Perimetre perimetre, Action<ConstatDePaye> recevoir, IProgress<AvancementDeControle>? progression = null, CancellationToken annulation = default)
    {
        var demandees = CatalogueDesRegles.Choisir(Codes);
        var bilans = new SortedDictionary<string, BilanDeRegle>(StringComparer.Ordinal);
        var aFaire = new MatiereDeControle(Siret, Du, Au, Budget).Mois(connexion, perimetre);
        if (aFaire.Count > 0)
            TableDesParametres.Poser(connexion, ParametresLegaux.Fournis, aFaire.Max(m => m.Mois.Annee));
        var faits = 0;
        foreach (var employeur in aFaire.GroupBy(m => m.Siret, m => m.Mois))
        {
            var reglages = Reglages(employeur.Key);
            var regles = Codes.Count > 0 ? demandees : [.. demandees.Where(reglages.Passe)];
            var matiere = new MatiereDeControle(employeur.Key, Du, Au, Budget) { Fournies = reglages.Tables };
            matiere.Commencer(connexion, perimetre, employeur.Key);
            foreach (var mois in employeur)
            {
                matiere.Ouvrir(connexion, perimetre, employeur.Key, mois);
                Passer(regles.Where(r => r.Fiche.Portee != PorteeDeRegle.Periode), reglages, mois);
                progression?.Report(new AvancementDeControle(employeur.Key, mois, ++faits, aFaire.Count, bilans.Values.Sum(b => b.Constats)));
            }

            Passer(regles.Where(r => r.Fiche.Portee == PorteeDeRegle.Periode), reglages, employeur.Last());
        }

        return [.. bilans.Values];

        void Passer(IEnumerable<RegleDePaye> regles, ReglagesDeControle reglages, MoisDePaye mois)
        {
            foreach (var regle in regles)
            {
                annulation.ThrowIfCancellationRequested();
                var bilan = new PassageDeRegle(connexion, regle, reglages.SeuilsDe(regle.Code, mois)).Executer(recevoir);
                bilans[regle.Code] = bilans.TryGetValue(regle.Code, out var deja) ? deja + bilan : bilan;
            }
        }
    }
}
