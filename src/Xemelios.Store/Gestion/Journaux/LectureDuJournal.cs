using System.Globalization;
using Microsoft.Data.Sqlite;
using Xemelios.Domain.Habilitations;

namespace Xemelios.Store.Gestion.Journaux;

/// <summary>Reads entries of the journal, on a connection of its own: it never waits for who writes.</summary>
internal sealed class LectureDuJournal(string fichier, TimeZoneInfo fuseau)
{
    private const string Colonnes = "rang, le, nature, utilisateur, depuis, objet, poste, siret, matricule, cles, motif, avant, apres";

    // What shows the data of many at once; without a SIRET, it covered every collectivité that its author could see.
    private const string Large = """
        matricule IS NULL AND ((siret IS NULL AND nature IN ('Export', 'Recherche'))
            OR (siret IN ($siret, substr($siret, 1, 9)) AND nature IN ('Export', 'Recherche', 'Consultation', 'Source', 'Piece', 'Restitution')))
        """;

    public PageDuJournal Lire(DemandeDeJournal demande) => Page(Conditions(demande), demande);

    /// <summary>Who opened the data of an agent.</summary>
    public AccesAUnAgent Acces(string siret, string matricule, DemandeDeJournal demande)
    {
        var cadre = Conditions(demande with { Siret = null, Matricule = null });
        return new AccesAUnAgent(
            siret, matricule,
            Page([.. cadre, ("siret = $siret AND matricule = $matricule", [("siret", siret), ("matricule", matricule)])], demande),
            Page([.. cadre, (Large, [("siret", siret)])], demande));
    }

    private List<(string Sql, (string, object)[] Valeurs)> Conditions(DemandeDeJournal d)
    {
        var conditions = new List<(string, (string, object)[])>();
        if (d.Utilisateur is { } utilisateur) conditions.Add(("utilisateur = $utilisateur", [("utilisateur", utilisateur)]));
        if (d.Poste is { } poste) conditions.Add(("poste = $poste", [("poste", poste)]));
        // The SIRET of an establishment of this SIREN begins with it: ":" comes after "9".
        if (d.Siret is { Length: 9 } siren) conditions.Add(("siret >= $siren AND siret < $siren || ':'", [("siren", siren)]));
        else if (d.Siret is { } siret) conditions.Add(("siret = $siret", [("siret", siret)]));
        if (d.Matricule is { } matricule) conditions.Add(("matricule = $matricule", [("matricule", matricule)]));
        if (d.Nature is { } nature) conditions.Add(("nature = $nature", [("nature", nature.ToString())]));
        if (d.Du is { } du) conditions.Add(("le >= $du", [("du", Minuit(du))]));
        if (d.Au is { } au) conditions.Add(("le < $au", [("au", au == DateOnly.MaxValue ? "9999-12-31T24" : Minuit(au.AddDays(1)))]));
        return conditions;
    }

    private string Minuit(DateOnly jour)
    {
        var local = jour.ToDateTime(TimeOnly.MinValue, DateTimeKind.Unspecified);
        // Far from the ends of the calendar, where an offset leads out of it.
        return jour.Year is > 1 and < 9999
            ? RangeeDuJournal.EnTexte(new DateTimeOffset(local, fuseau.GetUtcOffset(local)))
            : local.ToString("O", CultureInfo.InvariantCulture);
    }

    private PageDuJournal Page(IReadOnlyList<(string Sql, (string, object)[] Valeurs)> conditions, DemandeDeJournal demande)
    {
        var (page, taille) = (Math.Max(1, demande.Page), Math.Clamp(demande.TaillePage, 1, DemandeDeJournal.PlusGrandePage));
        if (!File.Exists(fichier))
            return new([], 0, page, taille);
        using var connexion = EcritureDuJournal.Ouvrir(fichier);
        if (!EcritureDuJournal.Existe(connexion))
            return new([], 0, page, taille);
        var ou = conditions.Count == 0 ? "" : "WHERE " + string.Join(" AND ", conditions.Select(c => $"({c.Sql})"));
        var valeurs = conditions.SelectMany(c => c.Valeurs).ToArray();
        using var transaction = connexion.BeginTransaction(deferred: true);
        using var compte = Commande(connexion, $"SELECT count(*) FROM journal {ou}", valeurs);
        var total = (long)compte.ExecuteScalar()!;
        using var commande = Commande(
            connexion, $"SELECT {Colonnes} FROM journal {ou} ORDER BY rang DESC LIMIT $taille OFFSET $saut", [.. valeurs, ("taille", taille), ("saut", (long)taille * (page - 1))]);
        using var lecteur = commande.ExecuteReader();
        var entrees = new List<EntreeDuJournal>();
        while (lecteur.Read())
            entrees.Add(Entree(lecteur));
        return new(entrees, total, page, taille);
    }

    private static SqliteCommand Commande(SqliteConnection connexion, string sql, (string Nom, object Valeur)[] valeurs)
    {
        var commande = connexion.CreateCommand();
        commande.CommandText = sql;
        foreach (var (nom, valeur) in valeurs)
            commande.Parameters.AddWithValue($"${nom}", valeur);
        return commande;
    }

    private static EntreeDuJournal Entree(SqliteDataReader l) => new(
        l.GetInt64(0), DateTimeOffset.Parse(l.GetString(1), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        new Acte(Enum.Parse<NatureDActe>(l.GetString(2)), Texte(l, 3), l.GetString(4), l.GetString(5))
        {
            Poste = Texte(l, 6), Siret = Texte(l, 7), Matricule = Texte(l, 8), Cles = Texte(l, 9), Motif = Texte(l, 10), Avant = Texte(l, 11), Apres = Texte(l, 12),
        });

    private static string? Texte(SqliteDataReader lecteur, int colonne) => lecteur.IsDBNull(colonne) ? null : lecteur.GetString(colonne);
}
