using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Xemelios.Domain.Habilitations;
using Xemelios.Store.Gestion.Journaux;
using Xemelios.Web.Security;

namespace Xemelios.Web.Pages.Journaux;

/// <summary>What is asked of the journal, as its address holds it.</summary>
public static class AdresseDeJournal
{
    public const string Liste = "/journal";

    public const string Acces = "/journal/acces";

    /// <summary>Reads the query of an address; what does not read is no filter.</summary>
    public static DemandeDeJournal Lire(string adresse)
    {
        var parametres = QueryHelpers.ParseQuery(new Uri(adresse).Query);
        return new DemandeDeJournal
        {
            Utilisateur = Texte("utilisateur"), Poste = Texte("poste"), Siret = Texte("siret"), Matricule = Texte("matricule"),
            Nature = Enum.TryParse<NatureDActe>(Texte("nature"), ignoreCase: true, out var nature) && Enum.IsDefined(nature) ? nature : null,
            Du = Jour("du"), Au = Jour("au"),
            Page = int.TryParse(Texte("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1,
        };

        string? Texte(string nom) => parametres.TryGetValue(nom, out var valeurs) && valeurs[^1]?.Trim() is { Length: > 0 } texte ? texte : null;

        DateOnly? Jour(string nom) => DateOnly.TryParseExact(Texte(nom), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour) ? jour : null;
    }

    /// <summary>A comptable reads what was done under his poste; who administers reads all.</summary>
    public static DemandeDeJournal DansSonPoste(this DemandeDeJournal demande, AccesCourant acces) =>
        acces.Permet(Fonctions.Administrer) ? demande : demande with { Poste = acces.Acces?.Poste ?? "aucun" };

    /// <summary>Who opened the data of an agent.</summary>
    public static string DeLAgent(string siret, string matricule) => Chemins.Avec(Acces, ("siret", siret), ("matricule", matricule));

    /// <summary>A day as a form writes it.</summary>
    public static string? Ecrire(DateOnly? jour) => jour?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
