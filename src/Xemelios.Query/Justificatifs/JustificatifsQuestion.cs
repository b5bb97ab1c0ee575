using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Rapprochements;

namespace Xemelios.Query.Justificatifs;

/// <summary>Lists the pieces of a month: present, missing, orphan.</summary>
public sealed record JustificatifsQuestion(string Siret, MoisDePaye Mois, string? Budget = null) : IQuestionNominative
{
    public JustificatifsDuMois Executer(DbConnection connexion, Perimetre perimetre)
    {
        this.Autoriser(perimetre);
        var lecture = new LectureDesReferences(connexion, perimetre, Siret);
        var mandatees = lecture.DesMandats();
        var references = References(lecture, mandatees.ToLookup(m => m.Piece, m => m.Numero));
        var seules = DesMandatsSeuls(connexion, perimetre, mandatees);
        var orphelines = new PiecesOrphelines(connexion, perimetre, Siret).DuMois(Mois).Select(Orpheline).ToList();
        var presentes = references.Count(r => r.Statut == StatutDePiece.Presente);
        var manquantes = references.Count(r => r.Statut == StatutDePiece.Manquante);
        return new JustificatifsDuMois(references.Count, presentes, manquantes, orphelines.Count, [.. references, .. seules, .. orphelines]);
    }

    private List<PieceDuMois> References(LectureDesReferences lecture, ILookup<int, string?> mandats) =>
    [
        .. lecture.DuMois(Mois, Budget is null ? null : CodeBudget.Cle(Budget))
            .GroupBy(r => r.Cle, StringComparer.Ordinal)
            .Select(g =>
            {
                var r = g.First();   // the resolved one, when the same document is named in several ways
                return new PieceDuMois(r.IdUnique, r.Nom, r.Piece is null ? StatutDePiece.Manquante : StatutDePiece.Presente, r.Support, r.Empreinte,
                    [.. g.SelectMany(x => x.Bulletins).Distinct().Order(StringComparer.Ordinal)],
                    r.Piece is { } piece ? [.. mandats[piece].Distinct()] : [],
                    SupportDePiece.Libelle(r.Support), r.Piece, r.TypeMime, r.Octets, g.Any(x => x.Conflit), Reference: true);
            }),
    ];

    /// <summary>The pieces of the month's mandats that no bulletin references: shown, not counted among the references.</summary>
    private List<PieceDuMois> DesMandatsSeuls(DbConnection connexion, Perimetre perimetre, List<PieceMandatee> mandatees)
    {
        var sans = mandatees.Where(m => !m.DUnBulletin).ToList();
        if (sans.Count == 0)
            return [];
        var duMois = DossiersDePaye.Charger(connexion, perimetre, Siret, Mois).Liens
            .Where(l => l.Etat.Periode == Mois.Cle && (Budget is null || l.Etat.Budget == CodeBudget.Cle(Budget)))
            .Select(l => l.Mandat.Id).ToHashSet();
        return [.. sans.Where(m => duMois.Contains(m.Mandat))
            .GroupBy(m => (m.Empreinte, Nom: m.Nom.ToUpperInvariant()))
            .Select(g => new PieceDuMois(g.First().IdUnique, g.First().Nom, StatutDePiece.Presente, null, g.Key.Empreinte, [],
                [.. g.Select(m => m.Numero).Distinct().Order(StringComparer.Ordinal)], null, g.First().Piece, g.First().TypeMime, g.First().Octets,
                Conflit: false, Reference: false))
            .OrderBy(p => p.IdUnique, StringComparer.Ordinal).ThenBy(p => p.Nom, StringComparer.Ordinal)];
    }

    private static PieceDuMois Orpheline(PieceOrpheline p) =>
        new(p.IdUnique, p.Nom, StatutDePiece.Orpheline, null, p.Empreinte, [], [], null, p.Piece, p.TypeMime, p.Octets, Conflit: false, Reference: false);
}
