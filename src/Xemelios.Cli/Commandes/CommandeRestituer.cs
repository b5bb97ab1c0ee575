using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Xemelios.Cli.Sorties;
using Xemelios.Domain.Habilitations;
using Xemelios.Import.Pieces;
using Xemelios.Query.Restitutions;
using Xemelios.Store.Gestion.Comptes;
using Xemelios.Web.Restitutions;
using static Xemelios.Cli.OptionsCommunes;

namespace Xemelios.Cli.Commandes;

/// <summary>Gives all that is held on an agent, as a zip: the answer to his right of access.</summary>
internal sealed class CommandeRestituer : CommandeSurDossier
{
    private readonly Option<string> _matricule = new("--matricule") { Description = "Matricule de l'agent", Required = true };
    private readonly Option<string> _motif = new("--motif") { Description = "Référence et date de la demande : le journal les garde", Required = true };

    public CommandeRestituer()
        : base("restituer", "Donne à un agent, en un zip, tout ce qui est détenu sur lui (droit d'accès)", SiretRequis)
    {
        Options.Add(_matricule);
        Options.Add(_motif);
        Validators.Add(commande =>
        {
            if (commande.GetValue(_motif)?.Trim() is not { Length: > 0 and <= DemandeDeRestitution.MotifMax })
                commande.AddError($"Le motif s'écrit en {DemandeDeRestitution.MotifMax} caractères au plus, et ne peut être vide.");
            if (commande.GetValue(Fichier) is null)
                commande.AddError("Nommez le fichier à écrire : -o FICHIER.zip.");
        });
    }

    public override bool EcritSonFichier => true;

    /// <summary>It writes its own act, with its reason.</summary>
    public override NatureDActe? Acte => null;

    public override int Executer(ParseResult ligne, Execution execution)
    {
        var question = new RestitutionQuestion(ligne.GetRequiredValue(SiretRequis).Trim(), ligne.GetRequiredValue(_matricule));
        // A person has a right to all that is held on him, archived or not.
        using var connexion = execution.Entrepot.Connecter(archives: true);
        if (question.Prevoir(connexion, execution.Perimetre) is null)
        {
            execution.Messages.WriteLine($"Aucun bulletin du matricule {question.Matricule} chez l'employeur {question.Siret} : rien n'est écrit. Vérifiez le SIRET et le matricule, zéros compris.");
            return CodesDeRetour.Echec;
        }

        var motif = ligne.GetRequiredValue(_motif).Trim();
        execution.Journal.Ecrire(ActeDeCommande.De(NatureDActe.Restitution, ligne, execution) with { Motif = motif });
        var demande = new DemandeDeRestitution(question, motif, TimeProvider.System.GetLocalNow(), Environment.UserName, execution.Poste, Habilitations(execution));
        var chemin = Path.GetFullPath(ligne.GetValue(Fichier)!, execution.Repertoire);
        BilanDeRestitution? bilan = null;
        FichierAtomique.Ecrire(chemin, flux => bilan = new PreparationDeRestitution(execution.Entrepot, new RelectureDeContenu(execution.Entrepot))
            .Ecrire(demande, connexion, execution.Perimetre, flux, CancellationToken.None));
        execution.Messages.WriteLine($"Écrit : {chemin}");
        return execution.Ecrire(bilan!, Afficher);
    }

    // Without accounts nothing is built to know that nobody was given a right.
    private static IReadOnlyList<Habilitation> Habilitations(Execution execution)
    {
        if (!execution.Entrepot.Comptes.ExisteUnCompte())
            return [];
        var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddSingleton(execution.Journal);
        services.AjouterLesComptes(_ => execution.Entrepot.Comptes);
        using var fournisseur = services.BuildServiceProvider();
        return fournisseur.GetRequiredService<Habilitations>().ListerAsync().GetAwaiter().GetResult();
    }

    private static void Afficher(BilanDeRestitution bilan, Execution execution)
    {
        execution.Sortie.WriteLine(
            $"Bulletins : {Tableau.Ecrire(bilan.Bulletins)} ; descriptions de l'agent : {Tableau.Ecrire(bilan.Descriptions)} ; pièces copiées : {Tableau.Ecrire(bilan.PiecesCopiees)} sur {Tableau.Ecrire(bilan.PiecesCitees)} citées, " +
            $"dont {Tableau.Ecrire(bilan.PiecesPartagees)} que d'autres agents partagent ; consultations : {Tableau.Ecrire((int)bilan.Consultations)} ; notes : {Tableau.Ecrire(bilan.Notes)}.");
        if (bilan.SourcesManquantes > 0)
            execution.Sortie.WriteLine($"{Tableau.Ecrire(bilan.SourcesManquantes)} bulletin(s) dont l'original ne se relit pas : voyez sources/index.csv.");
    }
}
