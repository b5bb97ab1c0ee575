using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.JustificatifsAttendus;
using Xemelios.Query.Rapprochements;
using Xemelios.Store.Gestion.Controles;

namespace Xemelios.Query.Controles;

/// <summary>The control of an état as a whole: its rapprochement, what is written of it, what is left to see.</summary>
public sealed record RapportDeControleQuestion(DemandeDEtat Demande) : IQuestionNominative
{
    /// <exception cref="EtatIntrouvableException">nothing answers, or the reader does not read controls.</exception>
    public RapportDeControle Executer(CarnetDeControle carnet, DbConnection connexion, Perimetre perimetre)
    {
        this.Autoriser(perimetre);
        if (!perimetre.Controles)
            throw new EtatIntrouvableException();
        var rapprochement = new RapprochementQuestion(Demande).Executer(connexion, perimetre);
        var demande = Demande with { Budget = rapprochement.Etat.Budget ?? "" };
        var volumes = new VolumesDeLEtatQuestion(demande).Executer(connexion, perimetre);
        var rangs = volumes.Select((v, i) => (v.Empreinte, Rang: i)).ToDictionary(v => v.Empreinte, v => v.Rang, StringComparer.Ordinal);
        return new RapportDeControle(
            SuiviDeLEtatQuestion.De(rapprochement, volumes, carnet, perimetre),
            new FichiersSourcesQuestion([demande], [.. rapprochement.Mandats.Select(m => m.Id)]).Executer(connexion, perimetre),
            [.. carnet.VisasDesBulletins([.. rangs.Keys], perimetre).OrderBy(v => rangs[v.Cible.Volume!]).ThenBy(v => v.Cible.Ordre)],
            Anomalies(connexion, perimetre, [.. rangs.Keys]),
            new JustificatifsAttendusQuestion(demande.Siret, demande.Mois, demande.Budget).Executer(connexion, perimetre));
    }

    private static List<AnomaliesDUnCode> Anomalies(DbConnection connexion, Perimetre perimetre, string[] fichiers) => new Requete(connexion, perimetre, """
        SELECT n.code, max(n.gravite), count(*)
        FROM anomalie n JOIN volume_visible v ON v.contenu = n.contenu JOIN contenu c ON c.id = v.contenu
        WHERE list_contains($fichiers, c.empreinte)
        GROUP BY n.code ORDER BY 2 DESC, n.code
        """).Avec("fichiers", fichiers).Lire(r => new AnomaliesDUnCode(r.TexteSur(), r.Entier(), r.Entier()));
}
