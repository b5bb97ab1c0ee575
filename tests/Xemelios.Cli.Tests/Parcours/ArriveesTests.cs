using System.Data.Common;
using Xemelios.Domain.Habilitations;
using Xemelios.Import;
using Xemelios.Import.Tests;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Justificatifs;
using Xemelios.Query.Rapprochements;
using Xemelios.Samples;
using MoisDePaye = Xemelios.Domain.Valeurs.MoisDePaye;

namespace Xemelios.Cli.Tests.Parcours;

/// <summary>What arrives before what it belongs to waits, and is linked when the other comes.</summary>
public sealed class ArriveesTests : IDisposable
{
    private readonly DossierDEssai _dossier = new();
    private readonly EtatPublie _etat = EtatPublie.Creer(GenerateurDeMois.Simple(61, 5));

    private DemandeDEtat Demande => new(_etat.Mois.Employeur.Siret, new MoisDePaye(2026, _etat.Mois.Mois), "00");

    [Fact]
    public void UnMandatQuiReferenceUnXhlAbsentEstLieQuandIlArrive()
    {
        var bordereau = Bordereau(_etat.References);
        Importer(Aller("mandats.xml") with { Bordereaux = [bordereau] });
        Assert.Empty(Etats());
        Importer(Aller("xhl.xml") with { Pieces = _etat.EnPes() });
        var lu = Rapprocher();
        Assert.Equal(StatutDeRapprochement.Conforme, lu.Statut);
        Assert.All(lu.Mandats, m => Assert.Equal(LienDeMandat.Pjref, m.Lien));
    }

