using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Xemelios.Store.TextIndex;

/// <summary>SHA-256 of all pages in key order. Each field goes in behind its length, so that no two contents read the same.</summary>
internal static class EmpreinteDesPages
{
    private const string Pages = "SELECT empreinte, CAST(page AS TEXT), texte FROM page ORDER BY empreinte, page";

    public static string Calculer(SqliteConnection connexion)
    {
        using var empreinte = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> longueur = stackalloc byte[sizeof(int)];
        using var commande = connexion.CreateCommand();
        commande.CommandText = Pages;
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

        return Convert.ToHexStringLower(empreinte.GetHashAndReset());
    }
}
