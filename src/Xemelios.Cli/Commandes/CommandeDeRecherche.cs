using System.CommandLine;
using Xemelios.Cli.Sorties;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Criteres;
using Xemelios.Query.Recherches;
using static Xemelios.Cli.OptionsCommunes;

namespace Xemelios.Cli.Commandes;

/// <summary>What the commands that search by criteria share: the criteria as text, the columns, the order, the groups.</summary>
internal sealed class OptionsDeRecherche
{
    private readonly OptionsDeCriteres _criteres = new();
    private readonly Option<string?> _colonnes = new("--colonnes") { Description = "Colonnes à montrer, séparées par des virgules" };
    private readonly Option<string?> _tri = new("--tri") { Description = "Colonne de tri ; précédée d'un tiret, en ordre décroissant" };
    private readonly Option<string?> _grouper = new("--grouper") { Description = "Une ou deux colonnes par lesquelles regrouper" };
    private readonly Option<int> _page = new("--page") { Description = "Page", DefaultValueFactory = _ => 1 };
    private readonly Option<int> _taille = new("--taille") { Description = "Rangées d'une page, de 50 à 500", DefaultValueFactory = _ => 100 };

    public void Ajouter(Command commande)
    {
        _criteres.Ajouter(commande);
        foreach (var option in (Option[])[_colonnes, _tri, _grouper, _page, _taille])
            commande.Options.Add(option);
    }

    /// <summary>Criteria were given: the search is not one of words.</summary>
    public bool Presentes(ParseResult ligne) => _criteres.Presents(ligne);

    /// <inheritdoc cref="Presentes(ParseResult)"/>
    public bool Presentes(System.CommandLine.Parsing.CommandResult commande) => _criteres.Presents(commande);

    /// <summary>Asks and answers.</summary>
    /// <param name="autres">What is asked besides the criteria.</param>
    public int Executer(Sujet sujet, ParseResult ligne, Execution execution, params IEnumerable<Condition> autres)
    {
        var tri = ligne.GetValue(_tri);
        var question = new RechercheQuestion(
            sujet, _criteres.Lire(sujet, ligne, autres), ligne.GetValue(_colonnes), tri?.TrimStart('-'), tri?.StartsWith('-') == true, ligne.GetValue(_page), ligne.GetValue(_taille));
        if (ligne.GetValue(_grouper) is not { } par)
            return execution.Repondre(question.Executer, ReponseDeRecherche.EnJson, TableauxDeRecherche.Rangees, question.Exporter);
        var groupement = new GroupementQuestion(sujet, question.Criteres, par, question.ColonnesChoisies);
        return execution.Repondre(groupement.Executer, ReponseDeRecherche.EnJson, TableauxDeRecherche.Groupes, groupement.Exporter);
    }
}

internal sealed class CommandeLignes : CommandeSurDossier
{
    private readonly OptionsDeRecherche _recherche = new();

    public CommandeLignes()
        : base("lignes", "Cherche des lignes de paye par critères", Siret, Budget, Mois, Train) => _recherche.Ajouter(this);

    public override NatureDActe? Acte => NatureDActe.Recherche;

    public override int Executer(ParseResult ligne, Execution execution) => _recherche.Executer(Sujet.Lignes, ligne, execution);
}

internal sealed class CommandeRepartition : CommandeSurDossier
{
    private readonly OptionsDeRecherche _recherche = new();

    public CommandeRepartition()
        : base("repartition", "Cherche dans les répartitions par nature", Siret, Budget, Mois, Train) => _recherche.Ajouter(this);

    public override NatureDActe? Acte => NatureDActe.Recherche;

    public override int Executer(ParseResult ligne, Execution execution) => _recherche.Executer(Sujet.Repartition, ligne, execution);
}
