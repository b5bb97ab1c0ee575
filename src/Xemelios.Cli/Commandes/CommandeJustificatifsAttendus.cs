using System.CommandLine;
using Xemelios.Cli.Sorties;
using Xemelios.Query.JustificatifsAttendus;
using static Xemelios.Cli.OptionsCommunes;

namespace Xemelios.Cli.Commandes;

/// <summary>What the list of justificatifs asks for the events of a month.</summary>
internal sealed class CommandeJustificatifsAttendus() : CommandeSurDossier(
    "justificatifs-attendus", "Pièces que la liste demande pour les évènements d'un mois", SiretRequis, Budget, MoisRequis)
{
    public override int Executer(ParseResult ligne, Execution execution)
    {
        var question = new JustificatifsAttendusQuestion(ligne.GetRequiredValue(SiretRequis), ligne.GetRequiredValue(MoisRequis)!.Value, ligne.GetValue(Budget));
        return execution.Repondre(question.Executer, Ecrire, question.Exporter);
    }

    private static void Ecrire(AttendusDuMois attendus, Execution execution)
    {
        var tableau = new Tableau("Évènement", "Matricule", "Nom", "Détail", "Rubrique", "État");
        foreach (var e in attendus.Evenements)
            tableau.Ligne(e.Evenement, e.Matricule, e.Nom, e.Detail, e.Rubrique, e.Etat);
        tableau.Sur(execution.Sortie);
        execution.Sortie.WriteLine(
            $"{attendus.Total.Demandes} évènements demandent une pièce : {attendus.Total.AvecPiece} en ont au moins une, {attendus.Total.Complets} les ont toutes.");
    }
}
