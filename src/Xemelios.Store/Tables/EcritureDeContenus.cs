using Xemelios.Domain.Constats;
using Xemelios.Domain.Justificatifs;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.DuckDb;

namespace Xemelios.Store.Tables;

/// <summary>A place where a content was found.</summary>
public sealed record LivraisonAEcrire(int Contenu, int? Contenant, int Indice, string Chemin, string Nom, string? Dossier, long? Octet);

/// <summary>A content that was unknown, with the place where it was found.</summary>
public sealed record NouveauContenu(LivraisonAEcrire Livraison, Empreinte Empreinte, string Type, long Octets, IReadOnlyList<Anomalie> Anomalies);

/// <summary>A piece as it was delivered; see table piece.</summary>
public sealed record PieceAEcrire
{
    public required int? Contenu { get; init; }

    public int? Contenant { get; init; }

    public int? Pes { get; init; }

    public required int Indice { get; init; }

    public required string Chemin { get; init; }

    public string? Entree { get; init; }

    public string? IdUnique { get; init; }

    public required string Nom { get; init; }

    public string? TypePj { get; init; }

    public string? Description { get; init; }

    public string? Siret { get; init; }

    public string? Dossier { get; init; }

    public required string TypeMime { get; init; }

    public required long Octets { get; init; }

    public IReadOnlyList<ReferenceComptable> References { get; init; } = [];
}

/// <summary>What a manifest says of one document.</summary>
public sealed record EntreeDeManifeste(string Fichier, string Entree, string? Type, string? Siret, string? IdUnique, string? NomOrigine);

/// <summary>One row of a table de passage: which nature a rubrique goes to. Months are AAAAMM, both included.</summary>
/// <param name="Siret">'' for every employer of the folder.</param>
/// <param name="Statut">Null for every statut.</param>
public sealed record LigneDePassage(
    string Siret, CategorieDeLigne Categorie, string Code, string? Statut, string? NatureSalariale, string? NaturePatronale, int Debut, int Fin)
{
    /// <summary>True when both could answer the same pay line.</summary>
    public bool Chevauche(LigneDePassage autre) =>
        Siret == autre.Siret && Categorie == autre.Categorie && Debut <= autre.Fin && autre.Debut <= Fin &&
        string.Equals(Code, autre.Code, StringComparison.OrdinalIgnoreCase) &&
        string.Equals(Statut ?? "", autre.Statut ?? "", StringComparison.OrdinalIgnoreCase);
}

/// <summary>Writes contents, the places where they were found, their anomalies and the pieces, inside the caller's transaction.</summary>
/// <remarks>These rows are few: plain inserts, prepared once.</remarks>
public sealed class EcritureDeContenus
{
    private readonly DuckDbConnection _connexion;
    private int? _dernierePiece;

    internal EcritureDeContenus(DuckDbConnection connexion) => _connexion = connexion;

    public void Contenu(int id, Empreinte empreinte, string type, long octets) =>
        Executer(
            "INSERT INTO contenu VALUES ($id, $empreinte, $type, $octets)",
            ("id", id), ("empreinte", empreinte.Hexadecimal), ("type", type), ("octets", octets));

    /// <summary>Contents that were unknown, each with the one place where it was found and its anomalies.</summary>
    public void Nouveaux(IReadOnlyList<NouveauContenu> nouveaux)
    {
        using var contenus = _connexion.CreateAppender("contenu");
        using var livraisons = _connexion.CreateAppender("livraison");
        using var anomalies = _connexion.CreateAppender("anomalie");
        foreach (var n in nouveaux)
        {
            contenus.Int32(n.Livraison.Contenu);
            contenus.Text(n.Empreinte.Hexadecimal);
            contenus.Text(n.Type);
            contenus.Int64(n.Octets);
            contenus.EndRow();
            Ajouter(livraisons, n.Livraison);
            for (var i = 0; i < n.Anomalies.Count; i++)
                Ajouter(anomalies, n.Livraison.Contenu, i + 1, n.Anomalies[i]);
        }

        foreach (var ajout in (ReadOnlySpan<TableAppender>)[contenus, livraisons, anomalies])
            ajout.Close();
    }

