using System.CommandLine;
using System.Diagnostics;
using Xemelios.Cli.Sorties;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Store.Originals;

namespace Xemelios.Cli.Commandes;

/// <summary>What the compression of all originals did.</summary>
/// <param name="Originaux">How many there are in the folder.</param>
/// <param name="Laisses">How many were looked at and would hardly shrink.</param>
/// <param name="OctetsAvant">Bytes that all originals took on the disk.</param>
/// <param name="Defauts">French sentences about originals that could not be compressed.</param>
internal sealed record BilanDeCompaction(
    int Originaux, int Compactes, int Laisses, long OctetsAvant, long OctetsApres, IReadOnlyList<string> Defauts, long DureeMs);

internal sealed class CommandeCompacter() : CommandeSurDossier("compacter", "Compresse maintenant les originaux, sans attendre que le serveur soit oisif")
{
    public override NatureDActe? Acte => null;

    public override int Executer(ParseResult ligne, Execution execution)
    {
        var debut = Stopwatch.GetTimestamp();
        var compaction = execution.Entrepot.Compaction;
        var (avant, candidats) = (compaction.OctetsAuRepos(), compaction.Candidats());
        var defauts = new List<string>();
        var issues = candidats.Select(original => Compacter(compaction, original, defauts)).ToList();
        var bilan = new BilanDeCompaction(
            execution.Entrepot.Originaux.Lister().Count(),
            issues.Count(i => i == IssueDeCompaction.Compacte), issues.Count(i => i == IssueDeCompaction.Incompressible),
            avant, compaction.OctetsAuRepos(), defauts, (long)Stopwatch.GetElapsedTime(debut).TotalMilliseconds);
        execution.Ecrire(bilan, Afficher);
        return defauts.Count == 0 ? CodesDeRetour.Fait : CodesDeRetour.Echec;
    }

    /// <summary>A file that resists stops no other.</summary>
    private static IssueDeCompaction? Compacter(Compaction compaction, Empreinte original, List<string> defauts)
    {
        try
        {
            var issue = compaction.Compacter(original, null, CancellationToken.None);
            if (issue == IssueDeCompaction.Altere)
                defauts.Add($"L'original {original} a été altéré : ses octets n'ont plus cette empreinte.");
            return issue;
        }
        catch (Exception disque) when (disque is IOException or UnauthorizedAccessException)
        {
            defauts.Add($"L'original {original} n'a pas pu être compressé : {disque.Message}");
            return null;
        }
    }

    private static void Afficher(BilanDeCompaction bilan, Execution execution)
    {
        execution.Sortie.WriteLine(
            $"Originaux compressés : {Tableau.Ecrire(bilan.Compactes)} sur {Tableau.Ecrire(bilan.Originaux)} ; laissés tels quels, faute d'y gagner : {Tableau.Ecrire(bilan.Laisses)} ; " +
            $"place prise : {Tableau.EcrireOctets(bilan.OctetsAvant)} avant, {Tableau.EcrireOctets(bilan.OctetsApres)} après ; durée : {Tableau.Ecrire(bilan.DureeMs / 1000m)} s.");
        foreach (var defaut in bilan.Defauts)
            execution.Sortie.WriteLine(defaut);
    }
}
