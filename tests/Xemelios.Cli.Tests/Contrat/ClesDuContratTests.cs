using System.Text.Json.Nodes;
using Xemelios.Import.Tests;

namespace Xemelios.Cli.Tests.Contrat;

/// <summary>The samples, imported once for all tests of keys.</summary>
public sealed class JeuImporte : IDisposable
{
    public DossierDEssai Dossier { get; } = new();

    public JsonNode Rapport { get; }

    public JeuImporte() => Rapport = Commande.Sur(Dossier.Entrepot, ["importer", .. JeuDEssai.Livraisons]).Json;

    public void Dispose() => Dossier.Dispose();
}

/// <summary>Every key of the contract, with its kind, on the samples.</summary>
public sealed class ClesDuContratTests(JeuImporte jeu) : IClassFixture<JeuImporte>
{
    private static readonly string[] Mars = ["--siret", "21990001600011", "--mois", "2026-03"];

    private const string Etat = """
        {"siret":"texte","employeur":"texte","budget":"texte?","annee":"entier","mois":"entier","train":"texte?","volumes":"entier",
         "bulletins":"entier","agents":"entier","lignes":"entier","brut":"montant","net":"montant","net_a_payer":"montant",
         "cotisations_patronales":"montant","repartition":{"mode":"premier_volume|par_volume|total_repete|absente","total":"montant?"},
         "mandats":"entier","rapprochement":"conforme|ecart|sans_mandat"}
        """;

    private const string Ligne = """
        {"cle":"texte?","libelle":"texte?","bulletins":"entier","lignes":"entier","brut":"montant","retenues":"montant",
         "cotisations_patronales":"montant","montant":"montant"}
        """;

    [Fact]
    public void Importer_ALesClesDuContrat() => AUneForme("""
        {"fichiers":[{"chemin":"texte","type":"XHL|XHL_ENTETE|PES_DEPENSE|PES_PJ|PES_ALLER|ACQUIT|ARCHIVE|PIECE|INCONNU",
            "etat":"importe|deja_importe|remplace|rejete","empreinte":"empreinte","octets":"entier","bulletins":"entier","lignes":"entier",
            "mandats":"entier","pieces":"entier",
            "anomalies":[{"code":"texte","gravite":"information|avertissement|erreur","message":"texte","octet":"entier?","ligne":"entier?"}]}],
         "totaux":{"fichiers":"entier","importes":"entier","deja_importes":"entier","rejetes":"entier","bulletins":"entier","lignes":"entier",
            "mandats":"entier","pieces":"entier"},
         "duree_ms":"entier"}
        """, jeu.Rapport);

    [Fact]
    public void Importer_CompteCeQuIlALu()
    {
        var totaux = jeu.Rapport["totaux"]!;
        Assert.Equal(jeu.Rapport["fichiers"]!.AsArray().Count, (int)totaux["fichiers"]!);
        Assert.Equal((732, 11_982, 0), ((int)totaux["bulletins"]!, (int)totaux["lignes"]!, (int)totaux["rejetes"]!));
    }

    [Fact]
    public void Importer_NommeLesEntreesDuneArchiveParUnPointDExclamation()
    {
        var chemins = jeu.Rapport["fichiers"]!.AsArray().Select(f => (string)f!["chemin"]!).ToList();
        Assert.Contains("commune/2026-03/archive-pj-2026-03.zip", chemins);
        Assert.Contains("commune/2026-03/archive-pj-2026-03.zip!entete.xhl", chemins);
    }

    [Fact]
    public void Etats_ALesClesDuContrat() => AUneForme($"[{Etat}]", Demander("etats"));

    [Theory]
    [InlineData("nature")]
    [InlineData("rubrique")]
    [InlineData("categorie")]
    [InlineData("service")]
    [InlineData("statut")]
    public void EtatLiquidatif_ALesClesDuContrat(string par)
    {
        var lu = Demander(["etat-liquidatif", .. Mars, "--par", par]);
        AUneForme($$"""{"etat":{{Etat}},"par":"{{par}}","lignes":[{{Ligne}}],"totaux":{{Ligne}}}""", lu);
        foreach (var colonne in new[] { "brut", "retenues", "cotisations_patronales", "montant" })
            Assert.Equal((string)lu["totaux"]![colonne]!, Somme(lu["lignes"]!, colonne));
    }

    [Fact]
    public void EtatLiquidatif_ParAgentALesClesDuContrat() => AUneForme($$"""
        {"etat":{{Etat}},"par":"agent","lignes":[{"matricule":"texte","nom":"texte","prenom":"texte","brut":"montant","net":"montant","net_a_payer":"montant"}]}
        """, Demander(["etat-liquidatif", .. Mars, "--par", "agent"]));

