using System.CommandLine;
using Xemelios.Cli.Sorties;
using Xemelios.Domain.Habilitations;
using Xemelios.Query;
using Xemelios.Query.Bulletins;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Export;
using Xemelios.Query.Export.Bulletins;
using Xemelios.Query.HeuresSupplementaires;
using Xemelios.Query.Justificatifs;
using Xemelios.Query.Mandats;
using Xemelios.Query.Rapprochements;
using static Xemelios.Cli.OptionsCommunes;

namespace Xemelios.Cli.Commandes;

internal sealed class CommandeEtats() : CommandeSurDossier("etats", "Liste les états de paye", Siret, Budget, Mois, Train)
{
    public override int Executer(ParseResult ligne, Execution execution)
    {
        var question = new EtatsQuestion(ligne.GetValue(Siret), ligne.GetValue(Budget), ligne.GetValue(Mois), ligne.GetValue(Train));
        return execution.Repondre(question.Executer, TableauxDeReponse.Etats, question.Exporter);
    }
}

internal sealed class CommandeRapprocher() : CommandeSurDossier(
    "rapprocher", "Compare chaque nature aux mandats et à la répartition", SiretRequis, Budget, MoisRequis, Train)
{
    public override int Executer(ParseResult ligne, Execution execution)
    {
        var question = new RapprochementQuestion(Etat(ligne));
        return execution.Repondre(question.Executer, TableauxDeReponse.Rapprochement, question.Exporter);
    }
}

internal sealed class CommandeJustificatifs() : CommandeSurDossier(
    "justificatifs", "Pièces présentes, manquantes et orphelines d'un mois", SiretRequis, Budget, MoisRequis)
{
    public override int Executer(ParseResult ligne, Execution execution)
    {
        var question = new JustificatifsQuestion(ligne.GetRequiredValue(SiretRequis), ligne.GetRequiredValue(MoisRequis)!.Value, ligne.GetValue(Budget));
        return execution.Repondre(question.Executer, TableauxDeReponse.Justificatifs, question.Exporter);
    }
}

internal sealed class CommandeHeuresSupplementaires() : CommandeSurDossier(
    "heures-supplementaires", "Décompte des heures supplémentaires par agent et par taux", SiretRequis, Budget, MoisRequis)
{
    public override int Executer(ParseResult ligne, Execution execution)
    {
        var question = new HeuresSupplementairesQuestion(ligne.GetRequiredValue(SiretRequis), ligne.GetRequiredValue(MoisRequis)!.Value, ligne.GetValue(Budget));
        return execution.Repondre(question.Executer, TableauxDeReponse.Heures, question.Exporter);
    }
}

internal sealed class CommandeBulletin : CommandeSurDossier
{
    private readonly Option<string> _matricule = new("--matricule") { Description = "Matricule de l'agent", Required = true };

    public CommandeBulletin()
        : base("bulletin", "Tous les bulletins d'un agent pour un mois", SiretRequis, MoisRequis) => Options.Add(_matricule);

    public override int Executer(ParseResult ligne, Execution execution)
    {
        var question = BulletinQuestion.DUnAgent(
            ligne.GetRequiredValue(SiretRequis), ligne.GetRequiredValue(MoisRequis)!.Value, ligne.GetRequiredValue(_matricule));
        return execution.Export is { Format: FormatDExport.Pdf }
            ? Imprimer(question, execution)
            : execution.Repondre(question.Executer, TableauxDeReponse.Bulletins);
    }

    private static int Imprimer(BulletinQuestion question, Execution execution)
    {
        using var connexion = execution.Connecter();
        var bulletins = question.Executer(connexion, execution.Perimetre);
        if (bulletins.Count > 0)
            return execution.EcrireLeFichier(flux => EcritureDeBulletins.Ecrire(
                bulletins, "Bulletin de paye – " + EcritureDeBulletins.Titre(bulletins[0]), TimeProvider.System.GetLocalNow(), flux));
        execution.Messages.WriteLine("Aucun bulletin ne répond à cette demande.");
        return CodesDeRetour.Echec;
    }
}

internal sealed class CommandeMandats : CommandeSurDossier
{
    private readonly Option<int> _exercice = new("--exercice") { Description = "Exercice (année)", Required = true };

    public CommandeMandats()
        : base("mandats", "Mandats d'un employeur et leur lien avec la paye", SiretRequis) => Options.Add(_exercice);

    public override int Executer(ParseResult ligne, Execution execution) => execution.Repondre(
        new MandatsQuestion(ligne.GetRequiredValue(SiretRequis), ligne.GetValue(_exercice)).Executer, TableauxDeReponse.Mandats);
}
