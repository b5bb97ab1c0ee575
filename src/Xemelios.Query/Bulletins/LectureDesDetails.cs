using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Justificatifs;

namespace Xemelios.Query.Bulletins;

/// <summary>Reads the lists of one bulletin: lines, events, periods, budgets, pieces, with the labels of the nomenclatures.</summary>
internal sealed class LectureDesDetails(DbConnection connexion, Perimetre perimetre)
{
    public BulletinDetaille Completer(BulletinDetaille bulletin)
    {
        var libelles = Libelles(bulletin.Id);
        var lignes = Lignes(bulletin.Id, libelles);
        return bulletin with
        {
            StatutLibelle = libelles.GetValueOrDefault((SorteDeNomenclature.Statut, bulletin.Statut ?? "")) ?? LibellesDeStatut.ParDefaut(bulletin.Statut),
            Nbi = Requete(bulletin.Id, "SELECT valeur FROM nbi WHERE bulletin = $id ORDER BY rang").Lire(r => r.Nombre() ?? 0),
            Periodes = Requete(bulletin.Id, "SELECT debut, fin FROM periode_de_paye WHERE bulletin = $id ORDER BY rang").Lire(r => new PeriodeDePaye(r.Date(), r.Date())),
            Lignes = lignes,
            TotalRetenues = Somme(lignes, c => c is CategorieDeLigne.Deduction or CategorieDeLigne.Retenue),
            TotalCotisationsPatronales = Somme(lignes, c => c == CategorieDeLigne.Cotisation),
            Evenements = Evenements(bulletin.Id, libelles),
            RepartitionBudgetaire = Parts(bulletin.Id, libelles),
            Justificatifs = Justificatifs(bulletin.Id),
            Autres = Requete(bulletin.Id, "SELECT chemin, texte FROM donnee_brute WHERE bulletin = $id ORDER BY rang").Lire(r => new DonneeBrute(r.TexteSur(), r.TexteSur())),
        };
    }

    private Requete Requete(int id, string sql) => new Requete(connexion, perimetre, sql).Avec("id", id);

    // The label of the file itself, else of the latest month of the employer: nomenclatures may be partial (format page §8.2).
    private Dictionary<(SorteDeNomenclature, string), string?> Libelles(int id) => Requete(id, """
        SELECT n.sorte, n.code, arg_max(n.libelle, (n.contenu = b.contenu, v.periode, -n.rang, n.libelle))
        FROM paye_individuelle b JOIN volume_visible v ON v.employeur = b.employeur JOIN nomenclature n ON n.contenu = v.contenu
        WHERE b.id = $id AND n.code IS NOT NULL AND n.libelle IS NOT NULL AND n.sorte IN (1, 3, 4, 6)
        GROUP BY n.sorte, n.code ORDER BY n.sorte, n.code
        """).Lire(r => (Cle: ((SorteDeNomenclature)r.Entier(), r.TexteSur()), Libelle: r.Texte())).ToDictionary(x => x.Cle, x => x.Libelle);

    private List<LigneDeBulletin> Lignes(int id, Dictionary<(SorteDeNomenclature, string), string?> libelles) => Requete(id, """
        SELECT l.categorie, q.element, l.code, l.libelle, l.base, l.taux, l.unites, l.montant_ecrit, l.nature, caisse.texte, l.debut, l.fin,
               l.montant, l.origine_nature, coalesce(l.ordre_texte, l.ordre::VARCHAR), l.position
        FROM ligne_de_paye l
        JOIN rubrique q ON q.id = l.rubrique
        LEFT JOIN mot caisse ON caisse.id = l.caisse
        WHERE l.bulletin = $id AND l.contenu = (SELECT contenu FROM paye_individuelle WHERE id = $id)
        ORDER BY l.ordre NULLS LAST, l.ordre_texte NULLS LAST, l.position
        """).Lire(r =>
        {
            var categorie = (CategorieDeLigne)r.Entier();
            var ligne = new LigneDeBulletin(r.Texte() ?? categorie.ToString(), r.Texte(), r.Texte(), r.Nombre(), r.Nombre(), r.Nombre(), r.MontantOuNul(),
                r.Texte(), r.Texte(), r.Date(), r.Date(), r.MontantOuNul(), r.Texte(), null, r.Texte(), r.Entier());
            return ligne with { CaisseLibelle = libelles.GetValueOrDefault((SorteDeNomenclature.Caisse, ligne.Caisse ?? "")) };
        });

    private List<EvenementDeBulletin> Evenements(int id, Dictionary<(SorteDeNomenclature, string), string?> libelles) =>
        Requete(id, "SELECT code, description FROM evenement WHERE bulletin = $id ORDER BY rang").Lire(r =>
        {
            var code = r.Texte();
            return new EvenementDeBulletin(code, libelles.GetValueOrDefault((SorteDeNomenclature.Evenement, code ?? "")), r.Texte());
        });

    private List<PartBudgetaire> Parts(int id, Dictionary<(SorteDeNomenclature, string), string?> libelles)
    {
        var parts = Requete(id, "SELECT code_budget, taux, montant FROM repartition_budget WHERE bulletin = $id ORDER BY rang")
            .Lire(r => new PartBudgetaire(r.Texte(), null, r.Nombre(), r.MontantOuNul()));
        var facteur = EnFractions(parts.Where(p => p.Taux is not null).Sum(p => p.Taux!.Value)) ? 100 : 1;
        var parCle = libelles.Where(l => l.Key.Item1 == SorteDeNomenclature.Budget)
            .GroupBy(l => CodeBudget.Cle(l.Key.Item2)).ToDictionary(g => g.Key, g => g.First().Value);
        return [.. parts.Select(p => p with { Libelle = parCle.GetValueOrDefault(CodeBudget.Cle(p.CodeBudget)), Taux = p.Taux * facteur })];
    }

    // Some files write 1 for 100 % (defect D40): the sum over the bulletin tells.
    private static bool EnFractions(decimal total) => total is > 0.98m and < 1.02m;

    private List<JustificatifDeBulletin> Justificatifs(int id) => Requete(id, """
        SELECT r.id_unique, r.nom, r.support, x.empreinte, x.piece, x.type_mime
        FROM reference_de_bulletin r
        LEFT JOIN reference_resolue x ON x.employeur = r.employeur
             AND x.id_unique IS NOT DISTINCT FROM r.id_unique AND x.nom IS NOT DISTINCT FROM r.nom
        WHERE r.bulletin = $id ORDER BY r.rang
        """).Lire(r =>
        {
            var (idUnique, nom, support, empreinte, piece, mime) = (r.Texte(), r.Texte(), r.Texte(), r.Texte(), r.EntierOuNul(), r.Texte());
            return new JustificatifDeBulletin(idUnique, nom, piece is null ? StatutDePiece.Manquante : StatutDePiece.Presente,
                support, empreinte, SupportDePiece.Libelle(support), piece, mime);
        });

    private static Montant Somme(IEnumerable<LigneDeBulletin> lignes, Func<CategorieDeLigne, bool> categorie) => lignes
        .Where(l => Enum.TryParse<CategorieDeLigne>(l.Categorie, out var c) && categorie(c))
        .Aggregate(Montant.Zero, (somme, l) => somme + (l.MontantNormalise ?? Montant.Zero));
}
