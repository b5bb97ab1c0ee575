using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Xemelios.Store.Gestion.Journaux;

/// <summary>Reads the whole journal again, and finds what was changed, taken away, put in, swapped or cut, with its place.</summary>
/// <remarks>Who can write the file can also compute seals: only a head kept elsewhere finds what was redone with care to the end.</remarks>
internal sealed class VerificationDuJournal
{
    private readonly SqliteConnection _connexion;
    private readonly List<FauteDuJournal> _fautes = [];
    private readonly Dictionary<long, byte[]?> _sceaux = [];

    private VerificationDuJournal(SqliteConnection connexion) => _connexion = connexion;

    public static RapportDuJournal Verifier(string dossier, IReadOnlyList<TeteDuJournal> externes)
    {
        var lignes = new FichierDesTetes(Path.Combine(dossier, Journal.NomDuFichierDesTetes)).Lignes;
        var tetes = lignes.Select(TeteDuJournal.Lire).OfType<TeteDuJournal>().ToList();
        var fichier = Path.Combine(dossier, Journal.NomDeLaBase);
        if (!File.Exists(fichier))
            return new(0, [.. tetes.Concat(externes).Take(1).Select(t => new FauteDuJournal(NatureDeFaute.TableManquante, 1, t.Rang))]);
        using var connexion = EcritureDuJournal.Ouvrir(fichier);
        // One state of the base, whatever is written meanwhile.
        using var transaction = connexion.BeginTransaction(deferred: true);
        var verification = new VerificationDuJournal(connexion);
        var rapport = verification.Verifier(tetes, externes, lignes.Count(l => l.Length > 0) != tetes.Count);
        return rapport with { Fautes = [.. rapport.Fautes.Distinct().OrderBy(f => f.Rang)] };
    }

    private RapportDuJournal Verifier(List<TeteDuJournal> duFichier, IReadOnlyList<TeteDuJournal> externes, bool fichierAltere)
    {
        var tables = Lire("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'journal%'", l => l.GetString(0));
        if (tables.Count < TablesDuJournal.Nombre)
        {
            if (tables.Count > 0 || duFichier.Count + externes.Count > 0)
                Noter(NatureDeFaute.TableManquante, 0, 0);
            return new(0, _fautes);
        }

        Declencheurs();
        var tetes = Tetes();
        var borne = Bornes();
        foreach (var tete in tetes.Concat(duFichier).Concat(externes))
            _sceaux[tete.Rang] = null;
        var marche = Marcher(borne);
        if (fichierAltere)
            Noter(NatureDeFaute.TeteAlteree, 0, 0);
        foreach (var oubliee in marche.FinsDeJour.Except(tetes.Select(t => t.Rang)).Concat(duFichier.Select(t => t.Rang).Except(tetes.Select(t => t.Rang))))
            Noter(NatureDeFaute.TeteAlteree, oubliee, oubliee);
        Comparer([.. tetes, .. duFichier, .. externes], borne, marche.Dernier);
        return new(marche.Examinees, _fautes);
    }

    private void Noter(NatureDeFaute nature, long rang, long jusquA) => _fautes.Add(new(nature, rang, jusquA));

    private void Declencheurs()
    {
        var presents = Lire("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'", l => (Nom: l.GetString(0), Sql: l.GetString(1))).ToDictionary(d => d.Nom, d => d.Sql, StringComparer.Ordinal);
        if (TablesDuJournal.Declencheurs.Any(d => presents.GetValueOrDefault(d.Key) != d.Value))
            Noter(NatureDeFaute.DeclencheurManquant, 0, 0);
    }

    /// <summary>The heads of the base that are still what was sealed.</summary>
    private List<TeteDuJournal> Tetes()
    {
        var sures = new List<TeteDuJournal>();
        var (numero, rang, precedente) = (0L, 0L, Sceau.Origine);
        foreach (var t in Lire("SELECT numero, jour, rang, nombre, empreinte, precedente, sceau FROM journal_tete ORDER BY numero", TeteLue.De))
        {
            var suit = t.Numero == numero + 1 && t.Precedente.AsSpan().SequenceEqual(precedente) && t.Tete.Nombre == t.Tete.Rang - rang;
            if (!suit || !t.EstScellee)
                Noter(NatureDeFaute.TeteAlteree, t.Tete.Rang, t.Tete.Rang);
            if (t.EstScellee)
                sures.Add(t.Tete);
            (numero, rang, precedente) = (t.Numero, t.Tete.Rang, t.Sceau);
        }

        if (Compteur("journal_tete") != numero)
            Noter(NatureDeFaute.TeteAlteree, rang, rang);
        return sures;
    }

