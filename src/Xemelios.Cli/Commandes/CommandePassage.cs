using System.CommandLine;
using Xemelios.Cli.Sorties;
using Xemelios.Query.Passages;
using static Xemelios.Cli.OptionsCommunes;

namespace Xemelios.Cli.Commandes;

/// <summary>The table de passage of an employer, in force or proposed.</summary>
internal sealed class CommandePassage : CommandeSurDossier
{
    private readonly Option<bool> _proposer = new("--proposer") { Description = "Cherche la table qui explique le mieux la répartition et les mandats de tous les mois" };

    public CommandePassage()
        : base("passage", "Table de passage d'un employeur, en vigueur ou proposée", SiretRequis) => Options.Add(_proposer);

    public override int Executer(ParseResult ligne, Execution execution)
    {
        var siret = ligne.GetRequiredValue(SiretRequis);
        return ligne.GetValue(_proposer)
            ? execution.Repondre((c, p) => Connu(new ProposerPassageQuestion(siret).Executer(c, p)), TableauxDePassage.Proposition, new ProposerPassageQuestion(siret).Exporter)
            : execution.Repondre((c, p) => Connu(new TableDePassageQuestion(siret).Executer(c, p)), TableauxDePassage.EnVigueur);
    }

    private static T Connu<T>(T? reponse)
        where T : class => reponse ?? throw new Query.EtatIntrouvableException();
}
