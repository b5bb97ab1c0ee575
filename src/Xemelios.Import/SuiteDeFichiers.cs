using Xemelios.Domain.Constats;
using Xemelios.Import.Intake;
using Xemelios.Import.Suppressions;
using Xemelios.Import.Xhl;
using Xemelios.Store;
using Xemelios.Store.Gestion;
using Xemelios.Store.Tables;

namespace Xemelios.Import;

/// <summary>Reads received files in their order: small pay files by lots, any other on its own. What becomes of a file is told once it is committed.</summary>
internal sealed class SuiteDeFichiers(
    Entrepot entrepot, SessionDImport session, Action<IReadOnlyList<FichierImporte>> conclu, ImportProgress depart, IProgress<ImportProgress>? progression) : IDisposable
{
    private readonly LotDeFichiers _lot = new(session);
    private readonly Ecartes _ecartes = new(entrepot);
    private readonly List<(FichierRecu Recu, ContexteDImport Contexte)> _dansLeLot = [];
    private readonly List<FichierImporte> _rapport = [];
    private ImportProgress _avancement = depart;

    /// <inheritdoc cref="ContexteDImport.SeulLecteur"/>
    public IXhlReader? SeulLecteur { get; init; }

    /// <summary>What was answered for the files that are being received; those that were received have their own.</summary>
    public BudgetsDonnes? Budgets { get; init; }

    public void Traiter(FichierRecu recu, Spool spool, CancellationToken annulation)
    {
        annulation.ThrowIfCancellationRequested();
        var ici = _avancement with { Fichier = recu.Chemin };
        progression?.Report(ici);
        var dits = 0;
        var contexte = new ContexteDImport(entrepot, session, spool, annulation)
        {
            SeulLecteur = SeulLecteur,
            Budgets = recu.Reception.IsCompletedSuccessfully ? recu.Reception.Result.Budgets : Budgets,
            Ecartes = _ecartes.EstVide ? null : new EcartesDUneReception(_ecartes, recu.Reception.IsCompletedSuccessfully ? recu.Reception.Result.Id : long.MaxValue),
            BulletinsLus = n =>
            {
                // They come by lots.
                if (n - dits < 500)
                    return;
                dits = n;
                progression?.Report(ici with { BulletinsDuFichier = n });
            },
        };
        if (contexte.Ecartes is not null && contexte.EstEcarte(Arrivage.DUnFichier(recu)))
            Ecarter(recu);
        else if (_lot.Prendre(Arrivage.DUnFichier(recu), LieuDe(recu), contexte))
            _dansLeLot.Add((recu, contexte));
        else
            TraiterSeul(recu, contexte);
        if (_lot.EstPlein)
            ConclureLeLot();
    }

    /// <summary>The whole report, after the last file.</summary>
    public List<FichierImporte> Terminer()
    {
        ConclureLeLot();
        // The last ones of a larger whole, or of some of it.
        if (_avancement.FichiersFaits >= _avancement.FichiersEnTout)
            progression?.Report(_avancement with { OctetsFaits = _avancement.OctetsEnTout, Etape = "terminé" });
        return _rapport;
    }

    public void Dispose() => _lot.Dispose();

    private static Lieu LieuDe(FichierRecu recu) => new() { Dossier = recu.Dossier, Nom = recu.Nom };

    /// <summary>It was deleted while it waited to be read.</summary>
    private void Ecarter(FichierRecu recu)
    {
        ConclureLeLot();
        entrepot.Receptions.Conclure((recu.Reception.Result.Id, Reception.Supprime, null));
        Rapporter(recu, []);
    }

    private void TraiterSeul(FichierRecu recu, ContexteDImport contexte)
    {
        ConclureLeLot();
        try
        {
            using (var arrivage = Arrivage.DUnFichier(recu))
                ImportDeFichier.Importer(arrivage, LieuDe(recu), contexte);
        }
        catch (Exception illisible) when (recu.Reception.IsFaulted && illisible is IOException or UnauthorizedAccessException)
        {
            Rapporter(recu, [new FichierImporte(
                recu.Chemin, TypesDeFichier.Inconnu, Etats.Rejete, null, 0, 0, 0, 0, 0, [CatalogueDesAnomalies.FichierIntrouvable.En(Provenance.Inconnue)])]);
            return;
        }

        contexte.Indexation.Verser();
        Consolider();
        ConclureLesArrivees([(recu, contexte)]);
    }

    private void ConclureLeLot()
    {
        _lot.Conclure();
        if (_dansLeLot.Count == 0)
            return;
        Consolider();
        ConclureLesArrivees(_dansLeLot);
        _dansLeLot.Clear();
    }

    private void Consolider()
    {
        using var etape = Etapes.Commencer("consolidation");
        session.Consolider();
    }

    private void ConclureLesArrivees(List<(FichierRecu Recu, ContexteDImport Contexte)> fichiers)
    {
        using (Etapes.Commencer("conclusion de l'arrivée"))
            entrepot.Receptions.Conclure(fichiers.ConvertAll(f => Sort(f.Recu.Reception.Result, f.Contexte.Fichiers[^1])));
        // The container is told before its entries, as a reader expects it.
        foreach (var (recu, contexte) in fichiers)
            Rapporter(recu, [contexte.Fichiers[^1], .. contexte.Fichiers.Take(contexte.Fichiers.Count - 1)]);
    }

    private static (long, string, string?) Sort(Reception reception, FichierImporte fichier) => (
        reception.Id, fichier.Etat,
        fichier.Etat == Etats.Rejete ? fichier.Anomalies.FirstOrDefault(a => a.Gravite == Gravite.Erreur)?.Code : null);

    private void Rapporter(FichierRecu recu, IReadOnlyList<FichierImporte> conclus)
    {
        conclu(conclus);
        _rapport.AddRange(conclus);
        _avancement = _avancement with { FichiersFaits = _avancement.FichiersFaits + 1, OctetsFaits = _avancement.OctetsFaits + (recu.Octets ?? 0) };
    }
}
