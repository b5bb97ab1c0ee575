using System.Text.RegularExpressions;
using Xemelios.Domain.Paye;
using Xemelios.Query.Mandats;

namespace Xemelios.Query.Passages;

/// <summary>How well a nature suits a rubrique by its account (PES page §19) and by the words of both labels: a hint, never a proof.</summary>
internal static class VraisemblanceDeNature
{
    private const int PointsDuLibelle = 30;
    private static readonly TimeSpan Delai = TimeSpan.FromSeconds(1);

    private static readonly HashSet<string> MotsVides =
        ["DES", "LES", "DU", "DE", "LA", "LE", "ET", "AU", "AUX", "SUR", "PAR", "PART", "PATRONALE", "COTISATION", "COTISATIONS", "AUTRES", "PERSONNEL", "COMPTE"];

    /// <summary>Accounts by category, family of statut and words of the rubrique: the first prefix that fits gives its points.</summary>
    private static readonly (bool Patronal, string Mots, FamilleDeStatut? Famille, string Nature, int Points)[] Comptes =
    [
        (false, @"\bELUS?\b|INDEMNITE DE FONCTION", null, "^6531[125]|^653[1235]", 45),
        (false, @"\bN ?B ?I\b|BONIFICATION INDICIAIRE", null, "^64113", 45),
        (false, "RESIDENCE|SUPPLEMENT FAMILIAL|S ?F ?T", FamilleDeStatut.Fonctionnaire, "^64112", 45),
        (false, "RESIDENCE|SUPPLEMENT FAMILIAL|S ?F ?T", FamilleDeStatut.Contractuel, "^64132", 45),
        (false, "APPRENTI", null, "^6417", 45),
        (false, "VACATION|VACATAIRE", null, "^6414", 40),
        (false, "TRANSPORT|ABONNEMENT|CHOMAGE|DECES", null, "^648|^647", 25),
        (true, @"\bELUS?\b", null, "^6531[345]|^653[34]", 45),
        (true, @"C ?N ?R ?A ?C ?L|IRCANTEC|R ?A ?F ?P|RETRAITE|PENSION|ATIACL", null, "^6453", 40),
        (true, "CHOMAGE|ASSEDIC|FRANCE TRAVAIL|POLE EMPLOI", null, "^6454", 40),
        (true, @"F ?N ?A ?L|LOGEMENT", null, "^6332", 40),
        (true, "MOBILITE|TRANSPORT", null, "^6331", 40),
        (true, @"C ?N ?F ?P ?T|CENTRE DE GESTION|\bC ?D ?G\b", null, "^6336", 40),
        (true, "TAXE SUR LES SALAIRES", null, "^6311", 40),
        (true, "FORMATION|ANFH", null, "^6333", 40),
        (true, "MEDECINE", null, "^6475|^6471", 40),
        (true, "MUTUELLE|PREVOYANCE|ASSURANCE DU PERSONNEL", null, "^6455|^6458", 35),
        (true, "MEDICAL", null, "^6452", 30),
        (true, "URSSAF|MALADIE|FAMILIALES|VIEILLESSE|ACCIDENT|SECURITE SOCIALE|SOLIDARITE|MATERNITE", null, "^6451", 30),
    ];

    /// <summary>The points of a nature for a rubrique; −1 when accounts forbid it: pay under a charge, a charge under pay.</summary>
    public static int Points(CategorieDeLigne categorie, string? libelle, string? statut, string nature, string? libelleDeNature)
    {
        var patronal = categorie == CategorieDeLigne.Cotisation;
        if (patronal ? Dit(nature, "^64[12]|^621|^6531[12]") : Dit(nature, "^63[0-9]|^645|^6531[34]"))
            return -1;
        var mots = Mots(libelle);
        var famille = FamillesDeStatut.De(statut);
        var compte = Comptes.Where(c => c.Patronal == patronal && (c.Famille is null || c.Famille == famille) && Dit(mots, c.Mots) && Dit(nature, c.Nature))
            .Select(c => c.Points).DefaultIfEmpty(0).Max();
        return Math.Max(compte, patronal ? 0 : DeLaCategorie(categorie, famille, nature)) + Ressemblance(mots, Mots(libelleDeNature));
    }

    private static int DeLaCategorie(CategorieDeLigne categorie, FamilleDeStatut famille, string nature)
    {
        var racine = famille == FamilleDeStatut.Contractuel ? "6413" : "6411";
        var attendu = categorie switch
        {
            CategorieDeLigne.TraitBrut or CategorieDeLigne.Rappel => racine + "1",
            CategorieDeLigne.IndemResid or CategorieDeLigne.SupFam => racine + "2",
            CategorieDeLigne.Indemnite => racine + "8",
            _ => "648",
        };
        if (nature.StartsWith(attendu, StringComparison.Ordinal))
            return 30;
        return nature.StartsWith(racine, StringComparison.Ordinal) ? nature.Length == 4 ? 20 : 10 : 0;
    }

    /// <summary>Share of the words of the shorter label that the other one has, by their first five letters.</summary>
    private static int Ressemblance(string a, string b)
    {
        var (deA, deB) = (Racines(a), Racines(b));
        return deA.Count == 0 || deB.Count == 0 ? 0 : PointsDuLibelle * deA.Intersect(deB).Count() / Math.Min(deA.Count, deB.Count);
    }

    private static HashSet<string> Racines(string mots) =>
        [.. mots.Split(' ').Where(m => m.Length > 2 && !MotsVides.Contains(m)).Select(m => m.Length > 5 ? m[..5] : m)];

    private static string Mots(string? texte) => Regex.Replace(MoisDuMandat.Plier(texte), "[^A-Z0-9]+", " ", RegexOptions.None, Delai).Trim();

    private static bool Dit(string texte, string motif) => Regex.IsMatch(texte, motif, RegexOptions.None, Delai);
}

/// <summary>The families of statuts that tables de passage tell apart.</summary>
internal enum FamilleDeStatut
{
    Fonctionnaire,
    Contractuel,
    Autre,
}

/// <summary>Which statuts belong to which family (format page §6.1).</summary>
internal static class FamillesDeStatut
{
    public static FamilleDeStatut De(string? statut) => statut?.Trim().ToUpperInvariant().Replace(' ', '_') switch
    {
        "TITULAIRE" or "STAGIAIRE" or "EMPLOI_FONC" => FamilleDeStatut.Fonctionnaire,
        "NON_TITULAIRE" or "EMPLOI_AIDE" => FamilleDeStatut.Contractuel,
        _ => FamilleDeStatut.Autre,
    };
}
