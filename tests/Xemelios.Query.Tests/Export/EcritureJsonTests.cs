using System.Text.Json;
using System.Text.Json.Nodes;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Export;

namespace Xemelios.Query.Tests.Export;

public sealed class EcritureJsonTests
{
    [Fact]
    public void LeDocumentDitSaProvenanceEtGardeLesNombresExacts() =>
        Assert.Equal(
            """
            {"titre":"T","criteres":"Mois égal à mars","etabli":"2026-03-31T09:05:07+02:00","utilisateur":"u","sources":[{"nom":"v.xhl","empreinte":"ab"}],"colonnes":[{"cle":"montant","titre":"Montant","type":"montant"},{"cle":"nombre","titre":"Nombre","type":"nombre"},{"cle":"le","titre":"Le","type":"date"},{"cle":"mois","titre":"Mois","type":"mois"},{"cle":"n","titre":"N","type":"entier"}],"lignes":[{"montant":"1850.10","nombre":"16.50","le":"2026-02-01","mois":"2026-03","n":12},{"montant":null,"nombre":null,"le":null,"mois":null,"n":null}],"totaux":{"montant":"1850.10","nombre":null,"le":null,"mois":null,"n":12}}
            """,
            Ecrire(
                new TableDeReponse("T",
                    [
                        new("montant", "Montant", TypeDeColonne.Montant), new("nombre", "Nombre", TypeDeColonne.Nombre), new("le", "Le", TypeDeColonne.Date),
                        new("mois", "Mois", TypeDeColonne.Mois), new("n", "N", TypeDeColonne.Entier),
                    ],
                    [[new Montant(185010), 16.5m, new DateOnly(2026, 2, 1), new MoisDePaye(2026, 3), 12], [null, null, null, null, null]])
                { Totaux = [new Montant(185010), null, null, null, 12L] },
                new ProvenanceDeTable("Mois égal à mars", TablesAleatoires.Provenance.Etabli, "u", [new FichierSource("v.xhl", "ab")])));

    [Fact]
    public void CeQuiEstReluEstCeQuiEtaitEcrit()
    {
        for (var graine = 1; graine <= 40; graine++)
        {
            var table = TablesAleatoires.Creer(graine, lignes: graine * 3);

            var document = JsonNode.Parse(Ecrire(table, TablesAleatoires.Provenance))!;

            Assert.Equal(table.Titre, (string?)document["titre"]);
            Assert.Equal(TablesAleatoires.Provenance.Criteres, (string?)document["criteres"]);
            Assert.Equal(TablesAleatoires.Provenance.Sources.Select(s => s.Nom), document["sources"]!.AsArray().Select(s => (string?)s!["nom"]));
            Assert.Equal(table.Canoniques(), document["lignes"]!.AsArray().Select(l => Relire(table, l!)));
            Assert.Equal(table.Totaux!.Select(TablesAleatoires.Canonique), Relire(table, document["totaux"]!));
        }
    }

    private static string Ecrire(TableDeReponse table, ProvenanceDeTable provenance)
    {
        using var sortie = new MemoryStream();
        new EcritureJson().Ecrire(table, provenance, sortie);
        return System.Text.Encoding.UTF8.GetString(sortie.ToArray());
    }

    private static string?[] Relire(TableDeReponse table, JsonNode ligne) => [.. table.Colonnes.Select(c => Relire(c.Type, ligne[c.Cle]))];

    private static string? Relire(TypeDeColonne type, JsonNode? valeur) => valeur is null ? null : type switch
    {
        TypeDeColonne.Entier => TablesAleatoires.Canonique((long)valeur),
        TypeDeColonne.Montant => TablesAleatoires.Canonique(JsonSerializer.Deserialize<Montant>(valeur.ToJsonString(), ReponseJson.Options)),
        TypeDeColonne.Nombre => TablesAleatoires.Canonique(JsonSerializer.Deserialize<decimal>(valeur.ToJsonString(), ReponseJson.Options)),
        TypeDeColonne.Date => TablesAleatoires.Canonique(valeur.Deserialize<DateOnly>()),
        TypeDeColonne.Mois => TablesAleatoires.Canonique(JsonSerializer.Deserialize<MoisDePaye>(valeur.ToJsonString(), ReponseJson.Options)),
        _ => TablesAleatoires.Canonique((string?)valeur),
    };
}
