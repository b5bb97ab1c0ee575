using Xemelios.Domain.Paye;
using Xemelios.Query.Criteres;

namespace Xemelios.Query.Filters;

/// <summary>Every filter of the addresses of bulletins, and the criteria that they ask together.</summary>
public static class FiltresDeBulletins
{
    /// <summary>The value of a filter for what has none: no train, no service; an empty value would read as no filter.</summary>
    public const string Sans = "-";

    private static readonly string[] Parts = ["brut", "retenues", "charges", "autres", "mandat"];

    public static IReadOnlyList<FiltreDeBulletins> Tous { get; } =
    [
        new("texte", "Nom, prénom ou matricule", "texte", Operateur.Contient, "dont le nom, le prénom ou le matricule contient « {0} »"),
        new("siret", "Employeur", "siret", Operateur.Identique, "de l'employeur {0}"),
        new("budget", "Budget", "budget", Operateur.Identique, "du budget {0}"),
        new("mois", "Mois", "mois", Operateur.Egal, "du mois {0}"),
        new("mois_min", "À partir du mois", "mois", Operateur.AuMoins, "à partir de {0}"),
        new("mois_max", "Jusqu'au mois", "mois", Operateur.AuPlus, "jusqu'à {0}"),
        new("train", "Train de paye", "train", Operateur.Egal, "du train {0}"),
        new("volume", "Fichier", "volume", Operateur.Identique, "du fichier {0}"),
        new("matricule", "Matricule", "matricule", Operateur.Identique, "du matricule {0}"),
        new("statut", "Statut", "statut", Operateur.Identique, "de statut {0}"),
        new("service", "Service", "service", Operateur.Identique, "du service {0}"),
        new("grade", "Grade", "grade", Operateur.Identique, "de grade {0}"),
        new("emploi", "Emploi", "emploi", Operateur.Identique, "d'emploi {0}"),
        new("brut_min", "Brut minimum", "brut", Operateur.AuMoins, "dont le brut atteint {0} €"),
        new("brut_max", "Brut maximum", "brut", Operateur.AuPlus, "dont le brut ne dépasse pas {0} €"),
        new("net_min", "Net minimum", "net", Operateur.AuMoins, "dont le net atteint {0} €"),
        new("net_max", "Net maximum", "net", Operateur.AuPlus, "dont le net ne dépasse pas {0} €"),
        new("avec_pj", "Avec PJ", "avec_pj", Operateur.Renseigne, "avec des pièces : {0}"),
        new("pj", "PJ (Id Unique ou nom)", "pj", Operateur.Egal, "qui référence la pièce {0}"),
        new("etablissement", "Établissement", "etablissement_cle", Operateur.Identique, "de l'établissement {0}"),
        new("budget_impute", "Budget d'imputation", "budget_impute", Operateur.Identique, "imputés, en tout ou partie, au budget {0}"),
        new("natures", "Natures", "nature_de_ligne", Operateur.Parmi, "ayant des lignes d'une des natures {0}"),
        new("nature", "Nature", "nature", Operateur.Identique, "ayant des lignes de nature {0}"),
        new("nature_retenues", "Retenues de la nature", "nature_retenues", Operateur.Identique, "ayant des retenues de nature {0}"),
        new("sans_nature", "Lignes sans nature", "sans_nature", Operateur.Renseigne, "ayant des lignes sans nature : {0}"),
        new("categorie", "Catégorie de rubriques", "categorie", Operateur.Identique, "ayant des lignes de catégorie {0}"),
        new("rubrique", "Rubrique détaillée", "rubrique", Operateur.Identique, "ayant des lignes de rubrique {0}"),
        new("part", "Part de la paye", "part", Operateur.Identique, "ayant des lignes de {0}"),
    ];

    /// <summary>The filter of this key, or null.</summary>
    public static FiltreDeBulletins? Trouver(string cle) => Tous.FirstOrDefault(f => f.Cle == cle);

    /// <summary>What filters ask together; those on lines bear on one same line.</summary>
    /// <exception cref="CritereInconnuException">a filter does not exist, or its value does not read.</exception>
    public static Condition Condition(IEnumerable<CritereDeRecherche> criteres)
    {
        var lus = criteres.Select(c =>
        {
            var filtre = Trouver(c.Cle) ?? throw new CritereInconnuException(c.Cle);
            return (filtre.SurLigne, Condition: filtre.Condition(c.Valeur) ?? throw new CritereInconnuException(filtre.Libelle));
        }).ToList();
        var lignes = lus.Where(l => l.SurLigne).Select(l => l.Condition).ToList();
        var termes = lus.Where(l => !l.SurLigne).Select(l => l.Condition);
        return Criteres.Condition.Toutes(lignes.Count == 0 ? termes : termes.Append(new LigneAvec(Criteres.Condition.Toutes(lignes))));
    }

    /// <summary>Categories and parts are closed lists: any other word is a mistake.</summary>
    internal static bool EstConnu(FiltreDeBulletins filtre, string valeur) => filtre.Critere switch
    {
        "categorie" => Enum.TryParse<CategorieDeLigne>(valeur, out var categorie) && Enum.IsDefined(categorie),
        "part" => Parts.Contains(valeur),
        _ => true,
    };
}
