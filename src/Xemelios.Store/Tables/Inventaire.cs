using System.Data.Common;
using System.Globalization;
using Xemelios.DuckDb;

namespace Xemelios.Store.Tables;

/// <summary>What lies where in the tables: all that must be known to tell what goes with what.</summary>
public sealed class Inventaire
{
    /// <summary>By key; those that are archived, though nothing else here speaks of them.</summary>
    public required IReadOnlyDictionary<int, ContenuInventorie> Contenus { get; init; }

    public required IReadOnlyList<LieuInventorie> Lieux { get; init; }

    public required IReadOnlyList<VolumeInventorie> Volumes { get; init; }

    public required IReadOnlyList<PieceInventoriee> Pieces { get; init; }

    public required IReadOnlyList<BordereauInventorie> Bordereaux { get; init; }

    /// <summary>Keys of the flows that answer others.</summary>
    public required IReadOnlySet<int> Acquits { get; init; }

    /// <summary>Manifests with the names of the files that they speak of, in lower case.</summary>
    public required ILookup<int, string> Manifestes { get; init; }

    public static Inventaire Lire(DuckDbConnection connexion) => new()
    {
        Contenus = Lire(connexion, "SELECT id, empreinte, type, octets FROM contenu UNION ALL SELECT id, empreinte, type, octets FROM contenu_archive WHERE id NOT IN (SELECT id FROM contenu)",
            l => new ContenuInventorie(l.GetInt32(0), l.GetString(1), l.GetString(2), l.GetInt64(3))).ToDictionary(c => c.Id),
        Lieux = Lire(connexion, "SELECT contenu, contenant, indice, nom FROM livraison",
            l => new LieuInventorie(l.GetInt32(0), Entier(l, 1), l.GetInt32(2), l.GetString(3))),
        Volumes = Lire(connexion,
            "SELECT contenu, employeur, periode, budget, train, lower(nom), nom, remplace_par, CASE WHEN remplace_par IS NULL THEN bulletins ELSE 0 END, CASE WHEN remplace_par IS NULL THEN lignes ELSE 0 END FROM volume",
            l => new VolumeInventorie(l.GetInt32(0), new NomDansUnEtat(l.GetInt32(1), l.GetInt32(2), l.GetString(3), l.GetString(4), l.GetString(5)), l.GetString(6), Entier(l, 7), l.GetInt32(8), l.GetInt32(9))),
        Pieces = Lire(connexion, "SELECT id, contenu, contenant, pes IS NOT NULL, indice, type_mime FROM piece",
            l => new PieceInventoriee(l.GetInt32(0), Entier(l, 1), Entier(l, 2), l.GetBoolean(3), l.GetInt32(4), l.GetString(5))),
        Bordereaux = Lire(connexion, "SELECT b.id, b.contenu, b.rang, count(m.id) FROM bordereau b LEFT JOIN mandat m ON m.bordereau = b.id GROUP BY ALL",
            l => new BordereauInventorie(l.GetInt32(0), l.GetInt32(1), l.GetInt32(2), Convert.ToInt32(l.GetValue(3), CultureInfo.InvariantCulture))),
        Acquits = Lire(connexion, "SELECT DISTINCT contenu FROM acquit", l => l.GetInt32(0)).ToHashSet(),
        Manifestes = Lire(connexion, "SELECT DISTINCT contenu, lower(fichier) FROM manifeste", l => (l.GetInt32(0), l.GetString(1))).ToLookup(m => m.Item1, m => m.Item2),
    };

    private static int? Entier(DbDataReader l, int colonne) => l.IsDBNull(colonne) ? null : l.GetInt32(colonne);

    private static List<T> Lire<T>(DuckDbConnection connexion, string sql, Func<DbDataReader, T> lire)
    {
        using var commande = connexion.CreateCommand(sql);
        using var lecteur = commande.ExecuteReader();
        var lus = new List<T>();
        while (lecteur.Read())
            lus.Add(lire(lecteur));
        return lus;
    }
}

public sealed record ContenuInventorie(int Id, string Empreinte, string Type, long Octets);

/// <param name="Contenant">Null when received on its own.</param>
public sealed record LieuInventorie(int Contenu, int? Contenant, int Indice, string Nom);

/// <summary>Two pay files of the same name and état have to do with each other: the second may be the correction of the first.</summary>
public sealed record NomDansUnEtat(int Employeur, int Periode, string Budget, string Train, string Nom);

/// <param name="NomRecu">The name of the file where it was first found.</param>
/// <param name="Bulletins">0 for one that was replaced, like its lines: they are gone.</param>
public sealed record VolumeInventorie(int Contenu, NomDansUnEtat Nom, string NomRecu, int? RemplacePar, int Bulletins, int Lignes);

public sealed record PieceInventoriee(int Id, int? Contenu, int? Contenant, bool DePes, int Indice, string TypeMime);

public sealed record BordereauInventorie(int Id, int Contenu, int Rang, int Mandats);
