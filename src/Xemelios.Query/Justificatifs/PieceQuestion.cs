using System.Data.Common;
using Xemelios.Domain.Habilitations;

namespace Xemelios.Query.Justificatifs;

/// <summary>A piece with all its bulletins and mandats; null when there is none inside the perimeter.</summary>
public sealed record PieceQuestion(int Piece) : IQuestionNominative
{
    public FicheDePiece? Executer(DbConnection connexion, Perimetre perimetre)
    {
        this.Autoriser(perimetre);
        var fiches = new Requete(connexion, perimetre, """
            SELECT p.id, c.empreinte, p.id_unique, p.nom, p.type_pj, p.description, p.siret, p.type_mime, p.octets, p.chemin,
                   k.empreinte, p.indice, p.pes IS NOT NULL, c.type
            FROM piece_visible p LEFT JOIN contenu c ON c.id = p.contenu LEFT JOIN contenu k ON k.id = coalesce(p.pes, p.contenant)
            WHERE p.id = $piece ORDER BY p.id
            """).Avec("piece", Piece).Lire(r => new FicheDePiece(r.Entier(), r.Texte(), r.Texte(), r.TexteSur(), r.Texte(), r.Texte(), r.Texte(),
                r.TexteSur(), r.Long() ?? 0, r.TexteSur(), r.Texte(), r.Entier(), r.Booleen(), [], []).Pour(perimetre, r.Texte()));
        return fiches is [var fiche]
            ? fiche with { Bulletins = Bulletins(connexion, perimetre), Mandats = Mandats(connexion, perimetre) }
            : null;
    }

    private List<BulletinDePiece> Bulletins(DbConnection connexion, Perimetre perimetre) => new Requete(connexion, perimetre, """
        SELECT DISTINCT b.id, c.empreinte, b.ordre, v.siret, v.budget_code, v.periode // 100, v.periode % 100, b.matricule, b.nom, b.prenom
        FROM piece_de_reference x
        JOIN reference_de_bulletin r ON r.employeur = x.employeur AND r.id_unique IS NOT DISTINCT FROM x.id_unique AND r.nom IS NOT DISTINCT FROM x.nom
        JOIN bulletin b ON b.id = r.bulletin
        JOIN volume_visible v ON v.contenu = b.contenu
        JOIN contenu c ON c.id = v.contenu
        WHERE x.piece = $piece ORDER BY v.siret, v.periode // 100, v.periode % 100, b.nom, b.prenom, b.matricule, c.empreinte, b.ordre
        """).Avec("piece", Piece).Lire(r => new BulletinDePiece(
            r.Entier(), r.TexteSur(), r.Entier(), r.TexteSur(), r.Texte(), r.Entier(), r.Entier(), r.Texte(), r.Texte(), r.Texte()));

    private List<MandatDePiece> Mandats(DbConnection connexion, Perimetre perimetre) => new Requete(connexion, perimetre, """
        SELECT m.id, m.numero, m.bordereau, m.exercice, m.objet,
               (SELECT sum(coalesce(l.montant_ht, 0) + coalesce(l.montant_tva, 0)) FROM ligne_de_mandat l WHERE l.mandat = m.id)
                   * CASE WHEN m.signe = -1 THEN -1 ELSE 1 END, m.id_coll
        FROM piece_de_mandat x JOIN mandat_compte m ON m.id = x.mandat JOIN flux_visible f ON f.contenu = m.contenu
        WHERE x.piece = $piece ORDER BY m.exercice, m.bordereau, m.numero, m.id
        """).Avec("piece", Piece).Lire(r => new MandatDePiece(r.Entier(), r.Texte(), r.Texte(), r.EntierOuNul(), r.Texte(), r.Somme(), r.Texte()));
}
