using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Mandats;

/// <summary>The pieces that the mandats of an exercice reference, or that name one of them (RefCompta).</summary>
public sealed record PiecesDesMandatsQuestion(string Siret, int Exercice) : IQuestionNominative
{
    public IReadOnlyList<PieceDUnMandat> Executer(DbConnection connexion, Perimetre perimetre)
    {
        this.Autoriser(perimetre);
        return new Requete(connexion, perimetre, """
            SELECT DISTINCT x.mandat, p.id, p.nom
            FROM piece_de_mandat x JOIN piece_visible p ON p.id = x.piece JOIN mandat_compte m ON m.id = x.mandat JOIN flux_visible f ON f.contenu = m.contenu
            WHERE left(m.id_coll, 9) = $siren AND m.exercice = $exercice ORDER BY x.mandat, p.nom, p.id
            """).Avec("siren", new Siret(Siret).Siren).Avec("exercice", Exercice).Lire(r => new PieceDUnMandat(r.Entier(), r.Entier(), r.TexteSur()));
    }
}

/// <summary>One piece of one mandat, by their identifiers.</summary>
public sealed record PieceDUnMandat(int Mandat, int Piece, string Nom);
