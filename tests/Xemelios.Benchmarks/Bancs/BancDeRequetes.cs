using System.Data.Common;
using System.Globalization;
using Xemelios.Benchmarks.Donnees;
using Xemelios.Benchmarks.Mesures;
using Xemelios.Benchmarks.Rapports;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Accueil;
using Xemelios.Query.Bulletins;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Filters;
using Xemelios.Query.HeuresSupplementaires;
using Xemelios.Query.Rapprochements;
using Xemelios.Query.Recherche;
using Xemelios.Query.Recherches;
using Xemelios.Samples;
using Xemelios.Store;

namespace Xemelios.Benchmarks.Bancs;

/// <summary>The questions of the screens on a folder of several months, with seeded parameters that vary.</summary>
internal sealed class BancDeRequetes(Atelier atelier, int bulletins, int mois, int fois)
{
    private const string Ou = "processus de mesure";
    private const double PageMaximale = 0.300;
    private const double AgentMaximal = 0.150;
    private const double RechercheMaximale = 0.050;

    private readonly Hasard _hasard = new(7);

    public void Mesurer()
    {
        var produit = new Produit(atelier);
        var donnees = produit.DossierDe("donnees-requetes", new FichiersDePaye(atelier, bulletins), mois);
        var mesures = Interroger(donnees);
        var parametres = new Dictionary<string, long> { ["bulletins"] = bulletins, ["mois"] = mois, ["fois"] = fois };
        atelier.Publier("requetes", parametres, Chiffres(mesures), mesures, publication: atelier.Publication);
    }

    /// <summary>The questions put to a folder that holds these months.</summary>
    public List<Mesure> Interroger(string donnees)
    {
        using var entrepot = Entrepot.Ouvrir(donnees);
        using var connexion = entrepot.Connecter();
        return [.. Questions(entrepot).Select(q => Mesurer(q.Nom, () => q.Poser(connexion)))];
    }

    /// <summary>What the screens promise, in words.</summary>
    public List<Chiffre> Chiffres(List<Mesure> mesures)
    {
        var total = Nombres.Entier((double)bulletins * mois);
        return
        [
            EnMots("page de résultats", "recherche de bulletins", PageMaximale), EnMots("dossier d'un agent", "dossier d'un agent", AgentMaximal),
            EnMots("recherche d'un agent par ses mots", "recherche d'agents", RechercheMaximale),
        ];

        Chiffre EnMots(string nom, string mesure, double barre)
        {
            var centile = Statistiques.Centile(mesures.Single(m => m.Nom == mesure).Secondes, 95);
            return new($"{nom}, {total} bulletins, centile 95", Nombres.Millisecondes(centile), "≤ " + Nombres.Millisecondes(barre), centile <= barre);
        }
    }

    private Mesure Mesurer(string nom, Action poser)
    {
        Console.WriteLine($"Question : {nom}");
        // The first one loads and compiles: a server has done so long before anyone waits.
        poser();
        return Statistiques.EnMesure(nom, Ou, Enumerable.Range(0, fois).Select(_ => DansLeProcessus.Mesurer(poser) with { Processeur = null }));
    }

    private (string Nom, Action<DbConnection> Poser)[] Questions(Entrepot entrepot) =>
    [
        ("grille d'accueil", c => new AccueilQuestion().Executer(c, Perimetre.Complet)),
        ("liste des états", c => new EtatsQuestion().Executer(c, Perimetre.Complet)),
        ("état liquidatif par nature", c => new EtatLiquidatifQuestion(UnEtat(), AxeDEtat.Nature).Executer(c, Perimetre.Complet)),
        ("état liquidatif par rubrique", c => new EtatLiquidatifQuestion(UnEtat(), AxeDEtat.Rubrique).Executer(c, Perimetre.Complet)),
        ("état liquidatif par agent", c => new EtatLiquidatifQuestion(UnEtat(), AxeDEtat.Agent).Executer(c, Perimetre.Complet)),
        ("rapprochement", c => new RapprochementQuestion(UnEtat()).Executer(c, Perimetre.Complet)),
        ("heures supplémentaires", c => new HeuresSupplementairesQuestion(FichiersDePaye.Siret, UnMois()).Executer(c, Perimetre.Complet)),
        ("recherche de bulletins", c => Rechercher(c, new("mois", UnMois().ToString()), new("texte", _hasard.Parmi(Noms)))),
        ("bulletins d'une nature", c => Rechercher(c, new("mois", UnMois().ToString()), new("nature", _hasard.Parmi(Natures)))),
        ("bulletins d'une rubrique, tous mois", c => Rechercher(c, new("siret", FichiersDePaye.Siret), new("rubrique", _hasard.Parmi(Rubriques)))),
        ("dossier d'un agent", c => Rechercher(c, new("siret", FichiersDePaye.Siret), new("matricule", UnMatricule()))),
        ("bulletin", c => BulletinQuestion.DUnAgent(FichiersDePaye.Siret, UnMois(), UnMatricule()).Executer(c, Perimetre.Complet)),
        ("recherche d'agents", c => new ChercherQuestion($"{_hasard.Parmi(Noms)} {_hasard.Parmi(Prenoms)}").Executer(entrepot.Agents, entrepot.Pieces, c, Perimetre.Complet)),
    ];

    private static readonly string[] Noms = ["fauconnet", "guerineau", "perignac", "noellat", "zephirin", "bourrelac", "lecoeur", "mirabelle"];
    private static readonly string[] Prenoms = ["cecile", "andre", "chloe", "jerome", "nadege", "zoe"];
    private static readonly string[] Natures = ["64111", "64118", "6451", "6453"];
    private static readonly string[] Rubriques = ["1000", "2000", "5020", "7000"];

    private static void Rechercher(DbConnection connexion, params CritereDeRecherche[] filtres) =>
        RechercheQuestion.DesBulletins(filtres).Executer(connexion, Perimetre.Complet);

    private DemandeDEtat UnEtat() => new(FichiersDePaye.Siret, UnMois());

    private Domain.Valeurs.MoisDePaye UnMois()
    {
        var jour = new DateOnly(2026, 3, 1).AddMonths(_hasard.Entre(0, mois - 1));
        return new(jour.Year, jour.Month);
    }

    private string UnMatricule() => _hasard.Entre(1, bulletins).ToString("000000", CultureInfo.InvariantCulture);
}
