using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Query.Criteres;
using Xemelios.Query.Export;
using Xemelios.Query.Recherches;

namespace Xemelios.Query.ExportsConfigures;

/// <summary>Reads bulletins with their lists, in the order of the search: their keys first, then some thousands of them at a time, so that
/// a year of a large employer passes without being held.</summary>
internal sealed class LectureEmboitee(RechercheQuestion recherche, ChoixDeChamps choix, DbConnection connexion, Perimetre perimetre)
{
    /// <summary>Bulletins read together: about a hundred thousand lines.</summary>
    private const int Paquet = 4_000;

    private readonly Perspective _bulletins = Perspective.De(Sujet.Bulletins, connexion, perimetre, recherche.Condition());
    private readonly Perspective _lignes = Perspective.De(Sujet.Lignes, connexion, perimetre, Condition.Tout);

    public TableEmboitee EnTable(string titre) => new(
        titre, EnColonnes(choix.Colonnes), [.. choix.Listes.Select(l => new ListeEmboitee(l.Cle, l.Titre, EnColonnes(l.Champs)))], Rangees(),
        new TotauxEmboites(TotauxDesBulletins(), [.. choix.Listes.Select(TotauxDe)]));

    private static ColonneDeTable[] EnColonnes(IReadOnlyList<Colonne> colonnes) => [.. colonnes.Select(c => new ColonneDeTable(c.Cle, c.Titre, c.Type))];

    private IEnumerable<RangeeEmboitee> Rangees()
    {
        var (ordre, avec) = recherche.Ordre(_bulletins);
        var (prealables, origine) = _bulletins.Relations(avec);
        var cles = _bulletins.Demander($"{prealables} SELECT b.id, b.contenu {origine} ORDER BY {ordre}").Lire(r => (Id: r.Long()!.Value, Contenu: r.Long()!.Value));
        foreach (var paquet in cles.Chunk(Paquet))
        {
            var cellules = Bulletins(paquet);
            var listes = choix.Listes.Select(l => Elements(l, paquet)).ToList();
            foreach (var (id, _) in paquet)
                yield return new RangeeEmboitee(cellules[id], [.. listes.Select(l => l.GetValueOrDefault(id, []))]);
        }
    }

    private Dictionary<long, object?[]> Bulletins((long Id, long Contenu)[] paquet)
    {
        var (prealables, origine) = _bulletins.Relations([.. choix.Colonnes.SelectMany(c => c.Avec)], [.. paquet.Select(c => new[] { c.Id })]);
        return _bulletins.Demander($"{prealables} SELECT b.id{Valeurs(choix.Colonnes)} {origine}")
            .Lire(r => (Id: r.Long()!.Value, Cellules: Lire(r, choix.Colonnes))).ToDictionary(r => r.Id, r => r.Cellules);
    }

    private Dictionary<long, List<IReadOnlyList<object?>>> Elements(ListeDeChamps liste, (long Id, long Contenu)[] paquet)
    {
        var elements = new Dictionary<long, List<IReadOnlyList<object?>>>();
        foreach (var (bulletin, cellules) in Demander(liste, paquet).Lire(r => (r.Long()!.Value, Lire(r, liste.Champs))))
        {
            if (!elements.TryGetValue(bulletin, out var siens))
                elements[bulletin] = siens = [];
            siens.Add(cellules);
        }

        return elements;
    }

    private Requete Demander(ListeDeChamps liste, (long Id, long Contenu)[] paquet)
    {
        if (liste.Table is { } table)
            return _bulletins.Demander($"SELECT x.bulletin{Valeurs(liste.Champs)} FROM {table} x WHERE x.bulletin IN ({Perspective.Enumerer(paquet.Select(c => c.Id))}) ORDER BY x.bulletin, x.rang");
        var (prealables, origine) = _lignes.Relations([.. liste.Champs.SelectMany(c => c.Avec)], [.. paquet.Select(c => new[] { c.Contenu, c.Id })]);
        return _lignes.Demander($"{prealables} SELECT l.bulletin{Valeurs(liste.Champs)} {origine} ORDER BY l.bulletin, l.position");
    }

    private IReadOnlyList<object?> TotauxDesBulletins()
    {
        var sommees = choix.Colonnes.Where(c => c.SeTotalise).ToList();
        var (prealables, origine) = _bulletins.Relations([.. sommees.SelectMany(c => c.Avec)]);
        return Sommes(choix.Colonnes, sommees, prealables, origine);
    }

    private IReadOnlyList<object?> TotauxDe(ListeDeChamps liste)
    {
        var sommees = liste.Champs.Where(c => c.SeTotalise).ToList();
        var (prealables, _) = _bulletins.Relations([]);
        if (liste.Table is { } table)
            return Sommes(liste.Champs, sommees, prealables, $"FROM {table} x WHERE x.bulletin IN (SELECT id FROM resultat)");
        var (retournees, origine) = _lignes.Relations([.. sommees.SelectMany(c => c.Avec)]);
        return Sommes(liste.Champs, sommees, prealables + retournees, $"{origine} WHERE l.bulletin IN (SELECT id FROM resultat)");
    }

    private IReadOnlyList<object?> Sommes(IReadOnlyList<Colonne> colonnes, List<Colonne> sommees, string prealables, string origine) =>
        sommees.Count == 0
            ? [.. colonnes.Select(_ => (object?)null)]
            : _bulletins.Demander($"{prealables} SELECT {string.Join(", ", sommees.Select(c => $"sum({c.Sql})"))} {origine}")
                .Lire(r => (object?[])[.. colonnes.Select(c => c.SeTotalise ? r.Lire(c.Type) : null)])[0];

    private static string Valeurs(IReadOnlyList<Colonne> colonnes) => string.Concat(colonnes.Select(c => $", {c.Sql}"));

    private static object?[] Lire(Rangee rangee, IReadOnlyList<Colonne> colonnes) => [.. colonnes.Select(c => rangee.Lire(c.Type))];
}
