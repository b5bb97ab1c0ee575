using System.Globalization;
using Xemelios.Domain.Constats;
using Xemelios.Domain.Paye;
using Xemelios.DuckDb;

namespace Xemelios.Store.Tables;

/// <summary>Appends pay lines, and counts them in the totals: words are keys, amounts are as written.</summary>
internal sealed class TableLigne(TableAppender ajout, Dictionnaires mots, TotauxDeVolume totaux)
{
    public void Ajouter(int contenu, int bulletin, Provenance placeDuBulletin, in LigneDePaye ligne)
    {
        var rubrique = mots.Rubrique(ligne.Rubrique);
        totaux.Ligne(rubrique, ligne.Montant);
        ajout.Int32(contenu);
        ajout.Int32(bulletin);
        ajout.Int32(ligne.Position);
        ajout.Int32(rubrique);
        ajout.Int32(mots.Mot(SorteDeMot.Caisse, ligne.CodeCaisse));
        ajout.Decimal18(ligne.Base?.DixMilliemes);
        ajout.Decimal18(ligne.Taux?.DixMilliemes);
        ajout.Decimal18(ligne.NbUnite?.DixMilliemes);
        ajout.Montant(ligne.Montant);
        ajout.Date(ligne.PeriodeDebut);
        ajout.Date(ligne.PeriodeFin);
        AjouterLOrdre(ligne.Ordre);
        ajout.Int32((int?)(ligne.Provenance.Octet - placeDuBulletin.Octet));
        ajout.Int32(ligne.Provenance.Ligne - placeDuBulletin.Ligne);
        ajout.EndRow();
    }

    private void AjouterLOrdre(string? ordre)
    {
        var estUnNombre = long.TryParse(ordre, NumberStyles.None, CultureInfo.InvariantCulture, out var nombre);
        if (estUnNombre) ajout.Int64(nombre);
        else ajout.Null();
        // "037" sorts as 37 and is shown as 037.
        var leNombreDitTout = ordre is null || estUnNombre && (ordre[0] != '0' || ordre.Length == 1);
        if (leNombreDitTout) ajout.Null();
        else ajout.Text(ordre);
    }
}
