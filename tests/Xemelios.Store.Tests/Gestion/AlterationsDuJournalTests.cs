using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Xemelios.Store.Gestion.Journaux;

namespace Xemelios.Store.Tests.Gestion;

/// <summary>Whatever is done to the journal by someone who can write the file is found, at its place.</summary>
public sealed class AlterationsDuJournalTests
{
    private const int Entrees = 60;

    private static readonly string[] Textes = ["le", "nature", "utilisateur", "depuis", "objet", "poste", "siret", "matricule", "cles", "motif", "avant", "apres"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void MilleAlterationsSontToutesTrouveesALeurPlace(int graine)
    {
        var hasard = new Random(graine);
        using var modele = new JournalDEssai().Remplir(hasard, Entrees);
        var tete = modele.Journal.PoserUneTete()!;
        modele.Journal.Dispose();
        for (var essai = 0; essai < 250; essai++)
        {
            using var copie = JournalDEssai.Copier(modele);
            var (geste, places) = Alterer(copie.Fichier("gestion.db"), copie.Fichier("journal-tetes.txt"), hasard, essai);
            using var journal = new Journal(copie.Chemin, modele.Horloge);
            var fautes = journal.Verifier(tete).Fautes;
            foreach (var place in places)
                Assert.True(fautes.Any(f => f.Rang - 1 <= place && place <= f.JusquA + 1), $"Essai {essai}, {geste} au rang {place} : {string.Join(" | ", fautes)}");
        }
    }

    [Fact]
    public void CeQuiEstTrouveALaNatureDeCeQuiAEteFait()
    {
        using var modele = new JournalDEssai().Remplir(new Random(9), Entrees);
        modele.Journal.Dispose();
        Dit(modele, "UPDATE journal SET utilisateur = 'autre' WHERE rang = 12", NatureDeFaute.Modifiee, 12, 12);
        Dit(modele, "DELETE FROM journal WHERE rang BETWEEN 20 AND 22", NatureDeFaute.Supprimee, 20, 22);
        Dit(modele, "DELETE FROM journal WHERE rang > 55", NatureDeFaute.Coupee, 56, 60);
        Dit(modele, Echanger(10, 40), NatureDeFaute.Echangee, 10, 40);
        Dit(modele, Echanger(10, 11), NatureDeFaute.Echangee, 10, 11);
        Dit(modele, Decaler("rang >= 30", 1) + "INSERT INTO journal SELECT 30, le, nature, 'autre', depuis, objet, poste, siret, matricule, cles, motif, avant, apres, precedente, empreinte FROM journal WHERE rang = 29", NatureDeFaute.Inseree, 30, 30);
        Dit(modele, "DELETE FROM journal WHERE rang = 30;" + Decaler("rang > 30", -1), NatureDeFaute.Supprimee, 30, 30);
        Dit(modele, "UPDATE journal_tete SET empreinte = zeroblob(32) WHERE numero = 1", NatureDeFaute.TeteAlteree, 0, 60);
    }

    [Fact]
    public void DesDeclencheursRetiresSeVoient()
    {
        using var essai = new JournalDEssai().Remplir(new Random(3), 5);
        JournalDEssai.Executer(essai.Base, "DROP TRIGGER journal_sans_modification");
        Assert.Equal(NatureDeFaute.DeclencheurManquant, Assert.Single(essai.Journal.Verifier().Fautes).Nature);
    }

    [Fact]
    public void UnDeclencheurAffaibliSeVoit()
    {
        using var essai = new JournalDEssai().Remplir(new Random(3), 5);
        JournalDEssai.Executer(essai.Base, "DROP TRIGGER journal_sans_modification; CREATE TRIGGER journal_sans_modification BEFORE UPDATE ON journal BEGIN SELECT 1; END");
        Assert.Equal(NatureDeFaute.DeclencheurManquant, Assert.Single(essai.Journal.Verifier().Fautes).Nature);
    }

    [Fact]
    public void LaFinCoupeeAvecSesTetesSeVoitParUneTeteGardeeAilleurs()
    {
        using var essai = new JournalDEssai().Remplir(new Random(5), Entrees);
        var tete = essai.Journal.PoserUneTete()!;
        essai.Journal.Dispose();
        SansDeclencheurs(essai.Base, "DELETE FROM journal WHERE rang > 50; DELETE FROM journal_tete WHERE rang > 50; UPDATE sqlite_sequence SET seq = 50 WHERE name = 'journal'; UPDATE sqlite_sequence SET seq = (SELECT count(*) FROM journal_tete) WHERE name = 'journal_tete'");
        File.WriteAllLines(essai.FichierDesTetes, File.ReadAllLines(essai.FichierDesTetes).Where(l => TeteDuJournal.Lire(l)!.Rang <= 50));

        Assert.Empty(essai.Journal.Verifier().Fautes);
        Assert.Equal(new FauteDuJournal(NatureDeFaute.Coupee, 51, 60), Assert.Single(essai.Journal.Verifier(tete).Fautes));
    }

    private static void Dit(JournalDEssai modele, string sql, NatureDeFaute nature, long premier, long dernier)
    {
        using var copie = JournalDEssai.Copier(modele);
        SansDeclencheurs(copie.Fichier("gestion.db"), sql);
        using var journal = new Journal(copie.Chemin, modele.Horloge);
        var fautes = journal.Verifier().Fautes;
        Assert.True(fautes.Any(f => f.Nature == nature && f.Rang >= premier && f.JusquA <= dernier), $"{sql} : {string.Join(" | ", fautes)}");
    }

    /// <summary>Changes the base somehow, its triggers as they were afterwards.</summary>
    /// <returns>What was done, and the ranks where it shows.</returns>
    private static (string Geste, long[] Places) Alterer(string fichier, string tetes, Random hasard, int essai)
    {
        var rang = hasard.Next(1, Entrees + 1);
        var milieu = hasard.Next(2, Entrees - 8);
        switch (essai % 12)
        {
            case 0:
                SansDeclencheurs(fichier, Editer(hasard, rang));
                return ("édition", [rang]);
            case 1:
                SansDeclencheurs(fichier, Editer(hasard, rang, rescellee: true), c => Resceller(c, rang, rang));
                return ("édition rescellée", [rang]);
            case 2:
                SansDeclencheurs(fichier, Editer(hasard, rang, rescellee: true), c => Resceller(c, rang, Entrees));
                return ("édition, tout rescellé", [rang]);
            case 3:
                var nombre = hasard.Next(1, 6);
                SansDeclencheurs(fichier, $"DELETE FROM journal WHERE rang BETWEEN {milieu} AND {milieu + nombre - 1}");
                return ("suppression", [milieu, milieu + nombre - 1]);
            case 4:
                SansDeclencheurs(fichier, $"DELETE FROM journal WHERE rang = {milieu};" + Decaler($"rang > {milieu}", -1));
                return ("suppression renumérotée", [milieu]);
            case 5:
                SansDeclencheurs(fichier, Decaler($"rang >= {milieu}", 1) + Copier(milieu - 1, milieu));
                return ("insertion", [milieu]);
            case 6:
                SansDeclencheurs(fichier, Decaler($"rang >= {milieu}", 1) + Copier(milieu - 1, milieu), c => Resceller(c, milieu, milieu));
                return ("insertion scellée", [milieu]);
            case 7:
                var autre = 1 + ((rang + hasard.Next(Entrees - 1)) % Entrees);
                SansDeclencheurs(fichier, Echanger(rang, autre));
                return ("échange", [rang, autre]);
            case 8:
                SansDeclencheurs(fichier, $"DELETE FROM journal WHERE rang >= {milieu}");
                return ("coupe", [milieu]);
            case 9:
                SansDeclencheurs(fichier, $"DELETE FROM journal WHERE rang >= {milieu}; DELETE FROM journal_tete WHERE rang >= {milieu}; UPDATE sqlite_sequence SET seq = {milieu - 1} WHERE name = 'journal'; UPDATE sqlite_sequence SET seq = (SELECT count(*) FROM journal_tete) WHERE name = 'journal_tete'");
                File.Delete(tetes);
                return ("coupe avec ses têtes", [milieu]);
            case 10:
                SansDeclencheurs(fichier, $"INSERT INTO journal (rang, le, nature, depuis, objet, precedente, empreinte) VALUES ({Entrees + 1 + hasard.Next(5)}, '2026-01-01', 'Visa', 'x', 'y', zeroblob(32), randomblob(32))");
                return ("ajout à la fin", [Entrees + 1]);
            default:
                SansDeclencheurs(fichier, $"UPDATE journal SET ({string.Join(", ", Textes)}) = (SELECT {string.Join(", ", Textes)} FROM journal WHERE rang = {(rang == 1 ? 2 : rang - 1)}) WHERE rang = {rang}");
                return ("recopie du contenu d'une autre", [rang]);
        }
    }

    // A seal that is changed, then computed again, is what it was.
    private static string Editer(Random hasard, int rang, bool rescellee = false) => hasard.Next(rescellee ? 1 : 0, Textes.Length + 3) switch
    {
        1 => $"UPDATE journal SET precedente = randomblob(32) WHERE rang = {rang}",
        0 => $"UPDATE journal SET empreinte = randomblob(32) WHERE rang = {rang}",
        // What is behind a null character is invisible in a text.
        2 => $"UPDATE journal SET objet = objet || char(0) || 'x' WHERE rang = {rang}",
        var i => $"UPDATE journal SET {Textes[i - 3]} = coalesce({Textes[i - 3]}, '') || '{(hasard.Next(2) == 0 ? "x" : " ")}' WHERE rang = {rang}",
    };

    private static string Decaler(string ou, int pas) => $"UPDATE journal SET rang = -rang WHERE {ou}; UPDATE journal SET rang = -rang + {pas} WHERE rang < 0;";

    private static string Copier(int de, int vers) =>
        $"INSERT INTO journal SELECT {vers}, {string.Join(", ", Textes)}, empreinte, empreinte FROM journal WHERE rang = {de};";

    private static string Echanger(int un, int autre) =>
        $"UPDATE journal SET rang = -1 WHERE rang = {un}; UPDATE journal SET rang = {un} WHERE rang = {autre}; UPDATE journal SET rang = {autre} WHERE rang = -1;";

    internal static void SansDeclencheurs(string fichier, string sql, Action<SqliteConnection>? suite = null)
    {
        using var connexion = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = fichier, Pooling = false }.ConnectionString);
        connexion.Open();
        Executer(connexion, "PRAGMA synchronous = OFF");
        var declencheurs = Lire(connexion, "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'");
        Executer(connexion, string.Concat(declencheurs.Select(d => $"DROP TRIGGER {d[0]};")));
        Executer(connexion, sql);
        suite?.Invoke(connexion);
        Executer(connexion, string.Concat(declencheurs.Select(d => $"{d[1]};")));
    }

    /// <summary>Computes the seals again, as someone who knows how it is done.</summary>
    private static void Resceller(SqliteConnection connexion, int premier, int dernier)
    {
        byte[]? precedente = null;
        for (var rang = premier; rang <= dernier; rang++)
        {
            var rangee = Lire(connexion, $"SELECT {string.Join(", ", Textes.Select(t => $"CAST({t} AS BLOB)"))}, precedente FROM journal WHERE rang = {rang}")[0];
            precedente ??= (byte[])rangee[^1]!;
            var scelle = Sceller(rang, precedente, rangee[..^1]);
            using var commande = connexion.CreateCommand();
            commande.CommandText = $"UPDATE journal SET precedente = $p, empreinte = $e WHERE rang = {rang}";
            commande.Parameters.AddWithValue("$p", precedente);
            commande.Parameters.AddWithValue("$e", scelle);
            commande.ExecuteNonQuery();
            precedente = scelle;
        }
    }

    // Written again here: the format is a promise, not what the code happens to do.
    private static byte[] Sceller(long rang, byte[] precedente, object?[] champs)
    {
        using var octets = new MemoryStream();
        octets.WriteByte(1);
        Span<byte> nombre = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(nombre, rang);
        octets.Write(nombre);
        foreach (var champ in champs.Prepend(precedente).Cast<byte[]?>())
        {
            BinaryPrimitives.WriteInt32BigEndian(nombre, champ?.Length ?? -1);
            octets.Write(nombre[..4]);
            octets.Write(champ ?? []);
        }

        return SHA256.HashData(octets.ToArray());
    }

    private static void Executer(SqliteConnection connexion, string sql)
    {
        using var commande = connexion.CreateCommand();
        commande.CommandText = sql;
        commande.ExecuteNonQuery();
    }

    private static List<object?[]> Lire(SqliteConnection connexion, string sql)
    {
        using var commande = connexion.CreateCommand();
        commande.CommandText = sql;
        using var lecteur = commande.ExecuteReader();
        var lues = new List<object?[]>();
        while (lecteur.Read())
            lues.Add([.. Enumerable.Range(0, lecteur.FieldCount).Select(i => lecteur.IsDBNull(i) ? null : lecteur.GetValue(i))]);
        return lues;
    }
}
