using System.Globalization;
using Xemelios.Domain.Constats;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Import.Pes;

/// <summary>Reads the typed values of a PES flow; what cannot be read stays unknown and is reported.</summary>
internal sealed class ValeursPes(CurseurXml curseur, Action<Anomalie> anomalie)
{
    /// <summary>Fourteen digits, two of which are decimals: what the protocol and the tables hold.</summary>
    private const decimal MontantMax = 999_999_999_999.99m;

    public string? Texte => curseur.Valeur;

    /// <summary>A number that identifies: digits without leading zeros ("00000212", "212.0" are 212), else the text as it is.</summary>
    public string? Numero
    {
        get
        {
            var texte = curseur.Valeur;
            if (texte is null || !decimal.TryParse(texte, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var nombre))
                return texte;
            return nombre == decimal.Truncate(nombre) ? nombre.ToString("0", CultureInfo.InvariantCulture) : texte;
        }
    }

    public int? Entier
    {
        get
        {
            if (curseur.Valeur is not { } texte)
                return null;
            if (int.TryParse(texte, NumberStyles.None, CultureInfo.InvariantCulture, out var entier))
                return entier;
            return Inconnu<int>(CatalogueDesAnomalies.NombrePesIllisible);
        }
    }

    public Montant? Montant
    {
        get
        {
            if (curseur.Valeur is not { } texte)
                return null;
            const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
            if (decimal.TryParse(texte, Style, CultureInfo.InvariantCulture, out var euros) && Math.Abs(euros) <= MontantMax
                && decimal.Round(euros, 2) == euros)
                return Domain.Valeurs.Montant.FromDecimal(euros);
            return Inconnu<Montant>(CatalogueDesAnomalies.NombrePesIllisible);
        }
    }

    /// <summary>AAAA-MM-JJ; a time zone that follows is legal and says nothing here.</summary>
    public DateOnly? Date
    {
        get
        {
            if (curseur.Valeur is not { } texte)
                return null;
            var jour = texte.Length > 10 && texte[10] is 'Z' or '+' or '-' ? texte[..10] : texte;
            if (DateOnly.TryParseExact(jour, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                return date;
            return Inconnu<DateOnly>(CatalogueDesAnomalies.DateIllisiblePes);
        }
    }

    public bool? Booleen => curseur.Valeur switch { "1" or "true" => true, "0" or "false" => false, _ => null };

    private T? Inconnu<T>(TypeDAnomalie type)
        where T : struct
    {
        anomalie(type.En(curseur.Ici, $"{type.Sens} (élément {curseur.Nom})"));
        return null;
    }
}
