using System.Globalization;

namespace Xemelios.Samples;

/// <summary>Writes <c>PayeIndivMensuel</c>.</summary>
internal sealed class XhlBulletinWriter(PlumeXml plume, Dialecte dialecte)
{
    private readonly XhlLigneWriter _lignes = new(plume, dialecte);
    private readonly XhlAgentWriter _agents = new(plume, dialecte);

    public void Vide()
    {
        plume.Ouvrir("PayeIndivMensuel");
        plume.Fermer();
    }

    public void Ecrire(BulletinFictif bulletin)
    {
        if (dialecte.CommentairesXml)
            plume.Commentaire("bulletin suivant");
        plume.Ouvrir("PayeIndivMensuel");
        plume.FinDeLigne();
        _agents.Ecrire(bulletin.Agent);
        Evenements(bulletin);
        Situation(bulletin);
        _lignes.Ecrire(bulletin);
        Totaux(bulletin);
        Budgets(bulletin);
        Pieces(bulletin);
        plume.Fermer();
    }

    private void Evenements(BulletinFictif bulletin)
    {
        var tous = dialecte.TroisEvenements
            ? [.. bulletin.Evenements, new("NBI", "attribution de NBI"), new("", "sans code"), new("CHANGEMENT DE SERVICE AU", "texte mis dans le code")]
            : bulletin.Evenements;
        foreach (var evenement in tous)
        {
            plume.Ouvrir("Evenement");
            plume.Feuille("Code", evenement.Code);
            plume.Feuille("Description", evenement.Description);
            plume.Fermer();
        }
    }

    private void Situation(BulletinFictif bulletin)
    {
        plume.Feuille("Service", bulletin.Agent.Service);
        plume.Feuille("NBI", (decimal)bulletin.Agent.Nbi, entier: true);
        if (dialecte.DeuxNbi)
            plume.Feuille("NBI", 5m, entier: true);
        plume.Feuille("QuotiteTrav", bulletin.Agent.Quotite);
        var periode = PeriodeFictive.DuMois(bulletin.Annee, bulletin.Mois);
        plume.Ouvrir("Periode");
        plume.Date("DateDebut", periode.Debut);
        plume.Date("DateFin", periode.Fin);
        plume.Fermer();
        if (dialecte.ElementInconnu)
            plume.Feuille("ChampDeLEditeur", "valeur");
    }

    private void Totaux(BulletinFictif bulletin)
    {
        var rang = bulletin.Mois;
        plume.Feuille("NbHeureTotal", 151.67m);
        plume.Feuille("TauxHor", 0m);
        plume.Feuille("NbHeureSup", bulletin.HeuresSup);
        plume.Montant("MtBrut", bulletin.Brut);
        plume.Montant("MtNet", bulletin.Net);
        plume.Montant("MtNetAPayer", bulletin.NetAPayer);
        plume.Date("DatePaiement", bulletin.DatePaiement);
        plume.Montant("MtImposable", bulletin.Imposable);
        plume.Montant("CumulMtImposable", bulletin.Imposable * rang);
        plume.Montant("CumulMtBrut", bulletin.Brut * rang);
        plume.Montant("CumulBaseSS", bulletin.Brut * rang);
        plume.FinDeLigne();
    }

    private void Budgets(BulletinFictif bulletin)
    {
        foreach (var part in bulletin.Budgets)
        {
            plume.Ouvrir("RepartitionBudget");
            plume.Feuille("CodeBudget", part.CodeBudget);
            plume.Feuille("Taux", part.Taux);
            plume.Montant("Mt", part.Mt);
            plume.Fermer();
        }
    }

    private void Pieces(BulletinFictif bulletin)
    {
        foreach (var piece in bulletin.Pieces)
        {
            plume.Ouvrir("PJRef");
            plume.Feuille("Support", piece.Support);
            plume.Feuille("IdUnique", piece.IdUnique);
            plume.Feuille("NomPJ", piece.NomPJ);
            plume.Fermer();
        }
    }
}

/// <summary>Writes <c>Agent</c> with its address and bank account.</summary>
internal sealed class XhlAgentWriter(PlumeXml plume, Dialecte dialecte)
{
    public void Ecrire(AgentFictif agent)
    {
        plume.Ouvrir("Agent");
        if (dialecte.Desordre)
            plume.Feuille("Matricule", agent.Matricule);
        plume.Feuille("Civilite", dialecte.FacultatifsAbsents ? null : agent.Civilite);
        plume.Feuille("Nom", agent.Nom);
        plume.Feuille("ComplNom", dialecte.FacultatifsAbsents ? null : agent.NomDeNaissance);
        plume.Feuille("Prenom", agent.Prenom);
        if (!dialecte.Desordre)
            plume.Feuille("Matricule", agent.Matricule);
        plume.Feuille("NIR", agent.Nir);
        plume.Ouvrir("Adresse");
        plume.Feuille("TypAdr", "1");
        plume.Feuille("Adr2", agent.Rue);
        plume.Feuille("CP", "99000");
        plume.Feuille("Ville", "SAINT-EXEMPLE");
        plume.Feuille("CodRes", "0");
        plume.Fermer(fin: false);
        plume.Feuille("NbEnfants", agent.NbEnfants.ToString("00", CultureInfo.InvariantCulture));
        plume.Feuille("Statut", agent.Statut);
        plume.Feuille("EmploiMetier", agent.Emploi);
        plume.Feuille("Grade", agent.Grade);
        plume.Feuille("Echelon", agent.Echelon.ToString("00", CultureInfo.InvariantCulture));
        plume.Feuille("Indice", agent.Indice.ToString("0000", CultureInfo.InvariantCulture));
        Compte(agent);
        plume.Fermer();
    }

    private void Compte(AgentFictif agent)
    {
        plume.Ouvrir("CptBancaire");
        if (agent.EnIban)
        {
            plume.Feuille("BIC", "FICTFRPP");
            plume.Feuille("IBAN", $"FR7699999000010{agent.Compte}X99");
        }
        else
        {
            plume.Feuille("CodeEtab", "99999");
            plume.Feuille("CodeGuic", "00001");
            plume.Feuille("IdCpte", $"{agent.Compte}X");
            plume.Feuille("CleRib", "99");
        }

        plume.Feuille("LibBanc", "BANQUE FICTIVE");
        var titulaire = $"{agent.Nom} {agent.Prenom}";
        plume.Feuille("TitCpte", titulaire.Length > 32 ? titulaire[..32] : titulaire);
        plume.Fermer(fin: false);
    }
}
