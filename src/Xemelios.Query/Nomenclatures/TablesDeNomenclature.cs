using Xemelios.Query.Export;

namespace Xemelios.Query.Nomenclatures;

/// <summary>A nomenclature as a table that can leave the program: one row for each value and period.</summary>
public static class TablesDeNomenclature
{
    public static TableDeReponse EnTable(this NomenclatureDEmployeur nomenclature) => new(
        $"Nomenclature {nomenclature.Sorte}, {nomenclature.Employeur ?? nomenclature.Siret}",
        [
            new("code", "Code", TypeDeColonne.Texte), new("libelle", "Libellé", TypeDeColonne.Texte), new("caisse", "Caisse", TypeDeColonne.Texte),
            new("nature_employeur", "Nature (part employeur)", TypeDeColonne.Texte), new("nature_salarie", "Nature (part salariale)", TypeDeColonne.Texte),
            new("de", "De", TypeDeColonne.Mois), new("a", "À", TypeDeColonne.Mois),
            new("mois_employes", "Mois d'emploi", TypeDeColonne.Entier), new("lignes", "Lignes", TypeDeColonne.Entier), new("montant", "Montant", TypeDeColonne.Montant),
        ],
        from entree in nomenclature.Entrees
        from valeur in entree.Valeurs.DefaultIfEmpty(new ValeurDeNomenclature(null, null, null, null, []))
        from periode in valeur.Periodes.Cast<PeriodeDeMois?>().DefaultIfEmpty()
        select (IReadOnlyList<object?>)[entree.Code, valeur.Libelle, valeur.Caisse, valeur.NatureEmployeur, valeur.NatureSalarie, periode?.Debut, periode?.Fin,
            entree.Emploi?.Mois, entree.Emploi?.Lignes, entree.Emploi?.Montant]);
}
