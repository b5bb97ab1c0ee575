using System.CommandLine;
using Xemelios.Cli.Sorties;
using Xemelios.Query.Controles;
using Xemelios.Query.Export;
using Xemelios.Query.Export.Pdf;
using Xemelios.Web;
using static Xemelios.Cli.OptionsCommunes;

namespace Xemelios.Cli.Commandes;

internal sealed class CommandeResteAVoir() : CommandeSurDossier("reste-a-voir", "Ce que le contrôle de la paye laisse à voir", Siret, Mois)
{
    public override int Executer(ParseResult ligne, Execution execution)
    {
        var question = new ResteAVoirQuestion(ligne.GetValue(Siret), ligne.GetValue(Mois));
        return execution.Repondre((connexion, perimetre) => question.Executer(execution.Entrepot.Carnet, connexion, perimetre), TableauxDeControle.ResteAVoir);
    }
}

internal sealed class CommandeRapportDeControle() : CommandeSurDossier("rapport-de-controle", "Rapport de contrôle d'un état, à imprimer et à signer", SiretRequis, Budget, MoisRequis, Train)
{
    public override int Executer(ParseResult ligne, Execution execution)
    {
        var question = new RapportDeControleQuestion(new(ligne.GetRequiredValue(SiretRequis), ligne.GetRequiredValue(MoisRequis)!.Value, ligne.GetValue(Budget), ligne.GetValue(Train)));
        if (execution.Export is { Format: not FormatDExport.Pdf })
            return execution.SansExport();
        using var connexion = execution.Connecter();
        var rapport = question.Executer(execution.Entrepot.Carnet, connexion, execution.Perimetre);
        return execution.Export is null
            ? execution.Ecrire(TableauxDeControle.EnJson(rapport), (_, e) => TableauxDeControle.Rapport(rapport, e))
            : execution.EcrireLeFichier(flux => RapportPdf.Ecrire(rapport, TimeProvider.System.GetLocalNow(), Environment.UserName, VersionDuProgramme.Dite, flux));
    }
}
