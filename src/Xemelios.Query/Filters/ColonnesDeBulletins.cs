namespace Xemelios.Query.Filters;

/// <summary>A column on which a result of bulletins can be sorted.</summary>
/// <param name="ParDefaut">Shown without being asked for (XéMéLios LST-1).</param>
public sealed record ColonneDeBulletins(string Cle, string Libelle, string Sql, bool ParDefaut);

/// <summary>The columns of a result of bulletins: nothing else can be sorted on.</summary>
public static class ColonnesDeBulletins
{
    public static IReadOnlyList<ColonneDeBulletins> Toutes { get; } =
    [
        new("mois", "Mois", "v.periode", true),
        new("nom", "Nom", "upper(strip_accents(b.nom))", true),
        new("prenom", "Prénom", "upper(strip_accents(b.prenom))", true),
        new("matricule", "Matricule", "b.matricule", true),
        new("statut", "Statut", "statut.texte", true),
        new("emploi", "Emploi", "emploi.texte", true),
        new("service", "Service", "service.texte", true),
        new("indice", "Indice", "b.indice", true),
        new("net", "Net", "b.net", true),
        new("brut", "Brut", "coalesce(b.brut, b.brut_lignes)", true),
        new("traitement", "Trait. Principal", "b.traitement", true),
        new("evenement", "Évènement", "evenement.texte", true),
        new("net_a_payer", "Net à payer", "b.net_a_payer", false),
        new("imposable", "Montant imposable", "b.imposable", false),
        new("heures_sup", "Heures supplémentaires", "b.heures_sup", false),
        new("heures_total", "Heures travaillées", "b.heures_total", false),
        new("quotite", "Temps de travail", "b.quotite", false),
        new("nbi", "NBI", "b.nbi", false),
        new("nir", "NIR", "b.nir", false),
        new("enfants", "Enfants à charge", "b.enfants", false),
        new("grade", "Grade", "grade.texte", false),
        new("echelon", "Échelon", "b.echelon", false),
        new("etablissement", "Établissement", "t.nom", false),
        new("pieces", "Pièces", "pieces.nombre", false),
        new("montant_trouve", "Montant des lignes trouvées", "trouve.montant", false),
    ];

    /// <summary>The column of this key, or null.</summary>
    public static ColonneDeBulletins? Trouver(string cle) => Toutes.FirstOrDefault(c => c.Cle == cle);
}
