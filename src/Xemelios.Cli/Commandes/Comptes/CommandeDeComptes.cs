using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Xemelios.Domain.Habilitations;
using Xemelios.Store.Gestion.Comptes;

namespace Xemelios.Cli.Commandes.Comptes;

/// <summary>A command on accounts, postes or habilitations: done as the person who owns the machine.</summary>
internal abstract class CommandeDeComptes(string nom, string description, params IReadOnlyList<Option> options) : CommandeSurDossier(nom, description, options)
{
    /// <summary>Accounts may be there before any file.</summary>
    public override bool CreeLeDossier => true;

    /// <summary>What it changes is written by what changes it, with its old and new value.</summary>
    public override NatureDActe? Acte => null;

    public override int Executer(ParseResult ligne, Execution execution)
    {
        var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddSingleton<IJournal>(execution.Entrepot.Journal);
        services.AjouterLesComptes(_ => execution.Entrepot.Comptes);
        using var fournisseur = services.BuildServiceProvider();
        using var portee = fournisseur.CreateScope();
        try
        {
            return ExecuterAsync(ligne, execution, portee.ServiceProvider).GetAwaiter().GetResult();
        }
        catch (RefusDeGestionException refus)
        {
            execution.Messages.WriteLine(refus.Message);
            return CodesDeRetour.Echec;
        }
    }

    protected abstract Task<int> ExecuterAsync(ParseResult ligne, Execution execution, IServiceProvider services);

    /// <summary>The user of the machine, by this command.</summary>
    protected Auteur Auteur => Auteur.DeLaMachine(Environment.UserName, $"{Parents.OfType<Command>().FirstOrDefault()?.Name} {Name}");
}
