using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Xemelios.Store.Tables;

/// <summary>The fingerprint of what the tables and the archives say together, whatever the keys they were given and the order in which files arrived.</summary>
/// <remarks>Every table is read in the order of its natural keys, with content keys written as fingerprints; the digest of each
/// and of all are SHA-256. Two folders that received the same files have the same ones.</remarks>
public static class EmpreinteLogique
{
    // Each statement replaces technical keys by what they stand for. Deliveries are not part of it but through the pieces: being
    // received twice changes no answer.
    private static readonly (string Table, string Sql)[] Lectures =
    [
        ("contenu", "SELECT empreinte, type, octets FROM contenu"),
        ("volume", "SELECT c.empreinte, e.siret, v.* EXCLUDE (contenu, employeur, remplace_par), n.empreinte AS remplacant FROM volume v JOIN contenu c ON c.id = v.contenu JOIN employeur e ON e.id = v.employeur LEFT JOIN contenu n ON n.id = v.remplace_par"),
        ("etablissement", "SELECT c.empreinte, t.* EXCLUDE (contenu) FROM etablissement t JOIN contenu c ON c.id = t.contenu"),
        ("bulletin", """
            SELECT c.empreinte, b.ordre, b.* EXCLUDE (id, contenu, ordre, employeur, agent, statut, emploi, grade, service),
                   s.texte AS statut, em.texte AS emploi, g.texte AS grade, se.texte AS service
            FROM bulletin b JOIN contenu c ON c.id = b.contenu LEFT JOIN mot s ON s.id = b.statut LEFT JOIN mot em ON em.id = b.emploi
            LEFT JOIN mot g ON g.id = b.grade LEFT JOIN mot se ON se.id = b.service
            """),
        ("ligne", """
            SELECT c.empreinte, b.ordre AS bulletin, l.position, r.categorie, r.code, r.libelle, r.element, k.texte AS caisse,
                   l.base, coalesce(m.taux, l.taux) AS taux, l.unites, l.montant, m.debut, m.fin, m.ordre, m.ordre_texte
            FROM ligne l JOIN contenu c ON c.id = l.contenu JOIN paye_individuelle b ON b.id = l.bulletin
            JOIN modele_de_ligne m ON m.id = l.modele JOIN rubrique r ON r.id = m.rubrique LEFT JOIN mot k ON k.id = m.caisse
            """),
        ("total_de_rubrique", """
            SELECT c.empreinte, r.categorie, r.code, r.libelle, r.element, s.texte AS statut, t.* EXCLUDE (contenu, rubrique, statut)
            FROM total_de_rubrique t JOIN contenu c ON c.id = t.contenu JOIN rubrique r ON r.id = t.rubrique LEFT JOIN mot s ON s.id = t.statut
            """),
        .. DetailsDeBulletin(),
        .. TablesDeFichier(),
        ("bordereau", "SELECT c.empreinte, t.* EXCLUDE (id, contenu) FROM bordereau t JOIN contenu c ON c.id = t.contenu"),
        ("mandat", "SELECT c.empreinte, b.rang AS bordereau, m.* EXCLUDE (id, contenu, bordereau) FROM mandat m JOIN contenu c ON c.id = m.contenu JOIN bordereau b ON b.id = m.bordereau"),
        ("ligne_de_mandat", "SELECT c.empreinte, b.rang AS bordereau, m.rang AS mandat, l.* EXCLUDE (mandat) FROM ligne_de_mandat l JOIN mandat m ON m.id = l.mandat JOIN bordereau b ON b.id = m.bordereau JOIN contenu c ON c.id = m.contenu"),
        ("reference_de_mandat", "SELECT c.empreinte, b.rang AS bordereau, m.rang AS mandat, r.* EXCLUDE (mandat) FROM reference_de_mandat r JOIN mandat m ON m.id = r.mandat JOIN bordereau b ON b.id = m.bordereau JOIN contenu c ON c.id = m.contenu"),
        ("piece", """
            SELECT c.empreinte, k.empreinte AS contenant, f.empreinte AS pes, p.* EXCLUDE (id, contenu, contenant, pes, chemin, dossier)
            FROM piece p LEFT JOIN contenu c ON c.id = p.contenu LEFT JOIN contenu k ON k.id = p.contenant LEFT JOIN contenu f ON f.id = p.pes
            """),
        ("reference_comptable", "SELECT k.empreinte, p.indice, p.id_unique, r.* EXCLUDE (piece) FROM reference_comptable r JOIN piece p ON p.id = r.piece LEFT JOIN contenu k ON k.id = p.contenant"),
        ("convention", "SELECT c.empreinte, v.* EXCLUDE (contenu) FROM convention v JOIN contenu c ON c.id = v.contenu"),
    ];

    /// <summary>The digest of each table, and of all under the empty name.</summary>
    public static IReadOnlyDictionary<string, string> Calculer(Entrepot entrepot)
    {
        using var connexion = entrepot.Connecter(archives: true);
        using var ensemble = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var empreintes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (table, sql) in Lectures)
        {
            using var commande = connexion.CreateCommand();
            commande.CommandText = $"SELECT * FROM ({sql}) ORDER BY ALL";
            using var lecteur = commande.ExecuteReader(System.Data.CommandBehavior.SequentialAccess);
            empreintes.Add(table, Resumer(lecteur));
        }

        empreintes.Add("recherche", entrepot.Pieces.EmpreinteLogique());
        foreach (var (table, empreinte) in empreintes)
            ensemble.AppendData(Encoding.UTF8.GetBytes($"{table} {empreinte}\n"));
        empreintes.Add("", Convert.ToHexStringLower(ensemble.GetHashAndReset()));
        return empreintes;
    }

    private static IEnumerable<(string, string)> DetailsDeBulletin() =>
        ((string[])["nbi", "periode_de_paye", "evenement", "repartition_budget", "donnee_brute"]).Select(t =>
            (t, $"SELECT c.empreinte, b.ordre, t.* EXCLUDE (bulletin) FROM {t} t JOIN paye_individuelle b ON b.id = t.bulletin JOIN contenu c ON c.id = b.contenu"))
        .Append(("reference_de_bulletin", "SELECT c.empreinte, b.ordre, t.* EXCLUDE (bulletin, employeur) FROM reference_de_bulletin t JOIN paye_individuelle b ON b.id = t.bulletin JOIN contenu c ON c.id = b.contenu"));

    private static IEnumerable<(string, string)> TablesDeFichier() =>
        ((string[])["anomalie", "nomenclature", "description_de_nomenclature", "repartition", "signes", "identite_du_net", "passage", "flux_pes", "acquit", "manifeste"])
        .Select(t => (t, $"SELECT c.empreinte, t.* EXCLUDE (contenu) FROM {t} t JOIN contenu c ON c.id = t.contenu"));

    private static string Resumer(System.Data.Common.DbDataReader lecteur)
    {
        using var hachage = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var ligne = new StringBuilder();
        while (lecteur.Read())
        {
            ligne.Clear();
            for (var i = 0; i < lecteur.FieldCount; i++)
            {
                // A length before each value: no two rows can be written alike.
                var valeur = lecteur.IsDBNull(i) ? null : Convert.ToString(lecteur.GetValue(i), CultureInfo.InvariantCulture);
                ligne.Append(valeur?.Length ?? -1).Append(':').Append(valeur);
            }

            hachage.AppendData(Encoding.UTF8.GetBytes(ligne.Append('\n').ToString()));
        }

        return Convert.ToHexStringLower(hachage.GetHashAndReset());
    }
}
