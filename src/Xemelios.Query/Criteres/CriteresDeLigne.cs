using static Xemelios.Query.Criteres.GenreDeCritere;
using static Xemelios.Query.Criteres.Origines;

namespace Xemelios.Query.Criteres;

/// <summary>What is asked of a line of pay; of a bulletin, that one of its lines at least is so.</summary>
internal static class CriteresDeLigne
{
    private const string Rubriques = "Rubriques";
    private const string Lignes = "Ligne";
    private const string Natures = "Nature";

    public static IReadOnlyList<Critere> Tous { get; } =
    [
        new("categorie", Rubriques, "Catégorie de Rubriques", "la catégorie", Liste, Modele(CategoriesEnSql.Nom("r.categorie"))) { SurLigne = true, ValeursPresentes = ParTotal(CategoriesEnSql.Nom("t.categorie"), $"min({CategoriesEnSql.Libelle("t.categorie")})") },
        new("rubrique", Rubriques, "Rubrique détaillée", "la rubrique", Liste, Modele("r.code")) { SurLigne = true, ValeursPresentes = ParTotal("t.code", "string_agg(DISTINCT t.libelle, ' / ' ORDER BY t.libelle)") },
        new("caisse", Rubriques, "Caisse (cotisation)", "la caisse", Liste, Modele("x.texte"))
        {
            SurLigne = true,
            ValeursPresentes = "SELECT x.texte, x.texte, count(*) FROM ligne l JOIN volume_visible v ON v.contenu = l.contenu JOIN modele_de_ligne m ON m.id = l.modele "
                + "JOIN mot x ON x.id = m.caisse WHERE {0} GROUP BY ALL",
        },
        DeCategorie("traitement_principal", "Traitement Principal", 1),
        DeCategorie("indemnite_residence", "Indemnité de Résidence", 2),
        DeCategorie("supplement_familial", "Supplément Familial", 3),
        DeCategorie("autre_indemnite", "Autre Indemnité", 5),
        DeCategorie("avantage_nature", "Avantage en Nature", 4),
        DeCategorie("deduction", "Déduction sur brut", 7),
        DeCategorie("rappel", "Rappel", 9),
        DeCategorie("acompte", "Acompte", 8),
        DeCategorie("retenue", "Retenue sur net", 10),
        DeCategorie("cotisation", "Cotisation Patronale", 11),
        DeCategorie("remuneration_diverse", "Rémunérations diverses", 6),
        new("montant", Lignes, "Montant de la ligne", "le montant", Montant, Ligne(MontantSigne)) { SurLigne = true },
        new("base", Lignes, "Base", "la base", Nombre, Ligne("l.base")) { SurLigne = true },
        new("unites", Lignes, "Nombre d'unités", "le nombre d'unités", Nombre, Ligne("l.unites")) { SurLigne = true },
        new("taux", Lignes, "Taux", "le taux", Nombre, c => $"({Modele("m.taux")(c)} OR coalesce({c("l.taux")}, false))") { SurLigne = true },
        new("libelle", Lignes, "Libellé de la rubrique", "le libellé", Texte, Modele("r.libelle")) { SurLigne = true },
        new("commentaire", Lignes, "Commentaire", "le commentaire", Texte,
            c => $"l.modele IN (SELECT m.id FROM modele_de_ligne m JOIN rubrique r ON r.id = m.rubrique WHERE r.categorie = 12 AND ({c("r.libelle")} OR {c("r.code")}))") { SurLigne = true },
        new("debut", Lignes, "Période de référence : début", "le début de la période", Date, Modele("m.debut")) { SurLigne = true },
        new("fin", Lignes, "Période de référence : fin", "la fin de la période", Date, Modele("m.fin")) { SurLigne = true },
        new("rappel_date", Lignes, "Service fait sur période de rappel", "une période de référence", Presence, Modele("coalesce(m.debut, m.fin) IS NOT NULL")) { SurLigne = true },
        new("nature", Natures, "Nature", "la nature", Liste, Total("t.nature", "t.est_brut OR t.est_cotisation")) { SurLigne = true, ValeursPresentes = ParTotal("t.nature", "t.nature", "(t.est_brut OR t.est_cotisation)") },
        new("nature_de_ligne", Natures, "Nature, retenues et autres lignes comprises", "la nature de la ligne", Liste, Total("t.nature")) { SurLigne = true },
        new("nature_retenues", Natures, "Retenues de la nature", "la nature des retenues", Liste, Total("t.nature", "t.est_retenue")) { SurLigne = true },
        new("sans_nature", Natures, "Lignes sans nature", "une ligne sans nature", Presence, Total("t.nature IS NULL AND (t.est_brut OR t.est_cotisation)")) { SurLigne = true },
        new("part", Natures, "Part de la paye", "la part de la paye", Liste, 
            c => Total(Part)(v => $"({c(v)} OR (t.est_brut OR t.est_cotisation) AND {c("'mandat'")})")) { SurLigne = true },
    ];

    private const string Part = "CASE WHEN t.est_brut THEN 'brut' WHEN t.est_retenue THEN 'retenues' WHEN t.est_cotisation THEN 'charges' ELSE 'autres' END";

    private static Critere DeCategorie(string cle, string libelle, int categorie) =>
        new(cle, Rubriques, $"Rubriques ({libelle})", $"le montant de « {libelle} »", Montant, MontantDe(categorie)) { SurLigne = true };

    private static string ParTotal(string valeur, string libelle, string condition = "true") =>
        $"SELECT {valeur}, {libelle}, sum(t.lignes) FROM total_de_paye t JOIN volume_visible v ON v.contenu = t.contenu WHERE {condition} AND {{0}} GROUP BY {valeur}";
}
