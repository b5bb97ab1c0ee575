using System.Data.Common;
using System.Globalization;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Query.Export;

namespace Xemelios.Query.EtatsLiquidatifs;

/// <summary>Reads the bulletins of an état with all their lines, by name, first name and matricule.</summary>
public sealed record EtatNominatifQuestion(DemandeDEtat Demande, int Page = 1, int Taille = 200) : IQuestionNominative
{
    /// <summary>Bulletins read together for an export: enough to read the table few times, few enough to hold their lines.</summary>
    private const int TailleDExport = 2000;

    public EtatNominatif Executer(DbConnection connexion, Perimetre perimetre)
    {
        this.Autoriser(perimetre);
        var etat = EtatOuvert.Ouvrir(connexion, perimetre, Demande);
        return new EtatNominatif(etat.Etat, Page, Taille, Lire(connexion, perimetre, etat.Faits, Page, Taille), etat.Totaux);
    }

    /// <summary>The whole état, one row a line of pay; bulletins are read as the rows are asked for.</summary>
    public TableDeReponse Table(DbConnection connexion, Perimetre perimetre)
    {
        this.Autoriser(perimetre);
        var etat = EtatOuvert.Ouvrir(connexion, perimetre, Demande);
        return TablesDEtat.Nominatif(etat.Etat, etat.Totaux, Tous());

        IEnumerable<BulletinNominatif> Tous()
        {
            for (var page = 1; ; page++)
            {
                var bulletins = Lire(connexion, perimetre, etat.Faits, page, TailleDExport);
                foreach (var bulletin in bulletins)
                    yield return bulletin;
                if (bulletins.Count < TailleDExport)
                    yield break;
            }
        }
    }

    private static List<BulletinNominatif> Lire(DbConnection connexion, Perimetre perimetre, FaitsDeLiquidation faits, int page, int taille)
    {
        var choisis = new Requete(connexion, perimetre, $"""
            SELECT p.id, c.empreinte, p.ordre, a.matricule, a.nom, a.prenom, grade.texte, a.echelon, coalesce(a.indice_texte, a.indice::VARCHAR),
                   coalesce(p.brut, p.brut_lignes), p.net, p.net_a_payer
            FROM (SELECT p.id, row_number() OVER (ORDER BY upper(strip_accents(a.nom)) NULLS LAST, upper(strip_accents(a.prenom)) NULLS LAST, a.matricule NULLS LAST, p.id) AS rang
                  FROM paye_individuelle p JOIN agent a ON a.id = p.agent WHERE p.contenu IN ({faits.EnListe})
                  QUALIFY rang > $debut AND rang <= $fin) r
            JOIN paye_individuelle p ON p.id = r.id AND p.contenu IN ({faits.EnListe})
            JOIN agent a ON a.id = p.agent JOIN contenu c ON c.id = p.contenu LEFT JOIN mot grade ON grade.id = a.grade
            ORDER BY r.rang
            """).Avec("debut", (page - 1) * taille).Avec("fin", page * taille)
            .Lire(r => (Id: r.Entier(), Bulletin: new BulletinNominatif(r.TexteSur(), r.Entier(), r.Texte(), r.Texte(), r.Texte(), r.Texte(), r.Texte(), r.Texte(),
                r.Somme(), r.MontantOuNul(), r.MontantOuNul(), [])));
        var lignes = Lignes(connexion, perimetre, faits, choisis.ConvertAll(c => c.Id)).ToLookup(l => l.Bulletin, l => l.Ligne);
        return choisis.ConvertAll(c => c.Bulletin with { Lignes = [.. lignes[c.Id]] });
    }

    private static List<(int Bulletin, LigneNominative Ligne)> Lignes(DbConnection connexion, Perimetre perimetre, FaitsDeLiquidation faits, List<int> bulletins)
    {
        if (bulletins.Count == 0)
            return [];
        var signes = faits.Rubriques.GroupBy(f => (f.Contenu, f.Rubrique)).ToDictionary(g => g.Key, g => g.First().Signe);
        return new Requete(connexion, perimetre, $"""
            SELECT l.bulletin, l.contenu, m.rubrique, q.categorie, q.code, q.libelle, l.base, coalesce(m.taux, l.taux), l.unites, l.montant
            FROM ligne l JOIN modele_de_ligne m ON m.id = l.modele JOIN rubrique q ON q.id = m.rubrique
            WHERE l.contenu IN ({faits.EnListe}) AND l.bulletin IN ({string.Join(", ", bulletins.Select(b => b.ToString(CultureInfo.InvariantCulture)))})
              AND q.categorie <> {(int)CategorieDeLigne.Commentaire}
            ORDER BY l.bulletin, m.ordre NULLS LAST, m.ordre_texte NULLS LAST, l.position
            """).Lire(r =>
            {
                var bulletin = r.Entier();
                var signe = signes.GetValueOrDefault((r.Entier(), r.Entier()), 1);
                var ligne = new LigneNominative((CategorieDeLigne)r.Entier(), r.Texte(), r.Texte(), r.Nombre(), r.Nombre(), r.Nombre(), r.Somme());
                return (bulletin, signe < 0 ? ligne with { Montant = -ligne.Montant } : ligne);
            });
    }
}
