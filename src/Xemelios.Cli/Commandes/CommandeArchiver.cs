using System.CommandLine;
using Xemelios.Cli.Sorties;
using Xemelios.Domain.Conservation;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Import.Archivages;
using Xemelios.Store.Tables;
using static Xemelios.Cli.OptionsCommunes;

namespace Xemelios.Cli.Commandes;

/// <summary>Lists what is to be archived and what is, or moves an exercice: counted first, done when <c>--confirmer</c> is said.</summary>
internal sealed class CommandeArchiver : CommandeSurDossier
{
    private readonly Option<int?> _exercice = new("--exercice") { Description = "Exercice (année) à archiver" };
    private readonly Option<string?> _motif = new("--motif") { Description = "Pourquoi : le journal le garde" };
    private readonly Option<bool> _simuler = new("--simuler") { Description = "Compte ce qui quitterait la base active, sans rien déplacer" };
    private readonly Option<bool> _confirmer = new("--confirmer") { Description = "Confirme l'archivage" };

    public CommandeArchiver()
        : base("archiver", $"Liste ce qui est à archiver et ce qui l'est, ou archive un exercice. {BaseActive.Regle}", OptionsCommunes.Siret, Budget)
    {
        foreach (var option in (Option[])[_exercice, _motif, _simuler, _confirmer])
            Options.Add(option);
        Validators.Add(commande =>
        {
            var liste = commande.GetValue(_exercice) is null && commande.GetValue(OptionsCommunes.Siret) is null && commande.GetValue(Budget) is null;
            if (!liste && (commande.GetValue(_exercice) is null || commande.GetValue(OptionsCommunes.Siret) is null))
                commande.AddError("Nommez ce qui est à archiver : --siret et --exercice.");
            if (commande.GetValue(_simuler) && commande.GetValue(_confirmer) || liste == (commande.GetValue(_simuler) || commande.GetValue(_confirmer)))
                commande.AddError("Un archivage se compte (--simuler) ou se confirme (--confirmer) ; sans rien nommer, la commande liste.");
            if (commande.GetValue(_confirmer) && string.IsNullOrWhiteSpace(commande.GetValue(_motif)))
                commande.AddError("Un archivage demande un motif : --motif TEXTE.");
        });
    }

    public override int Executer(ParseResult ligne, Execution execution) =>
        ligne.GetValue(_exercice) is { } exercice ? Archiver(ligne, exercice, execution) : Lister(execution);

    private int Archiver(ParseResult ligne, int exercice, Execution execution)
    {
        var archivage = new Archivage(execution.Entrepot, TimeProvider.System);
        var cible = new ExerciceAArchiver(ligne.GetValue(OptionsCommunes.Siret)!.Trim(), exercice, ligne.GetValue(Budget) is { } budget ? CodeBudget.Cle(budget) : null);
        var fait = ligne.GetValue(_confirmer);
        var plan = fait
            ? archivage.Executer(cible, new Acte(NatureDActe.Archivage, Environment.UserName, ActeDeCommande.Depuis, "archiver") { Motif = ligne.GetValue(_motif) }, execution.Journal)
            : archivage.Prevoir(cible);
        execution.Ecrire(ArchivesEnJson.De(plan, fait), (_, e) =>
        {
            e.Sortie.WriteLine($"Archivage de : {plan.Cible.Libelle}.");
            e.Sortie.WriteLine(plan.Phrase);
            if (fait && !plan.EstVide)
                e.Sortie.WriteLine("Fait.");
        });
        return plan.EstVide ? CodesDeRetour.Echec : CodesDeRetour.Fait;
    }

    private static int Lister(Execution execution)
    {
        var exercices = new Archivage(execution.Entrepot, TimeProvider.System).Exercices();
        var archives = ExerciceArchive.Lire(execution.Entrepot);
        return execution.Ecrire(ArchivesEnJson.De(exercices, archives, execution.Entrepot.Archives.Defauts), (_, e) =>
        {
            e.Sortie.WriteLine(BaseActive.Regle);
            var actives = new Tableau("SIRET", "Budget", "Exercice", ">Bulletins", ">Mandats", "À archiver");
            foreach (var (present, empechement) in exercices)
                actives.Ligne(present.Siret, present.Budget, present.Exercice.ToString("0000", null), present.Bulletins, present.Mandats, empechement is null ? "oui" : $"non : {empechement}");
            actives.Sur(e.Sortie);
            if (archives.Count == 0)
                return;
            var archivees = new Tableau("SIRET", "Exercice", "Budgets", ">Bulletins", ">Mandats", ">Taille", "Archivé le", "Par");
            foreach (var a in archives)
            {
                archivees.Ligne(
                    a.Siret, a.Exercice.ToString("0000", null), string.Join(", ", a.Budgets.Select(b => b ?? "tous")), a.Bulletins, a.Mandats,
                    Tableau.EcrireOctets(a.Dernier.Fichier?.Octets ?? 0), a.Dernier.Le.ToString("yyyy-MM-dd", null), a.Dernier.Par);
            }

            archivees.Sur(e.Sortie);
        });
    }
}
