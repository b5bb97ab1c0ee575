using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Xemelios.Domain.Habilitations;
using Xemelios.Store.Gestion;
using Xemelios.Store.Gestion.Comptes;

namespace Xemelios.Store.Tests.Gestion.Comptes;

/// <summary>The migrations make the tables of the model, in both stores.</summary>
public abstract partial class TablesDesComptesTests(string? postgresql) : TestsDesComptes(postgresql)
{
    private readonly string? _postgresql = postgresql;

    [Fact]
    public void AucunChangementDuModeleNAttendUneMigration()
    {
        using var contexte = Essai.Base.Ouvrir();

        Assert.False(contexte.Database.HasPendingModelChanges());
        Assert.NotEmpty(contexte.Database.GetAppliedMigrations());
        Assert.Empty(contexte.Database.GetPendingMigrations());
    }

    [Fact]
    public void LesMigrationsFontLesTablesDuModele()
    {
        using var contexte = Essai.Base.Ouvrir();

        var duModele = Ordres(contexte.Database.GenerateCreateScript());
        var desMigrations = Ordres(contexte.GetService<IMigrator>().GenerateScript(options: MigrationsSqlGenerationOptions.NoTransactions));

        Assert.True(duModele.Count > 10);
        Assert.Equal(duModele, desMigrations);
    }

    [Fact]
    public async Task UneBaseOuverteDeNouveauGardeTout()
    {
        await Essai.PoserLesPremiers();
        var rouverte = new BaseDesComptes(Essai.Dossier, _postgresql);

        await using var contexte = rouverte.Ouvrir();

        Assert.Equal(["admin", "claire"], await contexte.Comptes.Select(c => c.UserName).Order().ToListAsync());
        rouverte.Fermer();
    }

    /// <summary>The statements that make tables, but for that of the history of migrations.</summary>
    private static List<string> Ordres(string script) =>
        [.. script.Split(';').Select(o => Blancs().Replace(o, " ").Trim())
            .Where(o => o.StartsWith("CREATE", StringComparison.Ordinal) && !o.Contains("historique_des_comptes", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blancs();
}

public sealed class TablesSurSqliteTests() : TablesDesComptesTests(null)
{
    [Fact]
    public async Task LesTablesSAjoutentACellesQuiSontDejaDansGestion()
    {
        using var essai = new EssaiDeComptes();
        var recherches = new RecherchesGardees(Path.Combine(essai.Dossier, "gestion.db"));
        recherches.Enregistrer(new RechercheEnregistree(0, "claire", false, "Crèche", null, "/bulletins", essai.Horloge.Maintenant));

        await essai.PoserLesPostes();

        Assert.Equal(2, (await essai.Postes.ListerAsync()).Count);
        Assert.Equal("Crèche", Assert.Single(recherches.Lister("claire")).Libelle);
    }

    [Fact]
    public async Task UneMigrationInterrompueNArretePasLaSuivante()
    {
        using var essai = new EssaiDeComptes();
        using (var connexion = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(essai.Dossier, "gestion.db")};Pooling=false"))
        {
            connexion.Open();
            using var commande = connexion.CreateCommand();
            commande.CommandText = """CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL); INSERT INTO "__EFMigrationsLock" VALUES (1, 'jadis')""";
            commande.ExecuteNonQuery();
        }

        await essai.PoserLesPostes();

        Assert.Equal(2, (await essai.Postes.ListerAsync()).Count);
    }

    [Fact]
    public void UnEntrepotNOuvrePasLesComptesTantQuOnNeLesDemandePas()
    {
        using var dossier = new TextIndex.DossierDEssai();
        using (var entrepot = Entrepot.Ouvrir(dossier.Chemin))
            entrepot.Receptions.Lister();
        Assert.DoesNotContain("compte", Tables(dossier.Fichier("gestion.db")));

        using (var entrepot = Entrepot.Ouvrir(dossier.Chemin))
            entrepot.Comptes.Ouvrir().Dispose();
        Assert.Contains("compte", Tables(dossier.Fichier("gestion.db")));
    }

    private static List<string> Tables(string fichier)
    {
        using var connexion = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={fichier};Pooling=false");
        connexion.Open();
        using var commande = connexion.CreateCommand();
        commande.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table'";
        using var lecteur = commande.ExecuteReader();
        var noms = new List<string>();
        while (lecteur.Read())
            noms.Add(lecteur.GetString(0));
        return noms;
    }
}

[Collection(AvecPostgreSql.Nom)]
public sealed class TablesSurPostgreSqlTests(ServeurPostgreSql serveur) : TablesDesComptesTests(serveur.NouvelleBase());
