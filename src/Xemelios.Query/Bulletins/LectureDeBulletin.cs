using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;

namespace Xemelios.Query.Bulletins;

/// <summary>Reads the header fields of bulletins; their lines and lists are read apart.</summary>
internal sealed class LectureDeBulletin(DbConnection connexion, Perimetre perimetre)
{
    private const string Sql = """
        SELECT c.empreinte, b.ordre, b.matricule, b.nom, b.prenom, b.id, b.civilite, b.complement_nom, b.nir,
               v.siret, v.budget_code, v.budget_libelle, v.periode, nullif(v.train, ''), v.nom,
               statut.texte, b.ref_statutaire_code, b.ref_statutaire_libelle, emploi.texte, grade.texte, b.echelon,
               coalesce(b.indice_texte, b.indice::VARCHAR), service.texte, b.enfants,
               b.quotite, b.heures_total, b.heures_sup, b.taux_horaire,
               b.brut, b.net, b.net_a_payer, b.date_paiement, b.imposable, b.cumul_imposable, b.cumul_brut, b.cumul_base_ss, b.brut_lignes,
               b.octet, b.ligne_xml,
               b.adr_type, b.adr1, b.adr2, b.adr3, b.cp, b.ville, b.residence, b.pays, b.adr_date,
               b.compte_pays, b.compte_banque, b.code_etablissement, b.code_guichet, b.numero_compte, b.cle_rib, b.bic, b.iban,
               b.libelle_banque, b.titulaire, b.compte_date,
               coalesce(t.nom, v.employeur_nom), v.ape, CASE WHEN t.contenu IS NULL THEN v.urssaf ELSE coalesce(t.urssaf, v.urssaf) END,
               coalesce(t.siret, v.siret), t.contenu IS NOT NULL,
               t.adr_type, t.adr1, t.adr2, t.adr3, t.cp, t.ville, t.residence, t.pays, t.adr_date,
               v.adr_type, v.adr1, v.adr2, v.adr3, v.cp, v.ville, v.residence, v.pays, v.adr_date
        FROM bulletin b
        JOIN volume_visible v ON v.contenu = b.contenu
        JOIN contenu c ON c.id = b.contenu
        LEFT JOIN etablissement t ON t.contenu = b.contenu AND t.rang = b.etablissement
        LEFT JOIN mot statut ON statut.id = b.statut LEFT JOIN mot emploi ON emploi.id = b.emploi
        LEFT JOIN mot grade ON grade.id = b.grade LEFT JOIN mot service ON service.id = b.service
        WHERE ($empreinte::VARCHAR IS NULL OR (c.empreinte = $empreinte AND b.ordre = $ordre))
          AND ($siret::VARCHAR IS NULL OR (v.siret = $siret AND v.periode = $periode AND b.matricule = $matricule))
        ORDER BY v.budget, v.train, v.numero NULLS LAST, v.nom, c.empreinte, b.ordre
        """;

    public List<BulletinDetaille> Lire(BulletinQuestion question) => new Requete(connexion, perimetre, Sql)
        .Avec("empreinte", question.Adresse?.Volume).Avec("ordre", question.Adresse?.Ordre)
        .Avec("siret", question.Siret).Avec("periode", question.Mois?.Cle).Avec("matricule", question.Matricule)
        .Lire(r => Employeur(r, Coordonnees(r, Montants(r, Identite(r)))));

    private static BulletinDetaille Identite(Rangee r)
    {
        var bulletin = new BulletinDetaille(r.TexteSur(), r.Entier(), r.Texte(), r.Texte(), r.Texte())
        {
            Id = r.Entier(), Civilite = r.Texte(), ComplementNom = r.Texte(), Nir = r.Texte(), Siret = r.TexteSur(),
            Budget = r.Texte(), BudgetLibelle = r.Texte(), Annee = 0, Mois = 0,
            Lignes = [], Evenements = [], RepartitionBudgetaire = [], Justificatifs = [], Autres = [],
        };
        var periode = r.Entier();
        return bulletin with
        {
            Annee = periode / 100, Mois = periode % 100, Train = r.Texte(), NomDeFichier = r.Texte(),
            Statut = r.Texte(), RefStatutaireCode = r.Texte(), RefStatutaireLibelle = r.Texte(), Emploi = r.Texte(), Grade = r.Texte(),
            Echelon = r.Texte(), Indice = r.Texte(), Service = r.Texte(), Enfants = r.EntierOuNul(),
        };
    }

    private static BulletinDetaille Montants(Rangee r, BulletinDetaille bulletin) => bulletin with
    {
        Quotite = r.Nombre(), HeuresTotal = r.Nombre(), HeuresSup = r.Nombre(), TauxHoraire = r.Nombre(),
        Brut = r.MontantOuNul(), Net = r.MontantOuNul(), NetAPayer = r.MontantOuNul(), DatePaiement = r.Date(), Imposable = r.MontantOuNul(),
        CumulImposable = r.MontantOuNul(), CumulBrut = r.MontantOuNul(), CumulBaseSs = r.MontantOuNul(), BrutLignes = r.MontantOuNul(),
        Octet = r.Long(), LigneXml = r.EntierOuNul(),
    };

    private static BulletinDetaille Coordonnees(Rangee r, BulletinDetaille bulletin) => bulletin with
    {
        Adresse = Adresse(r),
        Compte = Compte(new CompteBancaire(r.Texte(), r.Texte(), r.Texte(), r.Texte(), r.Texte(), r.Texte(), r.Texte(), r.Texte(), r.Texte(), r.Texte(), r.Date())),
    };

    // The head of a payslip names the établissement when the block has one; the APE is always the employer's.
    private static BulletinDetaille Employeur(Rangee r, BulletinDetaille bulletin)
    {
        var (nom, ape, urssaf, siret, etablissement) = (r.Texte(), r.Texte(), r.Texte(), r.Texte(), r.Booleen());
        var (sienne, employeur) = (Adresse(r), Adresse(r));
        return bulletin with { Employeur = new EmployeurDeBulletin(nom, ape, urssaf, siret, etablissement ? sienne ?? employeur : employeur) };
    }

    private static Adresse? Adresse(Rangee r)
    {
        var adresse = new Adresse(r.Texte(), r.Texte(), r.Texte(), r.Texte(), r.Texte(), r.Texte(), r.Texte(), r.Texte(), r.Date());
        return adresse == new Adresse(null, null, null, null, null, null, null, null, null) ? null : adresse;
    }

    private static CompteBancaire? Compte(CompteBancaire compte) =>
        compte == new CompteBancaire(null, null, null, null, null, null, null, null, null, null, null) ? null : compte;
}
