using System.Globalization;

namespace Xemelios.Query.Export.Xlsx;

/// <summary>The rows of a table over as many sheets as they need, each with its header.</summary>
internal sealed class SuiteDeFeuilles(ClasseurXlsx classeur, TableDeReponse table, IReadOnlyList<int> largeurs, int lignesParFeuille)
{
    private FeuilleXlsx? _feuille;
    private int _feuilles;

    /// <summary>Rows written, without headers and totals.</summary>
    public long Lignes { get; private set; }

    public void Ligne(IReadOnlyList<object?> cellules)
    {
        Ecrire(cellules, total: false);
        Lignes++;
    }

    /// <summary>Ends with the totals, which no filter hides.</summary>
    public void Terminer(IReadOnlyList<object?>? totaux)
    {
        var filtrees = Place().Ligne;
        if (totaux is not null)
        {
            var feuille = _feuille;
            Ecrire(totaux, total: true);
            if (feuille != _feuille)
                filtrees = 1;
        }

        _feuille!.Fermer(filtrees);
        _feuille = null;
    }

    private void Ecrire(IReadOnlyList<object?> cellules, bool total)
    {
        var feuille = Place();
        if (feuille.Ligne >= lignesParFeuille)
        {
            feuille.Fermer(feuille.Ligne);
            _feuille = null;
            feuille = Place();
        }

        feuille.CommencerLigne();
        foreach (var cellule in cellules)
            feuille.Cellule(cellule, total);
        feuille.FinirLigne();
    }

    private FeuilleXlsx Place()
    {
        if (_feuille is not null)
            return _feuille;
        _feuilles++;
        _feuille = classeur.Ouvrir(_feuilles == 1 ? "Données" : "Données " + _feuilles.ToString(CultureInfo.InvariantCulture), largeurs, lignesFigees: 1);
        _feuille.CommencerLigne();
        foreach (var colonne in table.Colonnes)
            _feuille.EnTete(colonne.Titre);
        _feuille.FinirLigne();
        return _feuille;
    }
}
