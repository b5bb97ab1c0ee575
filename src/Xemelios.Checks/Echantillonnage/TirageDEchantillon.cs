using System.Data.Common;
using System.Globalization;
using Xemelios.Domain.Echantillons;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query;
using Xemelios.Query.Echantillons;
using Xemelios.Query.EtatsLiquidatifs;

namespace Xemelios.Checks.Echantillonnage;

/// <summary>Draws the sample of each poste of a plan out of an état.</summary>
public sealed record TirageDEchantillon(DemandeDEtat Demande, IReadOnlyList<PosteDeControle> Postes, Graine Graine)
{
    /// <summary>The poste of a command line, and the first one of a plan.</summary>
    private const int Premier = 1;

    /// <exception cref="EtatIntrouvableException">nothing answers.</exception>
    /// <exception cref="BudgetAPreciserException">several budgets do.</exception>
    public EchantillonTire Executer(DbConnection connexion, Perimetre perimetre)
    {
        var etats = new EtatsQuestion(Demande.Siret, Demande.Budget, Demande.Mois, Demande.Train).Executer(connexion, perimetre);
        var demande = Demande with { Budget = etats.Select(e => e.Budget).Distinct(StringComparer.Ordinal).ToList() switch
        {
            [] => throw new EtatIntrouvableException(),
            [var seul] => CodeBudget.Cle(seul),
            var plusieurs => throw new BudgetAPreciserException(plusieurs),
        } };
        return new EchantillonTire(
            demande.Siret, demande.Budget, demande.Mois, demande.Train, Graine,
            [.. Postes.Select((p, i) => new PosteTire(p, Tirer(p, demande, (i + Premier).ToString(CultureInfo.InvariantCulture), connexion, perimetre)))],
            [.. Fichiers(demande, connexion, perimetre)]);
    }

    /// <summary>The files of an état.</summary>
    public static IEnumerable<FichierDEchantillon> Fichiers(DemandeDEtat demande, DbConnection connexion, Perimetre perimetre) =>
        new VolumesDeLEtatQuestion(demande).Executer(connexion, perimetre).Select(v => new FichierDEchantillon(v.Nom, v.Empreinte));

    private TirageDePoste Tirer(PosteDeControle poste, DemandeDEtat demande, string domaine, DbConnection connexion, Perimetre perimetre)
    {
        var bulletins = new PopulationQuestion(demande, poste.Criteres, poste.Toujours, poste.Methode == MethodeDeTirage.Stratifie ? poste.Strates : null).Executer(connexion, perimetre);
        var population = new Population(bulletins.Select(b => new Unite(CleDUnite.De(b.Volume, b.Ordre), b.Montant, b.Strate, b.Toujours) { Matricule = b.Matricule }));
        return Tirage.Tirer(poste, population, Graine, domaine);
    }
}
