using System.CommandLine;
using System.Globalization;
using Xemelios.Cli.Sorties;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Criteres;
using Xemelios.Query.ExportsConfigures;
using Xemelios.Store.Gestion;
using static Xemelios.Cli.OptionsCommunes;

namespace Xemelios.Cli.Commandes;

internal sealed class CommandeExporter : CommandeSurDossier
{
    private readonly OptionsDeCriteres _criteres = new();
    private readonly Argument<string?> _config = new("CONFIG")
    {
        Description = "Code d'une configuration enregistrée, ou lignes, categorie, rubrique, caisse ; sans lui, la liste des configurations", Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string[]> _categories = new("--categorie") { Description = "Catégorie des lignes, répétable (lignes, categorie, rubrique, caisse)" };
    private readonly Option<string[]> _rubriques = new("--rubrique") { Description = "Code de rubrique des lignes, répétable" };
    private readonly Option<string[]> _caisses = new("--caisse") { Description = "Caisse des lignes, répétable" };
    private readonly Option<string[]> _montants = new("--montant") { Description = "Test sur le montant de la ligne, par exemple \">=100\" ou \"entre 10 et 20\", répétable" };

    private readonly Option<int?> _annee = new("--annee") { Description = "Année de paye" };
    private readonly Option<string[]> _fichiers = new("--fichier") { Description = "Nom ou empreinte d'un fichier de paye, répétable : l'export se limite à ces fichiers" };

    public CommandeExporter()
        : base("exporter", "Exporte des bulletins, des lignes ou des répartitions selon une configuration", Siret, Budget, Mois, Train)
    {
        Arguments.Add(_config);
        _criteres.Ajouter(this);
        Options.Add(_annee);
        Options.Add(_fichiers);
        foreach (var option in DeLignes)
            Options.Add(option);
        Validators.Add(commande =>
        {
            if (DeLignes.Any(o => commande.GetResult(o) is not null) && (commande.GetValue(_config) is not { } nom || ExportDeLignesQuestion.Lire(nom) is null))
                commande.AddError("--categorie, --rubrique, --caisse et --montant vont avec les exports lignes, categorie, rubrique et caisse.");
        });
    }

    private Option<string[]>[] DeLignes => [_categories, _rubriques, _caisses, _montants];

    public override NatureDActe? Acte => NatureDActe.Export;

    public override int Executer(ParseResult ligne, Execution execution)
    {
        if (ligne.GetValue(_config) is not { } nom)
            return Lister(execution);
        if (execution is { Export: null, Json: false })
        {
            execution.Messages.WriteLine("Un export demande un fichier : ajoutez -o FICHIER (ou --json).");
            return CodesDeRetour.Syntaxe;
        }

        return ExportDeLignesQuestion.Lire(nom) is { } pret
            ? execution.Exporter(new ExportDeLignesQuestion(pret)
            {
                Categories = ligne.GetValue(_categories) ?? [], Rubriques = ligne.GetValue(_rubriques) ?? [], Caisses = ligne.GetValue(_caisses) ?? [], Montants = ligne.GetValue(_montants) ?? [],
                Criteres = _criteres.Lire(Sujet.Lignes, ligne, Donnees(Sujet.Lignes, ligne)),
            }.Exporter)
            : execution.Exporter(Question(execution.Entrepot.Exports.Trouver(nom) ?? throw new ConfigurationInconnueException(nom), ligne).Exporter);
    }

    private ExportConfigureQuestion Question(ConfigurationDExport configuration, ParseResult ligne)
    {
        var sujet = CodeDeConfiguration.LireSujet(configuration.Sujet) ?? throw new ConfigurationInconnueException(configuration.Code);
        return new ExportConfigureQuestion(configuration.Libelle, configuration.Code, sujet, configuration.Champs, _criteres.Lire(sujet, ligne, Donnees(sujet, ligne)));
    }

    /// <summary>What is exported without searching: a year, or chosen files.</summary>
    private IEnumerable<Condition> Donnees(Sujet sujet, ParseResult ligne)
    {
        if (ligne.GetValue(_annee) is { } annee)
            yield return new Test(sujet.Trouver("annee")!, Operateur.Egal, [annee.ToString(CultureInfo.InvariantCulture)]);
        if (ligne.GetValue(_fichiers) is { Length: > 0 } fichiers)
            yield return new Ou([.. fichiers.Select(f => new Test(sujet.Trouver(f.Length == 64 && f.All(char.IsAsciiHexDigit) ? "volume" : "fichier")!, Operateur.Identique, [f]))]);
    }

    private static int Lister(Execution execution)
    {
        if (execution.Export is not null)
        {
            execution.Messages.WriteLine("Nommez la configuration à exporter.");
            return CodesDeRetour.Syntaxe;
        }

        return execution.Ecrire(execution.Entrepot.Exports.Lister(), (configurations, sortie) =>
        {
            var tableau = new Tableau("Code", "Libellé", "Créateur", "Date création");
            foreach (var c in configurations)
                tableau.Ligne(c.Code, c.Libelle, c.Createur, DateOnly.FromDateTime(c.CreeLe.LocalDateTime));
            tableau.Sur(sortie.Sortie);
        });
    }
}
