using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Store.Gestion.Controles;

namespace Xemelios.Query.Controles;

/// <summary>The control of every état.</summary>
public sealed record SuivisDesEtatsQuestion(string? Siret = null, MoisDePaye? Mois = null)
{
    public SuivisDesEtats Executer(CarnetDeControle carnet, DbConnection connexion, Perimetre perimetre) =>
        De(new RapprochementsDesEtatsQuestion(Siret, Mois).Executer(connexion, perimetre), carnet, perimetre);

    /// <summary>The same, from an answer already given inside the perimeter.</summary>
    public SuivisDesEtats De(IReadOnlyList<RapprochementDEtat> etats, CarnetDeControle carnet, Perimetre perimetre)
    {
        var ecrits = carnet.DesEtats(perimetre, Siret, mois: Mois).ToLookup(e => (e.Cible.Siret, e.Cible.Budget, e.Cible.Mois));
        return new SuivisDesEtats(
            [.. etats.Select(e => SuiviDeLEtat.Etablir(e.Rapprochement, e.Trains, e.Fichiers, [.. ecrits[Cle(e)]]))],
            [.. etats.SelectMany(e => e.Fichiers).Distinct(StringComparer.Ordinal)]);
    }

    private static (string, string?, MoisDePaye?) Cle(RapprochementDEtat e) =>
        (e.Rapprochement.Etat.Siret, CodeBudget.Cle(e.Rapprochement.Etat.Budget), new MoisDePaye(e.Rapprochement.Etat.Annee, e.Rapprochement.Etat.Mois));
}

/// <param name="Tous">The états, one for each train, then all trains of a month together where it has several.</param>
/// <param name="Fichiers">Fingerprints of all their files.</param>
public sealed record SuivisDesEtats(IReadOnlyList<SuiviDeLEtat> Tous, IReadOnlyList<string> Fichiers)
{
    private readonly Dictionary<CibleDeControle, SuiviDeLEtat> _parCible = Tous.ToDictionary(s => s.Etat.Cible);

    /// <summary>One for each train.</summary>
    public IEnumerable<SuiviDeLEtat> ParTrain => Tous.Where(s => s.Etat.Cible.Train is not null);

    public SuiviDeLEtat? De(CibleDeControle etat) => _parCible.GetValueOrDefault(etat);

    /// <summary>The visa of an état: its own, else that of the whole month, which saw it too.</summary>
    public VisaLu? Visa(CibleDeControle etat) => De(etat)?.Etat.Visa ?? De(etat with { Train = null })?.Etat.Visa;
}
