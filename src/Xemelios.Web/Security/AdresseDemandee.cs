using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Xemelios.Query;
using Xemelios.Query.Criteres;
using Xemelios.Query.Filters;
using Xemelios.Web.Pages.Recherches;

namespace Xemelios.Web.Security;

/// <summary>The values of an address, those of its route before those of its query.</summary>
internal sealed class AdresseDemandee(HttpRequest demande)
{
    /// <summary>Filters that name a place and not a person.</summary>
    private static readonly HashSet<string> Lieux = new(StringComparer.Ordinal) { "siret", "budget", "mois", "train", "volume", "matricule" };

    private static readonly HashSet<string> Filtres = [.. FiltresDeBulletins.Tous.Select(f => f.Cle).Where(c => !Lieux.Contains(c))];

    public IReadOnlyList<(string Nom, string Valeur)> Valeurs { get; } =
    [
        .. demande.RouteValues.Select(v => (v.Key, Valeur: Convert.ToString(v.Value, CultureInfo.InvariantCulture) ?? "")).Where(v => v.Valeur.Length > 0 && v.Key != "page"),
        .. demande.Query.Select(q => (q.Key, q.Value.ToString())).Where(q => q.Item2.Length > 0),
    ];

    public string? this[string nom] => Valeurs.FirstOrDefault(v => v.Nom.Equals(nom, StringComparison.OrdinalIgnoreCase)).Valeur;

    public string? DeLaRoute(string nom) => demande.RouteValues.TryGetValue(nom, out var valeur) ? Convert.ToString(valeur, CultureInfo.InvariantCulture) : null;

    /// <summary>What is searched, whole: it is never written, its fingerprint is.</summary>
    public string Cherche() => string.Join('\n', Valeurs.Where(v => v.Nom == "q" || Filtres.Contains(v.Nom)).Select(v => $"{v.Nom}={v.Valeur}"));

    /// <summary>The names of the criteria used, filters and those of the text.</summary>
    public IReadOnlyList<string> Criteres()
    {
        var noms = Valeurs.Select(v => v.Nom).Where(Filtres.Contains).ToList();
        if (this["q"] is not null)
            noms.AddRange(DuTexte());
        return [.. noms.Distinct().Order(StringComparer.Ordinal)];
    }

    private IEnumerable<string> DuTexte()
    {
        try
        {
            var recherche = RechercheDansLAdresse.Lire(demande.GetEncodedUrl().Replace("/exports/recherche", "", StringComparison.Ordinal));
            return Noms(recherche.Sujet.Lire(recherche.Texte));
        }
        catch (QuestionRefuseeException)
        {
            // Free words, or criteria that the page will refuse.
            return [];
        }
    }

    private static IEnumerable<string> Noms(Condition condition) => condition switch
    {
        Et et => et.Termes.SelectMany(Noms),
        Ou ou => ou.Termes.SelectMany(Noms),
        Non non => Noms(non.Terme),
        LigneAvec ligne => Noms(ligne.Terme),
        Test test => [test.Critere.Cle],
        _ => [],
    };
}
