using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Agents;
using Xemelios.Query.Bulletins;
using Xemelios.Query.Calendriers;
using Xemelios.Query.Comparaisons;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Filters;
using Xemelios.Query.HeuresSupplementaires;
using Xemelios.Query.Justificatifs;
using Xemelios.Query.JustificatifsAttendus;
using Xemelios.Query.Nomenclatures;
using Xemelios.Query.Passages;
using Xemelios.Query.Recherches;
using Xemelios.Web.Pages;
using Xemelios.Web.Tests.Imports;

namespace Xemelios.Web.Tests.Endpoints;

/// <summary>Every screen that leads to its exports: each format is served, and holds as many rows as the answer of the screen.</summary>
public sealed class ExportsDEcransTests(DeuxMoisServis deux) : IClassFixture<DeuxMoisServis>
{
    private const string Siret = DeuxMoisServis.Siret;
    private static readonly MoisDePaye Mars = new(2026, 3);
    private static readonly MoisDePaye Fevrier = new(2026, 2);

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ["csv"] = "text/csv", ["pdf"] = "application/pdf",
        ["json"] = "application/json", ["parquet"] = "application/vnd.apache.parquet",
    };

    private static readonly Dictionary<string, Func<Questions, int>> Ecrans = new(StringComparer.Ordinal)
    {
        [$"/quoi-de-neuf?siret={Siret}&mois=2026-03"] = q => q.Poser(new QuoiDeNeufQuestion(Siret, Mars).Executer).Sections.Sum(s => s.Total),
        [$"/quoi-de-neuf?siret={Siret}&mois=2026-03&section=entrant"] = q => q.Poser(new QuoiDeNeufQuestion(Siret, Mars).Executer).Sections[0].Total,
        [$"/comparaisons?recherche=entrants-et-sortants&siret={Siret}&mois=2026-03&avec=2026-02"] = q => Agents(q, RecherchePredefinie.EntrantsEtSortants),
        [$"/comparaisons?recherche=variations-de-revenu&siret={Siret}&mois=2026-03&avec=2026-02&seuil=0&unite=valeur"] = q => Agents(q, RecherchePredefinie.VariationsDeRevenu),
        ["/comparer/bulletins?avant={avant}&apres={apres}"] = q => Lignes(q).Lignes.Count,
        [$"/comparer/mois?siret={Siret}&matricule={{matricule}}&avec=2026-02&mois=2026-03"] = q => Lignes(q).Lignes.Count,
        [$"/comparer/etats?avant={Siret}|00|2026-02|&apres={Siret}|00|2026-03|&par=rubrique"] = q => q.Poser(
            new ComparaisonDEtatsQuestion(new DemandeDEtat(Siret, Fevrier, "00", ""), new DemandeDEtat(Siret, Mars, "00", ""), AxeDEtat.Rubrique).Executer).Lignes.Count,
        [$"/agents/{Siret}/{{matricule}}"] = q => q.Poser(new DossierDAgentQuestion(Siret, Choisi(q).Matricule!).Executer)!.Bulletins.Count,
        [$"/heures-supplementaires/{Siret}/2026-03"] = q => q.Poser(new HeuresSupplementairesQuestion(Siret, Mars).Executer).Agents.Sum(a => Math.Max(1, a.Mois.Sum(m => m.Taux.Count))),
        [$"/justificatifs/{Siret}/2026-03"] = q => q.Poser(new JustificatifsQuestion(Siret, Mars).Executer).Pieces.Count,
        [$"/justificatifs/{Siret}/2026-03?statut=manquante"] = q => q.Poser(new JustificatifsQuestion(Siret, Mars).Executer).Manquantes,
        [$"/justificatifs-attendus/{Siret}/2026-03"] = q => q.Poser(new JustificatifsAttendusQuestion(Siret, Mars).Executer).Evenements.Sum(e => Math.Max(1, e.Pieces.Count)),
        [$"/nomenclatures/{Siret}?sorte=caisse"] = q => q.Poser(new NomenclaturesQuestion(Siret, SorteDeNomenclature.Caisse).Executer)
            .Entrees.Sum(e => Math.Max(1, e.Valeurs.Sum(v => v.Periodes.Count))),
        [$"/passage/{Siret}?proposer=1"] = q => q.Poser(new ProposerPassageQuestion(Siret).Executer)!.Lignes.Sum(l => Math.Max(1, l.Montants.Count)),
        ["/calendrier?annee=2026"] = q => q.Poser(new CalendrierQuestion(2026).Executer).Cases.Count(c => c.Presence != PresenceDEtat.Aucune),
        ["/etats?mois=2026-03"] = q => q.Poser(new EtatsQuestion(Mois: Mars).Executer).Count,
    };

    public static TheoryData<string> Adresses => [.. Ecrans.Keys];

    [Theory]
    [MemberData(nameof(Adresses))]
    public async Task ChaqueEcranSExporteDansChaqueFormat(string ecran)
    {
        foreach (var (format, type) in Types)
        {
            using var reponse = await deux.Client.GetAsync(Export(ecran, format));

            Assert.Equal((HttpStatusCode.OK, type, "attachment"), (
                reponse.StatusCode, reponse.Content.Headers.ContentType?.MediaType, reponse.Content.Headers.ContentDisposition?.DispositionType));
            Assert.NotEmpty(await reponse.Content.ReadAsByteArrayAsync());
        }
    }

    [Theory]
    [MemberData(nameof(Adresses))]
    public async Task LExportALesLignesDeLEcranEtDitSesSources(string ecran)
    {
        var ecrit = JsonNode.Parse(await deux.Client.GetStringAsync(Export(ecran, "json")))!;

        Assert.Equal(Ecrans[ecran](deux.Questions), ecrit["lignes"]!.AsArray().Count);
        Assert.EndsWith(".", (string)ecrit["criteres"]!, StringComparison.Ordinal);
        if (!ecran.StartsWith("/passage", StringComparison.Ordinal))
            Assert.NotEmpty(ecrit["sources"]!.AsArray());
    }

    [Theory]
    [MemberData(nameof(Adresses))]
    public async Task LEcranMeneASesExports(string ecran)
    {
        var page = WebUtility.HtmlDecode(await deux.Client.GetStringAsync(Remplir(ecran)));
        var liens = Regex.Matches(page, "href=\"(/exports/[^\"]+\\.csv[^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(5));
        if (ecran.StartsWith("/passage", StringComparison.Ordinal) && liens.Count == 0)
            return;   // nothing is proposed where the files name every nature

        using var reponse = await deux.Client.GetAsync(Assert.Single(liens.Select(l => l.Groups[1].Value).Distinct()));

        Assert.Equal(HttpStatusCode.OK, reponse.StatusCode);
    }

    [Theory]
    [InlineData("/exports/quoi-de-neuf.csv")]
    [InlineData("/exports/quoi-de-neuf.csv?siret=00000000000000&mois=2026-03")]
    [InlineData("/exports/comparaisons.csv?recherche=inconnue&siret=21990001600011&mois=2026-03&avec=2026-02")]
    [InlineData("/exports/comparer/mois.csv?siret=21990001600011&matricule=personne&mois=2026-03&avec=2026-02")]
    [InlineData("/exports/comparer/etats.csv?avant=a|b&apres=c")]
    [InlineData("/exports/agents/21990001600011/personne.csv")]
    [InlineData("/exports/heures-supplementaires/21990001600011/2031-01.csv")]
    [InlineData("/exports/justificatifs/21990001600011/mars.csv")]
    [InlineData("/exports/justificatifs-attendus/00000000000000/2026-03.csv")]
    [InlineData("/exports/nomenclatures/00000000000000.csv")]
    [InlineData("/exports/passage/00000000000000.csv")]
    [InlineData("/exports/etats.docx")]
    public async Task CeQuiNExistePasRepond404(string adresse)
    {
        using var reponse = await deux.Client.GetAsync(adresse);

        Assert.Equal(HttpStatusCode.NotFound, reponse.StatusCode);
    }

    private string Export(string ecran, string format) => Chemins.Export(Remplir(ecran), format);

    private string Remplir(string ecran)
    {
        var comparaison = Lignes(deux.Questions);
        return ecran.Replace("{matricule}", Choisi(deux.Questions).Matricule, StringComparison.Ordinal)
            .Replace("{avant}", $"{comparaison.Avant[0].Volume}/{comparaison.Avant[0].Ordre}", StringComparison.Ordinal)
            .Replace("{apres}", $"{comparaison.Apres[0].Volume}/{comparaison.Apres[0].Ordre}", StringComparison.Ordinal);
    }

    private static int Agents(Questions questions, RecherchePredefinie recherche) =>
        questions.Poser(new RecherchePredefinieQuestion(recherche, new DemandeDeComparaison(Siret, Mars, Fevrier)) { Unite = UniteDeSeuil.Valeur }.Executer).Totaux.Agents;

    /// <summary>The first bulletin of February: its agent is paid in March too.</summary>
    private static BulletinDetaille Choisi(Questions questions)
    {
        var fevrier = RechercheQuestion.DesBulletins([new CritereDeRecherche("siret", Siret), new CritereDeRecherche("mois", "2026-02")]);
        return questions.Poser(BulletinQuestion.ALAdresse(questions.Poser(fevrier.Executer).Rangees[0].Bulletin!).Executer)[0];
    }

    private static ComparaisonDeLignes Lignes(Questions questions) =>
        questions.Poser(ComparaisonDeLignesQuestion.DeMois(Siret, Choisi(questions).Matricule!, Fevrier, Mars).Executer)!;
}

/// <summary>The application with February and March of the fictitious commune.</summary>
public sealed class DeuxMoisServis : IAsyncLifetime
{
    public const string Siret = "21990001600011";

    private readonly ServeurDImport _serveur = new();

    public HttpClient Client => _serveur.Client;

    public Questions Questions => _serveur.Service<Questions>();

    public async Task InitializeAsync()
    {
        await _serveur.InitializeAsync();
        await _serveur.Importer("commune/2026-02");
        await _serveur.Importer("commune/2026-03");
    }

    public Task DisposeAsync() => _serveur.DisposeAsync();
}
