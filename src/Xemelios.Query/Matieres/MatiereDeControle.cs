using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Store;

namespace Xemelios.Query.Matieres;

/// <summary>A month of an employer that holds bulletins.</summary>
public sealed record MoisAControler(string Siret, MoisDePaye Mois);

/// <summary>What the controls look at: the pay that the perimeter shows, an employer and a month at a time, in temporary tables of one connection.</summary>
/// <remarks>
/// <c>fichier_paye</c>, <c>bulletin_paye</c>, <c>ligne_payee</c>, <c>regime_paye</c>, <c>versement_paye</c>, <c>evenement_paye</c> and
/// <c>anomalie_paye</c> are the month that is open; <c>bulletin_suivi</c>, <c>regime_suivi</c> and <c>versement_suivi</c> gather the months of the
/// employer, <c>heures_suivies</c> his overtime by month of work. A rule reads nothing else, so that it cannot see outside the perimeter.
/// </remarks>
public sealed record MatiereDeControle(string? Siret = null, MoisDePaye? Du = null, MoisDePaye? Au = null, string? Budget = null) : IQuestionNominative
{
    private const int PremierMois = 0;
    private const int DernierMois = 999_912;

    /// <summary>What the employer gave beside his pay files.</summary>
    public IReadOnlyList<TableFournie> Fournies { get; init; } = [];

    /// <summary>The employers and their months that hold bulletins, in order.</summary>
    public IReadOnlyList<MoisAControler> Mois(DbConnection connexion, Perimetre perimetre)
    {
        this.Autoriser(perimetre);
        return Requete(connexion, perimetre, SqlDeMatiere.Mois).Avec("siret", Siret).Avec("du", Du?.Cle ?? PremierMois).Avec("au", Au?.Cle ?? DernierMois)
            .Lire(r => new MoisAControler(r.TexteSur(), MoisDePaye.FromCle(r.Entier())));
    }

    /// <summary>Begins an employer: its rubriques, and no month yet.</summary>
    public void Commencer(DbConnection connexion, Perimetre perimetre, string siret)
    {
        this.Autoriser(perimetre);
        TablesFournies.Poser(connexion, Fournies);
        new Requete(connexion, perimetre, SqlDeMatiere.Modeles).Avec("siret", siret).Garder("modele_paye");
        foreach (var table in (string[])["bulletin_suivi", "regime_suivi", "versement_suivi"])
            Executer(connexion, $"DROP TABLE IF EXISTS {table}");
    }

    /// <summary>Lays out a month of the employer that was begun, and adds it to those that are followed.</summary>
    public void Ouvrir(DbConnection connexion, Perimetre perimetre, string siret, MoisDePaye mois)
    {
        this.Autoriser(perimetre);
        Poser("fichier_paye", Requete(connexion, perimetre, SqlDeMatiere.Fichiers).Avec("siret", siret).Avec("periode", mois.Cle));
        foreach (var (table, sql) in Tables)
            Poser(table, new Requete(connexion, perimetre, sql));
        foreach (var sorte in (string[])["bulletin", "regime", "versement"])
        {
            Executer(connexion, $"CREATE TEMP TABLE IF NOT EXISTS {sorte}_suivi AS FROM {sorte}_paye LIMIT 0");
            Executer(connexion, $"INSERT INTO {sorte}_suivi FROM {sorte}_paye");
        }

        Executer(connexion, $"CREATE OR REPLACE TEMP VIEW heures_suivies AS {SqlDeMatiere.Heures}");
    }

    // In the order in which they are drawn from each other.
    private static readonly (string Table, string Sql)[] Tables =
    [
        ("ligne_payee", SqlDeMatiere.Lignes), ("regime_paye", SqlDeMatiere.Regimes), ("bulletin_paye", SqlDeMatiere.Bulletins),
        ("evenement_paye", SqlDeMatiere.Evenements), ("anomalie_paye", SqlDeMatiere.Anomalies), ("versement_paye", SqlDeMatiere.Versements),
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
