using System.Data.Common;

namespace Xemelios.Store.Tables;

/// <summary>Creates the tables and views of an empty base, from the scripts beside this file, in the order of their names.</summary>
public static class Schema
{
    /// <summary>Raised whenever a script changes: an older base is rebuilt from the originals.</summary>
    public const int Version = 5;

    /// <summary>Creates everything when the base is empty.</summary>
    /// <exception cref="SchemaPerimeException">the base was made by another version of the program.</exception>
    public static void Installer(DbConnection connexion)
    {
        using var commande = connexion.CreateCommand();
        commande.CommandText = "SELECT count(*) FROM information_schema.tables WHERE table_name = 'version_du_schema' AND table_catalog = current_database()";
        if (Convert.ToInt64(commande.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture) > 0)
        {
            VerifierLaVersion(commande);
            return;
        }

        using var transaction = connexion.BeginTransaction();
        foreach (var script in Scripts())
        {
            commande.CommandText = script;
            commande.ExecuteNonQuery();
        }

        commande.CommandText = $"CREATE TABLE version_du_schema AS SELECT {Version} AS version";
        commande.ExecuteNonQuery();
        transaction.Commit();
    }

    /// <summary>The text of each script, in order.</summary>
    public static IEnumerable<string> Scripts() => Textes(_ => true);

    /// <summary>The scripts that make the views, in order: they name tables and views of the catalog where they are run.</summary>
    internal static IEnumerable<string> Vues() => Textes(nom => nom.Contains("-vue-", StringComparison.Ordinal));

    private static IEnumerable<string> Textes(Predicate<string> choisis)
    {
        var assembly = typeof(Schema).Assembly;
        foreach (var nom in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal) && choisis(n)).Order(StringComparer.Ordinal))
        {
            using var lecteur = new StreamReader(assembly.GetManifestResourceStream(nom)!);
            yield return lecteur.ReadToEnd();
        }
    }

    private static void VerifierLaVersion(DbCommand commande)
    {
        commande.CommandText = "SELECT version FROM version_du_schema";
        var version = Convert.ToInt32(commande.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
        if (version != Version)
            throw new SchemaPerimeException(version);
    }
}

/// <summary>The tables were made by another version of the program: <c>xemelios reconstruire</c> makes them anew from the originals.</summary>
public sealed class SchemaPerimeException(int version)
    : Exception($"Les tables sont au schéma {version}, le programme au schéma {Schema.Version} : lancez « xemelios reconstruire ».");
