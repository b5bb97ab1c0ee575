using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Bulletins;

namespace Xemelios.Query.Rubriques;

/// <summary>A rubrique in all the bulletins of an agent, those without it too.</summary>
/// <param name="Code">As the files write it; "" for the lines without code.</param>
/// <param name="Categorie">Null for all that have the code.</param>
public sealed record RubriqueDUnAgentQuestion(string Siret, string Code, string Matricule, CategorieDeLigne? Categorie = null) : IQuestionNominative
{
    /// <summary>Null when no bulletin of the matricule is inside the perimeter.</summary>
    public RubriqueDUnAgent? Executer(DbConnection connexion, Perimetre perimetre)
    {
        this.Autoriser(perimetre);
        var lues = new Requete(connexion, perimetre, $"""
            , {HistoriqueDeRubriqueQuestion.DeLaRubrique},
            sien AS (SELECT a.* FROM agent a JOIN employeur e ON e.id = a.employeur WHERE e.siret = $siret AND a.matricule = $matricule),
            paye AS (
                SELECT p.id, p.ordre, p.agent, v.contenu, v.periode, v.budget, v.train, v.numero, v.nom AS fichier
                FROM paye_individuelle p JOIN volume_visible v ON v.contenu = p.contenu WHERE p.agent IN (SELECT id FROM sien)),
            sienne AS (SELECT l.*, m.categorie, m.libelle, m.taux AS taux_du_modele, m.debut, m.fin FROM ligne l JOIN m ON m.modele = l.modele WHERE l.bulletin IN (SELECT id FROM paye))
            SELECT c.empreinte, p.ordre, p.periode, l.position, l.categorie, l.libelle, l.base, coalesce(l.taux_du_modele, l.taux), l.unites,
                   CASE WHEN s.signe = -1 THEN -l.montant ELSE l.montant END, l.debut, l.fin, a.nom, a.prenom
            FROM paye p JOIN sien a ON a.id = p.agent JOIN contenu c ON c.id = p.contenu
            LEFT JOIN sienne l ON l.bulletin = p.id LEFT JOIN convention s ON s.contenu = l.contenu AND s.categorie = l.categorie
            ORDER BY p.periode, p.budget, p.train, p.numero NULLS LAST, p.fichier, c.empreinte, p.ordre, l.position
            """).Avec("siret", Siret).Avec("code", Code).Avec("categorie", (int?)Categorie).Avec("matricule", Matricule)
            .Lire(r => (Ligne: new LigneDansLeTemps(
                new AdresseDeBulletin(r.TexteSur(), r.Entier()), MoisDePaye.FromCle(r.Entier()), r.EntierOuNul(), r.EntierOuNul() is { } c ? (CategorieDeLigne)c : null, r.Texte(),
                r.Nombre(), r.Nombre(), r.Nombre(), r.MontantOuNul(), r.Date(), r.Date()), Nom: r.Texte(), Prenom: r.Texte()));
        return lues is [.., var derniere] ? new RubriqueDUnAgent(derniere.Nom, derniere.Prenom, Marquer([.. lues.Select(l => l.Ligne)])) : null;
    }

    private static readonly (ValeurDeLigne Sorte, Func<LigneDansLeTemps, object?> Valeur)[] Valeurs =
        [(ValeurDeLigne.Base, l => l.Base), (ValeurDeLigne.Taux, l => l.Taux), (ValeurDeLigne.Unites, l => l.Unites), (ValeurDeLigne.Montant, l => l.Montant)];

    // A line is set against those of the month of pay before: what none of them says has changed.
    private static List<LigneDansLeTemps> Marquer(IReadOnlyList<LigneDansLeTemps> lues)
    {
        List<LigneDansLeTemps> marquees = [];
        List<LigneDansLeTemps>? avant = null;
        foreach (var mois in lues.GroupBy(l => l.Mois))
        {
            var anciennes = avant;
            var porteuses = mois.Where(l => l.Position is not null).ToList();
            marquees.AddRange(mois.Select(l => l with
            {
                EstNouvelle = anciennes is { Count: 0 } && l.Position is not null, ADisparu = anciennes is { Count: > 0 } && porteuses.Count == 0,
                Changes = Valeurs.Where(v => anciennes is { Count: > 0 } && l.Position is not null && !anciennes.Exists(a => Equals(v.Valeur(a), v.Valeur(l)))).Select(v => v.Sorte).ToHashSet(),
            }));
            avant = porteuses;
        }

        return marquees;
    }
}

/// <summary>The lines of a rubrique in the bulletins of an agent.</summary>
/// <param name="Lignes">By month; a bulletin without the rubrique has one without position.</param>
public sealed record RubriqueDUnAgent(string? Nom, string? Prenom, IReadOnlyList<LigneDansLeTemps> Lignes);

/// <summary>One line, its amount with the sign of its meaning.</summary>
/// <param name="Position">Rank in the bulletin; null when the bulletin has no such line.</param>
public sealed record LigneDansLeTemps(
    AdresseDeBulletin Bulletin, MoisDePaye Mois, int? Position, CategorieDeLigne? Categorie, string? Libelle,
    decimal? Base, decimal? Taux, decimal? Unites, Montant? Montant, DateOnly? Debut, DateOnly? Fin)
{
    /// <summary>What no line of the month of pay before said.</summary>
    public IReadOnlySet<ValeurDeLigne> Changes { get; init; } = new HashSet<ValeurDeLigne>();

    /// <summary>The month of pay before had bulletins and no such line.</summary>
    public bool EstNouvelle { get; init; }

    /// <summary>The month of pay before had it, this one has not.</summary>
    public bool ADisparu { get; init; }
}

/// <summary>What a line says beside its rubrique.</summary>
public enum ValeurDeLigne
{
    Base,
    Taux,
    Unites,
    Montant,
}
