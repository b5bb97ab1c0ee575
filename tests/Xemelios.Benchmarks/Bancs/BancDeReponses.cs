using System.Data.Common;
using System.Globalization;
using Xemelios.Benchmarks.Donnees;
using Xemelios.Benchmarks.Mesures;
using Xemelios.Benchmarks.Rapports;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Comparaisons;
using Xemelios.Query.Criteres;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Export;
using Xemelios.Query.Recherche;
using Xemelios.Query.Recherches;
using Xemelios.Samples;
using Xemelios.Store;

namespace Xemelios.Benchmarks.Bancs;

/// <summary>The answers that replace the spreadsheet, on a year of a large employer, each beside a bare query that reads the same columns.</summary>
internal sealed class BancDeReponses(Atelier atelier, int bulletins, int mois, int fois)
{
    private const string Ou = "processus de mesure";
    private const string Repere = "DuckDB, requête nue";

    private readonly Hasard _hasard = new(11);

    public void Mesurer()
    {
        var donnees = new Produit(atelier).DossierGarde("donnees-reponses", new FichiersDePaye(atelier, bulletins), bulletins, mois);
        using var entrepot = Entrepot.Ouvrir(donnees);
        using var connexion = entrepot.Connecter();
        List<Mesure> mesures = [];
        List<Chiffre> chiffres = [];
        foreach (var reponse in Reponses(entrepot))
        {
            Console.WriteLine($"Réponse : {reponse.Nom}");
            var mesure = Mesurer(reponse.Nom, Ou, () => reponse.Poser(connexion));
            var nue = Mesurer(reponse.Nom, Repere, () => Lire(connexion, reponse.Nue));
            mesures.AddRange([mesure, nue]);
            var centile = Statistiques.Centile(mesure.Secondes, 95);
            var rapport = Statistiques.Mediane(mesure.Secondes) / Statistiques.Mediane(nue.Secondes);
            chiffres.Add(new(
                string.Create(CultureInfo.InvariantCulture, $"{reponse.Nom}, {Nombres.Entier((double)bulletins * mois)} bulletins, centile 95 ({Nombres.Rapport(rapport)} la requête nue)"),
                Nombres.Millisecondes(centile), reponse.Barre is { } barre ? "≤ " + Nombres.Millisecondes(barre) : "", reponse.Barre is { } max ? centile <= max : null));
        }

        atelier.Publier("reponses", new Dictionary<string, long> { ["bulletins"] = bulletins, ["mois"] = mois, ["fois"] = fois }, chiffres, mesures, publication: atelier.Publication);
    }

    private Mesure Mesurer(string nom, string ou, Action poser)
    {
        poser();
        return Statistiques.EnMesure(nom, ou, Enumerable.Range(0, fois).Select(_ => DansLeProcessus.Mesurer(poser) with { Processeur = null }));
    }

    private static void Lire(DbConnection connexion, string sql)
    {
        using var commande = connexion.CreateCommand();
        commande.CommandText = sql;
        using var lecteur = commande.ExecuteReader();
        while (lecteur.Read())
        {
        }
    }

    /// <summary>One answer, what it may take at most in seconds, and the bare query beside it.</summary>
    private sealed record Reponse(string Nom, double? Barre, Action<DbConnection> Poser, string Nue);

