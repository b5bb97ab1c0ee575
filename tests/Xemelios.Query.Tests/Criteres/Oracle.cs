using System.Globalization;
using System.Text;
using Xemelios.Domain.Paye;
using Xemelios.Query.Criteres;

namespace Xemelios.Query.Tests.Criteres;

/// <summary>What a criterion finds, told without any SQL: the values that a bulletin, a line or a row has under it.</summary>
/// <param name="Libelle">The label under which users know it.</param>
public sealed record Attente(string Libelle, Func<BulletinConnu, IEnumerable<object?>>? DuBulletin = null, Func<BulletinConnu, LigneConnue, IEnumerable<object?>>? DeLaLigne = null);

/// <summary>One expectation for each declared criterion of bulletins and lines.</summary>
public static class Oracle
{
    public static IReadOnlyDictionary<string, Attente> Bulletins { get; } = new Dictionary<string, Attente>(StringComparer.Ordinal)
    {
        ["mois"] = B("Année et Mois", b => [$"{b.Fichier.Periode / 100}-{b.Fichier.Periode % 100:00}"]),
        ["annee"] = B("Année", b => [(decimal)(b.Fichier.Periode / 100)]),
        ["numero_mois"] = B("Mois", b => [(decimal)(b.Fichier.Periode % 100)]),
        ["train"] = B("Train de paye", b => [b.Fichier.Train]),
        ["date_paiement"] = B("Date de paiement", b => [b.DatePaiement]),
        ["evenement"] = B("Evènement", b => b.Evenements.Select(e => e.Code)),
        ["tous_evenements"] = B("Tous les Evènements", b => b.Evenements.Select(_ => (object)"oui")),
        ["description_evenement"] = B("Description de l'évènement", b => b.Evenements.Select(e => e.Description)),
        ["net"] = B("Montant Net", b => [b.Net]),
        ["brut"] = B("Montant Brut", b => [b.BrutRetenu]),
        ["imposable"] = B("Montant Imposable", b => [b.Imposable]),
        ["net_a_payer"] = B("Net à payer", b => [b.NetAPayer]),
        ["cumul_brut"] = B("Cumul brut", b => [b.CumulBrut]),
        ["cumul_imposable"] = B("Cumul net imposable", b => [b.CumulImposable]),
        ["heures_sup"] = B("Heures supplémentaires", b => [b.HeuresSup]),
        ["heures_total"] = B("Heures travaillées", b => [b.HeuresTotal]),
        ["quotite"] = B("Temps de travail", b => [b.Quotite]),
        ["taux_horaire"] = B("Taux horaire", b => [b.TauxHoraire]),
        ["indice"] = B("Indice", b => [(decimal?)b.Indice]),
        ["nbi"] = B("NBI", b => [b.Nbi]),
        ["emploi"] = B("Emploi", b => [b.Emploi]),
        ["service"] = B("Service", b => [b.Service]),
        ["grade"] = B("Grade", b => [b.Grade]),
        ["echelon"] = B("Echelon", b => [b.Echelon]),
        ["etablissement"] = B("Etablissement", b => [b.Etablissement]),
        ["etablissement_cle"] = B("Etablissement (SIRET, sinon nom)", b => [b.Etablissement == "EHPAD" ? "26990001500026" : b.Etablissement]),
        ["nom"] = B("Agent (nom)", b => [b.Nom]),
        ["prenom"] = B("Agent (prénom)", b => [b.Prenom]),
        ["matricule"] = B("Agent (matricule)", b => [b.Matricule]),
        ["nir"] = B("Agent (nir)", b => [b.Nir]),
        ["statut"] = B("Agent (statut)", b => [b.Statut]),
        ["enfants"] = B("Agent (enfants à charge)", b => [(decimal?)b.Enfants]),
        ["texte"] = B("Nom, prénom ou matricule", b => [string.Join(' ', new[] { b.Nom, b.Prenom, b.Matricule }.Where(t => t is not null))]),
        ["ref_statutaire"] = B("Réf. Nomencl. Statutaire", b => [b.RefLibelle is null ? b.RefCode : b.RefCode is null ? b.RefLibelle : $"{b.RefLibelle} ({b.RefCode})"]),
        ["ref_statutaire_code"] = B("Réf. Nomencl. Statutaire (code)", b => [b.RefCode]),
        ["ref_statutaire_libelle"] = B("Réf. Nomencl. Statutaire (libellé)", b => [b.RefLibelle]),
        ["budget_impute"] = B("Budget", b => b.Budgets.Any(x => x is not null) ? b.Budgets.Select(Serrer) : [b.Fichier.Budget ?? ""]),
        ["rib"] = B("RIB", b => [$"{b.CodeGuichet}{b.NumeroCompte}", b.Iban, $"{b.Bic}{b.Iban}"]),
        ["avec_pj"] = B("Avec PJ", b => b.Pieces.Select(_ => (object)"oui")),
        ["pj_id"] = B("PJ (Id Unique)", b => b.Pieces.Select(p => p.Id)),
        ["pj_nom"] = B("PJ (Nom)", b => b.Pieces.Select(p => p.Nom ?? p.Id)),
        ["pj"] = B("PJ (Id Unique ou nom)", b => b.Pieces.SelectMany(p => new[] { p.Id, p.Nom })),
        ["siret"] = B("Employeur (SIRET)", b => [b.Fichier.Siret]),
        ["budget"] = B("Budget du fichier", b => [b.Fichier.Budget]),
        ["volume"] = B("Fichier (empreinte)", b => [b.Fichier.Empreinte]),
        ["fichier"] = B("Fichier (nom)", b => [b.Fichier.Nom]),
        ["texte_libre"] = B("Texte libre", b => [b.Nom, b.Prenom, b.Matricule, b.RefLibelle, b.Echelon, b.Ville, b.Statut, b.Emploi, b.Grade, b.Service,
            .. b.Evenements.SelectMany(e => new[] { e.Code, e.Description }), .. b.Pieces.SelectMany(p => new[] { p.Id, p.Nom }), .. b.Autres,
            .. b.Lignes.SelectMany(l => new[] { l.Code, l.Libelle, l.Caisse })]),
        ["categorie"] = L("Catégorie de Rubriques", (_, l) => [l.Categorie.ToString()]),
        ["rubrique"] = L("Rubrique détaillée", (_, l) => [l.Code]),
        ["caisse"] = L("Caisse (cotisation)", (_, l) => [l.Caisse]),
        ["traitement_principal"] = L("Rubriques (Traitement Principal)", De(CategorieDeLigne.TraitBrut)),
        ["indemnite_residence"] = L("Rubriques (Indemnité de Résidence)", De(CategorieDeLigne.IndemResid)),
        ["supplement_familial"] = L("Rubriques (Supplément Familial)", De(CategorieDeLigne.SupFam)),
        ["autre_indemnite"] = L("Rubriques (Autre Indemnité)", De(CategorieDeLigne.Indemnite)),
        ["avantage_nature"] = L("Rubriques (Avantage en Nature)", De(CategorieDeLigne.AvantageNature)),
        ["deduction"] = L("Rubriques (Déduction sur brut)", De(CategorieDeLigne.Deduction)),
        ["rappel"] = L("Rubriques (Rappel)", De(CategorieDeLigne.Rappel)),
        ["acompte"] = L("Rubriques (Acompte)", De(CategorieDeLigne.Acompte)),
        ["retenue"] = L("Rubriques (Retenue sur net)", De(CategorieDeLigne.Retenue)),
        ["cotisation"] = L("Rubriques (Cotisation Patronale)", De(CategorieDeLigne.Cotisation)),
        ["remuneration_diverse"] = L("Rubriques (Rémunérations diverses)", De(CategorieDeLigne.RemDivers)),
        ["montant"] = L("Montant de la ligne", (b, l) => [l.Montant(b.Fichier)]),
        ["base"] = L("Base", (_, l) => [l.Base]),
        ["unites"] = L("Nombre d'unités", (_, l) => [l.Unites]),
        ["taux"] = L("Taux", (_, l) => [l.Taux]),
        ["libelle"] = L("Libellé de la rubrique", (_, l) => [l.Libelle]),
        ["commentaire"] = L("Commentaire", (_, l) => l.Categorie == CategorieDeLigne.Commentaire ? [l.Libelle, l.Code] : []),
        ["debut"] = L("Période de référence : début", (_, l) => [l.Debut]),
        ["fin"] = L("Période de référence : fin", (_, l) => [l.Fin]),
        ["rappel_date"] = L("Service fait sur période de rappel", (_, l) => l.Debut is null && l.Fin is null ? [] : ["oui"]),
        ["nature"] = L("Nature", (b, l) => l.EstMandatee ? [l.Nature(b.Fichier)] : []),
        ["nature_de_ligne"] = L("Nature, retenues et autres lignes comprises", (b, l) => [l.Nature(b.Fichier)]),
        ["nature_retenues"] = L("Retenues de la nature", (b, l) => l.Categorie.EstRetenue() ? [l.Nature(b.Fichier)] : []),
        ["sans_nature"] = L("Lignes sans nature", (b, l) => l.EstMandatee && l.Nature(b.Fichier) is null ? ["oui"] : []),
        ["part"] = L("Part de la paye", (_, l) => l.EstMandatee ? [l.Part, "mandat"] : [l.Part]),
    };

