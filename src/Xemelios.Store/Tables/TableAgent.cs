using System.Globalization;
using Xemelios.Domain.Paye;
using Xemelios.DuckDb;

namespace Xemelios.Store.Tables;

/// <summary>The key of each distinct description of an agent: that of one already stored, or a new row.</summary>
/// <remarks>Lives for the time of one transaction, like <see cref="Dictionnaires"/>.</remarks>
internal sealed class TableAgent
{
    private readonly Dictionary<EmpreinteDAgent, int> _connus;
    private readonly TableAppender ajout;
    private readonly Dictionnaires mots;
    private int _dernier;

    public TableAgent(DuckDbConnection connexion, TableAppender ajout, Dictionnaires mots)
    {
        (this.ajout, this.mots) = (ajout, mots);
        _dernier = Cles.Derniere(connexion, "agent");
        _connus = LireLesConnus(connexion, mots.Employeur);
    }

    /// <summary>The key of this description, written when it is new.</summary>
    public int Cle(EmpreinteDAgent empreinte, Bulletin bulletin)
    {
        if (_connus.TryGetValue(empreinte, out var cle))
            return cle;
        _connus.Add(empreinte, ++_dernier);
        ajout.Int32(_dernier);
        ajout.Int32(mots.Employeur);
        ajout.Int64(empreinte.Debut);
        ajout.Int64(empreinte.Fin);
        Ajouter(bulletin.Agent ?? new Agent(), bulletin.Service);
        ajout.EndRow();
        return _dernier;
    }

    private void Ajouter(Agent agent, string? service)
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

    private static Dictionary<EmpreinteDAgent, int> LireLesConnus(DuckDbConnection connexion, int employeur)
    {
        using var commande = connexion.CreateCommand();
        commande.CommandText = "SELECT empreinte1, empreinte2, id FROM agent WHERE employeur = $employeur";
        commande.Parameters.Add(new DuckDbParameter("employeur", employeur));
        using var lecteur = commande.ExecuteReader();
        var connus = new Dictionary<EmpreinteDAgent, int>();
        while (lecteur.Read())
            connus.Add(new EmpreinteDAgent(lecteur.GetInt64(0), lecteur.GetInt64(1)), lecteur.GetInt32(2));
        return connus;
    }
}
