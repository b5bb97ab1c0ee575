using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.DuckDb;

namespace Xemelios.Store.Tables;

/// <summary>Appends bulletins: one row of 65 columns each, in the order of the schema.</summary>
internal sealed class TableBulletin(TableAppender ajout, Dictionnaires mots)
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
        AjouterLAgent(bulletin.Agent ?? new Agent(), bulletin.Service);
        AjouterLeTemps(bulletin);
        AjouterLesTotaux(bulletin);
        ajout.EndRow();
    }

    private void AjouterLAgent(Agent agent, string? service)
    {
        ajout.Text(agent.Civilite);
        ajout.Text(agent.Nom);
        ajout.Text(agent.ComplementNom);
        ajout.Text(agent.Prenom);
        ajout.Text(agent.Matricule);
        ajout.Text(agent.Nir);
        ajout.Adresse(agent.Adresse);
        ajout.Int32(agent.NbEnfants);
        ajout.Int32(mots.Mot(SorteDeMot.Statut, agent.Statut));
        ajout.Int32(mots.Mot(SorteDeMot.Emploi, agent.EmploiMetier));
        ajout.Int32(mots.Mot(SorteDeMot.Grade, agent.Grade));
        ajout.Int32(mots.Mot(SorteDeMot.Service, service));
        ajout.Text(agent.ReferenceStatutaireCode);
        ajout.Text(agent.ReferenceStatutaireLibelle);
        ajout.Text(agent.Echelon);
        ajout.Int32(agent.Indice);
        ajout.Text(agent.IndiceTexte);
        AjouterLeCompte(agent.Compte);
    }

    private void AjouterLeCompte(CompteBancaire? compte)
    {
        ajout.Text(compte?.IdPays);
        ajout.Text(compte?.IdBanque);
        ajout.Text(compte?.CodeEtablissement);
        ajout.Text(compte?.CodeGuichet);
        ajout.Text(compte?.NumeroCompte);
        ajout.Text(compte?.CleRib);
        ajout.Text(compte?.Bic);
        ajout.Text(compte?.Iban);
        ajout.Text(compte?.LibelleBanque);
        ajout.Text(compte?.Titulaire);
        ajout.Date(compte?.Date);
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
        ajout.Montant(BrutDesLignes(bulletin));
    }

    private static Montant BrutDesLignes(Bulletin bulletin)
    {
        var somme = Montant.Zero;
        foreach (var ligne in bulletin.Lignes)
        {
            if (ligne.Categorie.EstBrut() && ligne.Montant is { } montant)
                somme += montant;
        }

        return somme;
    }
}