    /// <summary>Criteria of a row of répartition, in a file.</summary>
    public static IReadOnlyDictionary<string, (string Libelle, Func<FichierConnu, RepartieConnue, object?> Valeur)> Repartition { get; } =
        new Dictionary<string, (string, Func<FichierConnu, RepartieConnue, object?>)>(StringComparer.Ordinal)
        {
            ["mois"] = ("Année et Mois", (f, _) => $"{f.Periode / 100}-{f.Periode % 100:00}"),
            ["fonction"] = ("Fonction", (_, r) => r.Fonction),
            ["budget_impute"] = ("Budget", (f, r) => r.Budget is null ? f.Budget ?? "" : Serrer(r.Budget)),
            ["annee"] = ("Année", (f, _) => (decimal)(f.Periode / 100)),
            ["numero_mois"] = ("Mois", (f, _) => (decimal)(f.Periode % 100)),
            ["code"] = ("Code", (_, r) => r.Code),
            ["libelle"] = ("Libellé", (_, r) => r.Libelle),
            ["montant"] = ("Montant", (_, r) => r.Montant),
            ["siret"] = ("Employeur (SIRET)", (f, _) => f.Siret),
            ["budget"] = ("Budget du fichier", (f, _) => f.Budget),
            ["volume"] = ("Fichier (empreinte)", (f, _) => f.Empreinte),
            ["fichier"] = ("Fichier (nom)", (f, _) => f.Nom),
            ["train"] = ("Train de paye", (f, _) => f.Train),
        };

