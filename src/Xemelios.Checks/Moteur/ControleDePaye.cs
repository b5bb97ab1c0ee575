using System.Data.Common;
using Xemelios.Checks.Parametres;
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
    /// <summary>The findings go to <paramref name="recevoir"/> as they come, in the order of employers, months and rules.</summary>
    public IReadOnlyList<BilanDeRegle> Executer(
        DbConnection connexion, Perimetre perimetre, Action<ConstatDePaye> recevoir, IProgress<AvancementDeControle>? progression = null, CancellationToken annulation = default)
    {
        var regles = CatalogueDesRegles.Choisir(Codes);
        var matiere = new MatiereDeControle(Siret, Du, Au, Budget);
        var aFaire = matiere.Mois(connexion, perimetre);
        var bilans = regles.ToDictionary(r => r.Code, BilanDeRegle.Vide);
        if (aFaire.Count == 0)
            return [.. bilans.Values];
        TableDesParametres.Poser(connexion, ParametresLegaux.Fournis, aFaire.Max(m => m.Mois.Annee));
        var faits = 0;
        foreach (var employeur in aFaire.GroupBy(m => m.Siret))
        {
            matiere.Commencer(connexion, perimetre, employeur.Key);
            foreach (var (siret, mois) in employeur)
            {
                matiere.Ouvrir(connexion, perimetre, siret, mois);
                PasserCelles(PorteeDeRegle.Mois);
                progression?.Report(new AvancementDeControle(siret, mois, ++faits, aFaire.Count, bilans.Values.Sum(b => b.Constats)));
            }

            PasserCelles(PorteeDeRegle.Periode);
        }

        return [.. bilans.Values];

        void PasserCelles(PorteeDeRegle portee)
        {
            foreach (var regle in regles.Where(r => r.Fiche.Portee == portee))
            {
                annulation.ThrowIfCancellationRequested();
                bilans[regle.Code] += new PassageDeRegle(connexion, regle, SansReglage).Executer(recevoir);
            }
        }
    }

    private static readonly Dictionary<string, decimal> SansReglage = [];
}
