using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Criteres;
using Xemelios.Query.Export;
using Xemelios.Query.ExportsConfigures;
using Xemelios.Query.Recherches;
using Xemelios.Query.Tests.Criteres;
using Xemelios.Query.Tests.Export;

namespace Xemelios.Query.Tests.ExportsConfigures;

/// <summary>Exports read again say what plain values say: same bulletins, same elements, same sums.</summary>
public sealed class ExportsConfiguresTests(PayeAvecListes donnees) : IClassFixture<PayeAvecListes>
{
    private static readonly string[] Champs =
    [
        "annee", "numero_mois", "nom", "matricule", "indice", "net", "heures_sup", "quotite", "train", "employeur", "pieces",
        "repartition_budgetaire.code_budget", "repartition_budgetaire.taux", "repartition_budgetaire.montant", "evenements.code", "evenements.description",
        "lignes_de_paye.categorie", "lignes_de_paye.code", "lignes_de_paye.libelle", "lignes_de_paye.base", "lignes_de_paye.nombre", "lignes_de_paye.taux", "lignes_de_paye.montant",
        "lignes_de_paye.caisse", "lignes_de_paye.debut", "lignes_de_paye.fin", "points_nbi.valeur", "pieces_jointes.id_unique", "pieces_jointes.nom",
    ];

    private readonly PayeSemee _paye = donnees.Paye;

