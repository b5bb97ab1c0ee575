using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Rapprochements;
using Xemelios.Store.Gestion.Controles;

namespace Xemelios.Query.Controles;

/// <summary>The control of every état, one for each train, by employer, month, budget and train; and of all trains of a month together, where
/// somebody wrote of them.</summary>
public sealed record SuivisDesEtatsQuestion(string? Siret = null, MoisDePaye? Mois = null)
{
    public SuivisDesEtats Executer(CarnetDeControle carnet, DbConnection connexion, Perimetre perimetre)
    {
        var dossiers = DossiersDePaye.Charger(connexion, perimetre, Siret, Mois);
        var fichiers = Fichiers(connexion, perimetre);
        var ecrits = carnet.DesEtats(perimetre, Siret, mois: Mois).ToLookup(e => (e.Cible.Siret, e.Cible.Budget, e.Cible.Mois));
        return new SuivisDesEtats(
            [.. dossiers.ParTrain.Select(t => Suivre(dossiers.Rapprocher(t.Cle), f => f.Train == SuiviDeLEtat.Train(t.TrainNom)))],
            [.. dossiers.ParMois.Where(t => ecrits[(t.Siret, t.Cle.Budget, MoisDePaye.FromCle(t.Cle.Periode))].Any(e => e.Cible.Train is null)).Select(t => Suivre(dossiers.Rapprocher(t.Cle), _ => true))],
            [.. fichiers.SelectMany(f => f).Select(f => f.Empreinte).Distinct(StringComparer.Ordinal)]);

        SuiviDeLEtat Suivre(Rapprochement r, Func<Fichier, bool> sien)
        {
            var cle = (r.Etat.Siret, Budget: CodeBudget.Cle(r.Etat.Budget), Mois: new MoisDePaye(r.Etat.Annee, r.Etat.Mois));
            var siens = fichiers[(cle.Siret, cle.Budget, cle.Mois.Cle)].Where(sien).ToList();
            return SuiviDeLEtat.Etablir(r, siens.Select(f => f.Train), [.. siens.Select(f => f.Empreinte)], [.. ecrits[(cle.Siret, cle.Budget, cle.Mois)]]);
        }
    }

    // In the order of VolumesDeLEtatQuestion.
    private ILookup<(string Siret, string Budget, int Periode), Fichier> Fichiers(DbConnection connexion, Perimetre perimetre) => new Requete(connexion, perimetre, """
        SELECT v.siret, v.budget, v.periode, v.train, c.empreinte
        FROM volume_visible v JOIN contenu c ON c.id = v.contenu
        WHERE NOT v.entete_seul AND ($siret::VARCHAR IS NULL OR v.siret = $siret) AND ($periode::INTEGER IS NULL OR v.periode = $periode)
        ORDER BY v.siret, v.periode, v.budget, v.train, v.numero NULLS LAST, v.nom, c.empreinte
        """)
        .Avec("siret", Siret).Avec("periode", Mois?.Cle)
        .Lire(r => (Cle: (r.TexteSur(), r.TexteSur(), r.Entier()), Fichier: new Fichier(SuiviDeLEtat.Train(r.Texte()), r.TexteSur())))
        .ToLookup(f => f.Cle, f => f.Fichier);

    private sealed record Fichier(string Train, string Empreinte);
}

/// <param name="ParTrain">The états.</param>
/// <param name="ParMois">All trains of a month together, where they were written of.</param>
/// <param name="Fichiers">Fingerprints of all their files.</param>
public sealed record SuivisDesEtats(IReadOnlyList<SuiviDeLEtat> ParTrain, IReadOnlyList<SuiviDeLEtat> ParMois, IReadOnlyList<string> Fichiers)
{
    /// <summary>The visa of an état: its own, else that of the whole month, which saw it too.</summary>
    public VisaLu? Visa(SuiviDeLEtat etat) =>
        etat.Etat.Visa ?? ParMois.FirstOrDefault(m => m.Etat.Cible == etat.Etat.Cible with { Train = null })?.Etat.Visa;
}