    private List<Reponse> Reponses(Entrepot entrepot) =>
    [
        Page("page de tous les bulletins", () => "", "SELECT count(*), sum(net), sum(coalesce(brut, brut_lignes)), sum(traitement) FROM paye_individuelle"),
        Page("page d'un mois et d'un indice", () => $"mois={UnMois()} et indice>={_hasard.Entre(350, 500)}", "SELECT count(*), sum(b.net) FROM paye_individuelle b JOIN agent a ON a.id = b.agent WHERE a.indice >= 400"),
        Page("page d'un nom, tous mois", () => $"nom^={_hasard.Parmi(Noms)} et brut>1500", "SELECT count(*), sum(b.net) FROM paye_individuelle b JOIN agent a ON a.id = b.agent WHERE starts_with(upper(a.nom), 'FAU')"),
        Page("page d'une rubrique, tous mois", () => $"rubrique=={_hasard.Parmi(Rubriques)}", RubriqueNue),
        Page("page d'une nature, tous mois", () => $"nature=={_hasard.Parmi(Natures)}", RubriqueNue),
        Page("page sans une ligne, tous mois", () => $"indice>=400 et pas ligne(rubrique=={_hasard.Parmi(Rubriques)} et montant>{_hasard.Entre(10, 100)})", RubriqueNue),
        new("page de lignes, tous mois", 0.300, c => Poser(c, new RechercheQuestion(Sujet.Lignes, $"rubrique=={_hasard.Parmi(Rubriques)} et montant>=100")), RubriqueNue),
        new("regroupement par service et mois", 0.300, c => new GroupementQuestion(Sujet.Bulletins, "indice>=300", "service,mois").Executer(c, Perimetre.Complet),
            "SELECT a.service, b.periode, count(*), sum(b.net) FROM paye_individuelle b JOIN agent a ON a.id = b.agent GROUP BY ALL"),
        new("facettes", 0.200, c => new FacettesQuestion(Sujet.Bulletins, $"indice>={_hasard.Entre(300, 500)}").Executer(c, Perimetre.Complet),
            "SELECT a.statut, a.service, a.grade, a.emploi, b.periode, count(*) FROM paye_individuelle b JOIN agent a ON a.id = b.agent "
            + "GROUP BY GROUPING SETS ((a.statut), (a.service), (a.grade), (a.emploi), (b.periode))"),
        new("état liquidatif par nature", 0.300, c => new EtatLiquidatifQuestion(UnEtat(), AxeDEtat.Nature).Executer(c, Perimetre.Complet), LignesDUnMois),
        new("état liquidatif par rubrique", 0.300, c => new EtatLiquidatifQuestion(UnEtat(), AxeDEtat.Rubrique).Executer(c, Perimetre.Complet), LignesDUnMois),
        new("quoi de neuf", 1.000, c => new QuoiDeNeufQuestion(FichiersDePaye.Siret, UnMois(apresLePremier: true)).Executer(c, Perimetre.Complet),
            "SELECT l.contenu, m.rubrique, b.agent, sum(l.montant) FROM ligne l JOIN modele_de_ligne m ON m.id = l.modele JOIN paye_individuelle b ON b.id = l.bulletin "
            + "WHERE l.contenu IN (SELECT contenu FROM volume ORDER BY contenu DESC LIMIT 2) GROUP BY ALL"),
        new(string.Create(CultureInfo.InvariantCulture, $"XLSX de {Nombres.Entier(2.0 * bulletins)} bulletins"), 5.000, Exporter,
            "SELECT a.nom, a.prenom, a.matricule, b.periode, b.net, b.brut, b.traitement FROM paye_individuelle b JOIN agent a ON a.id = b.agent "
            + "WHERE b.contenu IN (SELECT contenu FROM volume ORDER BY contenu LIMIT 2)"),
        new("recherche d'un agent par ses mots", 0.050,
            c => new ChercherQuestion($"{_hasard.Parmi(Noms)} {_hasard.Parmi(Prenoms)}").Executer(entrepot.Agents, entrepot.Pieces, c, Perimetre.Complet),
            "SELECT count(*) FROM agent WHERE contains(upper(strip_accents(nom)), 'FAUCONNET') AND contains(upper(strip_accents(prenom)), 'CECILE')"),
    ];

    private const string RubriqueNue = "SELECT count(*), sum(l.montant) FROM ligne l WHERE l.modele IN (SELECT m.id FROM modele_de_ligne m JOIN rubrique r ON r.id = m.rubrique WHERE r.code = '2000')";

    private const string LignesDUnMois = "SELECT m.rubrique, sum(l.montant) FROM ligne l JOIN modele_de_ligne m ON m.id = l.modele WHERE l.contenu = (SELECT max(contenu) FROM volume) GROUP BY ALL";

    private static readonly string[] Noms = ["fauconnet", "guerineau", "perignac", "noellat", "zephirin", "bourrelac", "lecoeur", "mirabelle"];
    private static readonly string[] Prenoms = ["cecile", "andre", "chloe", "jerome", "nadege", "zoe"];
    private static readonly string[] Rubriques = ["1000", "2000", "5020", "7000"];
    private static readonly string[] Natures = ["64111", "64118", "6451", "6453"];

    private static Reponse Page(string nom, Func<string> criteres, string nue) => new(nom, 0.300, c => Poser(c, new RechercheQuestion(Sujet.Bulletins, criteres())), nue);

    private static void Poser(DbConnection connexion, RechercheQuestion question) => question.Executer(connexion, Perimetre.Complet);

    private static void Exporter(DbConnection connexion)
    {
        var reponse = new RechercheQuestion(Sujet.Bulletins, "mois parmi (2026-03 2026-04)").Exporter(connexion, Perimetre.Complet);
        reponse.Ecrire(EcrituresDeTable.Pour(FormatDExport.Xlsx, AppContext.BaseDirectory), TimeProvider.System.GetUtcNow(), "mesure", Stream.Null);
    }

    private DemandeDEtat UnEtat() => new(FichiersDePaye.Siret, UnMois());

    private Domain.Valeurs.MoisDePaye UnMois(bool apresLePremier = false)
    {
        var jour = new DateOnly(2026, 3, 1).AddMonths(_hasard.Entre(apresLePremier ? 1 : 0, mois - 1));
        return new(jour.Year, jour.Month);
    }
}