    [Theory]
    [InlineData("")]
    [InlineData("indice>=390")]
    [InlineData("rubrique=2000")]
    [InlineData("siret=21990001200019 et mois=2026-02")]
    public void LeJsonRelueADesListesDansSesRangees(string criteres)
    {
        var json = JsonNode.Parse(Ecrire(new EcritureJson(), criteres))!;

        var relues = json["lignes"]!.AsArray().Select(l => string.Join('|', l!.AsObject().Select(c => Dire(c.Value)))).Order(StringComparer.Ordinal);
        Assert.Equal(Attendus(criteres).Select(EnJson).Order(StringComparer.Ordinal), relues);
        Assert.Equal(["repartition_budgetaire", "evenements", "lignes_de_paye", "points_nbi", "pieces_jointes"], json["listes"]!.AsArray().Select(l => (string)l!["cle"]!));
        Assert.Equal(Somme(Attendus(criteres).SelectMany(b => b.Lignes.Select(l => l.Montant(b.Fichier)))), Nombre(json["totaux"]!["lignes_de_paye"]!["montant"]));
        Assert.Equal(Somme(Attendus(criteres).Select(b => b.Net)), Nombre(json["totaux"]!["net"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("indice>=390")]
    [InlineData("rubrique=2000")]
    public void LeCsvReluAUneRangeeParElementEtDesSommesJustes(string criteres)
    {
        var rangees = Encoding.UTF8.GetString(Ecrire(new EcritureCsv(), criteres)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Where(l => l[0] != '#' && l[1] != '#').Select(l => l.Split(';')).ToList();
        var (titres, corps, total) = (rangees[0].ToList(), rangees[1..^1], rangees[^1]);
        var bulletins = Attendus(criteres);

        Assert.Equal(bulletins.Sum(b => Math.Max(1, Elements(b))), corps.Count);
        foreach (var (titre, somme) in new (string, decimal)[]
        {
            ("Net", Somme(bulletins.Select(b => b.Net))), ("Heures supplémentaires", Somme(bulletins.Select(b => b.HeuresSup))), ("Pièces", bulletins.Sum(b => b.Pieces.Count)),
            ("Lignes de paye : Montant", Somme(bulletins.SelectMany(b => b.Lignes.Select(l => l.Montant(b.Fichier))))),
            ("Lignes de paye : Nombre", Somme(bulletins.SelectMany(b => b.Lignes.Select(l => l.Unites)))),
            ("Répartition Budgétaire : Montant", bulletins.Sum(b => b.Budgets.Count * PayeAvecListes.MontantReparti)),
            ("NBI : Valeur", bulletins.SelectMany(PayeAvecListes.Nbi).Sum()),
        })
        {
            var rang = titres.IndexOf(titre);
            Assert.Equal((titre, somme), (titre, corps.Sum(r => Lu(r[rang]))));
            Assert.Equal((titre, somme), (titre, Lu(total[rang])));
        }

        // Added up, a time of work would count an agent once for each of his lines.
        Assert.Equal(Somme(bulletins.Select(b => b.Quotite)), corps.Sum(r => Lu(r[titres.IndexOf("Temps de travail")])));
        Assert.All(corps, r => Assert.NotEqual("", r[titres.IndexOf("Année")]));
    }

    [Fact]
    public void SansListeLExportEstCeluiDeLaRecherche()
    {
        var export = new ExportConfigureQuestion("Mes lignes", "L1", Sujet.Lignes, ["montant", "rubrique", "nature"], "mois=2026-01", "montant").Exporter(_paye.Entrepot.Connexion, Perimetre.Complet);

        Assert.Equal(("Mes lignes", "L1"), (export.Table.Titre, export.Nom));
        Assert.Equal(["rubrique", "montant", "nature"], export.Table.Colonnes.Select(c => c.Cle));
        Assert.Equal(_paye.Bulletins.Where(b => b.Fichier.Periode == 202601).Sum(b => b.Lignes.Count), export.Table.Lignes.Count());
    }

    [Fact]
    public void DesListesSeulesSExportent()
    {
        var export = new ExportConfigureQuestion("T", "T", Sujet.Bulletins, ["points_nbi.valeur"]).Exporter(_paye.Entrepot.Connexion, Perimetre.Complet);

        Assert.Equal(["points_nbi_valeur"], export.Table.Colonnes.Select(c => c.Cle));
        Assert.Equal(_paye.Bulletins.SelectMany(PayeAvecListes.Nbi).Sum(), export.Table.Totaux![0]);
    }

    [Fact]
    public void UnPerimetreSArreteAussiAuxListes()
    {
        var perimetre = Perimetre.Limite([new BudgetPermis("21990001200019", null)]);
        var table = new ExportConfigureQuestion("T", "T", Sujet.Bulletins, Champs).Exporter(_paye.Entrepot.Connexion, perimetre).Emboitee!;

        var vus = _paye.Bulletins.Where(b => b.Fichier.Siret == "21990001200019").ToList();
        Assert.Equal(vus.Count, table.Rangees.Count());
        Assert.Equal(Montant.FromDecimal(Somme(vus.SelectMany(b => b.Lignes.Select(l => l.Montant(b.Fichier))))), table.Totaux.Elements[2][6]);
    }

    [Theory]
    [InlineData("inconnu")]
    [InlineData("lignes_de_paye.inconnu")]
    [InlineData]
    public void UnChampInconnuOuAucunEstRefuse(params string[] champs) =>
        Assert.Throws<CritereInconnuException>(() => ChampsDExport.Choisir(Sujet.Bulletins, champs));

    [Theory]
    [InlineData(Sujet.Bulletins)]
    [InlineData(Sujet.Lignes)]
    [InlineData(Sujet.Repartition)]
    public void TousLesChampsSExportentEnsembleSousDesClesDistinctes(Sujet sujet)
    {
        var export = new ExportConfigureQuestion("T", "T", sujet, [.. ChampsDExport.Toutes(sujet)]).Exporter(_paye.Entrepot.Connexion, Perimetre.Complet);

        Assert.Distinct(export.Table.Colonnes.Select(c => c.Cle));
        Assert.Distinct((export.Emboitee?.Colonnes.Select(c => c.Cle) ?? []).Concat(export.Emboitee?.Listes.Select(l => l.Cle) ?? []));
        Assert.NotEmpty(export.Table.Lignes);
    }

    [Theory]
    [InlineData(ExportDeLignes.Lignes, null, null, null, null)]
    [InlineData(ExportDeLignes.Categorie, "Autre indemnité", null, null, ">=500")]
    [InlineData(ExportDeLignes.Categorie, "Cotisation", null, null, "entre -10 et 900")]
    [InlineData(ExportDeLignes.Rubrique, null, "2000", null, "<100")]
    [InlineData(ExportDeLignes.Caisse, null, null, null, ">0")]
    [InlineData(ExportDeLignes.Caisse, null, null, "cnracl", null)]
    public void LesExportsDeLignesFiltrentParCategorieRubriqueCaisseEtMontant(ExportDeLignes export, string? categorie, string? rubrique, string? caisse, string? test)
    {
        var question = new ExportDeLignesQuestion(export) { Categories = Liste(categorie), Rubriques = Liste(rubrique), Caisses = Liste(caisse), Montants = Liste(test) };
        var table = question.Exporter(_paye.Entrepot.Connexion, Perimetre.Complet).Table;

        var attendus = _paye.Bulletins.SelectMany(b => b.Lignes.Select(l => (Ligne: l, Montant: l.Montant(b.Fichier)))).Where(l =>
            (categorie is null || l.Ligne.Categorie.ToString() == categorie || l.Ligne.Categorie.Libelle() == categorie) && (rubrique is null || l.Ligne.Code == rubrique)
            && (export != ExportDeLignes.Caisse || l.Ligne.Caisse is not null) && (caisse is null || string.Equals(l.Ligne.Caisse, caisse, StringComparison.OrdinalIgnoreCase))
            && test switch { null => true, ">=500" => l.Montant >= 500, "<100" => l.Montant < 100, ">0" => l.Montant > 0, _ => l.Montant is >= -10 and <= 900 }).ToList();
        var rang = table.Colonnes.ToList().FindIndex(c => c.Cle == "montant");

        Assert.NotEmpty(attendus);
        Assert.Equal(attendus.Select(l => l.Montant).Order(), table.Lignes.Select(l => ((Montant?)l[rang])?.ToDecimal()).Order());
        Assert.Equal(ExportDeLignesQuestion.TitreDe(export), table.Titre);
    }

    [Fact]
    public void UnTestDeMontantQuiNeSeLitPasEstRefuse()
    {
        Assert.Throws<CritereIllisibleException>(() => new ExportDeLignesQuestion(ExportDeLignes.Lignes) { Montants = ["100"] }.Recherche());
        Assert.Throws<CritereInconnuException>(() => new ExportDeLignesQuestion(ExportDeLignes.Lignes) { Categories = ["Prime"] }.Recherche());
    }

    private static string[] Liste(string? valeur) => valeur is null ? [] : [valeur];

    private byte[] Ecrire(IEcritureDeTable ecriture, string criteres)
    {
        using var sortie = new MemoryStream();
        new ExportConfigureQuestion("T", "T", Sujet.Bulletins, Champs, criteres).Exporter(_paye.Entrepot.Connexion, Perimetre.Complet)
            .Ecrire(ecriture, TablesAleatoires.Provenance.Etabli, "moi", sortie);
        return sortie.ToArray();
    }

    private List<BulletinConnu> Attendus(string criteres) =>
    [
        .. _paye.Bulletins.Where(b => criteres switch
        {
            "" => true,
            "indice>=390" => b.Indice >= 390,
            "rubrique=2000" => b.Lignes.Any(l => l.Code == "2000"),
            _ => b.Fichier.Siret == "21990001200019" && b.Fichier.Periode == 202602,
        }),
    ];

    private static int Elements(BulletinConnu b) => b.Budgets.Count + b.Evenements.Count + b.Lignes.Count + PayeAvecListes.Nbi(b).Count() + b.Pieces.Count;

    private static string EnJson(BulletinConnu b) => string.Join('|',
        [
            Dire(b.Fichier.Periode / 100), Dire(b.Fichier.Periode % 100), b.Nom, b.Matricule, Dire(b.Indice), Dire(b.Net), Dire(b.HeuresSup), Dire(b.Quotite), b.Fichier.Train, b.Fichier.Siret, Dire(b.Pieces.Count),
            Tableau(b.Budgets, c => [c, Dire(100m), Dire(PayeAvecListes.MontantReparti)]), Tableau(b.Evenements, e => [e.Code, e.Description]),
            Tableau(b.Lignes, l => [l.Categorie.Libelle(), l.Code, l.Libelle, Dire(l.Base), Dire(l.Unites), Dire(l.Taux), Dire(l.Montant(b.Fichier)), l.Caisse, Dire(l.Debut), Dire(l.Fin)]),
            Tableau(PayeAvecListes.Nbi(b), v => [Dire(v)]), Tableau(b.Pieces, p => [p.Id, p.Nom]),
        ]);

    private static string Tableau<T>(IEnumerable<T> elements, Func<T, string?[]> dire) => string.Concat(elements.Select(e => $"[{string.Join(',', dire(e))}]"));

    private static string? Dire(object? valeur) => valeur switch
    {
        JsonArray liste => string.Concat(liste.Select(e => $"[{string.Join(',', e!.AsObject().Select(c => Dire(c.Value)))}]")),
        JsonNode noeud => noeud.ToString(),
        decimal nombre => nombre.ToString("0.00##", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("O", CultureInfo.InvariantCulture),
        _ => Convert.ToString(valeur, CultureInfo.InvariantCulture),
    };

    private static decimal Somme(IEnumerable<decimal?> valeurs) => valeurs.Sum(v => v ?? 0);

    private static decimal Nombre(JsonNode? noeud) => decimal.Parse((string)noeud!, CultureInfo.InvariantCulture);

    private static decimal Lu(string cellule) => cellule.Length == 0 ? 0 : decimal.Parse(cellule.Replace(',', '.'), CultureInfo.InvariantCulture);
}

/// <summary>The seeded pay, with what it lacks: several NBI a bulletin, and amounts of the répartition budgétaire.</summary>
public sealed class PayeAvecListes : IDisposable
{
    public const decimal MontantReparti = 12.34m;

    public PayeAvecListes()
    {
        Paye.Entrepot.Connexion.Execute("INSERT INTO nbi SELECT id, 1, 10 FROM paye_individuelle WHERE ordre % 3 = 0");
        Paye.Entrepot.Connexion.Execute("INSERT INTO nbi SELECT id, 2, 5.5 FROM paye_individuelle WHERE ordre % 6 = 0");
        Paye.Entrepot.Connexion.Execute("UPDATE repartition_budget SET taux = 100, montant = 12.34");
    }

    public PayeSemee Paye { get; } = new();

    public static IEnumerable<decimal> Nbi(BulletinConnu b) => b.Ordre % 3 != 0 ? [] : b.Ordre % 6 != 0 ? [10m] : [10m, 5.5m];

    public void Dispose() => Paye.Dispose();
}
