using System.Data.Common;
using Xemelios.Domain.Habilitations;

namespace Xemelios.Query;

/// <summary>One SQL statement inside a perimeter, with its bound values.</summary>
internal sealed class Requete(DbConnection connexion, Perimetre perimetre, string sql)
{
    private readonly List<(string Nom, object? Valeur)> _valeurs = [];

    /// <summary>Binds <c>$nom</c>.</summary>
    public Requete Avec(string nom, object? valeur)
    {
        _valeurs.Add((nom, valeur));
        return this;
    }

    /// <summary>All rows, each read in the order of its columns.</summary>
    public List<T> Lire<T>(Func<Rangee, T> lire)
    {
        using var commande = connexion.CreateCommand();
        PerimetreSql.Poser(commande, perimetre, sql);
        foreach (var (nom, valeur) in _valeurs)
            PerimetreSql.Ajouter(commande, nom, valeur);
        using var lecteur = commande.ExecuteReader();
        var rangee = new Rangee(lecteur);
        var resultat = new List<T>();
        while (lecteur.Read())
        {
            rangee.Recommencer();
            resultat.Add(lire(rangee));
        }

        return resultat;
    }
}
