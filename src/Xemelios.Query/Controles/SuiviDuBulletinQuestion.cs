using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Bulletins;
using Xemelios.Store.Gestion.Controles;

namespace Xemelios.Query.Controles;

/// <summary>What is written of the control of a bulletin, and of those of the same agent in the same état whose file has gone.</summary>
public sealed record SuiviDuBulletinQuestion(AdresseDeBulletin Ici) : IQuestionNominative
{
    /// <returns>Null outside of the perimeter.</returns>
    public Suivi? Executer(CarnetDeControle carnet, DbConnection connexion, Perimetre perimetre)
    {
        this.Autoriser(perimetre);
        var lu = new Requete(connexion, perimetre, """
            SELECT v.siret, v.budget, v.periode, v.train, a.matricule, b.brut, b.net, b.net_a_payer,
                   (SELECT list(DISTINCT c2.empreinte) FROM volume_visible w JOIN contenu c2 ON c2.id = w.contenu
                    WHERE w.employeur = v.employeur AND w.periode = v.periode AND w.budget = v.budget AND w.train = v.train)
            FROM contenu c JOIN volume_visible v ON v.contenu = c.id JOIN paye_individuelle b ON b.contenu = v.contenu JOIN agent a ON a.id = b.agent
            WHERE c.empreinte = $volume AND b.ordre = $ordre
            """).Avec("volume", Ici.Volume).Avec("ordre", Ici.Ordre).Lire(Lire);
        if (lu is not [var (cible, vues, actifs)])
            return null;
        // A visa on another bulletin of the agent that is still there is of that one.
        var siens = carnet.DuBulletin(cible, perimetre).Where(e => e.Cible.Volume is null || EstIci(e.Cible) || !actifs.Contains(e.Cible.Volume, StringComparer.Ordinal));
        return new Suivi(cible, vues, [.. siens]);
    }

    private bool EstIci(CibleDeControle cible) => cible.Volume == Ici.Volume && cible.Ordre == Ici.Ordre;

    private (CibleDeControle Cible, DonneesVues Vues, IReadOnlyList<string?> Actifs) Lire(Rangee r)
    {
        var cible = new CibleDeControle(r.TexteSur()) { Budget = r.TexteSur(), Mois = MoisDePaye.FromCle(r.Entier()), Train = SuiviDeLEtat.Train(r.Texte()), Matricule = r.Texte(), Volume = Ici.Volume, Ordre = Ici.Ordre };
        return (cible, ChiffresVus.DuBulletin(Ici.Volume, r.MontantOuNul(), r.MontantOuNul(), r.MontantOuNul()), r.Textes());
    }
}
