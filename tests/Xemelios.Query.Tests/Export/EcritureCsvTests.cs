using System.Text;
using Xemelios.Query.Export;

namespace Xemelios.Query.Tests.Export;

public sealed class EcritureCsvTests
{
    [Fact]
    public void LesCellulesOntLaFormeDUnTableurFrancais() =>
        Assert.Equal(
            "\uFEFFNom;Montant;Taux;Nombre;Le;Mois\r\n"
            + "\"a;\"\"b\"\"\";-1234,50;1,0275;12;01/02/2026;03/2026\r\n'=1+1;;;;;\r\n\"'-a;b\";0,00;16,50;-3;;\r\nTotal;-1234,50;;;;\r\n",
            Encoding.UTF8.GetString(Ecrire(new EcritureCsv { AvecEnTete = false }, new TableDeReponse("T",
                [
                    new("nom", "Nom", TypeDeColonne.Texte), new("montant", "Montant", TypeDeColonne.Montant), new("taux", "Taux", TypeDeColonne.Nombre),
                    new("nombre", "Nombre", TypeDeColonne.Entier), new("le", "Le", TypeDeColonne.Date), new("mois", "Mois", TypeDeColonne.Mois),
                ],
                [
                    ["a;\"b\"", new Domain.Valeurs.Montant(-123450), 1.0275m, 12, new DateOnly(2026, 2, 1), new Domain.Valeurs.MoisDePaye(2026, 3)],
                    ["=1+1", null, null, null, null, null],
                    ["-a;b", Domain.Valeurs.Montant.Zero, 16.5m, -3L, null, null],
                ]) { Totaux = [null, new Domain.Valeurs.Montant(-123450), null, null, null, null] })));

    [Fact]
    public void LEnTeteDitDOuVientLaTableEtNeCasseJamaisLesLignes()
    {
        var rangees = Lire(Ecrire(new EcritureCsv(), new TableDeReponse("T", [new("a", "A", TypeDeColonne.Texte)], [["x"]])));

        Assert.Equal(
            [
                "# Titre : T", "# Critères : Nature égale à « 64111 » ; nom commence par « =cmd|' /C calc'!A0 » ou \"Öz\"",
                "# Établi le : 31/03/2026 09:05:07 +02:00", "# Utilisateur : Mme D'Été",
                $"# Source : paye;03.xhl SHA-256 {new string('a', 64)}", $"# Source : É tat.xhl SHA-256 {new string('b', 64)}", "A", "x",
            ],
            rangees.Select(r => Assert.Single(r)));
    }

    [Fact]
    public void CeQuiEstReluEstCeQuiEtaitEcrit()
    {
        for (var graine = 1; graine <= 40; graine++)
        {
            var table = TablesAleatoires.Creer(graine, lignes: graine * 3);

            var relues = Lire(Ecrire(new EcritureCsv { AvecEnTete = false }, table));

            Assert.Equal(table.Colonnes.Select(c => SansFormule(c.Titre)), relues[0]);
            string?[][] attendues = [.. table.Lignes.Append(table.Totaux!).Select(l => l.Select(c => c is string t ? SansFormule(t) : TablesAleatoires.Canonique(c)).ToArray())];
            attendues[^1][0] = "Total";
            Assert.Equal(attendues, relues.Skip(1).Select(r => r.Select((c, i) => Relire(table.Colonnes[i].Type, c)).ToArray()));
        }
    }

    [Fact]
    public void AucuneCelluleDeTexteNeCommenceCommeUneFormule()
    {
        var table = TablesAleatoires.Creer(7, lignes: 400);

        var relues = Lire(Ecrire(new EcritureCsv(), table));

        var textes = relues.SelectMany(r => r.Where((_, i) => r.Count == 1 || table.Colonnes[i].Type == TypeDeColonne.Texte));
        Assert.DoesNotContain(textes, t => t.Length > 0 && "=+-@\t\r".Contains(t[0]));
        Assert.Contains(textes, t => t.StartsWith("'=", StringComparison.Ordinal));
    }

    private static byte[] Ecrire(EcritureCsv ecriture, TableDeReponse table)
    {
        using var sortie = new MemoryStream();
        ecriture.Ecrire(table, TablesAleatoires.Provenance, sortie);
        return sortie.ToArray();
    }

    private static string? Relire(TypeDeColonne type, string cellule) => type switch
    {
        TypeDeColonne.Montant or TypeDeColonne.Nombre when cellule.Length > 0 =>
            TablesAleatoires.Canonique(decimal.Parse(cellule.Replace(',', '.'), System.Globalization.CultureInfo.InvariantCulture)),
        _ => TablesAleatoires.Canonique(cellule),
    };

    private static string? SansFormule(string texte) => texte switch
    {
        "" => null,
        ['=' or '+' or '-' or '@' or '\t' or '\r', ..] => "'" + texte,
        _ => texte,
    };

    /// <summary>RFC 4180 with semicolons, written apart from what it judges.</summary>
    private static List<List<string>> Lire(byte[] octets)
    {
        Assert.Equal([0xEF, 0xBB, 0xBF], octets[..3]);
        var texte = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(octets[3..]);
        List<List<string>> rangees = [];
        List<string> rangee = [];
        for (var place = 0; place < texte.Length;)
        {
            rangee.Add(Cellule(texte, ref place));
            if (texte[place] == ';')
            {
                place++;
                continue;
            }

            Assert.Equal("\r\n", texte.Substring(place, 2));
            place += 2;
            rangees.Add(rangee);
            rangee = [];
        }

        return rangees;
    }

    private static string Cellule(string texte, ref int place)
    {
        var debut = place;
        if (texte[place] != '"')
        {
            place = texte.IndexOfAny([';', '\r'], place);
            return texte[debut..place];
        }

        for (place++; texte[place] != '"' || texte[place + 1] == '"'; place++)
            if (texte[place] == '"') place++;
        place++;
        return texte[(debut + 1)..(place - 1)].Replace("\"\"", "\"", StringComparison.Ordinal);
    }
}
