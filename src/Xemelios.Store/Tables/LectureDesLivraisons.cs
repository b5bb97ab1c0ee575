using System.Data.Common;
using Xemelios.Domain.Valeurs;
using Xemelios.DuckDb;

namespace Xemelios.Store.Tables;

/// <summary>One place where a content lies: inside which container, and where in it.</summary>
/// <param name="Contenant">Fingerprint of the archive or PES flow.</param>
/// <param name="Indice">Rank of the entry in the archive.</param>
/// <param name="Octet">In a PES flow: byte where the Fichier element starts; null in an archive.</param>
public sealed record PlaceDeContenu(Empreinte Contenant, int Indice, long? Octet);

/// <summary>Where a content that was not received on its own can be read again.</summary>
public static class LectureDesLivraisons
{
    /// <summary>The places of a content, oldest first; empty when it is unknown or was only received on its own.</summary>
    public static IReadOnlyList<PlaceDeContenu> PlacesDe(DbConnection connexion, Empreinte empreinte)
    {
        using var commande = connexion.CreateCommand();
        commande.CommandText =
            """
            SELECT DISTINCT p.id, p.empreinte, l.indice, l.octet
            FROM contenu c JOIN livraison l ON l.contenu = c.id JOIN contenu p ON p.id = l.contenant
            WHERE c.empreinte = $empreinte
            ORDER BY p.id, l.indice, l.octet
            """;
        commande.Parameters.Add(new DuckDbParameter("empreinte", empreinte.Hexadecimal));
        using var lecteur = commande.ExecuteReader();
        var places = new List<PlaceDeContenu>();
        while (lecteur.Read())
            places.Add(new PlaceDeContenu(new Empreinte(lecteur.GetString(1)), lecteur.GetInt32(2), lecteur.IsDBNull(3) ? null : lecteur.GetInt64(3)));
        return places;
    }
}
