using System.Data.Common;
using System.Text;
using Xemelios.Cli.Sorties;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Export;
using Xemelios.Store;
using Xemelios.Store.Gestion.Comptes;

namespace Xemelios.Cli;

/// <summary>One command being run: the open folder, where to write, and in which form.</summary>
/// <remarks>The command line has full rights on the folder: it is for the person who owns the machine.</remarks>
/// <param name="export">Where the answer goes instead of standard output.</param>
public sealed class Execution(Entrepot entrepot, TextWriter sortie, TextWriter messages, bool json, string repertoire, DemandeDExport? export = null)
{
    public Entrepot Entrepot => entrepot;

    /// <summary>Code of the poste whose data are read; null for all of the folder.</summary>
    public string? Poste { get; init; }

    /// <summary>What the command sees.</summary>
    public Perimetre Perimetre => field ??= entrepot.Comptes.PerimetreDuProprietaire(Poste) with { Archives = Archives };

    /// <summary>What was archived is read too.</summary>
    public bool Archives { get; init; }

    public TextWriter Sortie => sortie;

    /// <summary>Standard error: progress and sentences, never the answer.</summary>
    public TextWriter Messages => messages;

    public bool Json => json;

    /// <summary>Where acts are written before they are done.</summary>
    public IJournal Journal => entrepot.Journal;

    /// <summary>The folder from which relative paths are read.</summary>
    public string Repertoire => repertoire;

    /// <summary>The file and the format that were asked for; null for standard output.</summary>
    public DemandeDExport? Export => export;

    /// <summary>A connection on what the command sees.</summary>
    public DuckDb.DuckDbConnection Connecter() => entrepot.Connecter(Archives);

    /// <summary>Asks a question and writes its answer, as JSON or as a table; or as a file, when one is asked for.</summary>
    /// <param name="exporter">The same answer as a table that can leave the program; null for an answer that is not one.</param>
    public int Repondre<T>(
        Func<DbConnection, Perimetre, T> question, Action<T, Execution> enTexte, Func<DbConnection, Perimetre, ReponseExportable>? exporter = null)
    {
        using var connexion = Connecter();
        if (export is not null)
            return exporter is null ? SansExport() : Exporter(exporter(connexion, Perimetre), export.Format);
        return Ecrire(question(connexion, Perimetre), enTexte);
    }

    /// <summary>Asks a question whose JSON has another shape than its answer.</summary>
    public int Repondre<T>(
        Func<DbConnection, Perimetre, T> question, Func<T, object> enJson, Action<T, Execution> enTexte, Func<DbConnection, Perimetre, ReponseExportable> exporter)
    {
        using var connexion = Connecter();
        if (export is not null)
            return Exporter(exporter(connexion, Perimetre), export.Format);
        var reponse = question(connexion, Perimetre);
        return Ecrire(enJson(reponse), (_, execution) => enTexte(reponse, execution));
    }

    /// <summary>Writes the file that was asked for, whole or not at all.</summary>
    public int EcrireLeFichier(Action<Stream> ecrire)
    {
        var chemin = Path.GetFullPath(export!.Fichier, repertoire);
        FichierAtomique.Ecrire(chemin, ecrire);
        messages.WriteLine($"Écrit : {chemin}");
        return CodesDeRetour.Fait;
    }

    /// <summary>The command line was wrong: its answer has no such form.</summary>
    public int SansExport()
    {
        messages.WriteLine($"Cette commande ne s'exporte pas en {export!.Format.ToString().ToLowerInvariant()}.");
        return CodesDeRetour.Syntaxe;
    }

    /// <summary>Writes an answer that is nothing but an export: to its file, else as one JSON document on standard output.</summary>
    public int Exporter(Func<DbConnection, Perimetre, ReponseExportable> exporter)
    {
        using var connexion = Connecter();
        var reponse = exporter(connexion, Perimetre);
        if (export is not null)
            return Exporter(reponse, export.Format);
        using var document = new MemoryStream();
        reponse.Ecrire(EcrituresDeTable.Pour(FormatDExport.Json, entrepot.DossierTemporaire), TimeProvider.System.GetLocalNow(), Environment.UserName, document);
        sortie.WriteLine(Encoding.UTF8.GetString(document.GetBuffer(), 0, (int)document.Length));
        return CodesDeRetour.Fait;
    }

    private int Exporter(ReponseExportable reponse, FormatDExport format) => EcrireLeFichier(flux =>
        reponse.Ecrire(EcrituresDeTable.Pour(format, entrepot.DossierTemporaire), TimeProvider.System.GetLocalNow(), Environment.UserName, flux));

    public int Ecrire<T>(T reponse, Action<T, Execution> enTexte)
    {
        if (json) sortie.WriteLine(ReponseJson.Write(reponse));
        else enTexte(reponse, this);
        return CodesDeRetour.Fait;
    }
}
