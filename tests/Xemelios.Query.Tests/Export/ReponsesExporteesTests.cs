using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Export;
using Xemelios.Query.HeuresSupplementaires;
using Xemelios.Query.Justificatifs;
using Xemelios.Query.Rapprochements;
using Xemelios.Query.Tests.Donnees;

namespace Xemelios.Query.Tests.Export;

/// <summary>The tables that leave the program say what the answers say.</summary>
public sealed class ReponsesExporteesTests : IDisposable
{
    private static readonly MoisDePaye Mars = new(2026, 3);
    private readonly Entrepot _entrepot = new();
    private readonly EmployeurDeTest _commune;

    public ReponsesExporteesTests()
    {
        _commune = new EmployeurDeTest(_entrepot);
        var volume = _commune.Volume("v.xhl").NaturesUsuelles().Repartition("64111", 1850.10m)
            .Bulletin("000012", b => b.Traitement(1850.10m).Urssaf(200m).Piece("A", "arrêté.pdf").Ligne(Domain.Paye.CategorieDeLigne.RemDivers, "3000", 235.62m, "IHTS", taux: 16.83m, unites: 14m), heuresSup: 14m)
            .Bulletin("000013", b => b.Prime(100m), nom: "Durand");
        _commune.Flux("pes").Piece(volume.Contenu, "X", "v.xhl").Bordereau("101").Mandat("10100", [("64111", 1862.44m)], reference: "X");
    }

    public void Dispose() => _entrepot.Dispose();

    [Fact]
    public void LEtatLiquidatifALesColonnesDeLEcranEtSesSources()
    {
        var export = new EtatLiquidatifQuestion(new DemandeDEtat(_commune.Siret, Mars), AxeDEtat.Nature).Exporter(_entrepot.Connexion, Perimetre.Complet);

        Assert.Equal("État liquidatif par nature : Commune d'Exemple (21990001200019), budget 00, mars 2026.", export.Criteres);
        Assert.Equal("etat-liquidatif-nature_21990001200019_00_2026-03", export.Nom);
        Assert.Equal([new FichierSource("v.xhl", Entrepot.Empreinte("v.xhl"))], export.Sources);
        Assert.Equal(["Nature", "Libellé", "Bulletins", "Lignes", "Brut", "Retenues", "Charges patronales", "À mandater"], export.Table.Colonnes.Select(c => c.Titre));
        Assert.Contains(export.Table.Lignes, l => l[0] is "Sans nature" && l[4] is Montant { Centimes: 23562 });
    }

    [Fact]
    public void SurChaqueAxeLesTotauxSontLaSommeDesLignes()
    {
        foreach (var axe in Enum.GetValues<AxeDEtat>())
        {
            var table = new EtatLiquidatifQuestion(new DemandeDEtat(_commune.Siret, Mars), axe).Executer(_entrepot.Connexion, Perimetre.Complet).EnTable();

            foreach (var cle in (string[])["brut", "retenues", "cotisations_patronales", "montant"])
            {
                var rang = table.Colonnes.ToList().FindIndex(c => c.Cle == cle);
                Assert.Equal(table.Totaux![rang], table.Lignes.Aggregate(Montant.Zero, (s, l) => s + (Montant)l[rang]!));
            }

            Assert.All(table.Lignes, l => Assert.Equal(table.Colonnes.Count, l.Count));
        }
    }

    [Fact]
    public void LeRapprochementNommeAussiLeFluxDesMandatsEtCeQuiNAPasDeNature()
    {
        var export = new RapprochementQuestion(new DemandeDEtat(_commune.Siret, Mars)).Exporter(_entrepot.Connexion, Perimetre.Complet);

        Assert.Equal(["v.xhl", "pes"], export.Sources.Select(s => s.Nom));
        Assert.Contains(export.Table.Lignes, l => l[0] is "64111" && l[4] is Montant { Centimes: 186244 } && l[7] is "10100");
        Assert.Contains(export.Table.Lignes, l => l[1] is "Lignes sans nature (hors totaux)" && l[2] is Montant { Centimes: 23562 });
    }

    [Fact]
    public void HeuresJustificatifsEtEtatsOntLeurTable()
    {
        var heures = new HeuresSupplementairesQuestion(_commune.Siret, Mars).Exporter(_entrepot.Connexion, Perimetre.Complet);
        var pieces = new JustificatifsQuestion(_commune.Siret, Mars).Exporter(_entrepot.Connexion, Perimetre.Complet);
        var etats = new EtatsQuestion().Exporter(_entrepot.Connexion, Perimetre.Complet);

        Assert.Equal(["000012", "Martin", "Zoé", Mars, Mars, "non", 16.83m, 14m, new Montant(23562), 14m, 14m, 0m], Assert.Single(heures.Table.Lignes));
        Assert.Equal(["A", "arrêté.pdf", "manquante", "électronique, accès local", "000012", null, null, null], pieces.Table.Lignes.First());
        Assert.Equal([_commune.Siret, "Commune d'Exemple", "00", Mars, null, 1, 2], Assert.Single(etats.Table.Lignes).Take(7));
        Assert.Equal("Tous les états de paye.", etats.Criteres);
    }

    [Fact]
    public void HorsDuPerimetreIlNYARienAExporter() => Assert.Throws<EtatIntrouvableException>(() =>
        new EtatLiquidatifQuestion(new DemandeDEtat(_commune.Siret, Mars), AxeDEtat.Nature)
            .Exporter(_entrepot.Connexion, Perimetre.Limite([new BudgetPermis("00000000000000", null)])));

    [Theory]
    [InlineData("état liquidatif n° 3.pdf", "etat_liquidatif_n_3.pdf")]
    [InlineData("../../etc/passwd", "etc_passwd")]
    [InlineData("a\r\nb\u0000c\u202E", "a_b_c")]
    [InlineData("...", "sans-nom")]
    public void UnNomDeFichierEstSur(string texte, string attendu) => Assert.Equal(attendu, NomDeFichier.Sur(texte));
}