    /// <summary>A container that is stored is going to be read again: what was written of it goes, the contents that it carries stay.</summary>
    public void Recommencer(int id)
    {
        foreach (var table in (ReadOnlySpan<string>)["reference_de_mandat", "ligne_de_mandat"])
            Executer($"DELETE FROM {table} WHERE mandat IN (SELECT id FROM mandat WHERE contenu = $id)", ("id", id));
        Executer("DELETE FROM reference_comptable WHERE piece IN (SELECT id FROM piece WHERE contenant = $id)", ("id", id));
        foreach (var table in (ReadOnlySpan<string>)["piece", "livraison"])
            Executer($"DELETE FROM {table} WHERE contenant = $id", ("id", id));
        foreach (var table in (ReadOnlySpan<string>)["mandat", "bordereau", "acquit", "flux_pes", "anomalie"])
            Executer($"DELETE FROM {table} WHERE contenu = $id", ("id", id));
        DonnerLeType(id, "EN_COURS");
    }

    /// <summary>A container is EN_COURS while its entries are written; it takes its type at the end.</summary>
    public void DonnerLeType(int id, string type) =>
        Executer("UPDATE contenu SET type = $type WHERE id = $id", ("id", id), ("type", type));

    /// <summary>A content found again in the same place is not a new delivery.</summary>
    public void Livraison(LivraisonAEcrire l) =>
        Executer(
            """
            INSERT INTO livraison
            SELECT $contenu, $contenant, $indice, $chemin, $nom, $dossier, $octet
            WHERE NOT EXISTS (
                SELECT 1 FROM livraison WHERE contenu = $contenu AND contenant IS NOT DISTINCT FROM $contenant::INTEGER
                AND indice = $indice AND chemin = $chemin)
            """,
            ("contenu", l.Contenu), ("contenant", l.Contenant), ("indice", l.Indice), ("chemin", l.Chemin), ("nom", l.Nom),
            ("dossier", l.Dossier), ("octet", l.Octet));

    public void Anomalies(int contenu, IReadOnlyList<Anomalie> anomalies)
    {
        for (var i = 0; i < anomalies.Count; i++)
        {
            var a = anomalies[i];
            Executer(
                "INSERT INTO anomalie VALUES ($contenu, $rang, $code, $gravite, $message, $octet, $ligne)",
                ("contenu", contenu), ("rang", i + 1), ("code", a.Code), ("gravite", (int)a.Gravite), ("message", a.Message),
                ("octet", a.Provenance.Octet), ("ligne", a.Provenance.Ligne));
        }
    }

    /// <summary>A piece found again in the same place is not another piece.</summary>
    public void Piece(PieceAEcrire p)
    {
        var id = (_dernierePiece ??= Cles.Derniere(_connexion, "piece")) + 1;
        var nouvelle = Executer(
            """
            INSERT INTO piece
            SELECT $id, $contenu, $contenant, $pes, $indice, $chemin, $entree, $id_unique, $nom, $type_pj,
                   $description, $siret, $dossier, $type_mime, $octets
            WHERE NOT EXISTS (
                SELECT 1 FROM piece WHERE contenu IS NOT DISTINCT FROM $contenu::INTEGER AND contenant IS NOT DISTINCT FROM $contenant::INTEGER
                AND indice = $indice AND chemin = $chemin)
            """,
            ("id", id), ("contenu", p.Contenu), ("contenant", p.Contenant), ("pes", p.Pes), ("indice", p.Indice), ("chemin", p.Chemin),
            ("entree", p.Entree), ("id_unique", p.IdUnique), ("nom", p.Nom), ("type_pj", p.TypePj), ("description", p.Description),
            ("siret", p.Siret), ("dossier", p.Dossier), ("type_mime", p.TypeMime), ("octets", p.Octets));
        if (nouvelle == 0)
            return;
        _dernierePiece = id;
        for (var i = 0; i < p.References.Count; i++)
        {
            var r = p.References[i];
            Executer(
                "INSERT INTO reference_comptable VALUES ($piece, $rang, $domaine, $exercice, $type_objet, $identifiant, $complement)",
                ("piece", id), ("rang", i + 1), ("domaine", r.Domaine), ("exercice", r.Exercice), ("type_objet", r.TypeObjet),
                ("identifiant", r.Identifiant), ("complement", r.Complement));
        }
    }

