using System.Data;
using System.Data.Common;
using Xemelios.Domain.Habilitations;

namespace Xemelios.Query;

/// <summary>One SQL statement inside a perimeter, with its bound values.</summary>
internal sealed class Requete(DbConnection connexion, Perimetre perimetre, string sql)
{
    private const string MemoireEpuisee = "53200";
    private const string Interrompue = "57014";

    private readonly List<(string Nom, object? Valeur)> _valeurs = [];
    private int? _delai;

    /// <summary>Binds <c>$nom</c>.</summary>
    public Requete Avec(string nom, object? valeur)
    {
        _valeurs.Add((nom, valeur));
        return this;
    }

    /// <summary>Milliseconds after which the statement is given up; without any left it is not even begun. Null: never.</summary>
    public Requete EnAuPlus(int? millisecondes)
    {
        _delai = millisecondes;
        return this;
    }

    /// <summary>Keeps the rows for the statements that follow on this connection, under this name; they go with it.</summary>
    public void Garder(string table)
    {
        using var commande = Commande();
        using var minuterie = Minuterie(commande);
        commande.CommandText = $"CREATE OR REPLACE TEMP TABLE {table} AS {commande.CommandText}";
        Faire(commande.ExecuteNonQuery);
    }

    /// <summary>All rows, each read in the order of its columns.</summary>
    public List<T> Lire<T>(Func<Rangee, T> lire) => [.. Parcourir(lire, CommandBehavior.Default)];

    /// <summary>All rows; null when its time was over first.</summary>
    public List<T>? LireOuAbandonner<T>(Func<Rangee, T> lire)
    {
        try
        {
            return Lire(lire);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Rows as they come, none of them held; nothing else is asked on the connection meanwhile.</summary>
    public IEnumerable<T> AuFur<T>(Func<Rangee, T> lire) => Parcourir(lire, CommandBehavior.SequentialAccess);

    private IEnumerable<T> Parcourir<T>(Func<Rangee, T> lire, CommandBehavior lecture)
    {
        using var commande = Commande();
        using var minuterie = Minuterie(commande);
        using var lecteur = Faire(() => commande.ExecuteReader(lecture));
        var rangee = new Rangee(lecteur);
        while (Faire(lecteur.Read))
        {
            rangee.Recommencer();
            yield return lire(rangee);
        }
    }

    // What the engine says of its memory is not for who asked; where time is bounded, an interruption is expected.
    private T Faire<T>(Func<T> acte)
    {
        try
        {
            return acte();
        }
        catch (DbException memoire) when (memoire.SqlState == MemoireEpuisee)
        {
            throw new QuestionTropLourdeException();
        }
        catch (Exception arret) when (_delai is null && (arret is OperationCanceledException or DbException { SqlState: Interrompue }))
        {
            throw new QuestionInterrompueException();
        }
    }

    private Timer? Minuterie(DbCommand commande) => _delai switch
    {
        null => null,
        <= 0 => throw new OperationCanceledException(),
        { } delai => new Timer(_ => commande.Cancel(), state: null, delai, Timeout.Infinite),
    };

    private DbCommand Commande()
    {
        var commande = connexion.CreateCommand();
        PerimetreSql.Poser(commande, perimetre, sql);
        foreach (var (nom, valeur) in _valeurs)
            PerimetreSql.Ajouter(commande, nom, valeur);
        return commande;
    }
}
