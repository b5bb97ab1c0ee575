using System.Globalization;
using Xemelios.Domain.Valeurs;
using Xemelios.DuckDb;

namespace Xemelios.Store.Tables;

/// <summary>A content already stored.</summary>
/// <param name="Type">EN_COURS when its reading was interrupted.</param>
/// <param name="EstRemplace">A pay file whose place was taken by a later one of the same name.</param>
/// <param name="EstArchive">It has left the active base.</param>
public sealed record ContenuConnu(int Id, string Type, bool EstRemplace, bool EstArchive);

/// <summary>What the importer asks of the tables before it writes.</summary>
internal static class LectureDeContenus
{
    public static ContenuConnu? Trouver(DuckDbConnection connexion, Empreinte empreinte)
    {
        using var commande = connexion.CreateCommand();
        commande.CommandText =
            """
            SELECT c.id, c.type, coalesce(v.remplace_par IS NOT NULL, false), false
            FROM contenu c LEFT JOIN volume v ON v.contenu = c.id WHERE c.empreinte = $empreinte
            UNION ALL
            SELECT id, type, false, true FROM contenu_archive WHERE empreinte = $empreinte AND id NOT IN (SELECT id FROM contenu WHERE empreinte = $empreinte)
            """;
        commande.Parameters.Add(new DuckDbParameter("empreinte", empreinte.Hexadecimal));
        using var lecteur = commande.ExecuteReader();
        return lecteur.Read() ? new ContenuConnu(lecteur.GetInt32(0), lecteur.GetString(1), lecteur.GetBoolean(2), lecteur.GetBoolean(3)) : null;
    }

    public static bool AUnContenuDe(DuckDbConnection connexion, long octets)
    {
        using var commande = connexion.CreateCommand();
        commande.CommandText = "SELECT EXISTS (FROM contenu WHERE octets = $octets) OR EXISTS (FROM contenu_archive WHERE octets = $octets)";
        commande.Parameters.Add(new DuckDbParameter("octets", octets));
        return (bool)commande.ExecuteScalar()!;
    }

    /// <summary>The key that the next new content will have: contents of an interrupted import are counted too.</summary>
    public static int ProchaineCle(DuckDbConnection connexion)
    {
        using var commande = connexion.CreateCommand();
        commande.CommandText =
            """
            SELECT greatest(coalesce((SELECT max(id) FROM contenu), 0), coalesce((SELECT max(contenant) FROM livraison), 0),
                            coalesce((SELECT max(contenant) FROM piece), 0), coalesce((SELECT max(id) FROM contenu_archive), 0)) + 1
            """;
        return Convert.ToInt32(commande.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>The pay file of the same name and the same état that a new file would replace, with what both have in common.</summary>
    /// <returns>Its key and how many matricules of the new file it shares, or null when there is none.</returns>
    public static (int Contenu, int MatriculesCommuns)? Predecesseur(DuckDbConnection connexion, int nouveau)
    {
        using var commande = connexion.CreateCommand();
        commande.CommandText =
            """
            SELECT a.contenu, (SELECT count(*) FROM (
                SELECT matricule FROM bulletin WHERE contenu = a.contenu INTERSECT SELECT matricule FROM bulletin WHERE contenu = n.contenu))
            FROM volume n JOIN volume a
              ON a.employeur = n.employeur AND a.periode = n.periode AND a.budget = n.budget AND a.train = n.train
             AND lower(a.nom) = lower(n.nom) AND a.contenu <> n.contenu AND a.remplace_par IS NULL AND NOT a.entete_seul
            WHERE n.contenu = $nouveau
              AND NOT EXISTS (SELECT 1 FROM livraison x JOIN livraison y ON y.contenant = x.contenant WHERE x.contenu = a.contenu AND y.contenu = n.contenu)
            ORDER BY 2 DESC, 1 LIMIT 1
            """;
        commande.Parameters.Add(new DuckDbParameter("nouveau", nouveau));
        using var lecteur = commande.ExecuteReader();
        return lecteur.Read() ? (lecteur.GetInt32(0), Convert.ToInt32(lecteur.GetValue(1), CultureInfo.InvariantCulture)) : null;
    }

    /// <summary>The pay files, of these keys and all those between, whose own lines show that they write what they withhold in negative.</summary>
    /// <remarks>What the employer's other files suggest is left out: it may change when they arrive.</remarks>
    public static IReadOnlySet<int> EcritsEnNegatif(DuckDbConnection connexion, int premier, int dernier)
    {
        using var commande = connexion.CreateCommand();
        commande.CommandText =
            """
            SELECT DISTINCT contenu FROM convention
            WHERE contenu BETWEEN $premier AND $dernier AND signe = -1 AND motif IN ('majorite', 'identite', 'unanimite')
            """;
        commande.Parameters.Add(new DuckDbParameter("premier", premier));
        commande.Parameters.Add(new DuckDbParameter("dernier", dernier));
        using var lecteur = commande.ExecuteReader();
        var contenus = new HashSet<int>();
        while (lecteur.Read())
            contenus.Add(lecteur.GetInt32(0));
        return contenus;
    }
}
