using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Xemelios.Benchmarks.Donnees;
using Xemelios.Benchmarks.Mesures;
using Xemelios.Benchmarks.Rapports;
using Xemelios.Checks.Moteur;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Matieres;
using Xemelios.Store;

namespace Xemelios.Benchmarks.Bancs;

/// <summary>All the rules over a month and over a year of a large employer, beside one bare read of the lines that they look at.</summary>
internal sealed class BancDesControles(Atelier atelier, int bulletins, int mois, int fois)
{
    private const string Ou = "processus de mesure";
    private const string Repere = "DuckDB, requête nue";
    private const double BarreDuMois = 5, BarreDeLAnnee = 60;

    // What a control cannot do without: each line of the months with its rubrique and its agent.
    private static string LignesNues(MoisDePaye du, MoisDePaye au) => string.Create(CultureInfo.InvariantCulture, $"""
        SELECT r.categorie, a.statut, count(*), sum(l.montant), sum(l.base)
        FROM ligne l JOIN modele_de_ligne m ON m.id = l.modele JOIN rubrique r ON r.id = m.rubrique
        JOIN paye_individuelle p ON p.id = l.bulletin JOIN agent a ON a.id = p.agent WHERE p.periode BETWEEN {du.Cle} AND {au.Cle} GROUP BY ALL
        """);

    public void Mesurer()
    {
        var donnees = new Produit(atelier).DossierGarde("donnees-reponses", new FichiersDePaye(atelier, bulletins), bulletins, mois);
        using var entrepot = Entrepot.Ouvrir(donnees);
        var premier = new MoisDePaye(2026, 3);
        var dernier = new DateOnly(2026, 3, 1).AddMonths(mois - 1);
        List<Mesure> mesures = [];
        List<Chiffre> chiffres = [];
        foreach (var (nom, au, barre, combien) in ((string, MoisDePaye, double, int)[])[("un mois", premier, BarreDuMois, fois), ("douze mois", new MoisDePaye(dernier.Year, dernier.Month), BarreDeLAnnee, 1)])
        {
            Console.WriteLine($"Contrôles : {nom}");
            var regles = Statistiques.EnMesure($"toutes les règles, {nom}", Ou, Enumerable.Range(0, combien).Select(_ => DansLeProcessus.Mesurer(() => Controler(entrepot, premier, au)) with { Processeur = null }));
            var nue = Statistiques.EnMesure($"toutes les règles, {nom}", Repere, Enumerable.Range(0, combien).Select(_ => DansLeProcessus.Mesurer(() => Lire(entrepot, premier, au)) with { Processeur = null }));
            mesures.AddRange([regles, nue]);
            var secondes = Statistiques.Mediane(regles.Secondes);
            chiffres.Add(new(
                string.Create(CultureInfo.InvariantCulture, $"{CatalogueDesRegles.Toutes.Count} règles sur {nom} de {Nombres.Entier(bulletins)} agents ({Nombres.Rapport(secondes / Statistiques.Mediane(nue.Secondes))} une lecture nue des lignes)"),
                Nombres.Secondes(secondes), "≤ " + Nombres.Secondes(barre), secondes <= barre));
        }

        atelier.Publier("controles", new Dictionary<string, long> { ["bulletins"] = bulletins, ["mois"] = mois, ["fois"] = fois, ["regles"] = CatalogueDesRegles.Toutes.Count }, chiffres, mesures, publication: atelier.Publication);
    }

    /// <summary>What each rule adds to a month, for whoever makes them faster: printed, not kept.</summary>
    public void Detailler()
    {
        using var entrepot = Entrepot.Ouvrir(new Produit(atelier).DossierGarde("donnees-reponses", new FichiersDePaye(atelier, bulletins), bulletins, mois));
        ParRegle(entrepot, new MoisDePaye(2026, 3));
    }

    private static void Controler(Entrepot entrepot, MoisDePaye du, MoisDePaye au)
    {
        using var connexion = entrepot.Connecter();
        var constats = 0;
        new ControleDePaye([.. CatalogueDesRegles.Toutes.Select(r => r.Code)], FichiersDePaye.Siret, du, au).Executer(connexion, Perimetre.Complet, _ => constats++);
        Console.WriteLine($"   {constats} constats");
    }

    private static void ParRegle(Entrepot entrepot, MoisDePaye mois)
    {
        List<(string Code, double Secondes)> durees = [];
        using (var connexion = entrepot.Connecter())
        {
            var matiere = new MatiereDeControle(FichiersDePaye.Siret, mois, mois);
            matiere.Commencer(connexion, Perimetre.Complet, FichiersDePaye.Siret);
            for (var i = 0; i < 3; i++)
            {
                using var ecoute = new ActivityListener
                {
                    ShouldListenTo = s => s.Name == Etapes.Nom, Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
                    ActivityStopped = a => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"   {a.OperationName} {a.Duration.TotalSeconds:0.000} s")),
                };
                ActivitySource.AddActivityListener(ecoute);
                matiere.Ouvrir(connexion, Perimetre.Complet, FichiersDePaye.Siret, mois);
            }
        }

        foreach (var code in CatalogueDesRegles.Toutes.Select(r => r.Code).Prepend("QUAL-01"))
        {
            using var connexion = entrepot.Connecter();
            var debut = Stopwatch.GetTimestamp();
            new ControleDePaye([code], FichiersDePaye.Siret, mois, mois).Executer(connexion, Perimetre.Complet, _ => { });
            durees.Add((code, Stopwatch.GetElapsedTime(debut).TotalSeconds));
        }

        // The first warms up; the least of all is the laying out of the month.
        var socle = durees.Skip(1).Min(d => d.Secondes);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"   mise à plat du mois : {socle:0.000} s ; puis, par règle :"));
        foreach (var (code, secondes) in durees.Skip(1).OrderByDescending(d => d.Secondes).Take(25))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"   {code} + {secondes - socle:0.000} s"));
    }

    private static void Lire(Entrepot entrepot, MoisDePaye du, MoisDePaye au)
    {
        using var connexion = entrepot.Connecter();
        using DbCommand commande = connexion.CreateCommand();
        commande.CommandText = LignesNues(du, au);
        using var lecteur = commande.ExecuteReader();
        while (lecteur.Read())
        {
        }
    }
}
