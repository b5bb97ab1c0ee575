using System.Globalization;
using Xemelios.Domain.Paye;
using Xemelios.DuckDb;

namespace Xemelios.Store.Tables;

/// <summary>The small integer keys of one employer's words and rubriques: those already stored and the new ones of a file.</summary>
/// <remarks>Lives for the time of one transaction: when it is rolled back, the keys it gave are forgotten with it.</remarks>
internal sealed class Dictionnaires
{
    private readonly Dictionary<(SorteDeMot Sorte, string Texte), int> _mots = [];
    private readonly Dictionary<(CategorieDeLigne Categorie, string? Code, string? Libelle, string? Element), int> _rubriques = [];
    private readonly TableAppender _ajoutDeMots;
    private readonly TableAppender _ajoutDeRubriques;
    private int _dernierMot;
    private int _derniereRubrique;

    public Dictionnaires(DuckDbConnection connexion, int employeur, TableAppender mots, TableAppender rubriques)
    {
        Employeur = employeur;
        _ajoutDeMots = mots;
        _ajoutDeRubriques = rubriques;
        _dernierMot = Cles.Derniere(connexion, "mot");
        _derniereRubrique = Cles.Derniere(connexion, "rubrique");
        LireLesMots(connexion);
        LireLesRubriques(connexion);
    }

    public int Employeur { get; }

    public int? Mot(SorteDeMot sorte, string? texte)
    {
        if (texte is null)
            return null;
        if (_mots.TryGetValue((sorte, texte), out var id))
            return id;
        id = ++_dernierMot;
        _mots.Add((sorte, texte), id);
        _ajoutDeMots.Int32(id);
        _ajoutDeMots.Int32(Employeur);
        _ajoutDeMots.Byte((byte)sorte);
        _ajoutDeMots.Text(texte);
        _ajoutDeMots.EndRow();
        return id;
    }

    public int Rubrique(LigneDePaye ligne)
    {
        var cle = (ligne.Categorie, ligne.Code, ligne.Libelle, ligne.NomDElement);
        if (_rubriques.TryGetValue(cle, out var id))
            return id;
        id = ++_derniereRubrique;
        _rubriques.Add(cle, id);
        _ajoutDeRubriques.Int32(id);
        _ajoutDeRubriques.Int32(Employeur);
        _ajoutDeRubriques.Byte((byte)ligne.Categorie);
        _ajoutDeRubriques.Text(ligne.Code);
        _ajoutDeRubriques.Text(ligne.Libelle);
        _ajoutDeRubriques.Text(ligne.NomDElement);
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
            _rubriques[(categorie, Texte(lecteur, 1), Texte(lecteur, 2), Texte(lecteur, 3))] = lecteur.GetInt32(4);
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