    [Fact]
    public void UnXhlQuiNommeUnMandatAbsentEstLieQuandIlArrive()
    {
        var bordereau = Bordereau();
        var references = bordereau.Mandats.Select(m => new RefComptaFictive(2026, "01", m.IdPce)).ToList();
        Importer(Aller("xhl.xml") with { Pieces = _etat.EnPes(references) });
        Assert.Equal(StatutDeRapprochement.SansMandat, Assert.Single(Etats()).Rapprochement);
        Importer(Aller("mandats.xml") with { Bordereaux = [bordereau] });
        var lu = Rapprocher();
        Assert.Equal(StatutDeRapprochement.Conforme, lu.Statut);
        Assert.All(lu.Mandats, m => Assert.Equal(LienDeMandat.Refcompta, m.Lien));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void UneArchiveReduiteASonEnTeteRattacheSesPiecesDansLesDeuxOrdres(bool enTeteDAbord)
    {
        var pieces = GenerateurDePieces.Pieces(new Hasard(5), "ARR", _etat.Mois.Employeur.Nom, presentes: 2, manquantes: 1, orphelines: 1);
        var mois = GenerateurDePieces.Rattacher(new Hasard(6), _etat.Mois, pieces);
        var xhl = EtatPublie.Creer(mois).Xhl[0];
        var archive = new FichierFictif("pj.zip", ZipFictif.Creer(
            [new("entete.xhl", XhlWriter.EnteteSeul(mois, Dialecte.Standard)), .. ArchiveXemelios.Pieces(mois.Employeur.Siret, pieces.Where(p => p.Sort != SortDePiece.Manquante))]));
        FichierFictif[] ordre = enTeteDAbord ? [archive, xhl] : [xhl, archive];
        foreach (var fichier in ordre)
            _dossier.Importer(_dossier.Poser(fichier.Chemin, fichier.Contenu));
        var lu = Justifier();
        Assert.Equal((3, 2, 1, 1), (lu.References, lu.Presentes, lu.Manquantes, lu.Orphelines));
        Assert.Equal(1, Assert.Single(Etats()).Volumes);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public void UnManifesteExpliqueSesVolumesDArchiveDansTousLesOrdres(int premier, int second)
    {
        var pieces = GenerateurDePieces.Pieces(new Hasard(5), "MAN", _etat.Mois.Employeur.Nom, presentes: 3, manquantes: 1, orphelines: 1);
        var mois = GenerateurDePieces.Rattacher(new Hasard(6), _etat.Mois, pieces);
        var zips = ArchiveXemelios.AvecManifeste("archive", mois, EtatPublie.Creer(mois).Xhl, [.. pieces.Where(p => p.Sort != SortDePiece.Manquante)], nomsOpaques: true);
        foreach (var i in new[] { premier, second })
            _dossier.Importer(_dossier.Poser(zips[i].Chemin, zips[i].Contenu));
        var lu = Justifier();
        Assert.Equal((4, 3, 1, 1), (lu.References, lu.Presentes, lu.Manquantes, lu.Orphelines));
    }

    [Fact]
    public void UnXhlDansUnPesPjEstImporteCommeUnXhl()
    {
        var rapport = Importer(Aller("xhl.xml") with { Pieces = _etat.EnPes() });
        Assert.Equal(["PES_PJ", "XHL"], rapport.Fichiers.Select(f => f.Type));
        Assert.Equal(_etat.Attendu.Bulletins, Assert.Single(Etats()).Bulletins);
    }

    [Fact]
    public void UnZipDansUnPesPjEstOuvertEtSesPiecesServent()
    {
        var pieces = GenerateurDePieces.Pieces(new Hasard(5), "ZIP", _etat.Mois.Employeur.Nom, presentes: 2, manquantes: 0, orphelines: 0);
        var mois = GenerateurDePieces.Rattacher(new Hasard(6), _etat.Mois, pieces);
        var zip = ZipFictif.Creer([.. EtatPublie.Creer(mois).Xhl, .. ArchiveXemelios.Pieces(mois.Employeur.Siret, pieces)]);
        var aller = Aller("zip.xml") with { Pieces = [new PjDePes($"{mois.Employeur.Siret}ZIP1", "paye.zip", "004", "application/zip", zip)] };
        var bordereau = Bordereau([new PjRefDeMandat($"{mois.Employeur.Siret}ZIP1", "paye.zip", "004")]);
        Importer(aller with { Bordereaux = [bordereau] });
        Assert.Equal(_etat.Attendu.Bulletins, Assert.Single(Etats()).Bulletins);
        var lu = Justifier();
        Assert.Equal((2, 2, 0, 0), (lu.References, lu.Presentes, lu.Manquantes, lu.Orphelines));
        Assert.All(Rapprocher().Mandats, m => Assert.Equal(LienDeMandat.Pjref, m.Lien));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void UneReductionSuitLeMandatQuElleCorrigeDansLesDeuxOrdres(bool mandatDAbord)
    {
        var numeros = new Numerotation();
        var juste = GenerateurDeMandats.Bordereau(_etat.Mois, _etat.ParNature, numeros, pieces: _etat.References);
        var trop = GenerateurDeMandats.Majorer(juste, "64111", 50_00);
        var mandat = trop.Mandats[0];
        var reduction = GenerateurDeMandats.Reduction(_etat.Mois, mandat, mandat.Lignes.First(l => l.Nature == "64111"), 50_00, numeros);
        var mandats = Aller("mandats.xml") with { Bordereaux = [trop], Pieces = _etat.EnPes() };
        var corrections = Aller("reduction.xml") with { Bordereaux = [reduction] };
        PesAllerFictif[] ordre = mandatDAbord ? [mandats, corrections] : [corrections, mandats];
        foreach (var aller in ordre)
            Importer(aller);
        var lu = Rapprocher();
        Assert.Equal(StatutDeRapprochement.Conforme, lu.Statut);
        Assert.Equal(-50_00, Assert.Single(lu.Mandats, m => m.TypeBordereau == "02").Montant.Centimes);
        Assert.Equal(2, lu.Mandats.Count(m => m.TypeBordereau == "01"));
    }

    [Theory]
    [InlineData(StyleDeSigne.A)]
    [InlineData(StyleDeSigne.B)]
    [InlineData(StyleDeSigne.C)]
    public void LesSignesSontDecidesMemeDansUnFichierDUnSeulBulletin(StyleDeSigne signes)
    {
        for (ulong graine = 1; graine <= 12; graine++)
        {
            using var dossier = new DossierDEssai();
            var etat = EtatPublie.Creer(GenerateurDeMois.Simple(graine, 1), dialecte: Dialecte.Standard with { Signes = signes });
            dossier.Importer(dossier.Poser("paye.xhl", etat.Xhl[0].Contenu));
            var cotisations = dossier.Lire("SELECT sum(montant) FROM ligne_de_paye WHERE categorie = 11")[0][0];
            Assert.Equal(Centimes.Euros(etat.Attendu.CotisationsPatronales), (decimal)cotisations!);
            var retenues = dossier.Lire("SELECT sum(montant) FROM ligne_de_paye WHERE categorie IN (7, 10)")[0][0];
            var attendues = etat.Attendu.SommeParCategorie.Where(c => c.Key is Categorie.Deduction or Categorie.Retenue).Sum(c => c.Value);
            Assert.True(Centimes.Euros(attendues) == (decimal)retenues!, $"graine {graine} : {retenues} au lieu de {Centimes.Euros(attendues)}");
        }
    }

    public void Dispose() => _dossier.Dispose();

    private ImportReport Importer(PesAllerFictif aller) => _dossier.Importer(_dossier.Poser(aller.NomFic, PesWriter.Octets(aller)));

    private BordereauFictif Bordereau(IReadOnlyList<PjRefDeMandat>? references = null) =>
        GenerateurDeMandats.Bordereau(_etat.Mois, _etat.ParNature, new Numerotation(), pieces: references);

    private PesAllerFictif Aller(string nom) => new(_etat.Mois.Employeur, "00", new DateOnly(2026, _etat.Mois.Mois, 20), nom);

    private IReadOnlyList<EtatDePaye> Etats() => Demander(new EtatsQuestion().Executer);

    private Query.Rapprochements.Rapprochement Rapprocher() => Demander(new RapprochementQuestion(Demande).Executer);

    private JustificatifsDuMois Justifier() => Demander(new JustificatifsQuestion(Demande.Siret, Demande.Mois).Executer);

    private T Demander<T>(Func<DbConnection, Perimetre, T> question)
    {
        using var connexion = _dossier.Entrepot.Connecter();
        return question(connexion, Perimetre.Complet);
    }
}
