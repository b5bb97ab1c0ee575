using Xemelios.Domain.Valeurs;
using Xemelios.Store;
using Xemelios.Store.Gestion;
using Xemelios.Store.Tables;

namespace Xemelios.Import;

/// <summary>Takes back what a batch brought and that was never read: its arrivals, and the originals that nothing else refers to.</summary>
public sealed class RetraitDeLot(Entrepot entrepot)
{
    /// <summary>Can be done twice. A file whose reading had begun stays, and waits: its tables may point to it.</summary>
    public void Retirer(string lot)
    {
        var deposes = entrepot.Depots.DuLot(lot);
        entrepot.Depots.Oublier(lot);
        var receptions = entrepot.Receptions.Lister();
        var jamaisLues = JamaisLues(receptions, lot);
        if (jamaisLues.Count > 0)
            entrepot.Receptions.Oublier(jamaisLues.ConvertAll(r => r.Id));
        var restent = receptions.Except(jamaisLues).Where(r => r.Etat != Reception.Supprime).Select(r => r.Empreinte).ToHashSet(StringComparer.Ordinal);
        foreach (var empreinte in deposes.Select(d => d.Empreinte).Concat(jamaisLues.Select(r => r.Empreinte)).Distinct(StringComparer.Ordinal).Where(e => !restent.Contains(e)))
            entrepot.RetirerLOriginal(new Empreinte(empreinte));
    }

    private List<Reception> JamaisLues(IReadOnlyList<Reception> receptions, string lot)
    {
        var attendent = receptions.Where(r => r.Lot == lot && r.Etat == Reception.Recu).ToList();
        if (attendent.Count == 0)
            return attendent;
        var lues = receptions.Where(r => r.Etat is not (Reception.Recu or Reception.Supprime)).Select(r => r.Empreinte).ToHashSet(StringComparer.Ordinal);
        using var session = new SessionDImport(entrepot);
        return attendent.FindAll(r => lues.Contains(r.Empreinte) || session.Trouver(new Empreinte(r.Empreinte)) is null);
    }
}
