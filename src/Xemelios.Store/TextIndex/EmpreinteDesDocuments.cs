using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Xemelios.Store.TextIndex;

/// <summary>SHA-256 of all documents in key order. Each field goes in behind its length, so that no two contents read the same.</summary>
internal static class EmpreinteDesDocuments
{
    private const string Agents = """
        SELECT 'agent', siret, matricule, nom, prenom, emploi, grade, service
        FROM agent ORDER BY siret, matricule, nom, prenom, emploi, grade, service
        """;

    private const string Pages = "SELECT 'page', empreinte, CAST(page AS TEXT), texte FROM page ORDER BY empreinte, page";

    public static string Calculer(SqliteConnection connexion)
    {
        using var empreinte = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Ajouter(empreinte, connexion, Agents);
        Ajouter(empreinte, connexion, Pages);
        return Convert.ToHexStringLower(empreinte.GetHashAndReset());
    }

    private static void Ajouter(IncrementalHash empreinte, SqliteConnection connexion, string documents)
    {
        Span<byte> longueur = stackalloc byte[sizeof(int)];
        using var commande = connexion.CreateCommand();
        commande.CommandText = documents;
        using var lecteur = commande.ExecuteReader();
        while (lecteur.Read())
        {
            for (var i = 0; i < lecteur.FieldCount; i++)
            {
                var champ = Encoding.UTF8.GetBytes(lecteur.GetString(i));
                BinaryPrimitives.WriteInt32LittleEndian(longueur, champ.Length);
                empreinte.AppendData(longueur);
                empreinte.AppendData(champ);
            }
        }
    }
}
