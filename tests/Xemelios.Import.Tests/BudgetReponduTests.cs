using System.Text;
using Microsoft.Data.Sqlite;
using Xemelios.Store.Gestion;
using Xemelios.Store.Tables;

namespace Xemelios.Import.Tests;

/// <summary>What was answered for the files that name no budget is applied to them alone, and read again with them.</summary>
public sealed class BudgetReponduTests : IDisposable
{
    private const string Siret = "21990008100015";
    private static readonly byte[] SansBudget = File.ReadAllBytes(Directory.GetFiles(DonneesDEssai.Chemin("cas/d12-sans-budget"), "*.xhl")[0]);
    private static readonly byte[] AvecBudget = Remplacer(SansBudget, "<Employeur>", "<Budget><Libelle V=\"Annexe\"/><Code V=\"07\"/></Budget><Employeur>");
    private readonly DossierDEssai _dossier = new();

    [Theory]
    [InlineData("parmi d'autres")]
    [InlineData("seul")]
    [InlineData("lecteur général")]
    public void LaReponseNeSAppliqueQuAuFichierQuiNeNommePasSonBudget(string forme)
    {
        _dossier.Poser("sans.xhl", Mettre(forme, SansBudget));
        _dossier.Poser("avec.xhl", Mettre(forme, AvecBudget));

        var rapport = Job(Reponse("00")).Importer([_dossier.Depot], null, default);

        Assert.Equal(["07:07", "00:00"], Budgets());
        var (sans, avec) = (rapport.Fichiers.Single(f => f.Chemin.EndsWith("sans.xhl", StringComparison.Ordinal)), rapport.Fichiers.Single(f => f.Chemin.EndsWith("avec.xhl", StringComparison.Ordinal)));
        Assert.Equal("Le fichier ne dit pas son budget : le budget 00 vient de la réponse donnée à l'import.", Assert.Single(sans.Anomalies, a => a.Code == "XHL-0053").Message);
        Assert.DoesNotContain(sans.Anomalies, a => a.Code == "XHL-0011");
        Assert.DoesNotContain(avec.Anomalies, a => a.Code is "XHL-0053" or "XHL-0011");
    }

    [Fact]
    public void LaReponseDUnAutreEmployeurNeSertPas()
    {
        _dossier.Poser("sans.xhl", SansBudget);

        var rapport = Job(Reponse("00", "21990001600011")).Importer([_dossier.Depot], null, default);

        Assert.Equal([":"], Budgets());
        Assert.Single(Assert.Single(rapport.Fichiers).Anomalies, a => a.Code == "XHL-0011");
    }

    [Fact]
    public void ReconstruireRelitLaReponseAvecLeFichier()
    {
        _dossier.Poser("sans.xhl", SansBudget);
        Job(Reponse("00")).Importer([_dossier.Depot], null, default);
        var avant = EmpreinteLogique.Calculer(_dossier.Entrepot)[""];

        _dossier.Reconstruire();

        Assert.Equal(avant, EmpreinteLogique.Calculer(_dossier.Entrepot)[""]);
        Assert.Equal(["00:00"], Budgets());
        Assert.True(new Verification(_dossier.Entrepot).Verifier(default).Sain);
        var garde = Assert.Single(_dossier.Entrepot.Receptions.Lister()).Budgets!.Pour(Siret)!;
        Assert.Equal(("00", "quelqu.un"), (garde.Code, garde.Par));
    }

    [Fact]
    public void LeRemplacementSeFaitAuBudgetRepondu()
    {
        Job(Reponse("07")).Importer([_dossier.Poser("a/paye.xhl", AvecBudget)], null, default);

        var sansReponse = Job(null).Importer([_dossier.Poser("b/paye.xhl", Remplacer(SansBudget, "Commune fictive", "Commune Fictive"))], null, default);
        var repondu = Job(Reponse("07")).Importer([_dossier.Poser("c/paye.xhl", SansBudget)], null, default);

        Assert.Equal((Etats.Importe, Etats.Remplace), (Assert.Single(sansReponse.Fichiers).Etat, Assert.Single(repondu.Fichiers).Etat));
    }

