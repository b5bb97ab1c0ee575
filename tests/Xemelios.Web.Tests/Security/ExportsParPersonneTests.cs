using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Routing;
using Xemelios.Checks.Echantillonnage;
using Xemelios.Domain.Echantillons;
using Xemelios.Domain.Habilitations;
using Xemelios.DuckDb;
using Xemelios.Store;
using Xemelios.Store.Gestion.Echantillons;

namespace Xemelios.Web.Tests.Security;

/// <summary>What is inside the files that leave, for each person: the rows that a walk through the XML of the samples finds in his perimeter, no
/// more and no less.</summary>
public sealed class ExportsParPersonneTests(ExportsParPersonneTests.AvecDeuxMois postes) : IClassFixture<ExportsParPersonneTests.AvecDeuxMois>
{
    private static readonly IReadOnlyList<BulletinDuXml> DeLaCommune = [.. PayeDesEchantillons.Lire("commune/2026-02"), .. PayeDesEchantillons.Lire("commune/2026-03")], DeLHopital = PayeDesEchantillons.Lire("hopital/2026-03");

    /// <summary>By hand: whose pay each person takes out; null when he takes nothing out at all.</summary>
    private static readonly Dictionary<string, IReadOnlyList<BulletinDuXml>?> Personnes = new(StringComparer.Ordinal)
    {
        ["comptable"] = DeLaCommune, ["ordonnateur"] = DeLaCommune, ["auditeur"] = DeLaCommune, ["juge"] = DeLaCommune, ["autre.poste"] = DeLHopital, ["autre.collectivite"] = DeLHopital,
        ["autre.budget"] = [], ["autres.mois"] = [], ["agent"] = null, ["administrateur"] = null, ["termine"] = null, ["a.venir"] = null, ["sans.habilitation"] = null,
    };

    private const string Ici = DeuxPostes.Commune + "/00/2026-03", Mois = "?siret=" + DeuxPostes.Commune + "&mois=2026-03&avec=2026-02";

