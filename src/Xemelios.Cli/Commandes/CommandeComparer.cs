using System.CommandLine;
using Xemelios.Cli.Sorties;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Comparaisons;
using static Xemelios.Cli.OptionsCommunes;

namespace Xemelios.Cli.Commandes;

internal sealed class CommandeComparer : CommandeSurDossier
{
    private readonly Option<MoisDePaye?> _avec = OptionDeMois("--avec", "Mois auquel comparer, AAAA-MM", requis: true);

    public CommandeComparer()
        : base("comparer", "Ce qui change d'un mois à l'autre : agents, attributs, rubriques", SiretRequis, Budget, MoisRequis) => Options.Add(_avec);

    public override int Executer(ParseResult ligne, Execution execution) => Repondre(execution, new ComparerQuestion(new DemandeDeComparaison(
        ligne.GetRequiredValue(SiretRequis), ligne.GetRequiredValue(MoisRequis)!.Value, ligne.GetRequiredValue(_avec)!.Value, ligne.GetValue(Budget))));

    private static int Repondre(Execution execution, ComparerQuestion question) => execution.Repondre(question.Executer, ComparaisonEnTexte.Ecrire, question.Exporter);
}
