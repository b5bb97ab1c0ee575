using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Bulletins;
using Xemelios.Query.Comparaisons;

namespace Xemelios.Query.Agents;

/// <summary>The file of an agent: all his bulletins at an employer, whatever the budget and the train.</summary>
/// <param name="Matricule">As the files write it. An agent without matricule has no file of his own.</param>
public sealed record DossierDAgentQuestion(string Siret, string Matricule) : IQuestionNominative
{
    /// <summary>Null when no bulletin of the matricule is inside the perimeter.</summary>
    public DossierDAgent? Executer(DbConnection connexion, Perimetre perimetre)
    {
        this.Autoriser(perimetre);
        var lus = Lire(connexion, perimetre);
        if (lus.Count == 0)
            return null;
        var dernier = lus[^1];
        return new DossierDAgent(Siret, dernier.Employeur, Matricule, dernier.Nom, dernier.Prenom, Marquer(lus), [.. Cumuls(lus)]);
    }

    private List<BulletinLu> Lire(DbConnection connexion, Perimetre perimetre) => new Requete(connexion, perimetre, $"""
        , sien AS (SELECT a.* FROM agent a JOIN employeur e ON e.id = a.employeur WHERE e.siret = $siret AND a.matricule = $matricule),
        paye AS (
            SELECT p.*, v.nom AS fichier, v.budget, v.train, v.numero, v.budget_code, v.employeur_nom
            FROM paye_individuelle p JOIN volume_visible v ON v.contenu = p.contenu WHERE p.agent IN (SELECT id FROM sien)),
        arrive AS (
            SELECT e.bulletin, list(concat_ws(' : ', coalesce(n.libelle, e.code), e.description) ORDER BY e.rang) AS evenements
            FROM evenement e JOIN paye p ON p.id = e.bulletin
            LEFT JOIN (SELECT contenu, code, min(libelle) AS libelle FROM nomenclature WHERE sorte = $evenement GROUP BY contenu, code) n
                 ON n.contenu = p.contenu AND n.code = e.code
            GROUP BY e.bulletin)
        SELECT c.empreinte, p.ordre, p.periode, p.budget_code, nullif(p.train, ''), coalesce(p.brut, p.brut_lignes, 0), p.net, p.net_a_payer, p.imposable,
               coalesce(a.indice::VARCHAR, a.indice_texte), a.indice, p.nbi, p.quotite, grade.texte, a.echelon, service.texte, statut.texte, emploi.texte,
               {SqlDeComparaison.Rib}, r.evenements, p.cumul_brut, p.cumul_imposable, p.employeur_nom, a.nom, a.prenom
        FROM paye p JOIN sien a ON a.id = p.agent JOIN contenu c ON c.id = p.contenu
        LEFT JOIN mot statut ON statut.id = a.statut LEFT JOIN mot emploi ON emploi.id = a.emploi
        LEFT JOIN mot grade ON grade.id = a.grade LEFT JOIN mot service ON service.id = a.service
        LEFT JOIN arrive r ON r.bulletin = p.id
        ORDER BY p.periode, p.budget, p.train, p.numero NULLS LAST, p.fichier, c.empreinte, p.ordre
        """).Avec("siret", Siret).Avec("matricule", Matricule).Avec("evenement", (int)SorteDeNomenclature.Evenement)
        .Lire(r =>
        {
            var bulletin = new BulletinDuDossier(new AdresseDeBulletin(r.TexteSur(), r.Entier()), MoisDePaye.FromCle(r.Entier()), r.Texte(), r.Texte())
            {
                Brut = r.Somme(), Net = r.MontantOuNul(), NetAPayer = r.MontantOuNul(), Imposable = r.MontantOuNul(),
                Indice = r.Texte(), IndiceEnPoints = r.EntierOuNul(), Nbi = r.Nombre(), Quotite = r.Nombre(), Grade = r.Texte(), Echelon = r.Texte(),
                Service = r.Texte(), Statut = r.Texte(), Emploi = r.Texte(),
            };
            var compte = r.Texte();
            bulletin = bulletin with { Compte = CompteMasque.De(compte, perimetre), Evenements = [.. r.Textes().OfType<string>()] };
            return new BulletinLu(bulletin, compte, r.MontantOuNul(), r.MontantOuNul(), r.Texte(), r.Texte(), r.Texte());
        });

    private static readonly (SorteDeChangement Sorte, Func<BulletinLu, object?> Valeur)[] Attributs =
    [
        (SorteDeChangement.Grade, b => b.Bulletin.Grade), (SorteDeChangement.Echelon, b => b.Bulletin.Echelon),
        (SorteDeChangement.Indice, b => b.Bulletin.Indice), (SorteDeChangement.Nbi, b => b.Bulletin.Nbi ?? 0), (SorteDeChangement.Quotite, b => b.Bulletin.Quotite),
        (SorteDeChangement.Service, b => b.Bulletin.Service), (SorteDeChangement.Rib, b => b.CompteEntier),
        (SorteDeChangement.Statut, b => b.Bulletin.Statut), (SorteDeChangement.Emploi, b => b.Bulletin.Emploi),
    ];

    private static List<BulletinDuDossier> Marquer(List<BulletinLu> lus)
    {
        var marques = new List<BulletinDuDossier>(lus.Count);
        List<BulletinLu> precedents = [];
        foreach (var mois in lus.GroupBy(l => l.Bulletin.Mois))
        {
            var anciens = precedents;
            marques.AddRange(mois.Select(lu => lu.Bulletin with
            {
                Changes = Attributs.Where(a => anciens.Count > 0 && !anciens.Exists(p => Equals(a.Valeur(p), a.Valeur(lu)))).Select(a => a.Sorte).ToHashSet(),
            }));
            precedents = [.. mois];
        }

        return marques;
    }

    private static IEnumerable<CumulsDuMois> Cumuls(List<BulletinLu> lus)
    {
        foreach (var annee in lus.GroupBy(l => l.Bulletin.Mois.Annee))
        {
            var (brut, imposable) = (Montant.Zero, Montant.Zero);
            var payes = new HashSet<int>();
            foreach (var mois in annee.GroupBy(l => l.Bulletin.Mois))
            {
                payes.Add(mois.Key.Mois);
                brut = mois.Aggregate(brut, (somme, l) => somme + l.Bulletin.Brut);
                imposable = mois.Aggregate(imposable, (somme, l) => somme + (l.Bulletin.Imposable ?? Montant.Zero));
                yield return new CumulsDuMois(mois.Key, brut, LePlusGrand(mois, l => l.CumulBrut), imposable, LePlusGrand(mois, l => l.CumulImposable),
                    [.. Enumerable.Range(1, mois.Key.Mois).Where(m => !payes.Contains(m)).Select(m => new MoisDePaye(annee.Key, m))]);
            }
        }
    }

    private static Montant? LePlusGrand(IEnumerable<BulletinLu> lus, Func<BulletinLu, Montant?> cumul) => lus.Max(cumul);

    private sealed record BulletinLu(
        BulletinDuDossier Bulletin, string? CompteEntier, Montant? CumulBrut, Montant? CumulImposable, string? Employeur, string? Nom, string? Prenom);
}
