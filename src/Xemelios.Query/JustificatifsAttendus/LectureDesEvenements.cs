using System.Data.Common;
using System.Globalization;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.HeuresSupplementaires;

namespace Xemelios.Query.JustificatifsAttendus;

/// <summary>An event as it was seen or declared, before its pieces are looked for.</summary>
internal sealed record EvenementLu(
    EvenementDePaye Evenement, SourceDEvenement Source, int Bulletin, string? Matricule, string? Nom, string? Prenom, string? Service, string Detail,
    LieuDeBulletin Lieu, MoisDePaye Mois);

/// <summary>Reads what happened between two months: agents by their matricule, each by the first of his bulletins.</summary>
internal sealed class LectureDesEvenements(DbConnection connexion, Perimetre perimetre, string siret, MoisDePaye mois, MoisDePaye? avant, string? budget)
{
    // An agent's key does not change while nothing of his description does: only the others are read further.
    private const string Bulletins = """
        , b AS (
            SELECT p.id, p.contenu, p.ordre, p.agent, p.nbi, p.quotite, v.periode, a.matricule,
                   row_number() OVER (PARTITION BY v.periode, a.matricule ORDER BY v.train, p.id) AS rang
            FROM paye_individuelle p JOIN volume_visible v ON v.contenu = p.contenu JOIN agent a ON a.id = p.agent
            WHERE v.siret = $siret AND v.periode IN ($periode, $avant) AND ($budget::VARCHAR IS NULL OR v.budget = $budget) AND a.matricule IS NOT NULL),
        m AS (SELECT * FROM b WHERE periode = $periode AND rang = 1),
        m0 AS (SELECT * FROM b WHERE periode = $avant AND rang = 1)
        """;

    private const string Identite = "x.id, a.matricule, a.nom, a.prenom, s.texte, c.empreinte, x.ordre, x.periode";

    private const string Joints = "JOIN agent a ON a.id = x.agent JOIN contenu c ON c.id = x.contenu LEFT JOIN mot s ON s.id = a.service";

    /// <summary>The latest earlier month with pay.</summary>
    public static MoisDePaye? MoisPrecedent(DbConnection connexion, Perimetre perimetre, string siret, MoisDePaye mois, string? budget) => new Requete(connexion, perimetre, """
        SELECT max(v.periode) FROM volume_visible v
        WHERE v.siret = $siret AND v.periode < $periode AND NOT v.entete_seul AND ($budget::VARCHAR IS NULL OR v.budget = $budget)
        """).Avec("siret", siret).Avec("periode", mois.Cle).Avec("budget", budget).Lire(r => r.EntierOuNul()).Single() is { } cle ? MoisDePaye.FromCle(cle) : null;

    public IEnumerable<EvenementLu> Constates() => avant is null ? [] : Entrees().Concat(Departs()).Concat(Situations()).Concat(Primes());

    /// <summary>What the file itself says of the month.</summary>
    public List<EvenementLu> Declares() => Requete($"""
        , nomme AS (
            SELECT n.contenu, trim(n.code) AS code, min(n.libelle) AS libelle FROM nomenclature n
            WHERE n.sorte = 1 AND n.contenu IN (SELECT contenu FROM volume_visible WHERE siret = $siret AND periode = $periode) GROUP BY ALL),
        x AS (
            SELECT p.id, p.contenu, p.ordre, p.agent, v.periode FROM paye_individuelle p JOIN volume_visible v ON v.contenu = p.contenu
            WHERE v.siret = $siret AND v.periode = $periode AND ($budget::VARCHAR IS NULL OR v.budget = $budget)
              AND p.id IN (SELECT bulletin FROM evenement))
        SELECT {Identite}, e.code, n.libelle, e.description
        FROM evenement e JOIN x ON x.id = e.bulletin {Joints} LEFT JOIN nomme n ON n.contenu = x.contenu AND n.code = trim(e.code)
        ORDER BY a.nom, a.prenom, a.matricule, e.bulletin, e.rang
        """).Lire(r => Lire(r, (EvenementDePaye.Declare, SourceDEvenement.Declare), r2 =>
        {
            var textes = new[] { r2.Texte(), r2.Texte(), r2.Texte() };
            return (EvenementsDeclares.Classer(textes), string.Join(" – ", textes.Where(t => !string.IsNullOrWhiteSpace(t)).Distinct()));
        }));

