using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Controles;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Export.Pdf;
using Xemelios.Query.Tests.Donnees;
using Xemelios.Query.Tests.Export;
using Xemelios.Store.Gestion.Controles;

namespace Xemelios.Query.Tests.Controles;

/// <summary>The report of control, read again by pdftotext: its figures are those of the answer.</summary>
public sealed class RapportDeControleTests : IDisposable
{
    private readonly Entrepot _entrepot = new();
    private readonly CarnetDEssai _carnet = new();

    public RapportDeControleTests()
    {
        var commune = new EmployeurDeTest(_entrepot);
        var volume = commune.Volume("paye.xhl").NaturesUsuelles();
        for (var i = 1; i <= 120; i++)
            volume.Bulletin($"{i:000000}", b => b.Traitement(100m).Prime(10m), net: 90m);
        commune.Flux("pes1").Bordereau("101").Mandat("10100", [("64111", 12_000m), ("64118", 1_212.34m)], "PAYE MARS 2026");
        _entrepot.Inserer("anomalie", new { contenu = volume.Contenu, rang = 1, code = "XHL-0012", gravite = 1, message = "m" });
        _entrepot.Inserer("anomalie", new { contenu = volume.Contenu, rang = 2, code = "XHL-0012", gravite = 1, message = "m" });
        _carnet.Viser(Suivi().Natures["64118"], DecisionDeVisa.ARegulariser, "Mandat à réduire");
        _carnet.Tenue.Noter(Suivi().Etat.Cible, "Délibération demandée", CarnetDEssai.Acte);
    }

    public void Dispose()
    {
        _entrepot.Dispose();
        _carnet.Dispose();
    }

    [Fact]
    public void LesSectionsDisentLesChiffresLesDecisionsEtCeQuiReste()
    {
        var sections = Rapport().Sections().ToDictionary(s => s.Titre);

        Assert.Equal(["64111 12000.00 0.00 ", "64118 1212.34 12.34 à régulariser, claire"],
            sections["Rapprochement par nature"].Table!.Lignes.Select(l => $"{l[0]} {l[4]} {l[5]} {l[6]}"));
        Assert.Equal("12.34", sections["Rapprochement par nature"].Table!.Totaux![5]!.ToString());
        Assert.Equal([("XHL-0012", 2)], sections["Anomalies des fichiers"].Table!.Lignes.Select(l => ((string)l[0]!, (int)l[2]!)));
        Assert.Equal(["L'état n'a pas de visa.", "Nature 64118 : à régulariser, ou visée sur d'autres données.", "Notes ouvertes : 1."], sections["Ce qui reste à voir"].Phrases);
        Assert.Contains("sans visa : 120", sections["Visas"].Phrases[0], StringComparison.Ordinal);
        Assert.Equal([Entrepot.Empreinte("paye.xhl"), Entrepot.Empreinte("pes1")], sections["Fichiers contrôlés"].Table!.Lignes.Select(l => l[1]));
    }

    [Fact]
    public void LePdfALesMemesChiffresSesPagesEtLaPlaceDeSigner()
    {
        using var pdf = new PdfLu(sortie => RapportPdf.Ecrire(Rapport(), new DateTimeOffset(2026, 4, 3, 9, 0, 0, TimeSpan.Zero), "claire", "1.2.3", sortie));

        foreach (var attendu in (string[])
        [
            "Rapport de contrôle – mars 2026", "Établi le 03/04/2026 à 11 h 00 par claire, Xemelios Next 1.2.3.", "12 000,00", "1 212,34", "12,34", "Mandat à réduire", "XHL-0012",
            "Délibération demandée", Entrepot.Empreinte("paye.xhl")[..40], "Nom, qualité, date et signature :", "Page 1 / ",
        ])
            Assert.Contains(attendu, pdf.Texte, StringComparison.Ordinal);
    }

    private static DemandeDEtat Demande => new("21990001200019", new MoisDePaye(2026, 3), "00");

    private SuiviDeLEtat Suivi() => new SuiviDeLEtatQuestion(Demande).Executer(_carnet.Carnet, _entrepot.Connexion, Perimetre.Complet);

    private RapportDeControle Rapport() => new RapportDeControleQuestion(Demande).Executer(_carnet.Carnet, _entrepot.Connexion, Perimetre.Complet);
}
