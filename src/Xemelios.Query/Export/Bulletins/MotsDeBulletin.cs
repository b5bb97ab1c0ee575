using System.Globalization;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Bulletins;
using Xemelios.Query.Export.Pdf;

namespace Xemelios.Query.Export.Bulletins;

/// <summary>The values of a payslip as it prints them.</summary>
internal static class MotsDeBulletin
{
    public const string NonRenseigne = "Non renseigné.";

    private static readonly CultureInfo Francais = CultureInfo.GetCultureInfo("fr-FR");

    public static string Donnee(string? valeur) => string.IsNullOrWhiteSpace(valeur) ? NonRenseigne : TextePdf.Imprimable(valeur);

    public static string Somme(Montant? montant) => montant is null ? NonRenseigne : TexteDeCellule.De(montant) + "\u00A0€";

    public static string Mois(BulletinDetaille b) => new DateOnly(b.Annee, b.Mois, 1).ToString("MMMM yyyy", Francais);

    public static string Jour(DateOnly? jour) => jour?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "…";

    public static string Court(decimal? nombre) => Donnee(nombre?.ToString("0.##", Francais));

    public static string EnfantsACharge(BulletinDetaille b) => b.Masquees.HasFlag(DonneesProtegees.Famille) ? Masque.Texte : Court(b.Enfants);

    public static IEnumerable<string> Adresse(Adresse? adresse) => adresse is null
        ? []
        : new[] { adresse.Ligne1, adresse.Ligne2, adresse.Ligne3, $"{adresse.CodePostal} {adresse.Ville}" }
            .Select(TextePdf.Imprimable).Where(l => !string.IsNullOrWhiteSpace(l));

    public static string Compte(CompteBancaire? compte)
    {
        if (compte is not { } c)
            return NonRenseigne;
        string?[] coordonnees = string.IsNullOrWhiteSpace(c.Iban)
            ? [c.IdPays, c.IdBanque, c.CodeEtablissement, c.CodeGuichet, c.NumeroCompte, c.CleRib]
            : [c.Bic, c.Iban];
        return Donnee(string.Join(' ', coordonnees.Append(c.LibelleBanque).Append(c.Titulaire).Where(t => !string.IsNullOrWhiteSpace(t))));
    }

    public static string Ensemble(params string?[] parties) => string.Join(' ', parties.Where(p => !string.IsNullOrWhiteSpace(p)));
}
