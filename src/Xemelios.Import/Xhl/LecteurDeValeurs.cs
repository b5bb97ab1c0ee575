using System.Globalization;
using Xemelios.Domain.Constats;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Import.Xhl;

/// <summary>Turns the V of leaves into typed values, as the format page recommends for each defect; says what it had to bend.</summary>
/// <param name="signaler">Receives the anomalies.</param>
internal sealed class LecteurDeValeurs(CurseurXhl curseur, Action<Anomalie> signaler)
{
    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    /// <summary>What could not be typed in the current bulletin, with its text.</summary>
    public List<DonneeBrute> Brutes { get; } = [];

    /// <summary>A text, trimmed; null when the element has no V.</summary>
    /// <param name="longueurMax">Length that the schema allows: longer values are kept, and said.</param>
    public string? Texte(int longueurMax)
    {
        if (curseur.V is not { } brut)
        {
            Signaler(CatalogueDesAnomalies.ValeurAbsente, $"L'élément {curseur.Nom} n'a pas d'attribut V : sa valeur reste inconnue.");
            return null;
        }

        var texte = brut.Trim();
        if (texte.Length > longueurMax)
            Signaler(CatalogueDesAnomalies.ValeurTropLongue, $"Une valeur de {curseur.Nom} dépasse {longueurMax} caractères : elle est gardée entière.");
        return texte;
    }

    /// <summary>A code: absent when empty (defect D38).</summary>
    public string? Code(int longueurMax) => Texte(longueurMax) is { Length: > 0 } code ? code : null;

    /// <summary>A code whose emptiness is a defect to be told (D38).</summary>
    public string? CodeAttendu(int longueurMax, string de)
    {
        var code = Code(longueurMax);
        if (code is null)
            Signaler(CatalogueDesAnomalies.CodeVide, $"Le code {de} est vide : il est lu comme absent.");
        return code;
    }

    /// <summary>The number of the current element when it is written plainly: what nearly all are.</summary>
    public Quantite? QuantiteSimple() => NombreSimple.Lire(curseur.Octets, 4, out var dixMilliemes) ? new Quantite(dixMilliemes) : null;

    /// <summary>The amount of the current element when it is written plainly.</summary>
    public Montant? MontantSimple() => NombreSimple.Lire(curseur.Octets, 2, out var centimes) ? new Montant(centimes) : null;

    /// <summary>An amount in euros, two decimals.</summary>
    public Montant? Montant(Chemin chemin)
    {
        if (MontantSimple() is { } simple)
            return simple;
        if (Nombre(chemin) is not { } valeur)
            return null;
        var arrondi = Math.Round(valeur, 2, MidpointRounding.AwayFromZero);
        if (Math.Abs(arrondi) >= 1_000_000_000_000m)
        {
            Illisible(chemin);
            return null;
        }

        if (arrondi != valeur)
            Garder(CatalogueDesAnomalies.MontantTropPrecis, chemin, $"Un montant de {curseur.Nom} a plus de deux décimales : il est arrondi au centime, le texte est gardé.");
        return Domain.Valeurs.Montant.FromDecimal(arrondi);
    }

    /// <summary>A rate, a base, a number of units or of hours: four decimals.</summary>
    public Quantite? Quantite(Chemin chemin)
    {
        if (QuantiteSimple() is { } simple)
            return simple;
        if (Nombre(chemin) is not { } valeur)
            return null;
        var arrondi = Math.Round(valeur, 4, MidpointRounding.AwayFromZero);
        if (Math.Abs(arrondi) >= 100_000_000_000_000m)
        {
            Illisible(chemin);
            return null;
        }

        if (arrondi != valeur)
            Garder(CatalogueDesAnomalies.MontantTropPrecis, chemin, $"Un nombre de {curseur.Nom} a plus de quatre décimales : il est arrondi, le texte est gardé.");
        return Domain.Valeurs.Quantite.FromDecimal(arrondi);
    }

    /// <summary>A whole number, zero-padded or not.</summary>
    public int? Entier(Chemin chemin)
    {
        if (Nombre(chemin) is not { } valeur)
            return null;
        if (valeur != decimal.Truncate(valeur) || Math.Abs(valeur) > int.MaxValue)
        {
            Illisible(chemin);
            return null;
        }

        return (int)valeur;
    }

    /// <summary>A date; a timezone suffix is legal and means nothing here.</summary>
    public DateOnly? Date(Chemin chemin)
    {
        if (NombreSimple.LireUneDate(curseur.Octets, out var simple))
            return simple;
        if (Texte(int.MaxValue) is not { } texte)
            return null;
        if (texte.Length == 0)
        {
            Signaler(CatalogueDesAnomalies.NombreVide, $"La date {curseur.Nom} est vide : elle reste inconnue.");
            return null;
        }

        if (texte.Length >= 10 && EstUnFuseau(texte.AsSpan(10)) &&
            DateOnly.TryParseExact(texte.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        Garder(CatalogueDesAnomalies.DateIllisible, chemin, $"La date {curseur.Nom} est invalide ou tronquée : elle reste inconnue et son texte est gardé.");
        return null;
    }

    /// <summary>Keeps the current element as it stands.</summary>
    public void Garder(TypeDAnomalie type, Chemin chemin, string message)
    {
        Brutes.Add(new DonneeBrute(chemin.ToString(), curseur.V ?? ""));
        Signaler(type, message);
    }

    public void Signaler(TypeDAnomalie type, string? message = null) => SignalerEn(type, curseur.Ici, message);

    /// <summary>Signals at a place that the cursor has passed.</summary>
    public void SignalerEn(TypeDAnomalie type, Provenance place, string? message = null)
    {
        Signalements++;
        signaler(type.En(place, message));
    }

    /// <summary>Anomalies signalled so far.</summary>
    public int Signalements { get; private set; }

    private static bool EstUnFuseau(ReadOnlySpan<char> suffixe) =>
        suffixe is "" or "Z" || suffixe is ['+' or '-', >= '0' and <= '9', >= '0' and <= '9', ':', >= '0' and <= '9', >= '0' and <= '9'];

    private decimal? Nombre(Chemin chemin)
    {
        if (Texte(int.MaxValue) is not { } texte)
            return null;
        if (texte.Length == 0)
        {
            Signaler(CatalogueDesAnomalies.NombreVide, $"Le nombre {curseur.Nom} est vide : il reste inconnu.");
            return null;
        }

        if (decimal.TryParse(texte, Decimal, CultureInfo.InvariantCulture, out var valeur))
            return valeur;
        if (!decimal.TryParse(Recrire(texte), Decimal, CultureInfo.InvariantCulture, out valeur))
            return Illisible(chemin);
        Signaler(CatalogueDesAnomalies.NombreReecrit, $"Un nombre de {curseur.Nom} est écrit avec une virgule ou des espaces : il est lu avec cette écriture.");
        return valeur;
    }

    /// <summary>Decimal comma and spaces (also no-break and narrow) to the schema's writing (defect D29).</summary>
    private static string Recrire(string texte)
    {
        var sansEspaces = string.Concat(texte.Where(c => !char.IsWhiteSpace(c)));
        return sansEspaces.Contains('.', StringComparison.Ordinal) ? sansEspaces : sansEspaces.Replace(',', '.');
    }

    private decimal? Illisible(Chemin chemin)
    {
        Garder(CatalogueDesAnomalies.NombreIllisible, chemin, $"Une valeur de {curseur.Nom} n'est pas un nombre lisible : elle reste inconnue et son texte est gardé.");
        return null;
    }
}