    /// <summary>Keeps what a manifest says, and tells it to the pieces already there; <see cref="AppliquerLesManifestes"/> tells the next ones.</summary>
    public void Manifeste(int contenu, IReadOnlyList<EntreeDeManifeste> entrees)
    {
        for (var i = 0; i < entrees.Count; i++)
        {
            var e = entrees[i];
            Executer(
                "INSERT INTO manifeste VALUES ($contenu, $rang, $fichier, $entree, $type, $siret, $id_unique, $nom_origine)",
                ("contenu", contenu), ("rang", i + 1), ("fichier", e.Fichier), ("entree", e.Entree), ("type", e.Type),
                ("siret", e.Siret), ("id_unique", e.IdUnique), ("nom_origine", e.NomOrigine));
        }
    }

    public void Passage(int contenu, IReadOnlyList<LigneDePassage> lignes)
    {
        for (var i = 0; i < lignes.Count; i++)
        {
            var l = lignes[i];
            Executer(
                "INSERT INTO passage VALUES ($contenu, $rang, $siret, $categorie, $code, $statut, $salariale, $patronale, $debut, $fin)",
                ("contenu", contenu), ("rang", i + 1), ("siret", l.Siret), ("categorie", (int)l.Categorie), ("code", l.Code),
                ("statut", l.Statut), ("salariale", l.NatureSalariale), ("patronale", l.NaturePatronale), ("debut", l.Debut), ("fin", l.Fin));
        }
    }

    /// <summary>Forgets a content whose reading came to nothing.</summary>
    public void Oublier(int contenu)
    {
        Executer("DELETE FROM livraison WHERE contenu = $contenu", ("contenu", contenu));
        Executer("DELETE FROM contenu WHERE id = $contenu", ("contenu", contenu));
    }

    /// <summary>Gives the pieces of archives the identity that a manifest gives them, whichever of the two came first.</summary>
    public void AppliquerLesManifestes() =>
        Executer(
            """
            UPDATE piece SET siret = coalesce(m.siret, piece.siret), id_unique = coalesce(m.id_unique, piece.id_unique),
                             nom = coalesce(m.nom_origine, piece.nom)
            FROM manifeste m JOIN livraison l ON lower(l.nom) = lower(m.fichier)
            WHERE l.contenu = piece.contenant AND piece.pes IS NULL AND piece.entree = m.entree
              AND (m.siret IS DISTINCT FROM piece.siret OR m.id_unique IS DISTINCT FROM piece.id_unique OR m.nom_origine IS DISTINCT FROM piece.nom)
            """);

    private static void Ajouter(TableAppender ajout, LivraisonAEcrire l)
    {
        ajout.Int32(l.Contenu);
        ajout.Int32(l.Contenant);
        ajout.Int32(l.Indice);
        ajout.Text(l.Chemin);
        ajout.Text(l.Nom);
        ajout.Text(l.Dossier);
        ajout.Int64(l.Octet);
        ajout.EndRow();
    }

    private static void Ajouter(TableAppender ajout, int contenu, int rang, Anomalie anomalie)
    {
        ajout.Int32(contenu);
        ajout.Int32(rang);
        ajout.Text(anomalie.Code);
        ajout.Byte((byte)anomalie.Gravite);
        ajout.Text(anomalie.Message);
        ajout.Int64(anomalie.Provenance.Octet);
        ajout.Int32(anomalie.Provenance.Ligne);
        ajout.EndRow();
    }

    private int Executer(string sql, params ReadOnlySpan<(string Nom, object? Valeur)> parametres)
    {
        using var commande = _connexion.CreateCommand();
        commande.CommandText = sql;
        foreach (var (nom, valeur) in parametres)
            commande.Parameters.Add(new DuckDbParameter(nom, valeur));
        return commande.ExecuteNonQuery();
    }
}