    /// <summary>Whether one of the values answers a test, by plain comparison.</summary>
    public static bool Repond(Test test, IEnumerable<object?> valeurs)
    {
        var presentes = valeurs.Where(v => v is not null && (v is not string texte || texte.Trim().Length > 0)).Select(v => v!).ToList();
        return test.Operateur switch
        {
            Operateur.Vide => presentes.Count == 0,
            Operateur.Renseigne => presentes.Count > 0,
            Operateur.Contient when test.Critere.Genre == GenreDeCritere.Mots =>
                Array.TrueForAll(test.Valeurs[0].Split(' ', StringSplitOptions.RemoveEmptyEntries), m => presentes.Exists(v => Plier((string)v).Contains(Plier(m), StringComparison.Ordinal))),
            Operateur.Different => !presentes.Exists(v => Compare(test with { Operateur = Operateur.Egal }, v)),
            _ => presentes.Exists(v => Compare(test, v)),
        };
    }

    private static bool Compare(Test test, object valeur) => test.Critere.Genre switch
    {
        GenreDeCritere.Texte or GenreDeCritere.Liste => Texte(test, (string)valeur),
        GenreDeCritere.Date => Ordre(test, (DateOnly)valeur, t => DateOnly.ParseExact(t, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        GenreDeCritere.Mois => Ordre(test, (string)valeur, t => t),
        _ => Ordre(test, (decimal)valeur, t => decimal.Parse(t, CultureInfo.InvariantCulture)),
    };

    private static bool Texte(Test test, string valeur) => test.Operateur switch
    {
        Operateur.Egal => test.Valeurs.Any(v => Plier(v) == Plier(valeur)),
        Operateur.Identique => test.Valeurs[0] == valeur,
        Operateur.CommencePar => Plier(valeur).StartsWith(Plier(test.Valeurs[0]), StringComparison.Ordinal),
        Operateur.Contient => Plier(valeur).Contains(Plier(test.Valeurs[0]), StringComparison.Ordinal),
        Operateur.Parmi => test.Valeurs.Any(v => Plier(v) == Plier(valeur)),
        _ => throw new NotSupportedException(),
    };

    private static bool Ordre<T>(Test test, T valeur, Func<string, T> lire)
        where T : IComparable<T>
    {
        var bornes = test.Valeurs.Select(lire).ToList();
        var signe = valeur.CompareTo(bornes[0]);
        return test.Operateur switch
        {
            Operateur.Egal => signe == 0,
            Operateur.Superieur => signe > 0,
            Operateur.Inferieur => signe < 0,
            Operateur.AuMoins => signe >= 0,
            Operateur.AuPlus => signe <= 0,
            Operateur.Entre => signe >= 0 && valeur.CompareTo(bornes[1]) <= 0,
            Operateur.Parmi => bornes.Exists(b => valeur.CompareTo(b) == 0),
            _ => throw new NotSupportedException(),
        };
    }

    private static string Plier(string texte) => string.Concat(texte.Normalize(NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).ToUpperInvariant();

    private static string? Serrer(string? code) => code?.Replace(" ", "", StringComparison.Ordinal);

    private static Attente B(string libelle, Func<BulletinConnu, IEnumerable<object?>> valeurs) => new(libelle, valeurs);

    private static Attente L(string libelle, Func<BulletinConnu, LigneConnue, IEnumerable<object?>> valeurs) => new(libelle, null, valeurs);

    private static Func<BulletinConnu, LigneConnue, IEnumerable<object?>> De(CategorieDeLigne categorie) => (b, l) => l.Categorie == categorie ? [l.Montant(b.Fichier)] : [];
}
