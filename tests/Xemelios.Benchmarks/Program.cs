using Xemelios.Benchmarks;
using Xemelios.Benchmarks.Bancs;
using Xemelios.Benchmarks.Rapports;
using Xemelios.Benchmarks.Recherche;

const int SyntaxeFausse = 25;

// One way to search, in a process of its own.
if (args is ["recherche-de", var dossier, var maniere, var fois])
{
    RechercheDesAgents.Repondre(dossier, maniere, int.Parse(fois, System.Globalization.CultureInfo.InvariantCulture));
    return 0;
}

if (Demande.Lire(args) is not { } demande)
    return Expliquer();
var atelier = Atelier.Trouver();
switch (demande.Banc)
{
    case "import":
        new BancDImport(atelier, demande.Bulletins(60_603), demande.Fois(3)).Mesurer();
        return 0;
    case "requetes":
        new BancDeRequetes(atelier, demande.Bulletins(5_000), demande.Mois(12), demande.Fois(50)).Mesurer();
        return 0;
    case "reponses":
        new BancDeReponses(atelier, demande.Bulletins(60_603), demande.Mois(12), demande.Fois(20)).Mesurer();
        return 0;
    case "croissance":
        new BancDeCroissance(atelier, demande.Bulletins(60_603), demande.Mois(12)).Mesurer();
        return 0;
    case "web":
        await new BancWeb(atelier, demande.Bulletins(5_000), demande.Mois(12), demande.Fois(60)).MesurerAsync();
        return 0;
    case "charge":
        await new BancDeCharge(atelier, demande.Bulletins(60_603), demande.Mois(12), demande.Fois(12)).MesurerAsync();
        return 0;
    case "controles":
        new BancDesControles(atelier, demande.Bulletins(60_603), demande.Mois(12), demande.Fois(3)).Mesurer();
        return 0;
    case "regles":
        new BancDesControles(atelier, demande.Bulletins(60_603), demande.Mois(12), 1).Detailler();
        return 0;
    case "petits":
        new BancDePetits(atelier, demande.Fichiers(1_000), demande.Fois(3)).Mesurer();
        return 0;
    case "totaux":
        new BancDeTotaux(atelier, demande.Bulletins(60_603)).Mesurer();
        return 0;
    case "boucles":
        BancDeBoucles.Mesurer(atelier);
        return 0;
    case "recherche":
        new RechercheDesAgents(atelier, demande.Fois(20)).Mesurer();
        return 0;
    case "readme":
        File.WriteAllText(atelier.Readme, TableDuReadme.Remplacer(File.ReadAllText(atelier.Readme), atelier.Resultats));
        return 0;
    default:
        return Expliquer();
}

static int Expliquer()
{
    Console.Error.WriteLine(Demande.Usage);
    return SyntaxeFausse;
}
