using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Bulletins;

namespace Xemelios.Query.Journaux;

/// <summary>Whose data something shows.</summary>
/// <param name="Matricule">Null for several agents, or when the file gives none.</param>
public sealed record AgentConcerne(string? Siret, string? Matricule);

/// <summary>Whose bulletin this is, so that the journal can answer who opened it; null when there is none inside the perimeter.</summary>
public sealed record AgentDuBulletinQuestion(AdresseDeBulletin Adresse) : IQuestionNominative
{
    public AgentConcerne? Executer(DbConnection connexion, Perimetre perimetre)
    {
        this.Autoriser(perimetre);
        return new Requete(connexion, perimetre, """
        SELECT v.siret, a.matricule
        FROM contenu c JOIN volume_visible v ON v.contenu = c.id
        JOIN paye_individuelle p ON p.contenu = c.id JOIN agent a ON a.id = p.agent
        WHERE c.empreinte = $empreinte AND p.ordre = $ordre
        """).Avec("empreinte", Adresse.Volume).Avec("ordre", Adresse.Ordre).Lire(r => new AgentConcerne(r.Texte(), r.Texte())).FirstOrDefault();
    }
}

/// <summary>The agents whose bulletins reference a piece; without any, its collectivité alone.</summary>
public sealed record AgentsDeLaPieceQuestion(int Piece) : IQuestionNominative
{
    public IReadOnlyList<AgentConcerne> Executer(DbConnection connexion, Perimetre perimetre)
    {
        this.Autoriser(perimetre);
        return new Requete(connexion, perimetre, """
        SELECT DISTINCT coalesce(v.siret, p.siret), a.matricule
        FROM piece_visible p
        LEFT JOIN piece_de_reference x ON x.piece = p.id
        LEFT JOIN reference_de_bulletin r ON r.employeur = x.employeur AND r.id_unique IS NOT DISTINCT FROM x.id_unique AND r.nom IS NOT DISTINCT FROM x.nom
        LEFT JOIN paye_individuelle b ON b.id = r.bulletin
        LEFT JOIN volume_visible v ON v.contenu = b.contenu
        LEFT JOIN agent a ON a.id = b.agent AND v.siret IS NOT NULL
        WHERE p.id = $piece ORDER BY 1, 2
        """).Avec("piece", Piece).Lire(r => new AgentConcerne(r.Texte(), r.Texte()));
    }
}

/// <summary>Whose bulletin stands at a byte of a file; its collectivité alone when none does. Null outside of the perimeter.</summary>
public sealed record AgentDeLaSourceQuestion(string Empreinte, long Octet) : IQuestionNominative
{
    public AgentConcerne? Executer(DbConnection connexion, Perimetre perimetre)
    {
        this.Autoriser(perimetre);
        return new Requete(connexion, perimetre, """
        SELECT v.siret, (SELECT arg_max(a.matricule, p.octet) FROM paye_individuelle p JOIN agent a ON a.id = p.agent WHERE p.contenu = c.id AND p.octet <= $octet)
        FROM contenu c JOIN volume_visible v ON v.contenu = c.id WHERE c.empreinte = $empreinte
        """).Avec("empreinte", Empreinte).Avec("octet", Octet).Lire(r => new AgentConcerne(r.Texte(), r.Texte())).FirstOrDefault();
    }
}
