using System.CommandLine;
using Xemelios.Cli.Sorties;
using Xemelios.Query.Recherche;
using static Xemelios.Cli.OptionsCommunes;

namespace Xemelios.Cli.Commandes;

internal sealed class CommandeChercher : CommandeSurDossier
{
    private readonly Argument<string> _texte = new("TEXTE") { Description = "Nom, prénom, matricule, emploi, mots d'une pièce ; entre guillemets, exactement" };
    private readonly Option<int> _limite = new("--limite") { Description = "Nombre de résultats", DefaultValueFactory = _ => 50 };

    public CommandeChercher()
        : base("chercher", "Cherche des agents et des pièces par leurs mots", Siret, Mois)
    {
        Arguments.Add(_texte);
        Options.Add(_limite);
    }

    public override int Executer(ParseResult ligne, Execution execution)
    {
        var question = new ChercherQuestion(ligne.GetRequiredValue(_texte), ligne.GetValue(Siret), ligne.GetValue(Mois), ligne.GetValue(_limite));
        return execution.Repondre((connexion, perimetre) => question.Executer(execution.Entrepot.Agents, execution.Entrepot.Pieces, connexion, perimetre), Afficher);
    }

    private static void Afficher(ResultatsDeRecherche resultats, Execution execution)
    {
        var tableau = new Tableau("Sorte", "Matricule", "Nom", "Prénom", "SIRET", ">Bulletins", "Dernier mois", "Extrait");
        foreach (var r in resultats.Resultats)
            tableau.Ligne(r.Sorte, r.Matricule, r.Nom, r.Prenom, r.Siret, r.Bulletins, r.DernierMois, r.Extrait);
        tableau.Sur(execution.Sortie);
        execution.Sortie.WriteLine($"{resultats.Total} résultat(s) en {resultats.DureeMs} ms.");
    }
}
