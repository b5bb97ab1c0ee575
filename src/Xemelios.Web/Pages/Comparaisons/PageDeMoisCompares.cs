using Microsoft.AspNetCore.Components;
using Xemelios.Domain.Valeurs;
using Xemelios.Query;
using Xemelios.Query.Comparaisons;
using Xemelios.Query.EtatsLiquidatifs;

namespace Xemelios.Web.Pages.Comparaisons;

/// <summary>A screen on two months of an employer: what the address leaves out is the employer's latest months.</summary>
public abstract class PageDeMoisCompares : ComponentBase
{
    [SupplyParameterFromQuery] public string? Siret { get; set; }

    [SupplyParameterFromQuery] public string? Mois { get; set; }

    [SupplyParameterFromQuery] public string? Avec { get; set; }

    [SupplyParameterFromQuery] public string? Budget { get; set; }

    [SupplyParameterFromQuery] public int? Page { get; set; }

    [Inject] protected Questions Questions { get; set; } = null!;

    protected IReadOnlyList<EtatDePaye> Etats { get; private set; } = [];

    protected string? Employeur { get; private set; }

    protected MoisDePaye? LeMois { get; private set; }

    protected MoisDePaye? AutreMois { get; private set; }

    /// <summary>Why there is no answer, in French; null when there is one.</summary>
    protected string? Refus { get; private set; }

    protected override void OnInitialized()
    {
        Etats = [.. Questions.Poser(new EtatsQuestion().Executer).OrderBy(e => e.Employeur, StringComparer.CurrentCulture)];
        Employeur = string.IsNullOrEmpty(Siret) ? Etats.GroupBy(e => e.Siret).OrderByDescending(g => g.DistinctBy(e => (e.Annee, e.Mois)).Count()).FirstOrDefault()?.Key : Siret;
        Budget = string.IsNullOrEmpty(Budget) ? null : Budget;
        var payes = Etats.Where(e => e.Siret == Employeur).Select(e => new MoisDePaye(e.Annee, e.Mois)).Distinct().OrderDescending().ToList();
        LeMois = MoisDePaye.TryParse(Mois, out var mois) ? mois : Dernier(payes);
        AutreMois = MoisDePaye.TryParse(Avec, out var avec) ? avec : Dernier(payes.Where(m => m < LeMois));
        try
        {
            if (Employeur is { } siret && LeMois is { } choisi)
                Demander(siret, choisi, AutreMois);
        }
        catch (EtatIntrouvableException)
        {
            Refus = "L'un des deux mois n'a pas de paye, ou ils ne sont pas dans l'ordre : choisissez-en deux parmi ceux de l'employeur.";
        }
    }

    /// <summary>Asks the question of the screen.</summary>
    protected abstract void Demander(string siret, MoisDePaye mois, MoisDePaye? avec);

    private static MoisDePaye? Dernier(IEnumerable<MoisDePaye> mois) => mois.Select(m => (MoisDePaye?)m).FirstOrDefault();
}
