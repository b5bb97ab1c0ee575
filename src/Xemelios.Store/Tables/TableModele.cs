using System.Globalization;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.DuckDb;

namespace Xemelios.Store.Tables;

/// <summary>The key of each model of line of one employer: that of one already stored, or a new row.</summary>
/// <remarks>Lives for the time of one transaction, like <see cref="Dictionnaires"/>.</remarks>
internal sealed class TableModele
{
    private readonly Dictionary<Contenu, int> _connus = [];
    private readonly TableAppender _ajout;
    private readonly Dictionnaires _mots;
    private int _dernier;

    public TableModele(DuckDbConnection connexion, TableAppender ajout, Dictionnaires mots)
    {
        (_ajout, _mots) = (ajout, mots);
        _dernier = Cles.Derniere(connexion, "modele_de_ligne");
        LireLesConnus(connexion);
    }

    /// <summary>The key of this model, written when it is new.</summary>
    public int Cle(ModeleDeLigne modele)
    {
        var (ordre, ordreEnTexte) = Ordre(modele.Ordre);
        var contenu = new Contenu(
            _mots.Rubrique(modele.Rubrique), _mots.Mot(SorteDeMot.Caisse, modele.CodeCaisse), modele.Taux?.DixMilliemes, modele.PeriodeDebut, modele.PeriodeFin,
            ordre, ordreEnTexte);
        if (_connus.TryGetValue(contenu, out var cle))
            return cle;
        cle = ++_dernier;
        _connus.Add(contenu, cle);
        Ajouter(cle, contenu);
        return cle;
    }

    // "037" sorts as 37 and is shown as 037.
    private static (long?, string?) Ordre(string? ordre)
    {
        long? nombre = long.TryParse(ordre, NumberStyles.None, CultureInfo.InvariantCulture, out var lu) ? lu : null;
        var leNombreDitTout = ordre is null || nombre is not null && (ordre[0] != '0' || ordre.Length == 1);
        return (nombre, leNombreDitTout ? null : ordre);
    }

    private void Ajouter(int cle, Contenu contenu)
    {
        _ajout.Int32(cle);
        _ajout.Int32(_mots.Employeur);
        _ajout.Int32(contenu.Rubrique);
        _ajout.Int32(contenu.Caisse);
        _ajout.Decimal18(contenu.Taux);
        _ajout.Date(contenu.Debut);
        _ajout.Date(contenu.Fin);
        _ajout.Int64(contenu.Ordre);
        _ajout.Text(contenu.OrdreEnTexte);
        _ajout.EndRow();
    }

    private void LireLesConnus(DuckDbConnection connexion)
    {
        using var commande = connexion.CreateCommand();
        commande.CommandText = "SELECT id, rubrique, caisse, taux, debut, fin, ordre, ordre_texte FROM modele_de_ligne WHERE employeur = $employeur";
        commande.Parameters.Add(new DuckDbParameter("employeur", _mots.Employeur));
        using var lecteur = commande.ExecuteReader();
        while (lecteur.Read())
        {
            var contenu = new Contenu(
                lecteur.GetInt32(1), Valeur<int>(lecteur, 2), Valeur<decimal>(lecteur, 3) is { } taux ? Quantite.FromDecimal(taux).DixMilliemes : null,
                Valeur<DateOnly>(lecteur, 4), Valeur<DateOnly>(lecteur, 5), Valeur<long>(lecteur, 6), lecteur.IsDBNull(7) ? null : lecteur.GetString(7));
            _connus[contenu] = lecteur.GetInt32(0);
        }
    }

    private static T? Valeur<T>(System.Data.Common.DbDataReader lecteur, int colonne) where T : struct =>
        lecteur.IsDBNull(colonne) ? null : lecteur.GetFieldValue<T>(colonne);

    private readonly record struct Contenu(int Rubrique, int? Caisse, long? Taux, DateOnly? Debut, DateOnly? Fin, long? Ordre, string? OrdreEnTexte);
}
