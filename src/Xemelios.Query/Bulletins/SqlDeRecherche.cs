using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Filters;

namespace Xemelios.Query.Bulletins;

/// <summary>Puts the filters of a search together into one statement: conditions come from the declarations, values are bound.</summary>
internal sealed class SqlDeRecherche
{
    private readonly List<string> _surBulletin = ["true"];
    private readonly List<string> _surLigne = [];
    private readonly List<(string Nom, object Valeur)> _valeurs = [];
    private readonly string _ordre;

    public SqlDeRecherche(RechercheDeBulletinsQuestion question)
    {
        foreach (var critere in question.Filtres)
            Ajouter(critere);
        _ordre = Ordre(question);
    }

    private bool SurDesLignes => _surLigne.Count > 0;

    /// <summary>A statement over the relation <c>resultat</c>, which has one row a bulletin, with <c>rang</c> in the order asked for.</summary>
    public Requete Requete(DbConnection connexion, Perimetre perimetre, string sql)
    {
        var requete = new Requete(connexion, perimetre, $"{Resultat()}\n{sql}");
        foreach (var (nom, valeur) in _valeurs)
            requete.Avec(nom, valeur);
        return requete;
    }

    private void Ajouter(CritereDeRecherche critere)
    {
        var filtre = FiltresDeBulletins.Trouver(critere.Cle) ?? throw new CritereInconnuException(critere.Cle);
        var valeur = filtre.Lire(critere.Valeur) ?? throw new CritereInconnuException(filtre.Libelle);
        var nom = $"f{_valeurs.Count}";
        _valeurs.Add((nom, valeur));
        (filtre.SurLigne ? _surLigne : _surBulletin).Add($"({filtre.Sql.Replace("{0}", $"${nom}", StringComparison.Ordinal)})");
    }

    private static string Ordre(RechercheDeBulletinsQuestion question)
    {
        const string parDefaut = "upper(strip_accents(b.nom)) NULLS LAST, upper(strip_accents(b.prenom)) NULLS LAST, b.matricule NULLS LAST, "
            + "v.periode DESC, v.siret, v.budget, v.train, c.empreinte, b.ordre";
        if (question.Tri is null)
            return parDefaut;
        var colonne = ColonnesDeBulletins.Trouver(question.Tri) ?? throw new CritereInconnuException(question.Tri);
        return $"{colonne.Sql} {(question.Decroissant ? "DESC" : "ASC")} NULLS LAST, {parDefaut}";
    }

    private string Resultat() => $"""
        , trouve AS (
            SELECT l.bulletin, count(*) AS lignes, sum(l.montant) AS montant, min(l.position) AS position
            FROM ligne_de_paye l WHERE {(SurDesLignes ? string.Join(" AND ", _surLigne) : "false")} GROUP BY l.bulletin),
        evenement_lu AS (SELECT bulletin, string_agg(coalesce(description, code), ', ' ORDER BY rang) AS texte FROM evenement GROUP BY bulletin),
        {LibellesDeStatut.Nommes},
        pieces AS (SELECT bulletin, count(*) AS nombre FROM reference_de_bulletin GROUP BY bulletin),
        principal AS (
            SELECT l.bulletin, sum(l.montant) AS montant FROM ligne l JOIN rubrique q ON q.id = l.rubrique WHERE q.categorie = 1 GROUP BY l.bulletin),
        resultat AS (
            SELECT b.id, c.empreinte, b.ordre, v.siret, v.budget_code, v.periode, nullif(v.train, '') AS train, b.nom, b.prenom, b.matricule,
                   statut.texte AS statut, emploi.texte AS emploi, service.texte AS service, coalesce(b.indice_texte, b.indice::VARCHAR) AS indice,
                   b.net, coalesce(b.brut, b.brut_lignes) AS brut, principal.montant AS principal, evenement.texte AS evenement,
                   b.net_a_payer, b.imposable, b.heures_sup, b.heures_total, b.quotite, b.nbi, b.nir, b.enfants, grade.texte AS grade, b.echelon,
                   t.nom AS etablissement, coalesce(pieces.nombre, 0) AS pieces, coalesce(trouve.lignes, 0) AS lignes_trouvees,
                   trouve.montant AS montant_trouve, trouve.position, statut_nomme.libelle AS statut_libelle, row_number() OVER (ORDER BY {_ordre}) AS rang
            FROM bulletin b
            JOIN volume_visible v ON v.contenu = b.contenu
            JOIN contenu c ON c.id = b.contenu
            LEFT JOIN etablissement t ON t.contenu = b.contenu AND t.rang = b.etablissement
            LEFT JOIN mot statut ON statut.id = b.statut LEFT JOIN mot emploi ON emploi.id = b.emploi
            LEFT JOIN mot grade ON grade.id = b.grade LEFT JOIN mot service ON service.id = b.service
            LEFT JOIN statut_nomme ON statut_nomme.employeur = b.employeur AND statut_nomme.periode = v.periode AND statut_nomme.code = statut.texte
            LEFT JOIN evenement_lu evenement ON evenement.bulletin = b.id
            LEFT JOIN pieces ON pieces.bulletin = b.id
            LEFT JOIN principal ON principal.bulletin = b.id
            {(SurDesLignes ? "JOIN" : "LEFT JOIN")} trouve ON trouve.bulletin = b.id
            WHERE {string.Join(" AND ", _surBulletin)})
        """;
}
