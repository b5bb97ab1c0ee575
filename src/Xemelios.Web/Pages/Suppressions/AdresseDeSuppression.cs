using System.Globalization;
using Xemelios.Store.Tables;

namespace Xemelios.Web.Pages.Suppressions;

/// <summary>What is to be deleted, as addresses and forms write it.</summary>
public static class AdresseDeSuppression
{
    public const string Page = "/suppression";
    public const string Confirmer = "/suppression/confirmer";
    public const string Executer = "/suppression/executer";

    /// <summary>The confirmation of a level of the tree.</summary>
    public static string De(DonneesASupprimer cible) => Chemins.Avec(Confirmer, [.. Champs(cible)]);

    /// <summary>The confirmation of a received file.</summary>
    public static string De(string empreinte) => Chemins.Avec(Confirmer, ("fichier", empreinte));

    /// <summary>The target as the fields of a form.</summary>
    public static IEnumerable<(string Nom, string? Valeur)> Champs(CibleDeSuppression cible) => cible switch
    {
        DonneesASupprimer d =>
        [
            ("type", d.Type.ToString().ToLowerInvariant()), ("siret", d.Siret), ("budget", d.Budget),
            ("annee", d.Annee?.ToString(CultureInfo.InvariantCulture)), ("mois", d.Mois?.ToString(CultureInfo.InvariantCulture)),
        ],
        FichiersASupprimer f => f.Empreintes.Select(e => ("fichier", (string?)e)),
        _ => [],
    };

    /// <summary>Reads a target back; null when it says nothing that can be deleted.</summary>
    public static CibleDeSuppression? Lire(Func<string, string?> champ)
    {
        if (champ("fichier") is { Length: 64 } empreinte)
            return new FichiersASupprimer([empreinte]);
        if (!Enum.TryParse<TypeDeDonnees>(champ("type"), ignoreCase: true, out var type) || !Enum.IsDefined(type) || champ("siret") is not { } siret)
            return null;
        var (annee, mois) = (Entier(champ("annee")), Entier(champ("mois")));
        return mois is not null && annee is null ? null : new DonneesASupprimer(type, siret, champ("budget"), annee, mois);
    }

    private static int? Entier(string? texte) => int.TryParse(texte, NumberStyles.None, CultureInfo.InvariantCulture, out var nombre) ? nombre : null;
}
