using System.Globalization;
using System.Text;
using Xunit.Abstractions;

namespace Xemelios.Import.Tests.Differentiel;

/// <summary>Bulletins whose lines are written alike, then damaged one byte at a time: what was learnt of the first ones misleads nobody.</summary>
public sealed class LignesRepeteesTests(ITestOutputHelper sortie)
{
    private const int Bulletins = 4;

    [Theory]
    [InlineData("")]
    [InlineData("p:")]
    public void UnOctetChangeDansUneLigneConnueEstVu(string prefixe)
    {
        var octets = Encoding.UTF8.GetBytes(Fichier(prefixe));
        var (debut, fin) = DernierBulletin(octets);
        var bilan = new Bilan();
        bilan.Comparer("intact", octets, [octets.Length + 1], parBouts: false, _ => true);
        for (var place = debut; place < fin; place++)
        {
            foreach (var octet in "<>\"&0x. :/"u8)
            {
                if (octets[place] == octet || (place + octet) % 2 != 0)
                    continue;
                var abime = octets.ToArray();
                abime[place] = octet;
                bilan.Comparer($"octet {place} devenu {(char)octet}", abime, [octets.Length + 1], parBouts: false, _ => false);
            }
        }

        sortie.WriteLine($"{bilan}");
        bilan.Verifier();
        Assert.True(bilan.Refuses > 1_000 && bilan.Lus > 300);
    }

    [Fact]
    public void DesLignesPresqueRepeteesSontLuesChacunePourElleMeme()
    {
        string[] lignes =
        [
            "<Indemnite><Libelle V=\"A\"/><Code V=\"1\"/><Base V=\"10.00\"/><Mt V=\"1.00\"/></Indemnite>",
            "<Indemnite><Libelle V=\"A\"/><Code V=\"1\"/><Mt V=\"2.00\"/></Indemnite>",
            "<Indemnite><Libelle V=\"A\"/><Code V=\"1\"/><Base V=\"\"/><Mt V=\"3.00\"/></Indemnite>",
            "<Indemnite><Libelle V=\"A\"/><Code V=\"1\"/><Base V=\"1 000,5\"/><Mt V=\"-4\"/></Indemnite>",
            "<Indemnite><Libelle V=\"A\"/><Code V=\"1\"/><Base V=\"10.00001\"/><Mt V=\"5.123\"/></Indemnite>",
            "<Indemnite><Libelle V=\"A\"/><Code V=\"1\"/><Base V=\"10.00\"/></Indemnite>",
            "<Indemnite><Libelle V=\"A\"/><Code V=\"1\"/><Base V=\"9\"/><Mt V=\"6\"/><Mt V=\"7\"/></Indemnite>",
            "<Indemnite><Mt V=\"8\"/><Libelle V=\"A\"/><Code V=\"1\"/></Indemnite>",
            "<Indemnite ><Libelle V='A'/><!-- 1 --><Code V=\"1\"/><NbUnite V=\"1.5\"/><Taux V=\"2\"/><Mt V='9.9'/></Indemnite >",
            "<Indemnite/>",
            "<Acompte><Libelle V=\"A\"/><Code V=\"1\"/><Mt V=\"2.00\"/></Acompte>",
            "<x:Indemnite xmlns:x=\"u\"><Libelle V=\"A\"/><Code V=\"1\"/><Mt V=\"2.00\"/></x:Indemnite>",
            "<Indemnite xmlns:x=\"u\"><x:Libelle V=\"A\"/><Code V=\"1\"/><Mt V=\"2.00\"/></Indemnite>",
            "<Indemnite><Libelle xmlns:x=\"u\" V=\"A\"/><Code V=\"1\"/><Mt V=\"2.00\"/></Indemnite>",
            "<Inconnue><Libelle V=\"A\"/><Code V=\"1\"/><Mt V=\"2.00\"/></Inconnue>",
            "<Autre><Libelle V=\"A\"/><Code V=\"1\"/><Mt V=\"2.00\"/></Autre>",
        ];
        var bilan = new Bilan();
        for (var graine = 0; graine < 400; graine++)
        {
            var hasard = new Random(graine);
            var texte = Envelopper("", string.Concat(Enumerable.Range(0, 60).Select(_ => lignes[hasard.Next(lignes.Length)])));
            var octets = Encoding.UTF8.GetBytes(texte);
            bilan.Comparer($"mélange {graine}", octets, [octets.Length + 1], parBouts: false, _ => true);
        }

        bilan.Verifier();
        Assert.Equal(400, bilan.LusParLeRapide);
    }

    private static (int Debut, int Fin) DernierBulletin(byte[] octets) =>
        (octets.AsSpan().LastIndexOf("<PayeIndivMensuel>"u8), octets.AsSpan().LastIndexOf("</PayeIndivMensuel>"u8) + "</PayeIndivMensuel>".Length);

    private static string Fichier(string prefixe)
    {
        var bulletins = new StringBuilder();
        for (var rang = 1; rang <= Bulletins; rang++)
        {
            bulletins.Append(CultureInfo.InvariantCulture, $"""
                <TraitBrut>
                  <Libelle V="Traitement"/><Code V="100"/><Base V="{1_800 + rang}.5"/><Mt V="{1_800 + rang}.50"/>
                </TraitBrut>
                <{prefixe}Rappel><Libelle V="Été &amp; co"/><Code V="7"/><NbUnite V="{rang}"/><Mt V="-{rang}.00"/><PeriodeRef><DateDebut V="2026-01-01"/><DateFin V="2026-01-31"/></PeriodeRef></{prefixe}Rappel>
                <Cotisation><{prefixe}Libelle V="URSSAF" /><Code V="800"/><Base V="{rang}"/><Taux V="11.1"/><Mt V="{rang}"/><CodeCaisse V="U"/><Ordre V="3"/></Cotisation>
                """);
            bulletins.Append("</Remuneration></PayeIndivMensuel><PayeIndivMensuel><Remuneration>\n");
        }

        var texte = bulletins.ToString();
        return Envelopper(" xmlns:p=\"u\"", texte[..texte.LastIndexOf("</Remuneration></PayeIndivMensuel>", StringComparison.Ordinal)]);
    }

    private static string Envelopper(string espaces, string lignes) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <DocumentPaye xmlns="http://www.minefi.gouv.fr/cp/helios/pes_v2/paye_1_1"{espaces}><Annee V="2026"/><Mois V="03"/><Employeur><Siret V="21990001200019"/></Employeur>
        <DonneesIndiv><PayeIndivMensuel><Remuneration>{lignes}</Remuneration></PayeIndivMensuel></DonneesIndiv></DocumentPaye>
        """;
}
