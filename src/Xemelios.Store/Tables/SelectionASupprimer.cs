using Xemelios.DuckDb;

namespace Xemelios.Store.Tables;

/// <summary>The keys of what a person points at, before all that goes with it.</summary>
/// <param name="Contenus">Pay files and acquits, wherever they lie.</param>
public sealed record Selection(IReadOnlyList<int> Contenus, IReadOnlyList<int> Bordereaux, IReadOnlyList<int> Pieces);

/// <summary>Finds the data of a collectivité, down to a month.</summary>
public static class SelectionASupprimer
{
    private const string Volumes = """
        SELECT v.contenu FROM volume v JOIN employeur e ON e.id = v.employeur
        WHERE e.siret = $siret AND ($budget::VARCHAR IS NULL OR v.budget = $budget)
          AND ($annee::INTEGER IS NULL OR v.periode // 100 = $annee) AND ($mois::INTEGER IS NULL OR v.periode % 100 = $mois)
        """;

    private const string DuFlux = """
        coalesce(trim(f.id_coll), '') = $siret
          AND ($budget::VARCHAR IS NULL OR coalesce(upper(regexp_replace(f.cod_bud, '\s', '', 'g')), '') = $budget)
        """;

    private const string Bordereaux = $"""
        SELECT b.id FROM bordereau b JOIN flux_pes f ON f.contenu = b.contenu
        WHERE {DuFlux} AND ($annee::INTEGER IS NULL OR b.exercice = $annee) AND ($mois::INTEGER IS NULL OR month(b.date_emission) = $mois)
        """;

    // An acquit has no exercice of its own: it goes with the whole of a collectivité or of a budget.
    private const string Acquits = $"""
        SELECT f.contenu FROM flux_pes f
        WHERE {DuFlux} AND $annee::INTEGER IS NULL AND $mois::INTEGER IS NULL
          AND f.contenu IN (SELECT contenu FROM acquit) AND f.contenu NOT IN (SELECT contenu FROM bordereau)
        """;

    private const string Pieces = """
        SELECT p.id FROM piece p LEFT JOIN piece_utilisable u ON u.id = p.id LEFT JOIN flux_pes f ON f.contenu = p.pes
        LEFT JOIN contenu c ON c.id = p.contenu
        WHERE coalesce(p.siret, u.siret, '') = $siret AND coalesce(c.type, 'PIECE') = 'PIECE'
          AND ($budget::VARCHAR IS NULL OR coalesce(upper(regexp_replace(f.cod_bud, '\s', '', 'g')), '') = $budget)
          AND ($annee::INTEGER IS NULL OR year(f.date_structure) = $annee) AND ($mois::INTEGER IS NULL OR month(f.date_structure) = $mois)
        """;

    // What the bulletins and mandats that stay refer to.
    private const string PiecesUtiles = $"""
        SELECT x.piece FROM reference_resolue x JOIN reference_de_bulletin r
            ON r.employeur = x.employeur AND r.id_unique IS NOT DISTINCT FROM x.id_unique AND r.nom IS NOT DISTINCT FROM x.nom
        JOIN paye_individuelle b ON b.id = r.bulletin WHERE b.contenu NOT IN ({Volumes})
        UNION
        SELECT d.piece FROM piece_de_mandat d JOIN mandat m ON m.id = d.mandat WHERE m.bordereau NOT IN ({Bordereaux})
        """;

    public static Selection Trouver(DuckDbConnection connexion, DonneesASupprimer cible) => cible.Type switch
    {
        TypeDeDonnees.Paye => new Selection(Cles(connexion, Volumes, cible), [], []),
        TypeDeDonnees.Mandats => new Selection(Cles(connexion, Acquits, cible), Cles(connexion, Bordereaux, cible), []),
        _ => new Selection([], [], Cles(connexion, Pieces, cible)),
    };

    /// <summary>All data of an exercice, but the pieces that what stays uses too.</summary>
    public static Selection Trouver(DuckDbConnection connexion, ExerciceAArchiver cible)
    {
        var donnees = new DonneesASupprimer(TypeDeDonnees.Pieces, cible.Siret, cible.Budget, cible.Exercice);
        return new Selection(Cles(connexion, Volumes, donnees), Cles(connexion, Bordereaux, donnees), Cles(connexion, $"{Pieces} AND p.id NOT IN ({PiecesUtiles})", donnees));
    }

    private static List<int> Cles(DuckDbConnection connexion, string sql, DonneesASupprimer cible)
    {
        using var commande = connexion.CreateCommand(sql);
        foreach (var (nom, valeur) in ((string, object?)[])[("siret", cible.Siret), ("budget", cible.Budget), ("annee", cible.Annee), ("mois", cible.Mois)])
            commande.Parameters.Add(new DuckDbParameter(nom, valeur));
        using var lecteur = commande.ExecuteReader();
        var cles = new List<int>();
        while (lecteur.Read())
            cles.Add(lecteur.GetInt32(0));
        return cles;
    }
}
