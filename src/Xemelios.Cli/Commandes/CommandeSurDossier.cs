using System.CommandLine;
using System.CommandLine.Invocation;
using Xemelios.Domain.Habilitations;
using Xemelios.Store;

namespace Xemelios.Cli.Commandes;

/// <summary>Marks the commands of this program among those of the library (help, version).</summary>
internal sealed class ActionDeCommande : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult) => throw new NotSupportedException("La ligne de commande exécute elle-même ses commandes.");
}

/// <summary>A command that works on an open data folder.</summary>
internal abstract class CommandeSurDossier : Command
{
    protected CommandeSurDossier(string nom, string description, params IReadOnlyList<Option> options)
        : base(nom, description)
    {
        Action = new ActionDeCommande();
        foreach (var option in options)
            Options.Add(option);
    }

    /// <summary>The folder is created when it is missing.</summary>
    public virtual bool CreeLeDossier => false;

    /// <summary>When a server owns the folder, it runs the command for us.</summary>
    public virtual bool SeFaitSurUnServeur => true;

    /// <summary>What <c>-o</c> names is a file of its own kind, which it writes itself.</summary>
    public virtual bool EcritSonFichier => false;

    /// <summary>How the folder is opened.</summary>
    public virtual OptionsDEntrepot? Ouverture => null;

    /// <summary>What the journal says of it, before it is done; null for what opens no pay data or writes its own act.</summary>
    public virtual NatureDActe? Acte => NatureDActe.Consultation;

    public abstract int Executer(ParseResult ligne, Execution execution);
}
