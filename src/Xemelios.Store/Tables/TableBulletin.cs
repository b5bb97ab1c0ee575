using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.DuckDb;

namespace Xemelios.Store.Tables;

/// <summary>Appends bulletins without their agents, in the order of the schema, and counts them in the totals.</summary>
internal sealed class TableBulletin(TableAppender ajout, TableAgent agents, Dictionnaires mots, TotauxDeVolume totaux)
{
    public void Ajouter(int id, int contenu, int periode, Bulletin bulletin)
    {
        ajout.Int32(id);
        ajout.Int32(contenu);
        ajout.Int32(bulletin.Ordre);
        ajout.Int32(mots.Employeur);
        ajout.Int32(periode);
        ajout.Int32(bulletin.Etablissement);
        ajout.Int64(bulletin.Provenance.Octet);
        ajout.Int32(bulletin.Provenance.Ligne);
        ajout.Int32(agents.Cle(bulletin.Agent ?? new Agent(), bulletin.Service));
        AjouterLeTemps(bulletin);
        AjouterLesTotaux(bulletin);
        ajout.EndRow();
    }

    private void AjouterLeTemps(Bulletin bulletin)
    {
        ajout.Decimal(bulletin.Nbi.Count == 0 ? null : bulletin.Nbi.Sum());
        ajout.Decimal(bulletin.Quotite);
        ajout.Bool(bulletin.ARemuneration);
        ajout.Decimal(bulletin.NbHeureTotal);
        ajout.Decimal(bulletin.TauxHoraire);
        ajout.Decimal(bulletin.NbHeureSup);
    }

    private void AjouterLesTotaux(Bulletin bulletin)
    {
        ajout.Montant(bulletin.MtBrut);
        ajout.Montant(bulletin.MtNet);
        ajout.Montant(bulletin.MtNetAPayer);
        ajout.Date(bulletin.DatePaiement);
        ajout.Montant(bulletin.MtImposable);
        ajout.Montant(bulletin.CumulMtImposable);
        ajout.Montant(bulletin.CumulMtBrut);
        ajout.Montant(bulletin.CumulBaseSS);
        var brutDesLignes = BrutDesLignes(bulletin);
        ajout.Montant(brutDesLignes);
        ajout.Montant(Traitement(bulletin));
        totaux.Bulletin(bulletin, mots.Mot(SorteDeMot.Statut, bulletin.Agent?.Statut), brutDesLignes);
    }

    private static Montant BrutDesLignes(Bulletin bulletin)
    {
        var somme = Montant.Zero;
        foreach (ref readonly var ligne in bulletin.Lignes.AsSpan())
        {
            if (ligne.Categorie.EstBrut() && ligne.Montant is { } montant)
                somme += montant;
        }

        return somme;
    }

    private static Montant? Traitement(Bulletin bulletin)
    {
        Montant? somme = null;
        foreach (ref readonly var ligne in bulletin.Lignes.AsSpan())
        {
            if (ligne.Categorie == CategorieDeLigne.TraitBrut && ligne.Montant is { } montant)
                somme = (somme ?? Montant.Zero) + montant;
        }

        return somme;
    }
}
