using System.Globalization;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Query.Filters;

/// <summary>Every filter of the search of bulletins: a key, a label, a condition with its value bound, a sentence.</summary>
public static class FiltresDeBulletins
{
    /// <summary>The value of a filter for what has none: no train, no service; an empty value would read as no filter.</summary>
    public const string Sans = "-";

    public static IReadOnlyList<FiltreDeBulletins> Tous { get; } =
    [
        new("texte", "Nom, prénom ou matricule",
            "list_bool_and([contains(upper(strip_accents(concat_ws(' ', b.nom, b.complement_nom, b.prenom, b.matricule))), mot_cherche) "
            + "FOR mot_cherche IN string_split({0}, ' ')])",
            false, "dont le nom, le prénom ou le matricule contient « {0} »", Texte(t => string.Join(' ', Mandats.MoisDuMandat.Plier(t).Split(' ', StringSplitOptions.RemoveEmptyEntries)))),
        new("siret", "Employeur", "v.siret = {0}", false, "de l'employeur {0}", Texte()),
        new("budget", "Budget", "v.budget = {0}", false, "du budget {0}", t => t == Sans ? "" : CodeBudget.Cle(t)),
        new("mois", "Mois", "v.periode = {0}", false, "du mois {0}", Mois),
        new("mois_min", "À partir du mois", "v.periode >= {0}", false, "à partir de {0}", Mois),
        new("mois_max", "Jusqu'au mois", "v.periode <= {0}", false, "jusqu'à {0}", Mois),
        new("train", "Train de paye", "upper(v.train) = upper({0})", false, "du train {0}", OuSans),
        new("volume", "Fichier", "c.empreinte = {0}", false, "du fichier {0}", Texte()),
        new("matricule", "Matricule", "coalesce(b.matricule, '') = {0}", false, "du matricule {0}", OuSans),
        new("statut", "Statut", "coalesce(statut.texte, '') = {0}", false, "de statut {0}", OuSans),
        new("service", "Service", "coalesce(service.texte, '') = {0}", false, "du service {0}", OuSans),
        new("grade", "Grade", "coalesce(grade.texte, '') = {0}", false, "de grade {0}", OuSans),
        new("emploi", "Emploi", "coalesce(emploi.texte, '') = {0}", false, "d'emploi {0}", OuSans),
        new("brut_min", "Brut minimum", "coalesce(b.brut, b.brut_lignes) >= {0}", false, "dont le brut atteint {0} €", Nombre),
        new("brut_max", "Brut maximum", "coalesce(b.brut, b.brut_lignes) <= {0}", false, "dont le brut ne dépasse pas {0} €", Nombre),
        new("net_min", "Net minimum", "b.net >= {0}", false, "dont le net atteint {0} €", Nombre),
        new("net_max", "Net maximum", "b.net <= {0}", false, "dont le net ne dépasse pas {0} €", Nombre),
        new("avec_pj", "Avec PJ", "(b.id IN (SELECT bulletin FROM reference_de_bulletin)) = {0}", false, "avec des pièces : {0}", OuiNon),
        new("pj", "PJ (Id Unique ou nom)", "b.id IN (SELECT bulletin FROM reference_de_bulletin WHERE id_unique = {0} OR lower(nom) = lower({0}))",
            false, "qui référence la pièce {0}", Texte()),
        new("etablissement", "Établissement", "coalesce(nullif(trim(t.siret), ''), nullif(trim(t.nom), ''), '') = {0}", false, "de l'établissement {0}", OuSans),
        new("budget_impute", "Budget d'imputation",
            "CASE WHEN EXISTS (SELECT 1 FROM repartition_budget r WHERE r.bulletin = b.id) THEN EXISTS (SELECT 1 FROM repartition_budget r WHERE r.bulletin = b.id "
            + "AND upper(regexp_replace(coalesce(r.code_budget, ''), '\\s', '', 'g')) = {0}) ELSE v.budget = {0} END",
            false, "imputés, en tout ou partie, au budget {0}", t => t == Sans ? "" : CodeBudget.Cle(t)),
        new("natures", "Natures", "list_contains(string_split({0}, ','), coalesce(l.nature, '-'))", true, "ayant des lignes d'une des natures {0}", Texte()),
        new("nature", "Nature", "l.nature = {0} AND (l.est_brut OR l.est_cotisation)", true, "ayant des lignes de nature {0}", Texte()),
        new("nature_retenues", "Retenues de la nature", "coalesce(l.nature, '') = {0} AND l.est_retenue", true, "ayant des retenues de nature {0}", OuSans),
        new("sans_nature", "Lignes sans nature", "(l.nature IS NULL AND (l.est_brut OR l.est_cotisation)) = {0}", true, "ayant des lignes sans nature : {0}", OuiNon),
        new("categorie", "Catégorie de rubriques", "l.categorie = {0}", true, "ayant des lignes de catégorie {0}", Categorie),
        new("rubrique", "Rubrique détaillée", "coalesce(l.code, '') = {0}", true, "ayant des lignes de rubrique {0}", OuSans),
        new("part", "Part de la paye",
            "CASE {0} WHEN 'brut' THEN l.est_brut WHEN 'retenues' THEN l.est_retenue WHEN 'charges' THEN l.est_cotisation "
            + "WHEN 'autres' THEN NOT (l.est_brut OR l.est_retenue OR l.est_cotisation) ELSE l.est_brut OR l.est_cotisation END",
            true, "ayant des lignes de {0}", t => t is "brut" or "retenues" or "charges" or "autres" or "mandat" ? t : null),
    ];

    /// <summary>The filter of this key, or null.</summary>
    public static FiltreDeBulletins? Trouver(string cle) => Tous.FirstOrDefault(f => f.Cle == cle);

    private static Func<string, object?> Texte(Func<string, string>? transformer = null) =>
        t => string.IsNullOrWhiteSpace(t) ? null : (transformer ?? (x => x))(t);

    private static object? OuSans(string texte) => texte == Sans ? "" : texte;

    private static object? Mois(string texte) => MoisDePaye.TryParse(texte, out var mois) ? mois.Cle : null;

    private static object? Nombre(string texte) =>
        decimal.TryParse(string.Concat(texte.Where(c => !char.IsWhiteSpace(c) && c != '€')).Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var nombre) ? nombre : null;

    private static object? OuiNon(string texte) => texte switch
    {
        "oui" or "true" or "1" => true,
        "non" or "false" or "0" => false,
        _ => null,
    };

    private static object? Categorie(string texte) =>
        Enum.TryParse<CategorieDeLigne>(texte, out var categorie) && Enum.IsDefined(categorie) ? (int)categorie : null;
}
