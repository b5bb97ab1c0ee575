using Xemelios.Query.HeuresSupplementaires;

namespace Xemelios.Web.Pages.HeuresSupplementaires;

/// <summary>Which agents of the décompte are shown.</summary>
/// <param name="Cle">In the address; null for all.</param>
public sealed record VueDesHeures(string? Cle, string Nom, Func<HeuresDUnAgent, bool> Retient)
{
    public static IReadOnlyList<VueDesHeures> Toutes { get; } =
    [
        new(null, "Tous les agents", _ => true),
        new("au_dela", "Plus de 25 heures", a => a.AuDela > 0 || a.Mois.Any(m => m.AuDela > 0)),
        new("ecart", "Payées autres que déclarées", a => a.Ecart != 0),
        new("rappel", "Avec rappel", a => a.Mois.Any(m => m.Rappel)),
    ];

    /// <summary>The agents of a view whose matricule or name holds some words.</summary>
    public static IReadOnlyList<HeuresDUnAgent> Montres(HeuresDuMois heures, string? voir, string? mots) => [.. heures.Agents.Where(De(voir).Retient).Where(a =>
        string.IsNullOrWhiteSpace(mots) || $"{a.Matricule} {a.Nom} {a.Prenom} {a.Nom}".Contains(mots.Trim(), StringComparison.OrdinalIgnoreCase))];

    /// <summary>The view of this key, all agents when there is none.</summary>
    public static VueDesHeures De(string? cle) => Toutes.FirstOrDefault(v => v.Cle == cle) ?? Toutes[0];
}

/// <summary>What the choice of the field of the hours is called.</summary>
public static class MotsDesHeures
{
    public static string Champ(ChampDHeures champ) => champ switch
    {
        ChampDHeures.NbUnite => "Nombre d'unités",
        ChampDHeures.Base => "Base",
        _ => "Aucun",
    };

    public static string Motif(RubriqueDHeures rubrique)
    {
        ArgumentNullException.ThrowIfNull(rubrique);
        return rubrique.Motif switch
        {
            MotifDeChamp.Calcul => $"montant = heures × taux sur {Components.FormatFrancais.Entier(rubrique.LignesVerifiees)} ligne(s)",
            MotifDeChamp.SeulServi when rubrique.Champ == ChampDHeures.Aucun => "aucun champ ne contient un nombre d'heures possible",
            MotifDeChamp.SeulServi => "seul champ servi",
            MotifDeChamp.Vraisemblance => "heures et taux horaire vraisemblables",
            _ => "rien ne les départage : champ prévu par le format",
        };
    }
}