    /// <summary>The last boundary; null when nothing was ever purged.</summary>
    private BorneDuJournal? Bornes()
    {
        BorneDuJournal? derniere = null;
        var sceau = Sceau.Origine;
        foreach (var (borne, precedente, scelle) in Lire(BorneDuJournal.Selection, BorneDuJournal.Lire))
        {
            var saine = borne.Numero == (derniere?.Numero ?? 0) + 1 && borne.Nombre == borne.Rang - (derniere?.Rang ?? 0)
                && precedente.AsSpan().SequenceEqual(sceau) && borne.Sceller(precedente).AsSpan().SequenceEqual(scelle);
            if (!saine)
                Noter(NatureDeFaute.BorneAlteree, borne.Rang, borne.Rang);
            (derniere, sceau) = (borne, scelle);
        }

        if (Compteur("journal_borne") != (derniere?.Numero ?? 0))
            Noter(NatureDeFaute.BorneAlteree, derniere?.Rang ?? 0, derniere?.Rang ?? 0);
        return derniere;
    }

    private MarcheDuJournal Marcher(BorneDuJournal? borne)
    {
        var marche = new MarcheDuJournal(borne is null ? (0, Sceau.Origine) : (borne.Rang, borne.Empreinte));
        var purgeEcrite = borne is null;
        using (var commande = _connexion.CreateCommand())
        {
            commande.CommandText = RangeeDuJournal.Selection + " ORDER BY rang";
            using var lecteur = commande.ExecuteReader();
            while (lecteur.Read())
            {
                var rangee = RangeeDuJournal.Lire(lecteur);
                marche.Passer(rangee);
                if (_sceaux.ContainsKey(rangee.Rang))
                    _sceaux[rangee.Rang] = rangee.Empreinte;
                purgeEcrite = purgeEcrite || rangee.EstLaPurge(borne!);
            }
        }

        _fautes.AddRange(marche.Conclure());
        if (!purgeEcrite)
            Noter(NatureDeFaute.BorneAlteree, borne!.Rang, borne.Rang);
        if (Compteur("journal") is var compteur && compteur > marche.Dernier)
            Noter(NatureDeFaute.Coupee, marche.Dernier + 1, compteur);
        else if (compteur < marche.Dernier)
            Noter(NatureDeFaute.CompteurAltere, marche.Dernier, marche.Dernier);
        return marche;
    }

    /// <summary>The entries are those that the heads sealed.</summary>
    private void Comparer(IReadOnlyList<TeteDuJournal> tetes, BorneDuJournal? borne, long dernier)
    {
        var bonne = borne?.Rang ?? 0;
        foreach (var tete in tetes.OrderBy(t => t.Rang))
        {
            if (tete.Rang > dernier)
                Noter(NatureDeFaute.Coupee, dernier + 1, tete.Rang);
            else if (tete.Rang <= (borne?.Rang ?? 0))
                ComparerALaBorne(tete, borne!);
            else if (_sceaux[tete.Rang] is { } sceau && Convert.ToHexStringLower(sceau) == tete.Empreinte)
                bonne = tete.Rang;
            else
                Noter(NatureDeFaute.Reecrite, Math.Min(bonne + 1, tete.Rang), tete.Rang);
        }
    }

    /// <summary>What was purged cannot be read again: a head says at least that it was old enough.</summary>
    private void ComparerALaBorne(TeteDuJournal tete, BorneDuJournal borne)
    {
        var trop = string.CompareOrdinal(tete.Jour.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), borne.Dernier) > 0;
        if (trop || (tete.Rang == borne.Rang && tete.Empreinte != Convert.ToHexStringLower(borne.Empreinte)))
            Noter(NatureDeFaute.BorneAlteree, tete.Rang, borne.Rang);
    }

    private long Compteur(string table) =>
        Lire($"SELECT seq FROM sqlite_sequence WHERE name = '{table}'", l => l.GetInt64(0)).DefaultIfEmpty(0).First();

    private List<T> Lire<T>(string sql, Func<SqliteDataReader, T> lire)
    {
        using var commande = _connexion.CreateCommand();
        commande.CommandText = sql;
        using var lecteur = commande.ExecuteReader();
        var lues = new List<T>();
        while (lecteur.Read())
            lues.Add(lire(lecteur));
        return lues;
    }

    private sealed record TeteLue(long Numero, string Jour, byte[] Empreinte, TeteDuJournal Tete, byte[] Precedente, byte[] Sceau)
    {
        public bool EstScellee =>
            EcritureDuJournal.SceauDeTete(Numero, Precedente, Jour, Tete.Rang, Tete.Nombre, Empreinte).AsSpan().SequenceEqual(Sceau);

        public static TeteLue De(SqliteDataReader l) => new(
            l.GetInt64(0), l.GetString(1), l.GetFieldValue<byte[]>(4),
            new(DateOnly.TryParseExact(l.GetString(1), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var jour) ? jour : default, l.GetInt64(2), l.GetInt64(3), Convert.ToHexStringLower(l.GetFieldValue<byte[]>(4))),
            l.GetFieldValue<byte[]>(5), l.GetFieldValue<byte[]>(6));
    }
}
