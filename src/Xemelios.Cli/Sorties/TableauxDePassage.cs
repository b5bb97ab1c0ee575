using Xemelios.Query.Passages;

namespace Xemelios.Cli.Sorties;

/// <summary>Tables de passage at a terminal.</summary>
internal static class TableauxDePassage
{
    public static void EnVigueur(TableDePassage table, Execution execution)
    {
        var tableau = new Tableau("Catégorie", "Code", "Statut", "Nature salariale", "Nature patronale", "De", "À");
        foreach (var r in table.Rangees)
            tableau.Ligne(r.Categorie, r.Code, r.Statut, r.NatureSalariale, r.NaturePatronale, r.Debut, r.Fin);
        tableau.Sur(execution.Sortie);
    }

    public static void Proposition(PropositionDePassage proposition, Execution execution)
    {
        var tableau = new Tableau("Catégorie", "Code", "Libellé", "Statut", "Nature", "En vigueur", "Raison", ">Montant");
        foreach (var l in proposition.Lignes)
            tableau.Ligne(l.Categorie, l.Code, l.Libelle, l.Statut, l.Nature, l.NatureEnVigueur, l.Raison, l.Montant);
        tableau.Sur(execution.Sortie);
        var etats = new Tableau("Mois", "Budget", "Source", ">À expliquer", ">Expliqué", ">%", ">Écart", ">% en vigueur");
        foreach (var e in proposition.Etats)
            etats.Ligne(e.Mois, e.Budget, e.Source, e.Reference.Total, e.Reference.Explique, e.Reference.Pourcentage, e.Reference.Ecart, e.EnVigueur.Pourcentage);
        etats.Sur(execution.Sortie);
    }
}
