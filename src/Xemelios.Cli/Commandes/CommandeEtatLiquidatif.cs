using System.CommandLine;
using Xemelios.Cli.Sorties;
using Xemelios.Query.EtatsLiquidatifs;
using static Xemelios.Cli.OptionsCommunes;

namespace Xemelios.Cli.Commandes;

/// <summary>One axis, or up to three of them one inside the other: <c>--par nature,rubrique,agent</c>.</summary>
internal sealed class CommandeEtatLiquidatif : CommandeSurDossier
{
    private static readonly string Axes = string.Join(", ", Enum.GetValues<AxeDEtat>().Select(a => a.ToString().ToLowerInvariant()));

    private readonly Option<IReadOnlyList<AxeDEtat>> _par = new("--par")
    {
        Description = $"Un axe, ou jusqu'à trois emboîtés entre virgules : {Axes}",
        DefaultValueFactory = _ => [AxeDEtat.Nature],
        CustomParser = resultat =>
        {
            if (AxesDeLiquidation.LireChaine(string.Join(',', resultat.Tokens.Select(t => t.Value))) is { } axes)
                return axes;
            resultat.AddError($"« --par » attend un à trois axes différents parmi : {Axes}.");
            return [];
        },
    };

    public CommandeEtatLiquidatif()
        : base("etat-liquidatif", "Reconstitue l'état liquidatif d'un mois", SiretRequis, Budget, MoisRequis, Train) => Options.Add(_par);

    public override int Executer(ParseResult ligne, Execution execution)
    {
        var axes = ligne.GetValue(_par)!;
        if (axes.Count == 1)
        {
            var simple = new EtatLiquidatifQuestion(Etat(ligne), axes[0]);
            return execution.Repondre(simple.Executer, TableauxDeReponse.EtatLiquidatif, simple.Exporter);
        }

        var emboite = new EtatEmboiteQuestion(Etat(ligne), axes.EnTexte());
        return execution.Repondre(emboite.Executer, TableauxDeReponse.EtatEmboite, emboite.Exporter);
    }
}
