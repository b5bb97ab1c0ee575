using System.CommandLine;
using Xemelios.Cli.Sorties;
using Xemelios.Domain.Habilitations;
using Xemelios.Import;
using Xemelios.Import.Reconstructions;
using Xemelios.Store;

namespace Xemelios.Cli.Commandes;

internal sealed class CommandeVerifier() : CommandeSurDossier("verifier", "Relit chaque original et chaque table ; 0 seulement si tout est sain")
{
    public override NatureDActe? Acte => null;

    public override int Executer(ParseResult ligne, Execution execution)
    {
        var rapport = new Verification(execution.Entrepot).Verifier(CancellationToken.None);
        execution.Ecrire(rapport, Afficher);
        return rapport.Sain ? CodesDeRetour.Fait : CodesDeRetour.Echec;
    }

    private static void Afficher(RapportDeVerification rapport, Execution execution)
    {
        foreach (var controle in rapport.Controles)
        {
            execution.Sortie.WriteLine($"{(controle.Defauts.Count == 0 ? "sain" : "DÉFAUT"),-7} {controle.Controle} : {Tableau.Ecrire((int)controle.Examines)} examinés");
            foreach (var defaut in controle.Defauts)
                execution.Sortie.WriteLine($"        {defaut}");
        }

        execution.Sortie.WriteLine($"Empreinte logique : {rapport.EmpreinteLogique}");
    }
}

internal sealed class CommandeReconstruire() : CommandeSurDossier("reconstruire", "Refait les tables et l'index à partir des seuls originaux")
{
    public override NatureDActe? Acte => null;

    /// <summary>The server holds both projections open.</summary>
    public override bool SeFaitSurUnServeur => false;

    public override OptionsDEntrepot Ouverture => OptionsDEntrepot.PourImporter with { SansTables = true };

    public override int Executer(ParseResult ligne, Execution execution)
    {
        var rapport = new Reconstruction(execution.Entrepot, TimeProvider.System)
            .Executer(new ProgressionEnTexte(execution.Messages), CancellationToken.None).Rapport;
        execution.Ecrire(RapportEnJson.De(rapport), (_, e) => RapportEnTexte.Ecrire(rapport, e.Sortie));
        return CommandeImporter.CodeDe(rapport);
    }
}