    [Fact]
    public void Rapprocher_ALesClesDuContrat()
    {
        var lu = Demander(["rapprocher", .. Mars]);
        AUneForme($$"""
            {"etat":{{Etat}},
             "lignes":[{"nature":"texte","libelle":"texte?","recalcule":"montant","repartition":"montant?","mandate":"montant",
                "ecart_repartition":"montant?","ecart_mandat":"montant","statut":"conforme|ecart|non_mandate|mandate_sans_paye","mandats":["texte"]}],
             "non_attribue":{"montant":"montant","rubriques":[]},
             "totaux":{"recalcule":"montant","repartition":"montant?","mandate":"montant","ecart_repartition":"montant?","ecart_mandat":"montant"},
             "mandats":[{"numero":"texte","bordereau":"texte","exercice":"entier","nature_piece":"texte","montant":"montant","lien":"pjref|refcompta|propose"}],
             "statut":"conforme|ecart|sans_mandat","statut_repartition":"conforme|ecart|absente","reference":"recalcule|repartition"}
            """, lu);
        foreach (var colonne in new[] { "recalcule", "repartition", "mandate", "ecart_mandat" })
            Assert.Equal((string)lu["totaux"]![colonne]!, Somme(lu["lignes"]!, colonne));
    }

    [Fact]
    public void HeuresSupplementaires_ALesClesDuContrat() => AUneForme("""
        {"agents":[{"matricule":"texte","nom":"texte","heures_declarees":"nombre","heures_payees":"nombre","montant":"montant",
            "taux":[{"taux":"nombre","heures":"nombre","montant":"montant"}]}],"totaux":{}}
        """, Demander(["heures-supplementaires", .. Mars]));

    [Fact]
    public void Justificatifs_ALesClesDuContrat() => AUneForme("""
        {"references":"entier","presentes":"entier","manquantes":"entier","orphelines":"entier",
         "pieces":[{"id_unique":"texte?","nom":"texte?","statut":"presente|manquante|orpheline","support":"texte?","empreinte":"empreinte?",
            "bulletins":["texte"],"mandats":["texte"]}]}
        """, Demander(["justificatifs", .. Mars]));

    [Fact]
    public void Bulletin_ALesClesDuContrat()
    {
        var lu = Demander(["bulletin", .. Mars, "--matricule", "000014"]);
        AUneForme("""
            [{"volume":"empreinte","ordre":"entier","matricule":"texte","nom":"texte","prenom":"texte",
              "brut":"montant","net":"montant","net_a_payer":"montant","statut":"texte","grade":"texte","emploi":"texte","service":"texte",
              "lignes":[{"categorie":"texte","code":"texte?","libelle":"texte","base":"nombre?","taux":"nombre?","unites":"nombre?","montant":"montant?",
                "nature":"texte?","caisse":"texte?","periode_debut":"date?","periode_fin":"date?"}],
              "evenements":[],"justificatifs":[],"octet":"entier"}]
            """, lu);
        Assert.Single(lu.AsArray());
    }

    [Fact]
    public void Bulletin_DonneLOctetOuCommenceLeBulletin()
    {
        var lu = Demander(["bulletin", .. Mars, "--matricule", "000014"])[0]!;
        var original = Directory.GetFiles(JeuDEssai.Chemin("commune", "2026-03"), "*.xhl", SearchOption.AllDirectories)
            .Select(File.ReadAllBytes).Single(o => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(o)) == (string)lu["volume"]!);
        Assert.Equal("<PayeIndivMensuel>"u8.ToArray(), original[(int)lu["octet"]!..][..18]);
    }

    [Fact]
    public void LesMontantsSontDesTextesAPointDecimal()
    {
        var texte = Commande.Sur(jeu.Dossier.Entrepot, ["rapprocher", .. Mars]).Sortie;
        Assert.DoesNotMatch(@"\d,\d\d""", texte);
        Assert.DoesNotMatch(@":\s*-?\d+\.\d", texte);
    }

    private JsonNode Demander(params string[] arguments)
    {
        var resultat = Commande.Sur(jeu.Dossier.Entrepot, arguments);
        Assert.Equal((0, ""), (resultat.Code, resultat.Messages));
        return resultat.Json;
    }

    private static void AUneForme(string modele, JsonNode lu) => Assert.Empty(FormeJson.Ecarts(modele, lu));

    private static string Somme(JsonNode lignes, string colonne) =>
        lignes.AsArray().Sum(l => decimal.Parse((string)l![colonne]!, System.Globalization.CultureInfo.InvariantCulture)).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}
