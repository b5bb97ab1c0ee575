using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Rapprochements;

namespace Xemelios.Query.Controles;

/// <summary>The rapprochement of every état with the files that it is made of: one for each train, then one for all trains of each month that has several.</summary>
public sealed record RapprochementsDesEtatsQuestion(string? Siret = null, MoisDePaye? Mois = null)
{
    public IReadOnlyList<RapprochementDEtat> Executer(DbConnection connexion, Perimetre perimetre)
    {
        var dossiers = DossiersDePaye.Charger(connexion, perimetre, Siret, Mois);
        var fichiers = Fichiers(connexion, perimetre);
        var plusieurs = dossiers.ParTrain.GroupBy(t => t.Cle.TousTrains).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        return
        [
            .. dossiers.ParTrain.Select(t => De(dossiers.Rapprocher(t.Cle), f => f.Train == SuiviDeLEtat.Train(t.TrainNom))),
            .. dossiers.ParMois.Where(t => plusieurs.Contains(t.Cle)).Select(t => De(dossiers.Rapprocher(t.Cle), _ => true)),
        ];

        RapprochementDEtat De(Rapprochement r, Func<Fichier, bool> sien)
        {
            var siens = fichiers[(r.Etat.Siret, CodeBudget.Cle(r.Etat.Budget), new MoisDePaye(r.Etat.Annee, r.Etat.Mois).Cle)].Where(sien).ToList();
            return new RapprochementDEtat(r, [.. siens.Select(f => f.Train).Distinct(StringComparer.Ordinal)], [.. siens.Select(f => f.Empreinte)]);
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

/// <param name="Trains">As the carnet names them; several when they are taken together.</param>
/// <param name="Fichiers">Fingerprints, in their order.</param>
public sealed record RapprochementDEtat(Rapprochement Rapprochement, IReadOnlyList<string> Trains, IReadOnlyList<string> Fichiers);
