using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Store.Gestion.Controles;

namespace Xemelios.Query.Controles;

/// <summary>What is left to see: états without a visa, natures that differ without a decision, what is to be put right, visas on other data, open notes, work given.</summary>
public sealed record ResteAVoirQuestion(string? Siret = null, MoisDePaye? Mois = null) : IQuestionNominative
{
    public ResteAVoir Executer(CarnetDeControle carnet, DbConnection connexion, Perimetre perimetre) =>
        De(new RapprochementsDesEtatsQuestion(Siret, Mois).Executer(connexion, perimetre), carnet, perimetre);

    /// <summary>The same, from an answer already given inside the perimeter.</summary>
    public ResteAVoir De(IReadOnlyList<RapprochementDEtat> etats, CarnetDeControle carnet, Perimetre perimetre)
    {
        this.Autoriser(perimetre);
        if (!perimetre.Controles)
            return new ResteAVoir([]);
        var suivis = new SuivisDesEtatsQuestion(Siret, Mois).De(etats, carnet, perimetre);
        return new ResteAVoir(
        [
            .. suivis.ParTrain.SelectMany(s => SansDecision(s, suivis)),
            .. suivis.Tous.SelectMany(s => s.Tout.SelectMany(x => DeSaCible(x, s))),
            .. DesBulletins(carnet.VisasARevoir(suivis.Fichiers, perimetre, Siret, Mois), suivis),
            .. NoteDeControle.Reunir(carnet.Notes(perimetre, Siret, Mois)).Where(n => !n.EstClose)
                .Select(n => new Reste(SorteDeReste.NoteOuverte, n.Note.Cible, Etat(n.Note.Cible, suivis)?.Rapprochement.Etat, null, n.Note, [], null)),
        ]);
    }

    // What was decided of all trains of the month together was decided of each.
    private static IEnumerable<Reste> SansDecision(SuiviDeLEtat suivi, SuivisDesEtats suivis)
    {
        var etat = suivi.Rapprochement.Etat;
        var mois = suivis.De(suivi.Etat.Cible with { Train = null });
        if (suivis.Visa(suivi.Etat.Cible) is null)
            yield return new Reste(SorteDeReste.EtatSansVisa, suivi.Etat.Cible, etat, suivi.Rapprochement.Totaux.EcartMandat, null, [], suivi.Etat.Attribution?.Personne);
        foreach (var ligne in suivi.EcartsSansDecision.Where(l => mois?.Natures.GetValueOrDefault(l.Nature)?.Visa is null))
            yield return new Reste(SorteDeReste.NatureEnEcart, suivi.Natures[ligne.Nature].Cible, etat, ligne.EcartMandat, null, [], (suivi.Natures[ligne.Nature].Attribution ?? suivi.Etat.Attribution)?.Personne);
    }

    private static IEnumerable<Reste> DeSaCible(Suivi suivi, SuiviDeLEtat etat)
    {
        var personne = (suivi.Attribution ?? etat.Etat.Attribution)?.Personne;
        if (suivi.Visa is { } visa && !visa.EstRegle)
            yield return new Reste(visa.SurDAutresDonnees ? SorteDeReste.AutresDonnees : SorteDeReste.ARegulariser, suivi.Cible, etat.Rapprochement.Etat, null, visa.Visa, visa.Changements, personne);
        if (suivi.ResteAttribue)
            yield return new Reste(SorteDeReste.Attribue, suivi.Cible, etat.Rapprochement.Etat, null, suivi.Attribution, [], suivi.Attribution!.Personne);
    }

    private static IEnumerable<Reste> DesBulletins(IReadOnlyList<Ecrit> visas, SuivisDesEtats suivis)
    {
        var actifs = suivis.Fichiers.ToHashSet(StringComparer.Ordinal);
        foreach (var visa in visas)
        {
            var (etat, actif) = (Etat(visa.Cible, suivis), actifs.Contains(visa.Cible.Volume!));
            yield return new Reste(actif ? SorteDeReste.ARegulariser : SorteDeReste.AutresDonnees, visa.Cible, etat?.Rapprochement.Etat, null, visa,
                actif ? [] : ["le fichier de ce bulletin a été remplacé ou retiré"], etat?.Etat.Attribution?.Personne);
        }
    }

    private static SuiviDeLEtat? Etat(CibleDeControle cible, SuivisDesEtats suivis) =>
        suivis.De(new CibleDeControle(cible.Siret) { Budget = cible.Budget, Mois = cible.Mois, Train = cible.Train });
}
