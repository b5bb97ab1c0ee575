using System.Globalization;
using Xemelios.DuckDb;

namespace Xemelios.Store.Tables;

/// <summary>One key for each SIRET.</summary>
internal static class Employeurs
{
    /// <summary>The key of this employer, created when he is new. '' stands for files that give no SIRET.</summary>
    public static int Cle(DuckDbConnection connexion, string siret)
    {
        using var commande = connexion.CreateCommand();
        commande.CommandText = "SELECT id FROM employeur WHERE siret = $siret";
        commande.Parameters.Add(new DuckDbParameter("siret", siret));
        if (commande.ExecuteScalar() is { } id and not DBNull)
            return Convert.ToInt32(id, CultureInfo.InvariantCulture);
        var nouvelle = Cles.Derniere(connexion, "employeur") + 1;
        commande.CommandText = "INSERT INTO employeur VALUES ($id, $siret)";
        commande.Parameters.Add(new DuckDbParameter("id", nouvelle));
        commande.ExecuteNonQuery();
        return nouvelle;
    }
}
