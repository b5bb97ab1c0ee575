using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Store;

namespace Xemelios.Query.Matieres;

/// <summary>What the controls look at: the pay that the perimeter shows, an employer and a month at a time, in temporary tables of one connection.</summary>
/// <remarks>
/// <c>fichier_paye</c>, <c>bulletin_paye</c>, <c>ligne_payee</c>, <c>regime_paye</c>,
/// <c>evenement_paye</c> and <c>anomalie_paye</c> are the month that is open; <c>bulletin_suivi</c> and <c>regime_suivi</c>
/// gather the months of the employer. A rule reads nothing else, so that it cannot see outside the perimeter.
/// </remarks>
public sealed record MatiereDeControle(string? Siret = null, MoisDePaye? Du = null, MoisDePaye? Au = null, string? Budget = null) : IQuestionNominative
{
    private const int PremierMois = 0;
    private const int DernierMois = 999_912;

    /// <summary>What the employer gave beside his pay files.</summary>
    public IReadOnlyList<TableFournie> Fournies { get; init; } = [];

    /// <summary>The employers and their months that hold bulletins, in order.</summary>
    public IReadOnlyList<(string Siret, MoisDePaye Mois)> Mois(DbConnection connexion, Perimetre perimetre)
    {
        this.Autoriser(perimetre);
        return Requete(connexion, perimetre, SqlDeMatiere.Mois).Avec("siret", Siret).Avec("du", Du?.Cle ?? PremierMois).Avec("au", Au?.Cle ?? DernierMois)
            .Lire(r => (r.TexteSur(), MoisDePaye.FromCle(r.Entier())));
    }

    /// <summary>Begins an employer: its rubriques, and no month yet.</summary>
    public void Commencer(DbConnection connexion, Perimetre perimetre, string siret)
    {
        this.Autoriser(perimetre);
        TablesFournies.Poser(connexion, Fournies);
        new Requete(connexion, perimetre, SqlDeMatiere.Modeles).Avec("siret", siret).Garder("modele_paye");
        foreach (var table in (string[])["bulletin_suivi", "regime_suivi"])
            Executer(connexion, $"DROP TABLE IF EXISTS {table}");
    }

    /// <summary>Lays out a month of the employer that was begun, and adds it to those that are followed.</summary>
    public void Ouvrir(DbConnection connexion, Perimetre perimetre, string siret, MoisDePaye mois)
    {
        this.Autoriser(perimetre);
        Poser("fichier_paye", Requete(connexion, perimetre, SqlDeMatiere.Fichiers).Avec("siret", siret).Avec("periode", mois.Cle));
        foreach (var (table, sql) in Tables)
            Poser(table, new Requete(connexion, perimetre, sql));
        Executer(connexion, "CREATE TEMP TABLE IF NOT EXISTS bulletin_suivi AS FROM bulletin_paye LIMIT 0");
        Executer(connexion, "INSERT INTO bulletin_suivi FROM bulletin_paye");
        Executer(connexion, "CREATE TEMP TABLE IF NOT EXISTS regime_suivi AS FROM regime_paye LIMIT 0");
        Executer(connexion, "INSERT INTO regime_suivi FROM regime_paye");
    }

    // In the order in which they are drawn from each other.
    private static readonly (string Table, string Sql)[] Tables =
    [
        ("ligne_payee", SqlDeMatiere.Lignes), ("regime_paye", SqlDeMatiere.Regimes), ("bulletin_paye", SqlDeMatiere.Bulletins),
        ("evenement_paye", SqlDeMatiere.Evenements), ("anomalie_paye", SqlDeMatiere.Anomalies),
    ];

    private static void Poser(string table, Requete requete)
    {
        using var etape = Etapes.Commencer(table);
        requete.Garder(table);
    }

    private Requete Requete(DbConnection connexion, Perimetre perimetre, string sql) =>
        new Requete(connexion, perimetre, sql).Avec("budget", Budget is null ? null : CodeBudget.Cle(Budget));

    private static void Executer(DbConnection connexion, string sql)
    {
        using var commande = connexion.CreateCommand();
        commande.CommandText = sql;
        commande.ExecuteNonQuery();
    }
}
