using Xemelios.Domain.Paye;
using Xemelios.DuckDb;

namespace Xemelios.Store.Tables;

/// <summary>Appends bulletins without their agents, in the order of the schema.</summary>
internal sealed class TableBulletin(TableAppender ajout, TableAgent agents, Dictionnaires mots)
{
    public void Ajouter(int id, int contenu, int periode, BulletinPret pret)
    {
        var bulletin = pret.Bulletin;
        ajout.Int32(id);
        ajout.Int32(contenu);
        ajout.Int32(bulletin.Ordre);
        ajout.Int32(mots.Employeur);
        ajout.Int32(periode);
        ajout.Int32(bulletin.Etablissement);
        ajout.Int64(bulletin.Provenance.Octet);
        ajout.Int32(bulletin.Provenance.Ligne);
        ajout.Int32(agents.Cle(pret.Agent, bulletin));
        AjouterLeTemps(bulletin);
        AjouterLesTotaux(bulletin);
        ajout.Montant(pret.BrutDesLignes);
        ajout.Montant(pret.Traitement);
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
    }
}
