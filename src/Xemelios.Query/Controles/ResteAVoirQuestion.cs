using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Store.Gestion.Controles;

namespace Xemelios.Query.Controles;

/// <summary>What is left to see: états without a visa, natures that differ without a decision, what is to be put right, visas on other data, open notes, work given.</summary>
public sealed record ResteAVoirQuestion(string? Siret = null, MoisDePaye? Mois = null) : IQuestionNominative
{
    public ResteAVoir Executer(CarnetDeControle carnet, DbConnection connexion, Perimetre perimetre)
    {
        this.Autoriser(perimetre);
        if (!perimetre.Controles)
            return new ResteAVoir([]);
        var suivis = new SuivisDesEtatsQuestion(Siret, Mois).Executer(carnet, connexion, perimetre);
        var etats = suivis.ParTrain.Concat(suivis.ParMois).DistinctBy(s => s.Etat.Cible).ToDictionary(s => s.Etat.Cible);
        return new ResteAVoir(
        [
            .. suivis.ParTrain.SelectMany(s => DeLEtat(s, suivis.Visa(s))), .. suivis.ParMois.Where(m => suivis.ParTrain.All(t => t.Etat.Cible != m.Etat.Cible)).SelectMany(s => s.Natures.Values.Append(s.Etat).SelectMany(x => DeSaCible(x, s))),
            .. DesBulletins(carnet.VisasARevoir(suivis.Fichiers, perimetre, Siret, Mois), suivis, etats),
            .. NoteDeControle.Reunir(carnet.Notes(perimetre, Siret, Mois).ToList()).Where(n => !n.EstClose)
                .Select(n => new Reste(SorteDeReste.NoteOuverte, n.Note.Cible, Etat(n.Note.Cible, etats), null, n.Note, [], null)),
        ]);
    }

    private static IEnumerable<Reste> DeLEtat(SuiviDeLEtat suivi, VisaLu? visa)
    {
        var etat = suivi.Rapprochement.Etat;
        if (visa is null)
            yield return new Reste(SorteDeReste.EtatSansVisa, suivi.Etat.Cible, etat, suivi.Rapprochement.Totaux.EcartMandat, null, [], suivi.Etat.Attribution?.Personne);
        foreach (var ligne in suivi.EcartsSansDecision)
            yield return new Reste(SorteDeReste.NatureEnEcart, suivi.Natures[ligne.Nature].Cible, etat, ligne.EcartMandat, null, [], (suivi.Natures[ligne.Nature].Attribution ?? suivi.Etat.Attribution)?.Personne);
        foreach (var reste in suivi.Natures.Values.Append(suivi.Etat).SelectMany(s => DeSaCible(s, suivi)))
            yield return reste;
    }

    private static IEnumerable<Reste> DeSaCible(Suivi suivi, SuiviDeLEtat etat)
    {
        var personne = (suivi.Attribution ?? etat.Etat.Attribution)?.Personne;
        if (suivi.Visa is { } visa && !visa.EstRegle)
            yield return new Reste(visa.SurDAutresDonnees ? SorteDeReste.AutresDonnees : SorteDeReste.ARegulariser, suivi.Cible, etat.Rapprochement.Etat, null, visa.Visa, visa.Changements, personne);
        if (suivi.ResteAttribue)
            yield return new Reste(SorteDeReste.Attribue, suivi.Cible, etat.Rapprochement.Etat, null, suivi.Attribution, [], suivi.Attribution!.Personne);
    }

    private static IEnumerable<Reste> DesBulletins(IReadOnlyList<Ecrit> visas, SuivisDesEtats suivis, Dictionary<CibleDeControle, SuiviDeLEtat> etats)
    {
        var actifs = suivis.Fichiers.ToHashSet(StringComparer.Ordinal);
        return visas.Select(v => actifs.Contains(v.Cible.Volume!)
            ? new Reste(SorteDeReste.ARegulariser, v.Cible, Etat(v.Cible, etats), null, v, [], Personne(v.Cible, etats))
            : new Reste(SorteDeReste.AutresDonnees, v.Cible, Etat(v.Cible, etats), null, v, ["le fichier de ce bulletin a été remplacé ou retiré"], Personne(v.Cible, etats)));
    }

    private static EtatDePaye? Etat(CibleDeControle cible, Dictionary<CibleDeControle, SuiviDeLEtat> etats) => Suivi(cible, etats)?.Rapprochement.Etat;

    private static string? Personne(CibleDeControle cible, Dictionary<CibleDeControle, SuiviDeLEtat> etats) => Suivi(cible, etats)?.Etat.Attribution?.Personne;

    private static SuiviDeLEtat? Suivi(CibleDeControle cible, Dictionary<CibleDeControle, SuiviDeLEtat> etats) =>
        etats.GetValueOrDefault(new CibleDeControle(cible.Siret) { Budget = cible.Budget, Mois = cible.Mois, Train = cible.Train });
}
