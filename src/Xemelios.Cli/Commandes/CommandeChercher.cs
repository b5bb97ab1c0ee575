using System.CommandLine;
using Xemelios.Cli.Sorties;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Criteres;
using Xemelios.Query.Recherche;
using static Xemelios.Cli.OptionsCommunes;

namespace Xemelios.Cli.Commandes;

internal sealed class CommandeChercher : CommandeSurDossier
{
    private readonly OptionsDeRecherche _recherche = new();
    private readonly Argument<string?> _texte = new("TEXTE")
    {
        Description = "Nom, prénom, matricule, emploi, mots d'une pièce ; entre guillemets, exactement. Avec des critères, mots du bulletin", Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<int> _limite = new("--limite") { Description = "Nombre de résultats", DefaultValueFactory = _ => 50 };

    public CommandeChercher()
        : base("chercher", "Cherche des agents et des pièces par leurs mots, ou des bulletins par critères", Siret, Budget, Mois, Train)
    {
        Arguments.Add(_texte);
        Options.Add(_limite);
        _recherche.Ajouter(this);
        Validators.Add(commande =>
        {
            // One or the other must be asked for; an empty criterion asks for every bulletin.
            if (commande.GetValue(_texte) is null && !_recherche.Presentes(commande))
                commande.AddError("Donnez un texte à chercher, ou des critères par --critere.");
        });
    }

    public override NatureDActe? Acte => NatureDActe.Recherche;

    public override int Executer(ParseResult ligne, Execution execution)
    {
        if (_recherche.Presentes(ligne))
            return _recherche.Executer(Sujet.Bulletins, ligne, execution, TexteLibre(ligne));
        var question = new ChercherQuestion(ligne.GetValue(_texte)!, ligne.GetValue(Siret), ligne.GetValue(Mois), ligne.GetValue(_limite));
        return execution.Repondre((connexion, perimetre) => question.Executer(execution.Entrepot.Agents, execution.Entrepot.Pieces, connexion, perimetre), Afficher);
    }

    private IEnumerable<Condition> TexteLibre(ParseResult ligne) =>
        ligne.GetValue(_texte) is { } texte ? [new Test(Sujet.Bulletins.Trouver("texte_libre")!, Operateur.Contient, [texte])] : [];

    private static void Afficher(ResultatsDeRecherche resultats, Execution execution)
    {
        var tableau = new Tableau("Sorte", "Matricule", "Nom", "Prénom", "SIRET", ">Bulletins", "Dernier mois", "Extrait");
        foreach (var r in resultats.Resultats)
            tableau.Ligne(r.Sorte, r.Matricule, r.Nom, r.Prenom, r.Siret, r.Bulletins, r.DernierMois, r.Extrait);
        tableau.Sur(execution.Sortie);
        execution.Sortie.WriteLine($"{resultats.Total} résultat(s) en {resultats.DureeMs} ms.");
    }
}
