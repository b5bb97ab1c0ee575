using System.Globalization;
using Xemelios.Domain.Paye;
using Xemelios.DuckDb;

namespace Xemelios.Store.Tables;

/// <summary>The small integer keys of one employer's words and rubriques: those already stored and the new ones of a file.</summary>
/// <remarks>Lives for the time of one transaction: when it is rolled back, the keys it gave are forgotten with it.</remarks>
internal sealed class Dictionnaires
{
    private readonly Dictionary<(SorteDeMot Sorte, string Texte), int> _mots = [];
    private readonly Dictionary<string, int>[] _motsVus =
        [.. Enumerable.Range(0, (int)SorteDeMot.Caisse + 1).Select(_ => new Dictionary<string, int>(ReferenceEqualityComparer.Instance))];
    private readonly Dictionary<Rubrique, int> _rubriques = [];
    // The readers give the same object for the same words: seen once, it is found without looking at them again.
    private readonly Dictionary<Rubrique, int> _rubriquesVues = new(ReferenceEqualityComparer.Instance);
    // A reader makes few objects for one word, but nothing forbids one for each line.
    private const int MotsVusMax = 50_000;

    private readonly TableAppender _ajoutDeMots;
    private readonly TableAppender _ajoutDeRubriques;
    private int _dernierMot;
    private int _derniereRubrique;
    private readonly TableModele _modeles;

    public Dictionnaires(DuckDbConnection connexion, int employeur, TableAppender mots, TableAppender rubriques, TableAppender modeles)
    {
        Employeur = employeur;
        _ajoutDeMots = mots;
        _ajoutDeRubriques = rubriques;
        _dernierMot = Cles.Derniere(connexion, "mot");
        _derniereRubrique = Cles.Derniere(connexion, "rubrique");
        LireLesMots(connexion);
        LireLesRubriques(connexion);
        _modeles = new TableModele(connexion, modeles, this);
    }

    public int Employeur { get; }

    public int? Mot(SorteDeMot sorte, string? texte)
    {
        if (texte is null)
            return null;
        var vus = _motsVus[(int)sorte];
        if (vus.TryGetValue(texte, out var id))
            return id;
        if (!_mots.TryGetValue((sorte, texte), out id))
            _mots.Add((sorte, texte), id = Nouveau(sorte, texte));
        if (vus.Count < MotsVusMax)
            vus.Add(texte, id);
        return id;
    }

    private int Nouveau(SorteDeMot sorte, string texte)
    {
        var id = ++_dernierMot;
        _ajoutDeMots.Int32(id);
        _ajoutDeMots.Int32(Employeur);
        _ajoutDeMots.Byte((byte)sorte);
        _ajoutDeMots.Text(texte);
        _ajoutDeMots.EndRow();
        return id;
    }

    public int Rubrique(Rubrique rubrique)
    {
        if (_rubriquesVues.TryGetValue(rubrique, out var id))
            return id;
        if (!_rubriques.TryGetValue(rubrique, out id))
            _rubriques.Add(rubrique, id = Nouvelle(rubrique));
        _rubriquesVues.Add(rubrique, id);
        return id;
    }

    /// <summary>The key of what a line says that others say too.</summary>
    public int Modele(ModeleDeLigne modele) => _modeles.Cle(modele);

    private int Nouvelle(Rubrique rubrique)
    {
        var id = ++_derniereRubrique;
        _ajoutDeRubriques.Int32(id);
        _ajoutDeRubriques.Int32(Employeur);
        _ajoutDeRubriques.Byte((byte)rubrique.Categorie);
        _ajoutDeRubriques.Text(rubrique.Code);
        _ajoutDeRubriques.Text(rubrique.Libelle);
        _ajoutDeRubriques.Text(rubrique.Element);
        _ajoutDeRubriques.EndRow();
        return id;
    }

    private void LireLesMots(DuckDbConnection connexion)
    {
        using var commande = connexion.CreateCommand();
        commande.CommandText = "SELECT sorte, texte, id FROM mot WHERE employeur = $employeur";
        commande.Parameters.Add(new DuckDbParameter("employeur", Employeur));
        using var lecteur = commande.ExecuteReader();
        while (lecteur.Read())
            _mots[((SorteDeMot)Convert.ToByte(lecteur.GetValue(0), CultureInfo.InvariantCulture), lecteur.GetString(1))] = lecteur.GetInt32(2);
    }

    private void LireLesRubriques(DuckDbConnection connexion)
    {
        using var commande = connexion.CreateCommand();
        commande.CommandText = "SELECT categorie, code, libelle, element, id FROM rubrique WHERE employeur = $employeur";
        commande.Parameters.Add(new DuckDbParameter("employeur", Employeur));
        using var lecteur = commande.ExecuteReader();
        while (lecteur.Read())
        {
            var categorie = (CategorieDeLigne)Convert.ToByte(lecteur.GetValue(0), CultureInfo.InvariantCulture);
            _rubriques[new Rubrique(categorie, Texte(lecteur, 1), Texte(lecteur, 2), Texte(lecteur, 3))] = lecteur.GetInt32(4);
        }
    }

    private static string? Texte(System.Data.Common.DbDataReader lecteur, int colonne) =>
        lecteur.IsDBNull(colonne) ? null : lecteur.GetString(colonne);
}

/// <summary>What a small key stands for in table <c>mot</c>.</summary>
internal enum SorteDeMot : byte
{
    Statut = 1,
    Emploi = 2,
    Grade = 3,
    Service = 4,
    Caisse = 5,
}
