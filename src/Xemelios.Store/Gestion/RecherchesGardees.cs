using System.Security.Cryptography;
using System.Text;

namespace Xemelios.Store.Gestion;

/// <summary>A search that someone wants to find again.</summary>
/// <param name="Id">0 until it is saved.</param>
/// <param name="Proprietaire">Who saved it.</param>
/// <param name="Publique">Everyone sees it; else its owner alone.</param>
/// <param name="Adresse">Path and query of the screen: it opens from there.</param>
public sealed record RechercheEnregistree(long Id, string Proprietaire, bool Publique, string Libelle, string? Description, string Adresse, DateTimeOffset ModifieeLe);

/// <summary>A search made lately.</summary>
/// <param name="Phrase">What it asked, in French.</param>
public sealed record RechercheRecente(string Adresse, string Phrase, DateTimeOffset Le);

/// <summary>The searches kept in gestion.db: saved ones, recent ones, and the lists of values too long or too private for an address.</summary>
public sealed class RecherchesGardees(string fichier) : TablesDeGestion(fichier, Tables)
{
    /// <summary>How many recent searches of someone are kept.</summary>
    public const int RecentesGardees = 30;

    private const string Tables = """
        CREATE TABLE IF NOT EXISTS recherche_enregistree (
            id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, proprietaire TEXT NOT NULL, publique INTEGER NOT NULL,
            libelle TEXT NOT NULL, description TEXT NULL, adresse TEXT NOT NULL, modifiee_le TEXT NOT NULL);
        CREATE TABLE IF NOT EXISTS recherche_recente (
            proprietaire TEXT NOT NULL, adresse TEXT NOT NULL, phrase TEXT NOT NULL, le TEXT NOT NULL, PRIMARY KEY (proprietaire, adresse));
        CREATE TABLE IF NOT EXISTS liste_de_valeurs (cle TEXT NOT NULL PRIMARY KEY, valeurs TEXT NOT NULL);
        """;

    private byte[]? _sel;

    /// <summary>Saves a new search, or changes the one that has this key and this owner.</summary>
    /// <returns>The search with its key; null when it is someone else's.</returns>
    public RechercheEnregistree? Enregistrer(RechercheEnregistree recherche)
    {
        const string ajouter = """
            INSERT INTO recherche_enregistree (proprietaire, publique, libelle, description, adresse, modifiee_le)
            VALUES ($proprietaire, $publique, $libelle, $description, $adresse, $le) RETURNING id
            """;
        const string changer = """
            UPDATE recherche_enregistree SET publique = $publique, libelle = $libelle, description = $description, adresse = $adresse, modifiee_le = $le
            WHERE id = $id AND proprietaire = $proprietaire RETURNING id
            """;
        return Donner(recherche.Id == 0 ? ajouter : changer,
                ("id", recherche.Id), ("proprietaire", recherche.Proprietaire), ("publique", recherche.Publique ? 1 : 0), ("libelle", recherche.Libelle),
                ("description", recherche.Description), ("adresse", recherche.Adresse), ("le", EnTexte(recherche.ModifieeLe))) is long id ? recherche with { Id = id } : null;
    }

    /// <summary>Removes a search of this owner; false when there is none.</summary>
    public bool Supprimer(long id, string proprietaire) =>
        Executer("DELETE FROM recherche_enregistree WHERE id = $id AND proprietaire = $proprietaire", ("id", id), ("proprietaire", proprietaire)) == 1;

    /// <summary>The searches that someone sees: their own and those that are public, by label.</summary>
    public IReadOnlyList<RechercheEnregistree> Lister(string proprietaire) => Lire(
        """
        SELECT id, proprietaire, publique, libelle, description, adresse, modifiee_le FROM recherche_enregistree
        WHERE publique = 1 OR proprietaire = $proprietaire ORDER BY libelle, id
        """,
        l => new RechercheEnregistree(l.GetInt64(0), l.GetString(1), l.GetInt64(2) == 1, l.GetString(3), l.IsDBNull(4) ? null : l.GetString(4), l.GetString(5), Date(l.GetString(6))),
        ("proprietaire", proprietaire));

    /// <summary>Notes that a search was made; the oldest ones beyond <see cref="RecentesGardees"/> are forgotten.</summary>
    public void Noter(string proprietaire, RechercheRecente recherche) => Executer($"""
        INSERT INTO recherche_recente (proprietaire, adresse, phrase, le) VALUES ($proprietaire, $adresse, $phrase, $le)
        ON CONFLICT (proprietaire, adresse) DO UPDATE SET phrase = $phrase, le = $le;
        DELETE FROM recherche_recente WHERE proprietaire = $proprietaire AND adresse NOT IN (
            SELECT adresse FROM recherche_recente WHERE proprietaire = $proprietaire ORDER BY le DESC LIMIT {RecentesGardees})
        """,
        ("proprietaire", proprietaire), ("adresse", recherche.Adresse), ("phrase", recherche.Phrase), ("le", EnTexte(recherche.Le)));

    /// <summary>The searches that someone made lately, the last one first.</summary>
    public IReadOnlyList<RechercheRecente> Recentes(string proprietaire) => Lire(
        "SELECT adresse, phrase, le FROM recherche_recente WHERE proprietaire = $proprietaire ORDER BY le DESC",
        l => new RechercheRecente(l.GetString(0), l.GetString(1), Date(l.GetString(2))), ("proprietaire", proprietaire));

    /// <summary>A fingerprint of what was searched: equal searches have one, and it says nothing of them.</summary>
    /// <remarks>With a secret of this folder: a NIR could be found again from its mere fingerprint.</remarks>
    public string Empreinte(string texte) => Convert.ToHexStringLower(HMACSHA256.HashData(_sel ??= Sel(), Encoding.UTF8.GetBytes(texte)))[..16];

    /// <summary>Keeps a list of values and gives the key by which an address names it: equal lists have one key.</summary>
    public string GarderUneListe(IEnumerable<string> valeurs)
    {
        var texte = string.Join('\n', valeurs);
        var cle = Empreinte(texte);
        Executer("INSERT OR IGNORE INTO liste_de_valeurs (cle, valeurs) VALUES ($cle, $valeurs)", ("cle", cle), ("valeurs", texte));
        return cle;
    }

    /// <summary>The values of a list; null when there is none of this key.</summary>
    public IReadOnlyList<string>? Liste(string cle) =>
        Lire("SELECT valeurs FROM liste_de_valeurs WHERE cle = $cle", l => l.GetString(0), ("cle", cle)) is [var valeurs] ? valeurs.Split('\n') : null;

    /// <summary>A secret of this folder, drawn once.</summary>
    private byte[] Sel() => Convert.FromHexString((string)Donner("""
        INSERT OR IGNORE INTO liste_de_valeurs (cle, valeurs) VALUES ('sel', $sel);
        SELECT valeurs FROM liste_de_valeurs WHERE cle = 'sel'
        """, ("sel", Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))))!);
}