    /// <summary>Each export: an address of the commune or of everything, its columns, and what the XML says of them.</summary>
    private static readonly IReadOnlyList<Essai> Essais =
    [
        new("/exports/recherche/{sujet}.{format}", "/exports/recherche/bulletins.json?col=employeur,matricule,net", ["employeur", "matricule", "net"], b => b.Select(x => $"{x.Siret}|{x.Matricule}|{x.Net}")),
        new("/exports/recherche/{sujet}.{format}", "/exports/recherche/lignes.json?col=employeur,matricule,rubrique,montant_ecrit", ["employeur", "matricule", "rubrique", "montant_ecrit"],
            b => b.SelectMany(x => x.Lignes.Select(l => $"{x.Siret}|{x.Matricule}|{l.Code}|{l.Montant}"))),
        new("/exports/recherche/{sujet}.{format}", "/exports/recherche/repartition.json?col=employeur", ["employeur"], b => b.Select(x => x.Siret), EnEnsemble: true),
        new("/exports/resultat/{code}", "/exports/resultat/lignes?format=json", ["matricule"], b => b.Select(x => x.Matricule), EnEnsemble: true),
        new("/exports/calendrier.{format}", "/exports/calendrier.json?annee=2026", ["siret"], b => b.Select(x => x.Siret), EnEnsemble: true),
        new("/exports/rapport-de-controle/{siret}/{budget}/{mois}.pdf", $"/exports/rapport-de-controle/{Ici}.pdf", DesControles: true),
        new("/exports/echantillons/{id:long}.{format}", "/exports/echantillons/1.json", ["matricule"], b => b.Where(DeMars).Select(x => x.Matricule), EnEnsemble: true, DeLaCommune: true, DesControles: true),
        new("/exports/etats.{format}", "/exports/etats.json", ["siret"], b => b.Select(x => x.Siret), EnEnsemble: true),
        new("/exports/etat/{siret}/{budget}/{mois}.{format}", $"/exports/etat/{Ici}.json?par=rubrique", ["cle"], b => b.Where(DeMars).SelectMany(x => x.Lignes).Select(l => l.Code.Length == 0 ? "Sans code" : l.Code), EnEnsemble: true, DeLaCommune: true),
        new("/exports/nominatif/{siret}/{budget}/{mois}.{format}", $"/exports/nominatif/{Ici}.json", ["matricule"], b => b.Where(DeMars).Select(x => x.Matricule), EnEnsemble: true, DeLaCommune: true),
        new("/exports/heures-supplementaires/{siret}/{mois}.{format}", $"/exports/heures-supplementaires/{DeuxPostes.Commune}/2026-03.json", ["matricule"],
            b => b.Where(DeMars).Where(x => decimal.Parse(x.HeuresSup, CultureInfo.InvariantCulture) != 0).Select(x => x.Matricule), EnEnsemble: true, DeLaCommune: true),
        new("/exports/nomenclatures/{siret}.{format}", $"/exports/nomenclatures/{DeuxPostes.Commune}.json"),
        new("/exports/agents/{siret}/{matricule}.{format}", $"/exports/agents/{DeuxPostes.Commune}/000001.json", ["net"], b => b.Where(x => x.Matricule == "000001").Select(x => x.Net), DeLaCommune: true),
        new("/exports/recapitulatif/{siret}/{budget}/{mois}.{format}", $"/exports/recapitulatif/{Ici}.json"), new("/exports/rapprochement/{siret}/{budget}/{mois}.{format}", $"/exports/rapprochement/{Ici}.json"),
        new("/exports/quoi-de-neuf.{format}", $"/exports/quoi-de-neuf.json{Mois}"), new("/exports/comparaisons.{format}", $"/exports/comparaisons.json{Mois}&recherche=entrants-et-sortants", ["matricule"],
            b => b.Where(DeMars).Select(x => x.Matricule).Except(b.Where(x => !DeMars(x)).Select(x => x.Matricule)).Concat(b.Where(x => !DeMars(x)).Select(x => x.Matricule).Except(b.Where(DeMars).Select(x => x.Matricule))), EnEnsemble: true, DeLaCommune: true),
        new("/exports/comparer/bulletins.{format}", "/exports/comparer/bulletins.json?avant={volume}/{ordre}&apres={volume}/{ordre}"), new("/exports/comparer/mois.{format}", $"/exports/comparer/mois.json{Mois}&matricule=000001"),
        new("/exports/comparer/etats.{format}", $"/exports/comparer/etats.json?avant={DeuxPostes.Commune}|00|2026-03|&apres={DeuxPostes.Commune}|00|2026-03|"),
        new("/exports/justificatifs/{siret}/{mois}.{format}", $"/exports/justificatifs/{DeuxPostes.Commune}/2026-03.json"), new("/exports/justificatifs-attendus/{siret}/{mois}.{format}", $"/exports/justificatifs-attendus/{DeuxPostes.Commune}/2026-03.json"),
        new("/exports/passage/{siret}.{format}", $"/exports/passage/{DeuxPostes.Commune}.json"),
        new("/exports/bulletins/{empreinte}/{ordre:int}.{format}", "/exports/bulletins/{volume}/{ordre}.pdf"), new("/exports/bulletins.{format}", $"/exports/bulletins.pdf?siret={DeuxPostes.Commune}&matricule=000001"),
    ];

