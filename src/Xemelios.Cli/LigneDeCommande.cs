using System.CommandLine;
using System.CommandLine.Parsing;
using Xemelios.Cli.Commandes;
using Xemelios.Cli.Commandes.Comptes;
using Xemelios.Cli.Demandes;
using Xemelios.Domain.Habilitations;
using Xemelios.Import.Archivages;
using Xemelios.Import.Reconstructions;
using Xemelios.Import.Suppressions;
using Xemelios.Query;
using Xemelios.Store;
using Xemelios.Store.Archives;
using Xemelios.Store.Gestion.Comptes;
using Xemelios.Store.Gestion.Journaux;
using Xemelios.Store.Tables;

namespace Xemelios.Cli;

/// <summary>The command line: reads the arguments, opens the folder (or hands the command to the server that owns it), answers.</summary>
public static class LigneDeCommande
{
    /// <summary>About a second each.</summary>
    private const int EssaisMax = 30;

    /// <summary>Runs one command line and returns its exit code.</summary>
    public static async Task<int> ExecuterAsync(string[] arguments, TextWriter sortie, TextWriter messages)
    {
        var racine = Racine();
        var ligne = racine.Parse(arguments);
        if (ligne.Errors.Count > 0)
            return await SyntaxeFausse(racine, ligne, messages);
        if (OptionsCommunes.ErreurDExport(ligne) is { } erreur)
        {
            await messages.WriteLineAsync(erreur);
            return CodesDeRetour.Syntaxe;
        }

        if (ligne.Action is not ActionDeCommande)
            return await ligne.InvokeAsync(new InvocationConfiguration { Output = sortie, Error = messages });
        try
        {
            return ligne.CommandResult.Command is CommandeServir servir
                ? await servir.ServirAsync(ligne, messages)
                : Ouvrir(arguments, ligne, sortie, messages);
        }
        catch (Exception refus) when (EstUnRefus(refus))
        {
            await messages.WriteLineAsync(refus.Message);
            return CodesDeRetour.Echec;
        }
    }

    /// <summary>Runs a command on a folder that is open already: what the server does for the commands handed to it.</summary>
    public static int ExecuterSur(Entrepot entrepot, string[] arguments, string repertoire, TextWriter sortie, TextWriter messages)
    {
        var ligne = Racine().Parse(arguments);
        if (ligne.Errors.Count > 0 || ligne.CommandResult.Command is not CommandeSurDossier { SeFaitSurUnServeur: true } commande)
        {
            messages.WriteLine("Cette commande demande que le serveur soit arrêté.");
            return CodesDeRetour.Echec;
        }

        try
        {
            // It would wait for the end, and all the other commands behind it.
            if (commande.Acte == NatureDActe.Import)
                ReconstructionEnCoursException.Verifier(entrepot);
            return Executer(commande, ligne, Execution(entrepot, ligne, repertoire, sortie, messages));
        }
        catch (Exception refus) when (EstUnRefus(refus))
        {
            messages.WriteLine(refus.Message);
            return CodesDeRetour.Echec;
        }
    }

    private static RootCommand Racine()
    {
        var racine = new RootCommand("Xemelios.Next : paye, mandats et justificatifs des collectivités.");
        racine.Options.Add(OptionsCommunes.Donnees);
        racine.Options.Add(OptionsCommunes.Json);
        racine.Options.Add(OptionsCommunes.Format);
        racine.Options.Add(OptionsCommunes.Fichier);
        racine.Options.Add(OptionsCommunes.DansLePoste);
        racine.Options.Add(OptionsCommunes.Archives);
        foreach (var commande in (Command[])
            [
                new CommandeUtilisateur(), new CommandePoste(), new CommandeHabilitation(),
                new CommandeImporter(), new CommandeEtats(), new CommandeEtatLiquidatif(), new CommandeRapprocher(), new CommandeControler(), new CommandeResteAVoir(), new CommandeRapportDeControle(), new CommandeEchantillon(),
                new CommandeJustificatifs(), new CommandeHeuresSupplementaires(), new CommandeBulletin(), new CommandeChercher(), new CommandeLignes(), new CommandeRepartition(),
                new CommandeComparer(), new CommandeMandats(), new CommandePassage(), new CommandeJustificatifsAttendus(), new CommandeExporter(), new CommandeVerifier(), new CommandeReconstruire(), new CommandeCompacter(), new CommandeSupprimer(), new CommandeRestituer(), new CommandeArchiver(), new CommandeJournal(), new CommandeServir(),
            ])
            racine.Subcommands.Add(commande);
        return racine;
    }

