namespace Xemelios.Store.Gestion;

/// <summary>A named choice of what an export holds (XéMéLios "configuration d'export").</summary>
/// <param name="Code">What it is asked for by, whatever the case: 1 to 40 letters without accents, digits, "-" and "_".</param>
/// <param name="Createur">Who made it: everyone runs it, they alone change it.</param>
/// <param name="Sujet">Bulletins, Lignes or Repartition.</param>
/// <param name="Champs">Keys of fields.</param>
public sealed record ConfigurationDExport(string Code, string Libelle, string Createur, DateTimeOffset CreeLe, string Sujet, IReadOnlyList<string> Champs);

/// <summary>The configurations of export kept in gestion.db.</summary>
public sealed class ConfigurationsDExport(string fichier) : TablesDeGestion(fichier, Tables)
{
    private const string Tables = """
        CREATE TABLE IF NOT EXISTS configuration_d_export (
            code TEXT NOT NULL PRIMARY KEY COLLATE NOCASE, libelle TEXT NOT NULL, createur TEXT NOT NULL, cree_le TEXT NOT NULL,
            sujet TEXT NOT NULL, champs TEXT NOT NULL)
        """;

    private const string Colonnes = "SELECT code, libelle, createur, cree_le, sujet, champs FROM configuration_d_export";

    /// <summary>Keeps a new configuration; false when its code is taken.</summary>
    public bool Ajouter(ConfigurationDExport configuration) => Executer(
        """
        INSERT INTO configuration_d_export (code, libelle, createur, cree_le, sujet, champs) VALUES ($code, $libelle, $createur, $le, $sujet, $champs)
        ON CONFLICT (code) DO NOTHING
        """, [.. Valeurs(configuration), ("le", EnTexte(configuration.CreeLe))]) == 1;

    /// <summary>Changes the configuration of this code, which may take another; its date stays. False when its creator has none of this
    /// code, or when the new code is taken.</summary>
    public bool Modifier(string code, ConfigurationDExport configuration) => Executer(
        """
        UPDATE OR IGNORE configuration_d_export SET code = $code, libelle = $libelle, sujet = $sujet, champs = $champs
        WHERE code = $ancien AND createur = $createur
        """, [.. Valeurs(configuration), ("ancien", code)]) == 1;

    /// <summary>Removes a configuration of this creator; false when there is none.</summary>
    public bool Supprimer(string code, string createur) =>
        Executer("DELETE FROM configuration_d_export WHERE code = $code AND createur = $createur", ("code", code), ("createur", createur)) == 1;

    /// <summary>All of them, by code.</summary>
    public IReadOnlyList<ConfigurationDExport> Lister() => Lire($"{Colonnes} ORDER BY code");

    /// <summary>The configuration of this code; null when there is none.</summary>
    public ConfigurationDExport? Trouver(string code) => Lire($"{Colonnes} WHERE code = $code", ("code", code)) is [var seule] ? seule : null;

    private static (string, object?)[] Valeurs(ConfigurationDExport configuration) =>
    [
        ("code", configuration.Code), ("libelle", configuration.Libelle), ("createur", configuration.Createur), ("sujet", configuration.Sujet),
        ("champs", string.Join(',', configuration.Champs)),
    ];

    private List<ConfigurationDExport> Lire(string sql, params (string Nom, object? Valeur)[] valeurs) => Lire(sql, l => new ConfigurationDExport(
        l.GetString(0), l.GetString(1), l.GetString(2), Date(l.GetString(3)), l.GetString(4), l.GetString(5).Split(',', StringSplitOptions.RemoveEmptyEntries)), valeurs);
}