    [Fact]
    public void UneInterruptionNePerdPasLaReponse()
    {
        using (var contenu = new MemoryStream(SansBudget))
            new ReceptionDeFichiers(_dossier.Entrepot, TimeProvider.System) { Budgets = Reponse("00") }.Recevoir(contenu, "sans.xhl", null, default);
        _dossier.Fermer();

        Job(null).Reprendre(default);

        Assert.Equal(["00:00"], Budgets());
    }

    [Fact]
    public void UnDossierDAvantSOuvreEtGardeSesReceptions()
    {
        _dossier.Poser("sans.xhl", SansBudget);
        Job(null).Importer([_dossier.Depot], null, default);
        _dossier.Fermer();
        using (var gestion = new SqliteConnection($"Data Source={Path.Combine(_dossier.Donnees, "gestion.db")};Pooling=False"))
        {
            gestion.Open();
            using var avant = gestion.CreateCommand();
            avant.CommandText = "ALTER TABLE reception DROP COLUMN Budgets; DROP TABLE IF EXISTS budget_retenu";
            avant.ExecuteNonQuery();
        }

        Assert.Null(Assert.Single(_dossier.Entrepot.Receptions.Lister()).Budgets);
        Assert.Null(_dossier.Entrepot.BudgetsRetenus.Pour(null, Siret));
        Assert.True(new Verification(_dossier.Entrepot).Verifier(default).Sain);
    }

    [Fact]
    public void LaMachineSuitLesPostesQuandIlsSontDAccord()
    {
        var retenus = _dossier.Entrepot.BudgetsRetenus;
        void Retenir(string? poste, string code) => retenus.Retenir(poste, new BudgetRetenu(Siret, new BudgetDonne(code, "quelqu.un", DateTimeOffset.UnixEpoch)));
        string? Code(string? poste) => retenus.Pour(poste, Siret)?.Code;

        Retenir("P1", "00");
        Assert.Equal(("00", (string?)null, "00"), (Code("P1"), Code("P2"), Code(null)));
        Retenir("P2", "07");
        Assert.Equal(("00", "07", (string?)null), (Code("P1"), Code("P2"), Code(null)));
        Retenir("P1", "07");
        Assert.Equal(("07", "07"), (Code("P1"), Code(null)));
        retenus.Oublier("P1", Siret);
        Assert.Equal(((string?)null, "07"), (Code("P1"), Code("P2")));
    }

    public void Dispose() => _dossier.Dispose();

    private ImportJob Job(BudgetsDonnes? budgets) => new(_dossier.Entrepot, TimeProvider.System) { Budgets = budgets };

    private static BudgetsDonnes Reponse(string code, string siret = Siret) =>
        new(new Dictionary<string, BudgetDonne>(StringComparer.Ordinal) { [siret] = new(code, "quelqu.un", DateTimeOffset.UnixEpoch) });

    /// <summary>A small file shares a transaction, a larger one does not; the fast reader leaves UTF-16 to the other.</summary>
    private static byte[] Mettre(string forme, byte[] xhl) => forme switch
    {
        "seul" => [.. xhl, .. Enumerable.Repeat((byte)'\n', 300 << 10)],
        "lecteur général" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Encoding.Latin1.GetString(xhl).Replace("ISO-8859-1", "UTF-16", StringComparison.Ordinal))],
        _ => xhl,
    };

    private static byte[] Remplacer(byte[] xhl, string ceci, string cela) =>
        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(xhl).Replace(ceci, cela, StringComparison.Ordinal));

    /// <summary>Key and code of the budget of each volume, in order of reading.</summary>
    private IEnumerable<string> Budgets() => _dossier.Lire("SELECT budget, coalesce(budget_code, '') FROM volume ORDER BY contenu").ConvertAll(l => $"{l[0]}:{l[1]}");
}
