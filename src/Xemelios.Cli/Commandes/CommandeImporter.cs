using System.CommandLine;
using Xemelios.Cli.Sorties;
using Xemelios.Domain.Habilitations;
using Xemelios.Import;
using Xemelios.Store;
using Xemelios.Store.Gestion;

namespace Xemelios.Cli.Commandes;

internal sealed class CommandeImporter : CommandeSurDossier
{
    // As the format has it (Texte24).
    private const int CodeLePlusLong = 24;

    private readonly Argument<string[]> _chemins = new("CHEMIN")
    {
        Description = "Fichiers, dossiers, archives, dans n'importe quel ordre", Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _budget = new("--budget")
    {
        Description = "Code du budget des fichiers de paye qui n'en nomment aucun ; jamais à la place de celui qu'un fichier nomme",
    };

    public CommandeImporter()
        : base("importer", "Importe des payes, mandats, pièces et archives ; importer de nouveau ne change rien")
    {
        Arguments.Add(_chemins);
        Options.Add(_budget);
        _budget.Validators.Add(donne =>
        {
            if (donne.GetValueOrDefault<string?>()?.Trim() is not { Length: > 0 and <= CodeLePlusLong })
                donne.AddError($"Un code de budget a de 1 à {CodeLePlusLong} caractères.");
        });
    }

    public override NatureDActe? Acte => NatureDActe.Import;

    public override bool CreeLeDossier => true;

    public override OptionsDEntrepot Ouverture => OptionsDEntrepot.PourImporter;

    public override int Executer(ParseResult ligne, Execution execution)
    {
        var chemins = ligne.GetRequiredValue(_chemins).Select(c => Resoudre(c, execution.Repertoire));
        var job = new ImportJob(execution.Entrepot, TimeProvider.System) { Budgets = Budgets(ligne.GetValue(_budget)?.Trim()) };
        job.Reprendre(CancellationToken.None);
        var rapport = job.Importer(chemins, new ProgressionEnTexte(execution.Messages), CancellationToken.None);
        execution.Ecrire(RapportEnJson.De(rapport), (_, e) => RapportEnTexte.Ecrire(rapport, e.Sortie));
        return CodeDe(rapport);
    }

    /// <summary>Refusal, else anomaly, else all is well.</summary>
    public static int CodeDe(ImportReport rapport) =>
        rapport.ARejets ? CodesDeRetour.Echec : rapport.AAnomalies ? CodesDeRetour.Anomalies : CodesDeRetour.Fait;

    private static BudgetsDonnes? Budgets(string? code) => code is null ? null : new BudgetsDonnes(new Dictionary<string, BudgetDonne>(StringComparer.Ordinal)
    {
        [BudgetsDonnes.TousLesEmployeurs] = new(code, Environment.UserName, TimeProvider.System.GetUtcNow()),
    });

    /// <summary>A path stays as it was typed, unless the command runs in a server that was started elsewhere.</summary>
    private static string Resoudre(string chemin, string repertoire) =>
        repertoire == Environment.CurrentDirectory ? chemin : Path.GetFullPath(chemin, repertoire);
}
