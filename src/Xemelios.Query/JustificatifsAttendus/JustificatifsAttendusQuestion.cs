using System.Data.Common;
using System.Globalization;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.HeuresSupplementaires;

namespace Xemelios.Query.JustificatifsAttendus;

/// <summary>For each event of a month, what the list of justificatifs asks, what is there, and what is missing.</summary>
public sealed record JustificatifsAttendusQuestion(string Siret, MoisDePaye Mois, string? Budget = null) : IQuestionNominative
{
    private string? CleDeBudget => Budget is null ? null : CodeBudget.Cle(Budget);

    public AttendusDuMois Executer(DbConnection connexion, Perimetre perimetre)
    {
        this.Autoriser(perimetre);
        var avant = LectureDesEvenements.MoisPrecedent(connexion, perimetre, Siret, Mois, CleDeBudget);
        var lecture = new LectureDesEvenements(connexion, perimetre, Siret, Mois, avant, CleDeBudget);
        var lus = Reunir([.. lecture.Constates(), .. Heures(connexion, perimetre)], lecture.Declares());
        var pieces = new LectureDesPieces(connexion, perimetre, Siret);
        var duMois = pieces.ParBulletin(Mois, CleDeBudget);
        var duPrecedent = avant is { } m && lus.Exists(e => e.Mois == m) ? pieces.ParBulletin(m, CleDeBudget) : null;
        var recherche = new RechercheDePieces(duMois.SelectMany(g => g).Concat(pieces.DesMandats(Mois, CleDeBudget)));
        var sante = pieces.EstDeSante();
        var evenements = lus.Select(e => Attendre(e, [.. (e.Mois == Mois ? duMois : duPrecedent!)[e.Bulletin].DistinctBy(p => p.Piece)], recherche, sante)).ToList();
        return new AttendusDuMois(avant, sante, evenements,
            [.. evenements.GroupBy(e => e.Evenement).OrderBy(g => g.Key).Select(g => new CouvertureParEvenement(g.Key, g.Count(), Couverture.De(g)))],
            [.. evenements.GroupBy(e => e.Service).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new CouvertureParService(g.Key, g.Count(), Couverture.De(g)))]);
    }

    private static EvenementAttendu Attendre(EvenementLu lu, IReadOnlyList<PieceConnue> duBulletin, RechercheDePieces recherche, bool sante)
    {
        var exigence = ListeDesJustificatifs.De(lu.Evenement);
        return new EvenementAttendu(lu.Evenement, lu.Source, lu.Matricule, lu.Nom, lu.Prenom, lu.Service, lu.Detail, lu.Lieu, lu.Mois,
            exigence.RubriquePour(sante), [.. exigence.Pieces.Select(p => recherche.Chercher(p, duBulletin))], duBulletin.Count);
    }

    /// <summary>A declared event of a sort that was seen for the same agent is this one; the others stand by themselves.</summary>
    private static List<EvenementLu> Reunir(List<EvenementLu> constates, List<EvenementLu> declares)
    {
        var declare = declares.ToLookup(e => (e.Evenement, e.Matricule, e.Bulletin));
        var parAgent = declares.Where(e => e.Matricule is not null).ToLookup(e => (e.Evenement, e.Matricule));
        var vus = constates.Select(e => (e.Evenement, e.Matricule)).ToHashSet();
        var reunis = constates.Select(e => (e.Matricule is null ? declare[(e.Evenement, null, e.Bulletin)] : parAgent[(e.Evenement, e.Matricule)]).ToList() is { Count: > 0 } memes
            ? e with { Source = SourceDEvenement.DeclareEtConstate, Detail = $"{e.Detail} ; déclaré : {string.Join(", ", memes.Select(d => d.Detail).Distinct())}" }
            : e);
        return [.. reunis.Concat(declares.Where(e => e.Matricule is null || !vus.Contains((e.Evenement, e.Matricule))))
            .OrderBy(e => e.Evenement).ThenBy(e => e.Nom, StringComparer.Ordinal).ThenBy(e => e.Prenom, StringComparer.Ordinal)
            .ThenBy(e => e.Matricule, StringComparer.Ordinal).ThenBy(e => e.Detail, StringComparer.Ordinal)];
    }

    private IEnumerable<EvenementLu> Heures(DbConnection connexion, Perimetre perimetre)
    {
        var lecture = new LectureDesHeures(connexion, perimetre, Siret, Mois, CleDeBudget);
        var lignes = lecture.DuMois();
        var payees = lignes.GroupBy(l => (l.Matricule, l.Cle)).ToDictionary(g => g.Key, g => g.Sum(l => l.Montant?.ToDecimal() ?? 0));
        return lecture.Agents([.. lignes.Select(l => l.Bulletin).Distinct()])
            .Select(a => new EvenementLu(EvenementDePaye.HeuresSupplementaires, SourceDEvenement.Constate, a.Bulletins[0], a.Matricule, a.Nom, a.Prenom, a.Service,
                string.Create(CultureInfo.GetCultureInfo("fr-FR"), $"{a.Heures:0.00} heures déclarées, {payees.GetValueOrDefault((a.Matricule, a.Cle)):0.00} € payés"), a.Lieux[0], Mois));
    }
}