    // A train that had no file the month before says nothing of its agents: it is told beside each.
    private List<EvenementLu> Entrees() => Requete($"""
        {Bulletins}, trains AS (SELECT DISTINCT train FROM volume_visible WHERE siret = $siret AND periode = $avant)
        SELECT {Identite}, CASE WHEN v.train NOT IN (SELECT train FROM trains) THEN v.train END
        FROM m x {Joints} JOIN volume_visible v ON v.contenu = x.contenu
        WHERE NOT EXISTS (SELECT 1 FROM m0 WHERE m0.matricule = x.matricule) ORDER BY a.nom, a.prenom, a.matricule
        """).Lire(r => Lire(r, (EvenementDePaye.Entree, SourceDEvenement.Constate), r2 => (EvenementDePaye.Entree,
            $"Pas de bulletin en {EnLettres(avant!.Value)}{(r2.Texte() is { Length: > 0 } train ? $", où le train {train} n'a pas de fichier" : null)}")));

    private List<EvenementLu> Departs() => Requete($"""
        {Bulletins} SELECT {Identite} FROM m0 x {Joints} WHERE NOT EXISTS (SELECT 1 FROM m WHERE m.matricule = x.matricule) ORDER BY a.nom, a.prenom, a.matricule
        """).Lire(r => Lire(r, (EvenementDePaye.Depart, SourceDEvenement.Constate), _ => (EvenementDePaye.Depart, $"Dernier bulletin en {EnLettres(avant!.Value)}")));

    private List<EvenementLu> Situations() => Requete($"""
        {Bulletins},
        change AS (
            SELECT m.*, m0.agent AS agent0, m0.nbi AS nbi0, m0.quotite AS quotite0 FROM m JOIN m0 ON m0.matricule = m.matricule
            WHERE m.agent <> m0.agent OR m.nbi IS DISTINCT FROM m0.nbi OR m.quotite IS DISTINCT FROM m0.quotite),
        champs AS (
            SELECT x.id, list_filter([
                CASE WHEN a.grade IS DISTINCT FROM o.grade THEN ['Grade', g0.texte, g.texte] END,
                CASE WHEN a.echelon IS DISTINCT FROM o.echelon THEN ['Échelon', o.echelon, a.echelon] END,
                CASE WHEN coalesce(a.indice::VARCHAR, a.indice_texte) IS DISTINCT FROM coalesce(o.indice::VARCHAR, o.indice_texte)
                     THEN ['Indice', coalesce(o.indice::VARCHAR, o.indice_texte), coalesce(a.indice::VARCHAR, a.indice_texte)] END,
                CASE WHEN x.nbi IS DISTINCT FROM x.nbi0 THEN ['NBI', regexp_replace(x.nbi0::VARCHAR, '\.?0+$', ''), regexp_replace(x.nbi::VARCHAR, '\.?0+$', '')] END,
                CASE WHEN a.statut IS DISTINCT FROM o.statut THEN ['Statut', t0.texte, t.texte] END,
                CASE WHEN x.quotite IS DISTINCT FROM x.quotite0 THEN ['Quotité', regexp_replace(x.quotite0::VARCHAR, '\.?0+$', ''), regexp_replace(x.quotite::VARCHAR, '\.?0+$', '')] END,
                CASE WHEN a.service IS DISTINCT FROM o.service THEN ['Service', s0.texte, s1.texte] END,
                CASE WHEN a.emploi IS DISTINCT FROM o.emploi THEN ['Emploi', e0.texte, e.texte] END], lambda y: y IS NOT NULL) AS liste
            FROM change x JOIN agent a ON a.id = x.agent JOIN agent o ON o.id = x.agent0
            LEFT JOIN mot g ON g.id = a.grade LEFT JOIN mot g0 ON g0.id = o.grade LEFT JOIN mot t ON t.id = a.statut LEFT JOIN mot t0 ON t0.id = o.statut
            LEFT JOIN mot s1 ON s1.id = a.service LEFT JOIN mot s0 ON s0.id = o.service LEFT JOIN mot e ON e.id = a.emploi LEFT JOIN mot e0 ON e0.id = o.emploi)
        SELECT {Identite}, array_to_string(list_transform(h.liste, lambda y: concat(y[1], ' ', coalesce(y[2], 'absent'), ' → ', coalesce(y[3], 'absent'))), ' ; ')
        FROM champs h JOIN m x ON x.id = h.id {Joints} WHERE len(h.liste) > 0 ORDER BY a.nom, a.prenom, a.matricule
        """).Lire(r => Lire(r, (EvenementDePaye.Situation, SourceDEvenement.Constate), r2 => (EvenementDePaye.Situation, r2.TexteSur())));

    private List<EvenementLu> Primes() => Requete($"""
        {Bulletins},
        modeles AS (
            SELECT l.id, r.code, r.libelle FROM modele_de_ligne l JOIN rubrique r ON r.id = l.rubrique
            WHERE r.categorie = 5 AND r.code IS NOT NULL AND l.employeur IN (SELECT employeur FROM volume_visible WHERE siret = $siret)
              AND NOT regexp_matches(replace(upper(strip_accents(concat_ws(' ', r.code, r.libelle))), '.', ''), $est)),
        recu AS (
            SELECT b.periode, b.matricule, k.code, max(k.libelle) AS libelle, sum(l.montant) AS montant
            FROM ligne l JOIN modeles k ON k.id = l.modele JOIN b ON b.id = l.bulletin
            WHERE l.contenu IN (SELECT contenu FROM volume_visible WHERE siret = $siret AND periode IN ($periode, $avant)) AND l.montant <> 0
            GROUP BY ALL),
        neuf AS (
            SELECT * FROM recu n WHERE n.periode = $periode
              AND NOT EXISTS (SELECT 1 FROM recu d WHERE d.periode = $avant AND d.matricule = n.matricule AND d.code = n.code))
        SELECT {Identite}, concat_ws(' ', n.code, n.libelle), n.montant
        FROM neuf n JOIN m x ON x.matricule = n.matricule {Joints} ORDER BY a.nom, a.prenom, a.matricule, n.code
        """).Avec("est", LectureDesHeures.EstHeureSup).Lire(r => Lire(r, (EvenementDePaye.Prime, SourceDEvenement.Constate), r2 => (EvenementDePaye.Prime, $"{r2.Texte()} : {Francais(r2.Somme().ToDecimal())} €")));

    private Requete Requete(string sql) => new Requete(connexion, perimetre, sql)
        .Avec("siret", siret).Avec("periode", mois.Cle).Avec("avant", avant?.Cle).Avec("budget", budget);

    private static EvenementLu Lire(
        Rangee r, (EvenementDePaye Evenement, SourceDEvenement Source) sorte, Func<Rangee, (EvenementDePaye Evenement, string Detail)> suite)
    {
        var (bulletin, matricule, nom, prenom, service) = (r.Entier(), r.Texte(), r.Texte(), r.Texte(), r.Texte());
        var (lieu, mois) = (new LieuDeBulletin(r.TexteSur(), r.Entier()), MoisDePaye.FromCle(r.Entier()));
        var (evenement, detail) = suite(r);
        return new EvenementLu(evenement, sorte.Source, bulletin, matricule, nom, prenom, service, detail, lieu, mois);
    }

    private static string Francais(decimal nombre) => nombre.ToString("0.00", CultureInfo.GetCultureInfo("fr-FR"));

    private static string EnLettres(MoisDePaye mois) => new DateOnly(mois.Annee, mois.Mois, 1).ToString("MMMM yyyy", CultureInfo.GetCultureInfo("fr-FR"));
}
