using Microsoft.Data.Sqlite;
using Xemelios.Domain.Habilitations;
using Xemelios.Store.Gestion.Journaux;
using Xemelios.Store.Tests.TextIndex;

namespace Xemelios.Store.Tests.Gestion;

/// <summary>A clock that goes where it is told.</summary>
internal sealed class HorlogeDEssai(DateTimeOffset depart) : TimeProvider
{
    public DateTimeOffset Maintenant { get; set; } = depart;

    public override DateTimeOffset GetUtcNow() => Maintenant;
}

/// <summary>A journal in a folder of its own.</summary>
internal sealed class JournalDEssai : IDisposable
{
    public static readonly DateTimeOffset Depart = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly DossierDEssai _dossier = new();

    public JournalDEssai() => Journal = new Journal(_dossier.Chemin, Horloge);

    public HorlogeDEssai Horloge { get; } = new(Depart);

    public Journal Journal { get; }

    public string Dossier => _dossier.Chemin;

    public string Base => _dossier.Fichier("gestion.db");

    public string FichierDesTetes => _dossier.Fichier("journal-tetes.txt");

    public static Acte Acte(int numero = 1) =>
        new(NatureDActe.Consultation, "claire", "127.0.0.1", "/bulletins/{Volume}/{Ordre}") { Siret = "21990001200019", Matricule = $"{numero:000000}", Cles = $"ordre={numero}" };

    /// <summary>Writes acts that say anything, over some days of a clock that sometimes goes back.</summary>
    public JournalDEssai Remplir(Random hasard, int nombre)
    {
        for (var i = 0; i < nombre; i++)
        {
            Horloge.Maintenant += TimeSpan.FromMinutes(hasard.Next(12) == 0 ? -hasard.Next(2000) : hasard.Next(400));
            Journal.Ecrire(new Acte((NatureDActe)hasard.Next(Enum.GetValues<NatureDActe>().Length), Texte(hasard), TexteHostile.Tirer(hasard), TexteHostile.Tirer(hasard))
            {
                Poste = Texte(hasard), Siret = Texte(hasard), Matricule = Texte(hasard), Cles = Texte(hasard), Motif = Texte(hasard), Avant = Texte(hasard), Apres = Texte(hasard),
            });
        }

        return this;
    }

    /// <summary>Another folder with the same files.</summary>
    public static DossierDEssai Copier(JournalDEssai modele)
    {
        var copie = new DossierDEssai();
        foreach (var fichier in Directory.GetFiles(modele.Dossier))
            File.Copy(fichier, copie.Fichier(Path.GetFileName(fichier)));
        return copie;
    }

    /// <summary>Runs statements on the base as anyone who can write the file would.</summary>
    public static void Executer(string fichier, string sql)
    {
        using var connexion = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = fichier, Pooling = false }.ConnectionString);
        connexion.Open();
        using var commande = connexion.CreateCommand();
        commande.CommandText = sql;
        commande.ExecuteNonQuery();
    }

    public void Dispose()
    {
        Journal.Dispose();
        _dossier.Dispose();
    }

    private static string? Texte(Random hasard) => hasard.Next(4) switch { 0 => null, 1 => "", _ => TexteHostile.Tirer(hasard) };
}
