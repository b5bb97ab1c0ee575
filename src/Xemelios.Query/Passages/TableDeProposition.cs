using Xemelios.Domain.Valeurs;
using Xemelios.Query.Export;

namespace Xemelios.Query.Passages;

/// <summary>The proposal as a table: one row for each (catégorie, rubrique, statut) and each état that supports it.</summary>
public static class TableDeProposition
{
    private static readonly IReadOnlyList<ColonneDeTable> Colonnes =
    [
        new("categorie", "Catégorie", TypeDeColonne.Texte), new("code", "Code", TypeDeColonne.Texte), new("libelle", "Libellé", TypeDeColonne.Texte),
        new("statut", "Statut", TypeDeColonne.Texte), new("nature", "Nature proposée", TypeDeColonne.Texte),
        new("nature_en_vigueur", "Nature en vigueur", TypeDeColonne.Texte), new("raison", "Ce qui a décidé", TypeDeColonne.Texte),
        new("mois", "Mois", TypeDeColonne.Mois), new("budget", "Budget", TypeDeColonne.Texte), new("montant", "Montant de la rubrique", TypeDeColonne.Montant),
        new("a_expliquer", "Total de la nature", TypeDeColonne.Montant), new("explique", "Expliqué de la nature", TypeDeColonne.Montant),
        new("ecart", "Écart de la nature", TypeDeColonne.Montant),
    ];

    public static TableDeReponse EnTable(this PropositionDePassage proposition)
    {
        ArgumentNullException.ThrowIfNull(proposition);
        var total = proposition.Lignes.SelectMany(l => l.Montants).Aggregate(Montant.Zero, (s, a) => s + a.Montant);
        return new TableDeReponse("Table de passage proposée", Colonnes, proposition.Lignes.SelectMany(Rangees))
        {
            // The figures of a nature stand on each of its rubriques: only those of the rubriques add up.
            Totaux = ["Total", null, null, null, null, null, null, null, null, total, null, null, null],
        };
    }

    private static IEnumerable<IReadOnlyList<object?>> Rangees(LigneProposee l) => l.Montants.Count == 0
        ? [[l.Categorie, l.Code, l.Libelle, l.Statut, l.Nature, l.NatureEnVigueur, l.Raison.ToString(), null, null, null, null, null, null]]
        : l.Montants.Select(a => (IReadOnlyList<object?>)
            [l.Categorie, l.Code, l.Libelle, l.Statut, l.Nature, l.NatureEnVigueur, l.Raison.ToString(), a.Mois, a.Budget, a.Montant, a.AExpliquer, a.Explique, a.Ecart]);
}