    [Fact]
    public void ChaqueRouteDExportASonEssai()
    {
        var routes = postes.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(r => "/" + r.RoutePattern.RawText!.Trim('/'))
            .Where(r => r.StartsWith("/exports/", StringComparison.Ordinal) && !r.StartsWith("/exports/configuration", StringComparison.Ordinal) && !r.StartsWith("/exports/executer", StringComparison.Ordinal));

        Assert.Equal(routes.Distinct().Order(StringComparer.Ordinal), Essais.Select(e => e.Route).Append("/exports/journal.{format}").Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ChacunNEmporteQueCeQueLOracleVoit()
    {
        List<string> fautes = [];
        TirerToutMars();
        foreach (var (compte, vus) in Personnes)
        {
            var session = await postes.SessionNeuve(compte);
            foreach (var essai in Essais)
            {
                var (etat, texte) = await Emporter(session, essai.Adresse);
                // The ordonnateur, who is controlled, reads nothing of the control.
                if (Faute(essai, essai.DesControles && compte == "ordonnateur" ? null : vus, etat, texte) is { } faute)
                    fautes.Add($"{compte} : {essai.Adresse} → {etat}, {faute}");
            }
        }

        Assert.True(fautes.Count == 0, string.Join(Environment.NewLine, fautes));
    }

    [Theory]
    [InlineData("comptable", "P1")]
    [InlineData("autre.poste", "P2")]
    public async Task LeJournalEmporteEstCeluiDuPoste(string compte, string poste)
    {
        var session = await postes.SessionNeuve(compte);
        await Emporter(session, "/exports/etats.json");

        var (etat, texte) = await Emporter(session, "/exports/journal.json");

        Assert.Equal(HttpStatusCode.OK, etat);
        Assert.Equal([poste], JsonNode.Parse(texte)!["lignes"]!.AsArray().Select(l => (string?)l!["poste"]).Distinct());
    }

    [Theory]
    [InlineData("ordonnateur")]
    [InlineData("autre.collectivite")]
    [InlineData("autre.budget")]
    public async Task LesAutresFormatsEmportentLesMemesRangees(string compte)
    {
        var attendues = Personnes[compte]!.Count;
        var session = await postes.SessionNeuve(compte);
        var siret = compte == "ordonnateur" ? DeuxPostes.Commune : DeuxPostes.Hopital;

        var csv = System.Text.Encoding.UTF8.GetString(await Octets(session, "csv"));
        Assert.Equal(attendues, csv.Split("\r\n").Count(l => l.StartsWith(siret + ";", StringComparison.Ordinal)));
        using (var xlsx = new ZipArchive(new MemoryStream(await Octets(session, "xlsx"))))
        {
            var feuille = new StreamReader(xlsx.GetEntry("xl/worksheets/sheet1.xml")!.Open()).ReadToEnd();
            Assert.Equal(attendues, feuille.Split($">{siret}<").Length - 1);
        }

        var fichier = Path.Combine(Path.GetDirectoryName(postes.Donnees)!, $"{compte}.parquet");
        await File.WriteAllBytesAsync(fichier, await Octets(session, "parquet"));
        using var memoire = DuckDbDatabase.Open(DuckDbDatabase.InMemory, new DuckDbOptions(256, 1) { FilesIn = Path.GetDirectoryName(fichier) });
        using var connexion = memoire.Connect();
        using var commande = connexion.CreateCommand();
        commande.CommandText = $"SELECT count(*) FILTER (employeur = '{siret}') || ' sur ' || count(*) FROM read_parquet('{fichier}')";
        Assert.Equal($"{attendues} sur {attendues}", commande.ExecuteScalar());
    }

    /// <summary>Sample 1: every bulletin of the commune in March.</summary>
    private void TirerToutMars()
    {
        using var connexion = postes.Service<Entrepot>().Connecter();
        var tout = new PosteDeControle("Tout", "", MethodeDeTirage.Attributs, EtendueDeTirage.DeTaux(100)!);
        var tenue = postes.Service<TenueDesEchantillons>();
        var acte = new Acte(NatureDActe.Visa, "comptable", "essai", "essai");
        var tire = new TirageDEchantillon(new(DeuxPostes.Commune, new(2026, 3)), [tout], new Graine(1)).Executer(connexion, Perimetre.Complet);
        Assert.Equal(1, tenue.Garder(tenue.Creer("Tout", DeuxPostes.Commune, acte), tire, acte).Id);
    }

    private static bool DeMars(BulletinDuXml bulletin) => bulletin.Mois == "2026-03";

    private static string? Faute(Essai essai, IReadOnlyList<BulletinDuXml>? vus, HttpStatusCode etat, string texte)
    {
        if (etat == HttpStatusCode.OK && texte.Contains(DeuxPostes.Hopital, StringComparison.Ordinal) && vus != DeLHopital)
            return "montre l'hôpital";
        if (etat == HttpStatusCode.OK && texte.Contains(DeuxPostes.Commune, StringComparison.Ordinal) && vus != DeLaCommune)
            return "montre la commune";
        if (vus is null || ((essai.DeLaCommune || essai.Oracle is null) && vus != DeLaCommune))
            return etat is HttpStatusCode.NotFound or HttpStatusCode.Redirect ? null : "aurait dû ne pas exister";
        if (etat != HttpStatusCode.OK)
            return "aurait dû sortir";
        if (essai.Oracle is null)
            return null;
        var rangees = JsonNode.Parse(texte)!["lignes"]!.AsArray().Select(l => string.Join('|', essai.Colonnes!.Select(c => Dire(l![c])))).ToList();
        var (lues, attendues) = essai.EnEnsemble ? (rangees.Distinct(), essai.Oracle(vus).Distinct()) : (rangees, essai.Oracle(vus));
        var (a, b) = (lues.Order(StringComparer.Ordinal).ToList(), attendues.Order(StringComparer.Ordinal).ToList());
        return a.SequenceEqual(b) ? null : $"{a.Count} rangées pour {b.Count} : de trop {string.Join(' ', a.Except(b).Take(3))} ; manque {string.Join(' ', b.Except(a).Take(3))}";
    }

    private static string Dire(JsonNode? valeur) => valeur?.GetValueKind() == System.Text.Json.JsonValueKind.Number ? ((decimal)valeur).ToString("0.00", CultureInfo.InvariantCulture) : $"{valeur}";

    private async Task<(HttpStatusCode, string)> Emporter(string session, string adresse)
    {
        using var reponse = await Demander(session, adresse);
        return (reponse.StatusCode, await reponse.Content.ReadAsStringAsync());
    }

    private async Task<byte[]> Octets(string session, string format)
    {
        using var reponse = await Demander(session, $"/exports/recherche/bulletins.{format}?col=employeur,matricule,net");
        Assert.Equal(HttpStatusCode.OK, reponse.StatusCode);
        return await reponse.Content.ReadAsByteArrayAsync();
    }

    private async Task<HttpResponseMessage> Demander(string session, string adresse)
    {
        using var demande = new HttpRequestMessage(HttpMethod.Get, new Uri(
            adresse.Replace("{volume}", postes.Bulletin.Volume, StringComparison.Ordinal).Replace("{ordre}", $"{postes.Bulletin.Ordre}", StringComparison.Ordinal), UriKind.Relative));
        demande.Headers.Add("Cookie", session);
        return await postes.Client.SendAsync(demande);
    }

    public sealed class AvecDeuxMois : DeuxPostes
    {
        protected override IReadOnlyList<string> DeLaCommune => ["commune/2026-02", "commune/2026-03"];
    }

    /// <param name="Colonnes">Keys of what is compared, between bars; null where only the answer itself is.</param>
    /// <param name="EnEnsemble">Values are compared once each.</param>
    /// <param name="DeLaCommune">The address names the commune: for the others it does not exist.</param>
    private sealed record Essai(string Route, string Adresse, string[]? Colonnes = null, Func<IReadOnlyList<BulletinDuXml>, IEnumerable<string>>? Oracle = null, bool EnEnsemble = false, bool DeLaCommune = false, bool DesControles = false);
}
