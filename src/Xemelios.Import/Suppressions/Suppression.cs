using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Import.Reconstructions;
using Xemelios.Store;
using Xemelios.Store.Gestion;
using Xemelios.Store.Tables;

namespace Xemelios.Import.Suppressions;

/// <summary>The moments of a deletion after which an interruption is taken up, for whoever wants to cause one.</summary>
public enum EtapeDeSuppression
{
    Decidee,
    TablesEffacees,
    IndexEfface,
    OriginauxRetires,
}

/// <summary>Deletes what a plan counted: written in the journal, then decided, then done, to the end whatever interrupts it.</summary>
/// <remarks>The decision is one transaction of gestion.db. What follows can be done twice, and is taken up when the folder is opened again:
/// before the decision nothing is deleted, after it everything is. A replaced version never comes back: it goes with what replaced it.</remarks>
public sealed class Suppression(Entrepot entrepot, TimeProvider horloge)
{
    /// <summary>Told after each stage.</summary>
    public Action<EtapeDeSuppression> Fait { get; init; } = _ => { };

    /// <summary>Counts what would go. Nothing is changed.</summary>
    public PlanDeSuppression Prevoir(CibleDeSuppression cible) => CalculDeSuppression.Calculer(entrepot, cible);

    /// <summary>Deletes all that answers the target at this moment, and returns what went.</summary>
    /// <param name="acte">Who, from where and why: its nature, motif and keys are completed here.</param>
    /// <exception cref="MotifManquantException">no reason is given.</exception>
    /// <exception cref="ReconstructionEnCoursException">nothing was changed.</exception>
    /// <exception cref="JournalIndisponibleException">nothing was deleted.</exception>
    public PlanDeSuppression Executer(CibleDeSuppression cible, Acte acte, IJournal journal)
    {
        var motif = acte.Motif is { } donne && !string.IsNullOrWhiteSpace(donne) ? donne.Trim() : throw new MotifManquantException();
        ReconstructionEnCoursException.Verifier(entrepot);
        lock (entrepot.Ecriture)
        {
            new ImportJob(entrepot, horloge).Reprendre(CancellationToken.None);
            var plan = Prevoir(cible);
            if (plan.EstVide)
                return plan;
            journal.Ecrire(acte with
            {
                Nature = NatureDActe.Suppression, Motif = motif, Siret = (cible as DonneesASupprimer)?.Siret ?? acte.Siret,
                Cles = $"objet={cible.Libelle}; fichiers={plan.Fichiers}; bulletins={plan.Bulletins}; mandats={plan.Mandats}; pieces={plan.Pieces}",
            });
            entrepot.Suppressions.Decider(new SuppressionDecidee
            {
                Le = horloge.GetUtcNow(), Par = acte.Utilisateur, Motif = motif, Objet = cible.Libelle, Relire = plan.Relire, Elements = plan.Elements,
                DerniereReception = entrepot.Receptions.Lister().Where(r => r.Etat != Reception.Recu).Select(r => r.Id).DefaultIfEmpty().Max(),
            });
            Fait(EtapeDeSuppression.Decidee);
            Reprendre();
            return plan;
        }
    }

    /// <summary>Does what was decided and not done to the end; true when there was something.</summary>
    public bool Reprendre()
    {
        lock (entrepot.Ecriture)
        {
            var inachevees = entrepot.Suppressions.Inachevees();
            foreach (var decidee in inachevees)
                Faire(decidee);
            return inachevees.Count > 0;
        }
    }

    private void Faire(SuppressionDecidee decidee)
    {
        if (decidee.Relire)
            new Reconstruction(entrepot, horloge).Executer(null, CancellationToken.None);
        else
            Effacement.Effacer(entrepot, decidee.Elements);
        Fait(EtapeDeSuppression.TablesEffacees);
        entrepot.Pieces.NeGarderQue(Effacement.Restants(entrepot));
        Fait(EtapeDeSuppression.IndexEfface);
        RetirerLesOriginaux();
        Fait(EtapeDeSuppression.OriginauxRetires);
        entrepot.Suppressions.Conclure(decidee.Id);
    }

    private void RetirerLesOriginaux()
    {
        foreach (var receptions in entrepot.Receptions.Lister().GroupBy(r => r.Empreinte, StringComparer.Ordinal))
        {
            if (receptions.All(r => r.Etat == Reception.Supprime))
                entrepot.RetirerLOriginal(new Empreinte(receptions.Key));
        }
    }
}

/// <summary>Nothing is deleted without a reason.</summary>
public sealed class MotifManquantException() : Exception("Une suppression demande un motif.");
