using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Rapprochements;

namespace Xemelios.Query.Mandats;

/// <summary>The mandats of an employer for an exercice, with their link to an état: those that count and those that do not.</summary>
public sealed record MandatsQuestion(string? Siret = null, int? Exercice = null) : IQuestionNominative
{
    public IReadOnlyList<MandatListe> Executer(DbConnection connexion, Perimetre perimetre)
    {
        this.Autoriser(perimetre);
        var dossiers = DossiersDePaye.Charger(connexion, perimetre, Siret);
        var etats = dossiers.ParMois.Concat(dossiers.ParTrain).ToDictionary(t => t.Cle);
        var liens = dossiers.Liens.ToLookup(l => l.Mandat.Id);
        string[]? sirens = Siret is null ? null : [new Siret(Siret).Siren];
        return [.. new LectureDesMandats(connexion, perimetre, sirens).Lire(tous: true, [])
            .Where(m => Exercice is null || m.Exercice == Exercice)
            .Select(m => Lister(m, liens[m.Id].OrderBy(l => l.Lien).FirstOrDefault()))];

        MandatListe Lister(MandatLu m, MandatLie? lien) => new(
            m.Id, m.IdColl ?? "", m.BudgetEcrit, m.Exercice, m.Bordereau, m.TypeBordereau, m.DateEmission, m.Numero, m.NaturePiece, m.Objet,
            m.Montant, m.Courant, lien?.Lien, lien is null ? null : Etat(lien),
            [.. m.Lignes.Select(l => new LigneDeMandatListee(l.Numero, l.Nature, l.Fonction, l.Montant, l.Tiers) { Corrige = l.OrigineMandat })]);

        EtatDeMandat? Etat(MandatLie lien)
        {
            var etat = etats.GetValueOrDefault(lien.Etat) ?? etats.GetValueOrDefault(lien.Etat.TousTrains);
            return etat is null ? null : new EtatDeMandat(etat.Siret, etat.BudgetCode, etat.Cle.Periode / 100, etat.Cle.Periode % 100, etat.TrainNom);
        }
    }
}
