using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.JustificatifsAttendus;

namespace Xemelios.Query.HeuresSupplementaires;

/// <summary>Overtime declared and paid, by agent, month and rate, as rubrique 210224 of the list of justificatifs asks.</summary>
public sealed record HeuresSupplementairesQuestion(string Siret, MoisDePaye Mois, string? Budget = null) : IQuestionNominative
{
    private string? CleDeBudget => Budget is null ? null : CodeBudget.Cle(Budget);

    public HeuresDuMois Executer(DbConnection connexion, Perimetre perimetre)
    {
        this.Autoriser(perimetre);
        var lecture = new LectureDesHeures(connexion, perimetre, Siret, Mois, CleDeBudget);
        var lignes = lecture.DuMois();
        var rappeles = lignes.Where(l => l.Periode is { Rappel: true, Seul: not null }).ToList();
        var autres = lecture.DesAutresMois(
            [.. rappeles.Select(l => l.Periode.Seul!.Value).Distinct()], [.. rappeles.Select(l => l.Matricule).OfType<string>().Distinct()]);
        var agents = lecture.Agents([.. lignes.Select(l => l.Bulletin).Distinct()]);
        var decompte = new DecompteDHeures(Mois, lignes, autres);
        var comptes = agents.Select(decompte.Agent).Where(a => a.HeuresDeclarees != 0 || a.Taux.Count > 0).ToList();
        var pieces = new LectureDesPieces(connexion, perimetre, Siret);
        return new HeuresDuMois(comptes, TotauxDHeures.De(comptes))
        {
            Rubriques = decompte.Rubriques,
            RubriqueDeLaListe = Exigence.RubriquePour(pieces.EstDeSante()),
            Pieces = comptes.Count == 0 ? [] : Demander(pieces, [.. agents.SelectMany(a => a.Bulletins)]),
        };
    }

    private static Exigence Exigence => ListeDesJustificatifs.De(EvenementDePaye.HeuresSupplementaires);

    private List<PieceDemandee> Demander(LectureDesPieces lecture, HashSet<int> bulletins)
    {
        var parBulletin = lecture.ParBulletin(Mois, CleDeBudget);
        var desAgents = parBulletin.Where(g => bulletins.Contains(g.Key)).SelectMany(g => g).DistinctBy(p => p.Piece).ToList();
        var recherche = new RechercheDePieces(parBulletin.SelectMany(g => g).Concat(lecture.DesMandats(Mois, CleDeBudget)));
        return [.. Exigence.Pieces.Select(attendue => recherche.Chercher(attendue, desAgents))];
    }
}
