using System.CommandLine;
using Xemelios.Checks.Moteur;
using Xemelios.Cli.Sorties;
using static Xemelios.Cli.OptionsCommunes;

namespace Xemelios.Cli.Commandes;

internal sealed class CommandeControler() : CommandeSurDossier("controler", "Contrôle la liquidation de la paye : règles datées, constats prouvés", Regle, Siret, Budget, Mois, Du, Au, Liste)
{
    private static readonly Option<string[]> Regle = new("--regle") { Description = "Codes des règles (sans elle, toutes celles qui sont en service)", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<Domain.Valeurs.MoisDePaye?> Du = OptionDeMois("--du", "Premier mois, AAAA-MM", requis: false);
    private static readonly Option<Domain.Valeurs.MoisDePaye?> Au = OptionDeMois("--au", "Dernier mois, AAAA-MM", requis: false);
    private static readonly Option<bool> Liste = new("--liste") { Description = "Donne les règles, sans contrôler" };

    public override int Executer(ParseResult ligne, Execution execution)
    {
        if (ligne.GetValue(Liste))
            return execution.Ecrire(CatalogueDesRegles.Toutes.Select(TableauxDeRegles.EnJson), (_, e) => TableauxDeRegles.Lister(e));
        var mois = ligne.GetValue(Mois);
        var controle = new ControleDePaye(ligne.GetValue(Regle) ?? [], ligne.GetValue(Siret), mois ?? ligne.GetValue(Du), mois ?? ligne.GetValue(Au), ligne.GetValue(Budget));
        var constats = new List<ConstatDePaye>();
        using var connexion = execution.Connecter();
        var bilans = controle.Executer(connexion, execution.Perimetre, constats.Add);
        execution.Ecrire(constats, (_, e) => TableauxDeRegles.Ecrire(bilans, constats, e));
        return constats.Count > 0 ? CodesDeRetour.Anomalies : CodesDeRetour.Fait;
    }
}
