using System.CommandLine;
using Xemelios.Cli.Sorties;
using Xemelios.Domain.Habilitations;
using Xemelios.Import.Suppressions;
using Xemelios.Store.Tables;
using static Xemelios.Cli.OptionsCommunes;

namespace Xemelios.Cli.Commandes;

/// <summary>Deletes data of a collectivité, at any level, or received files: counted first, done when <c>--oui</c> is said.</summary>
internal sealed class CommandeSupprimer : CommandeSurDossier
{
    private readonly Option<TypeDeDonnees?> _type = new("--type") { Description = "paye, mandats ou pieces" };
    private readonly Option<int?> _annee = new("--annee") { Description = "Année de paye, exercice des mandats" };
    private readonly Option<int?> _mois = new("--mois") { Description = "Mois, de 1 à 12, avec --annee" };
    private readonly Option<string[]> _fichiers = new("--fichier") { Description = "Empreinte d'un fichier reçu, répétable", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> _motif = new("--motif") { Description = "Pourquoi : le journal le garde" };
    private readonly Option<bool> _simuler = new("--simuler") { Description = "Compte ce qui partirait, sans rien supprimer" };
    private readonly Option<bool> _oui = new("--oui") { Description = "Confirme la suppression, qui est définitive" };

    public CommandeSupprimer()
        : base("supprimer", "Supprime définitivement des données, par type, collectivité, budget, année et mois, ou par fichier", Siret, Budget)
    {
        foreach (var option in (Option[])[_type, _annee, _mois, _fichiers, _motif, _simuler, _oui])
            Options.Add(option);
        Validators.Add(commande =>
        {
            var parFichier = commande.GetValue(_fichiers) is { Length: > 0 };
            var parDonnees = commande.GetValue(_type) is not null || commande.GetValue(Siret) is not null;
            if (parFichier == parDonnees || parDonnees && (commande.GetValue(_type) is null || commande.GetValue(Siret) is null))
                commande.AddError("Nommez ce qui est à supprimer : --type et --siret, ou --fichier.");
            if (commande.GetValue(_mois) is { } mois && (mois is < 1 or > 12 || commande.GetValue(_annee) is null))
                commande.AddError("--mois va de 1 à 12, et demande --annee.");
            if (commande.GetValue(_simuler) == commande.GetValue(_oui))
                commande.AddError("Une suppression se compte (--simuler) ou se confirme (--oui).");
            if (commande.GetValue(_oui) && string.IsNullOrWhiteSpace(commande.GetValue(_motif)))
                commande.AddError("Une suppression demande un motif : --motif TEXTE.");
        });
    }

    public override int Executer(ParseResult ligne, Execution execution)
    {
        var suppression = new Suppression(execution.Entrepot, TimeProvider.System);
        var cible = Cible(ligne);
        var faite = ligne.GetValue(_oui);
        var plan = faite
            ? suppression.Executer(cible, new Acte(NatureDActe.Suppression, Environment.UserName, "ligne de commande", "supprimer") { Motif = ligne.GetValue(_motif) }, execution.Journal)
            : suppression.Prevoir(cible);
        execution.Ecrire(SuppressionEnJson.De(plan, faite), (_, e) =>
        {
            e.Sortie.WriteLine($"Suppression de : {plan.Cible.Libelle}.");
            e.Sortie.WriteLine(plan.Phrase);
            if (faite && !plan.EstVide)
                e.Sortie.WriteLine("Fait.");
        });
        return plan.EstVide ? CodesDeRetour.Echec : CodesDeRetour.Fait;
    }

    private CibleDeSuppression Cible(ParseResult ligne) => ligne.GetValue(_fichiers) is { Length: > 0 } empreintes
        ? new FichiersASupprimer([.. empreintes.Select(e => e.ToLowerInvariant())])
        : new DonneesASupprimer(
            ligne.GetValue(_type)!.Value, ligne.GetValue(Siret)!.Trim(), ligne.GetValue(Budget) is { } budget ? Domain.Valeurs.CodeBudget.Cle(budget) : null,
            ligne.GetValue(_annee), ligne.GetValue(_mois));
}