    /// <summary>Writes the act in the journal, then does it.</summary>
    private static int Executer(CommandeSurDossier commande, ParseResult ligne, Execution execution)
    {
        if (commande.Acte is { } nature)
        {
            using var etape = Etapes.Commencer("écriture du journal");
            execution.Entrepot.Journal.Ecrire(ActeDeCommande.De(nature, ligne, execution));
        }

        return commande.Executer(ligne, execution);
    }

    private static Execution Execution(Entrepot entrepot, ParseResult ligne, string repertoire, TextWriter sortie, TextWriter messages) =>
        new(entrepot, sortie, messages, OptionsCommunes.EnJson(ligne), repertoire, OptionsCommunes.Export(ligne)) { Poste = OptionsCommunes.PosteDe(ligne), Archives = ligne.GetValue(OptionsCommunes.Archives) };

    private static int Ouvrir(string[] arguments, ParseResult ligne, TextWriter sortie, TextWriter messages)
    {
        var commande = (CommandeSurDossier)ligne.CommandResult.Command;
        var dossier = OptionsCommunes.DossierDe(ligne);
        if (!commande.CreeLeDossier && !Directory.Exists(dossier))
        {
            messages.WriteLine($"Le dossier de données « {dossier} » n'existe pas : importez d'abord des fichiers, ou nommez-le par --donnees.");
            return CodesDeRetour.Echec;
        }

        // The folder is held by a server, which runs the command for us, or by another command, which will soon be done.
        for (var essai = 0; ; essai++)
        {
            try
            {
                using var entrepot = Entrepot.Ouvrir(dossier, commande.Ouverture);
                Reprendre(entrepot, commande, messages);
                return Executer(commande, ligne, Execution(entrepot, ligne, Environment.CurrentDirectory, sortie, messages));
            }
            catch (DossierOccupeException) when (commande.SeFaitSurUnServeur && essai < EssaisMax)
            {
                if (DemandeAuServeur.Transmettre(dossier, arguments, sortie, messages) is { } code)
                    return code;
            }
        }
    }

    /// <summary>Ends what was decided and interrupted, and says what is missing from the archives; a rebuild does and makes all of it anew.</summary>
    private static void Reprendre(Entrepot entrepot, CommandeSurDossier commande, TextWriter messages)
    {
        if (commande.Ouverture is { SansTables: true })
            return;
        new Suppression(entrepot, TimeProvider.System).Reprendre();
        new Archivage(entrepot, TimeProvider.System).Reprendre();
        foreach (var defaut in entrepot.Archives.Defauts)
            messages.WriteLine(defaut);
    }

    private static async Task<int> SyntaxeFausse(RootCommand racine, ParseResult ligne, TextWriter messages)
    {
        foreach (var erreur in ligne.Errors)
            await messages.WriteLineAsync(erreur.Message);
        var aide = ligne.CommandResult.Command is RootCommand ? racine.Parse("--help") : racine.Parse([.. Chemin(ligne.CommandResult), "--help"]);
        await aide.InvokeAsync(new InvocationConfiguration { Output = messages, Error = messages });
        return CodesDeRetour.Syntaxe;
    }

    private static IEnumerable<string> Chemin(CommandResult commande) =>
        commande.Command is RootCommand ? [] : [.. commande.Parent is CommandResult parent ? Chemin(parent) : [], commande.Command.Name];

    /// <summary>Refusals have a sentence of ours; anything else is a defect of the program and keeps its trace.</summary>
    private static bool EstUnRefus(Exception e) => e is QuestionRefuseeException or DossierOccupeException or SchemaPerimeException
        or JournalIndisponibleException or RefusDeGestionException or RefusDArchivageException or ReconstructionEnCoursException or ArchiveInfideleException or ArchiveAbimeeException or PurgeTropRecenteException or TetesIllisiblesException
        or DirectoryNotFoundException or UnauthorizedAccessException;
}
