using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Filters;

namespace Xemelios.Web.Pages;

/// <summary>The grammar of the addresses that screens write for each other.</summary>
public static class Chemins
{
    public const string Etats = "/etats";

    /// <summary>A path with the parameters that have a value; an empty value is a value.</summary>
    public static string Avec(string chemin, params ReadOnlySpan<(string Nom, string? Valeur)> parametres)
    {
        var presents = new List<KeyValuePair<string, string?>>(parametres.Length);
        foreach (var (nom, valeur) in parametres)
            if (valeur is not null) presents.Add(new(nom, valeur));
        return QueryHelpers.AddQueryString(chemin, presents);
    }

    /// <summary>An address of this application, else the first screen: what an address asks to return to is never another site.</summary>
    public static string Local(string? adresse) =>
        adresse is ['/', ..] and not ['/', '/' or '\\', ..] && !adresse.Any(char.IsControl) ? adresse : "/";

    /// <summary>The value of a filter, or the sign for what has none.</summary>
    public static string OuSans(string? valeur) => string.IsNullOrEmpty(valeur) ? FiltresDeBulletins.Sans : valeur;

    /// <summary>A bulletin: its file and its rank, which stay when the tables are rebuilt.</summary>
    public static string Bulletin(string volume, int ordre) => string.Create(CultureInfo.InvariantCulture, $"/bulletins/{volume}/{ordre}");

    /// <summary>A bulletin to print (pdf), or with its pieces (zip).</summary>
    public static string ExportDeBulletin(string volume, int ordre, string extension) => $"/exports{Bulletin(volume, ordre)}.{extension}";

    /// <summary>What a screen shows, as a file: its address under <c>/exports</c>, with an extension.</summary>
    public static string Export(string ecran, string extension)
    {
        var fin = ecran.IndexOf('?', StringComparison.Ordinal) is >= 0 and var trouve ? trouve : ecran.Length;
        return $"/exports{ecran[..fin]}.{extension}{ecran[fin..]}";
    }

    public static string Justificatifs(string siret, MoisDePaye mois) => $"/justificatifs/{siret}/{mois}";

    public static string Mandats(string siret, int exercice, string? nature = null) =>
        Avec(string.Create(CultureInfo.InvariantCulture, $"/mandats/{siret}/{exercice}"), ("nature", nature));

    /// <summary>The mandats of one bordereau.</summary>
    public static string Bordereau(string siret, int exercice, string? bordereau) =>
        Avec(Mandats(siret, exercice), ("bordereau", bordereau));

    /// <summary>A rubrique month after month, in the employer or in the bulletins of one agent.</summary>
    public static string Rubrique(string siret, string? code, CategorieDeLigne? categorie = null, string? matricule = null) =>
        Avec($"/rubriques/{siret}/{Uri.EscapeDataString(OuSans(code))}", ("categorie", categorie?.ToString()), ("matricule", matricule));

    public static string Piece(int piece) => string.Create(CultureInfo.InvariantCulture, $"/pieces/{piece}");

    /// <summary>The bytes of a piece.</summary>
    public static string ContenuDePiece(int piece) => Piece(piece) + "/contenu";

    /// <summary>The original file, at the place of an element.</summary>
    public static string Source(string empreinte, long? octet) =>
        Avec($"/sources/{empreinte}", ("octet", octet?.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The original file, at the place of a line of the bulletin that starts at this byte.</summary>
    public static string SourceDeLigne(string empreinte, long? octetDuBulletin, int position) =>
        Avec($"/sources/{empreinte}", ("octet", octetDuBulletin?.ToString(CultureInfo.InvariantCulture)), ("ligne", position.ToString(CultureInfo.InvariantCulture)));

    public static string HeuresSupplementaires(string siret, MoisDePaye mois) => $"/heures-supplementaires/{siret}/{mois}";

    public static string JustificatifsAttendus(string siret, MoisDePaye mois) => $"/justificatifs-attendus/{siret}/{mois}";

    /// <summary>The table that gives rubriques their nature.</summary>
    public static string Passage(string siret) => $"/passage/{siret}";

    /// <summary>What the files of an employer call things, of one sort, over all its months or in one.</summary>
    public static string Nomenclatures(string siret, SorteDeNomenclature sorte = SorteDeNomenclature.Rubrique, MoisDePaye? mois = null, string? texte = null) =>
        Avec($"/nomenclatures/{siret}", ("sorte", sorte == SorteDeNomenclature.Rubrique ? null : sorte.ToString().ToLowerInvariant()), ("mois", mois?.ToString()), ("texte", texte));
}
