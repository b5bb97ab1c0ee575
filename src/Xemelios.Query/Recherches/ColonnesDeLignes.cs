using Xemelios.Domain.Habilitations;
using Xemelios.Query.Bulletins;
using Xemelios.Query.Criteres;
using Xemelios.Query.Export;

namespace Xemelios.Query.Recherches;

/// <summary>The columns of a line <c>l</c>, of its model <c>m</c> and rubrique <c>r</c>, and of its bulletin.</summary>
internal static class ColonnesDeLignes
{
    public static IReadOnlyList<Colonne> Toutes { get; } =
    [
        new("annee", "Année", TypeDeColonne.Entier, "v.periode // 100") { ParDefaut = true, Groupe = true, Critere = "annee" },
        new("numero_mois", "Mois", TypeDeColonne.Entier, "v.periode % 100") { ParDefaut = true, Groupe = true, Critere = "numero_mois" },
        new("nom", "Nom", TypeDeColonne.Texte, "a.nom", "b", "a") { ParDefaut = true, Ordre = "upper(strip_accents(a.nom))", Critere = "nom" },
        new("prenom", "Prénom", TypeDeColonne.Texte, "a.prenom", "b", "a") { ParDefaut = true, Ordre = "upper(strip_accents(a.prenom))", Critere = "prenom" },
        new("matricule", "Matricule", TypeDeColonne.Texte, "a.matricule", "b", "a") { ParDefaut = true, Critere = "matricule" },
        new("statut", "Statut", TypeDeColonne.Texte, LibellesDeStatut.Sql, "b", "a", "statut", "statut_nomme") { Code = "statut.texte", ParDefaut = true, Groupe = true, Critere = "statut" },
        new("categorie", "Catégorie de Rubriques", TypeDeColonne.Texte, CategoriesEnSql.Libelle("r.categorie"), "m", "r") { Code = CategoriesEnSql.Nom("r.categorie"), ParDefaut = true, Groupe = true, Ordre = "r.categorie", Critere = "categorie" },
        new("rubrique", "Code", TypeDeColonne.Texte, "r.code", "m", "r") { ParDefaut = true, Groupe = true, Critere = "rubrique" },
        new("libelle", "Libellé", TypeDeColonne.Texte, "r.libelle", "m", "r") { ParDefaut = true, Groupe = true, Critere = "libelle" },
        new("base", "Base", TypeDeColonne.Nombre, "l.base") { ParDefaut = true, Critere = "base" },
        new("unites", "Nombre", TypeDeColonne.Nombre, "l.unites") { ParDefaut = true, SeTotalise = true, Critere = "unites" },
        new("taux", "Taux", TypeDeColonne.Nombre, "coalesce(m.taux, l.taux)", "m") { ParDefaut = true, Critere = "taux" },
        new("montant", "Montant", TypeDeColonne.Montant, "l.montant_signe") { ParDefaut = true, SeTotalise = true, Critere = "montant" },
        new("caisse", "Caisse", TypeDeColonne.Texte, "caisse.texte", "m", "caisse") { ParDefaut = true, Groupe = true, Critere = "caisse" },
        new("debut", "Période : début", TypeDeColonne.Date, "m.debut", "m") { ParDefaut = true, Groupe = true, Critere = "debut" },
        new("fin", "Période : fin", TypeDeColonne.Date, "m.fin", "m") { ParDefaut = true, Groupe = true, Critere = "fin" },
        new("nature", "Nature", TypeDeColonne.Texte, "t.nature", "b", "a", "m", "t") { Groupe = true },
        new("montant_ecrit", "Montant écrit au fichier", TypeDeColonne.Montant, "l.montant"),
        new("mois", "Mois de paye", TypeDeColonne.Mois, "v.periode") { Groupe = true, Critere = "mois" },
        new("service", "Service", TypeDeColonne.Texte, "service.texte", "b", "a", "service") { Groupe = true, Critere = "service" },
        new("grade", "Grade", TypeDeColonne.Texte, "grade.texte", "b", "a", "grade") { Groupe = true, Critere = "grade" },
        new("emploi", "Emploi", TypeDeColonne.Texte, "emploi.texte", "b", "a", "emploi") { Groupe = true, Critere = "emploi" },
        new("etablissement", "Etablissement", TypeDeColonne.Texte, "etablissement.nom", "b", "etablissement") { Groupe = true, Critere = "etablissement" },
        new("nir", "NIR", TypeDeColonne.Texte, "a.nir", "b", "a") { Critere = "nir", Protege = DonneesProtegees.Nir },
        new("train", "Train", TypeDeColonne.Texte, "nullif(v.train, '')") { Groupe = true, Critere = "train" },
        new("employeur", "Employeur", TypeDeColonne.Texte, "v.siret") { Groupe = true, Critere = "siret" },
        new("budget", "Budget", TypeDeColonne.Texte, "nullif(v.budget, '')") { Groupe = true, Critere = "budget" },
    ];

    /// <summary>Relations beside a line, by alias, in the order in which they are joined.</summary>
    public static IReadOnlyDictionary<string, string> Relations { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["b"] = "JOIN paye_individuelle b ON b.id = l.bulletin",
        ["a"] = "JOIN agent a ON a.id = b.agent",
        ["m"] = "JOIN modele_de_ligne m ON m.id = l.modele",
        ["r"] = "JOIN rubrique r ON r.id = m.rubrique",
        ["caisse"] = "LEFT JOIN mot caisse ON caisse.id = m.caisse",
        ["t"] = "LEFT JOIN total_de_paye t ON t.contenu = l.contenu AND t.rubrique = m.rubrique AND t.statut IS NOT DISTINCT FROM a.statut",
        ["statut"] = "LEFT JOIN mot statut ON statut.id = a.statut",
        ["statut_nomme"] = LibellesDeStatut.Jointure,
        ["emploi"] = "LEFT JOIN mot emploi ON emploi.id = a.emploi",
        ["grade"] = "LEFT JOIN mot grade ON grade.id = a.grade",
        ["service"] = "LEFT JOIN mot service ON service.id = a.service",
        ["etablissement"] = "LEFT JOIN etablissement ON etablissement.contenu = b.contenu AND etablissement.rang = b.etablissement",
    };
}
