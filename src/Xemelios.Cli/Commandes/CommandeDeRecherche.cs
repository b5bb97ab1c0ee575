using System.CommandLine;
using Xemelios.Cli.Sorties;
using Xemelios.Query.Criteres;
using Xemelios.Query.Recherches;
using static Xemelios.Cli.OptionsCommunes;

namespace Xemelios.Cli.Commandes;

/// <summary>What the commands that search by criteria share: the criteria as text, the columns, the order, the groups.</summary>
internal sealed class OptionsDeRecherche
{
    private readonly Option<string[]> _criteres = new("--critere")
    {
        Description = "Critère, par exemple \"indice>=400\" ou \"pas ligne(rubrique=2000)\" ; répétée, tous les critères doivent être remplis",
    };

    private readonly Option<string?> _colonnes = new("--colonnes") { Description = "Colonnes à montrer, séparées par des virgules" };
    private readonly Option<string?> _tri = new("--tri") { Description = "Colonne de tri ; précédée d'un tiret, en ordre décroissant" };
    private readonly Option<string?> _grouper = new("--grouper") { Description = "Une ou deux colonnes par lesquelles regrouper" };
    private readonly Option<int> _page = new("--page") { Description = "Page", DefaultValueFactory = _ => 1 };
    private readonly Option<int> _taille = new("--taille") { Description = "Rangées d'une page, de 50 à 500", DefaultValueFactory = _ => 100 };

    public void Ajouter(Command commande)
    {
        foreach (var option in (Option[])[_criteres, _colonnes, _tri, _grouper, _page, _taille])
            commande.Options.Add(option);
    }

    /// <summary>Criteria were given: the search is not one of words.</summary>
    public bool Presentes(ParseResult ligne) => ligne.GetResult(_criteres) is not null;

    /// <inheritdoc cref="Presentes(ParseResult)"/>
    public bool Presentes(System.CommandLine.Parsing.CommandResult commande) => commande.GetResult(_criteres) is not null;

    /// <summary>Asks and answers.</summary>
    /// <param name="autres">What is asked besides the criteria.</param>
    public int Executer(Sujet sujet, ParseResult ligne, Execution execution, params IEnumerable<Condition> autres)
    {
        var condition = Condition.Toutes([.. Contexte(sujet, ligne), .. autres, .. (ligne.GetValue(_criteres) ?? []).Select(c => sujet.Lire(c))]);
        var tri = ligne.GetValue(_tri);
        var question = new RechercheQuestion(
            sujet, EcritureDeCriteres.Ecrire(condition), ligne.GetValue(_colonnes), tri?.TrimStart('-'), tri?.StartsWith('-') == true, ligne.GetValue(_page), ligne.GetValue(_taille));
        if (ligne.GetValue(_grouper) is not { } par)
            return execution.Repondre(question.Executer, ReponseDeRecherche.EnJson, TableauxDeRecherche.Rangees, question.Exporter);
        var groupement = new GroupementQuestion(sujet, question.Criteres, par, question.ColonnesChoisies);
        return execution.Repondre(groupement.Executer, ReponseDeRecherche.EnJson, TableauxDeRecherche.Groupes, groupement.Exporter);
    }

    /// <summary>The options that say where to look.</summary>
    private static IEnumerable<Condition> Contexte(Sujet sujet, ParseResult ligne)
    {
        if (ligne.GetValue(Siret) is { } siret)
            yield return Egal(sujet, "siret", siret);
        if (ligne.GetValue(Budget) is { } budget)
            yield return budget.Length == 0 ? new Test(sujet.Trouver("budget")!, Operateur.Vide, []) : Egal(sujet, "budget", budget);
        if (ligne.GetValue(Mois) is { } mois)
            yield return new Test(sujet.Trouver("mois")!, Operateur.Egal, [mois.ToString()]);
        if (ligne.GetValue(Train) is { } train)
            yield return train.Length == 0 ? new Test(sujet.Trouver("train")!, Operateur.Vide, []) : new Test(sujet.Trouver("train")!, Operateur.Egal, [train]);
    }

    private static Test Egal(Sujet sujet, string cle, string valeur) => new(sujet.Trouver(cle)!, Operateur.Identique, [valeur]);
}

internal sealed class CommandeLignes : CommandeSurDossier
{
    private readonly OptionsDeRecherche _recherche = new();

    public CommandeLignes()
        : base("lignes", "Cherche des lignes de paye par critères", Siret, Budget, Mois, Train) => _recherche.Ajouter(this);

    public override int Executer(ParseResult ligne, Execution execution) => _recherche.Executer(Sujet.Lignes, ligne, execution);
}

internal sealed class CommandeRepartition : CommandeSurDossier
{
    private readonly OptionsDeRecherche _recherche = new();

    public CommandeRepartition()
        : base("repartition", "Cherche dans les répartitions par nature", Siret, Budget, Mois, Train) => _recherche.Ajouter(this);

    public override int Executer(ParseResult ligne, Execution execution) => _recherche.Executer(Sujet.Repartition, ligne, execution);
}
