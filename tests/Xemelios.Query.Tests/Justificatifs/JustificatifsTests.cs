using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Justificatifs;
using Xemelios.Query.Tests.Donnees;

namespace Xemelios.Query.Tests.Justificatifs;

public sealed class JustificatifsTests : IDisposable
{
    private readonly Entrepot _entrepot = new();
    private readonly EmployeurDeTest _commune;

    public JustificatifsTests() => _commune = new EmployeurDeTest(_entrepot);

    public void Dispose() => _entrepot.Dispose();

    [Fact]
    public void UneReferenceSansPieceEstManquanteEtSonSupportDitPourquoi()
    {
        Paye(("ARR-1", "arrete.pdf", "01"), ("CTR-2", "contrat.pdf", "02"), ("DEC-3", "decompte.pdf", "03"));
        var r = Lister();
        Assert.Equal((3, 0, 3, 0), (r.References, r.Presentes, r.Manquantes, r.Orphelines));
        Assert.Equal((StatutDePiece.Manquante, "papier"), (r.Pieces[1].Statut, r.Pieces[1].SupportLibelle));
    }

    [Fact]
    public void UneMemePieceReferenceeParDeuxAgentsCompteUneFois()
    {
        Paye(("ARR-1", "arrete.pdf", "01"));
        _commune.Volume("v2.xhl").Bulletin("000013", b => b.Piece("ARR-1", "arrete.pdf"));
        PieceDuFlux("ARR-1", "arrete.pdf");

        var piece = Assert.Single(Lister().Pieces);

        Assert.Equal((StatutDePiece.Presente, Entrepot.Empreinte("arrete.pdf")), (piece.Statut, piece.Empreinte));
        Assert.Equal(["000012", "000013"], piece.Bulletins);
    }

    [Theory]
    [InlineData("arrete.PDF")]
    [InlineData("ARR-1.pdf")]
    [InlineData("Arrete.docx")]
    public void UnFichierDArchiveRepondParSonNomAvecOuSansExtension(string nom)
    {
        Paye(("ARR-1", "arrete.pdf", "01"));
        _commune.Fichier(nom, archive: Archive());
        Assert.Equal(StatutDePiece.Presente, Lister().Pieces[0].Statut);
    }

    [Fact]
    public void LIdentifiantDUnPesSeCompareALaCassePres()
    {
        Paye(("ARR-1", null, "01"));
        PieceDuFlux("arr-1", "autre.pdf");
        var r = Lister();
        Assert.Equal((1, 1), (r.Manquantes, r.Orphelines));
    }

    [Fact]
    public void LIdentifiantLEmporteSurLeNom()
    {
        Paye(("ARR-1", "arrete.pdf", "01"));
        _commune.Fichier("arrete.pdf", "du fichier");
        PieceDuFlux("ARR-1", "x.pdf");
        Assert.Equal(Entrepot.Empreinte("x.pdf"), Lister().Pieces[0].Empreinte);
    }

    [Fact]
    public void UnePieceDUneAutreCollectiviteNeRepondJamais()
    {
        Paye(("ARR-1", "arrete.pdf", "01"));
        new EmployeurDeTest(_entrepot, "21990002000014", "Autre").Fichier("arrete.pdf");
        var r = Lister();
        Assert.Equal((1, 0), (r.Manquantes, r.Orphelines));
    }

    [Fact]
    public void UnePieceSansCollectiviteRepondATous()
    {
        Paye(("ARR-1", "arrete.pdf", "01"));
        _commune.Fichier("arrete.pdf", siretConnu: false);
        Assert.Equal(1, Lister().Presentes);
    }

    [Fact]
    public void UnePieceRefuseeParUnAcquitNeComptePasSaufDoublon()
    {
        Paye(("ARR-1", null, "01"), ("ARR-2", null, "01"));
        PieceDuFlux("ARR-1", "a.pdf").Acquit(false, idUnique: "ARR-1", anomalie: "ERREUR_VERSION_PJ");
        PieceDuFlux("ARR-2", "b.pdf").Acquit(false, idUnique: "ARR-2", anomalie: "ERREUR_DOUBLON_PJ");
        Assert.Equal(["manquante", "presente"], Lister().Pieces.Select(p => p.Statut.ToString().ToLowerInvariant()));
    }

    [Fact]
    public void DeuxContenusSousUnIdentifiantSontSignales()
    {
        Paye(("ARR-1", null, "01"));
        PieceDuFlux("ARR-1", "second.pdf", "2026-04-02");
        PieceDuFlux("ARR-1", "premier.pdf", "2026-04-01");
        var piece = Lister().Pieces[0];
        Assert.Equal((true, Entrepot.Empreinte("premier.pdf")), (piece.Conflit, piece.Empreinte));
    }

    [Fact]
    public void UneOrphelineVaAuMoisDesXhlDeSonArchive()
    {
        var archive = Archive();
        _commune.Volume("mars.xhl", contenant: archive).Bulletin("1");
        _commune.Volume("avril.xhl", 202604).Bulletin("1");
        _commune.Fichier("inconnue.pdf", archive: archive);
        Assert.Equal((1, 0), (Lister().Orphelines, Lister(4).Orphelines));
    }

    [Fact]
    public void UneOrphelineVaAuMoisDeSesVoisines()
    {
        Paye(("ARR-1", "arrete.pdf", "01"));
        _commune.Volume("avril.xhl", 202604).Bulletin("1");
        var archive = Archive();
        _commune.Fichier("arrete.pdf", archive: archive).Fichier("inconnue.pdf", archive: archive);
        Assert.Equal((1, 0), (Lister().Orphelines, Lister(4).Orphelines));
    }

    [Fact]
    public void UneOrphelineDUnFluxVaAuMoisDesMandatsDuFlux()
    {
        Paye();
        _commune.Volume("avril.xhl", 202604).Bulletin("1");
        PieceDuFlux("SEULE", "seule.pdf", "2026-04-03").Bordereau("1").Mandat("7", [("64111", 1m)], "PAYE MARS 2026");
        Assert.Equal((1, 0), (Lister().Orphelines, Lister(4).Orphelines));
    }

    [Fact]
    public void UneOrphelineDUnFluxSansMandatVaAuMoisDeSaDate()
    {
        Paye();
        _commune.Volume("avril.xhl", 202604).Bulletin("1");
        PieceDuFlux("SEULE", "seule.pdf", "2026-04-03");
        Assert.Equal((0, 1), (Lister().Orphelines, Lister(4).Orphelines));
    }

    [Fact]
    public void UneOrphelineDeposeeSeuleSansIndiceSeVoitChaqueMois()
    {
        Paye();
        _commune.Volume("avril.xhl", 202604).Bulletin("1");
        _commune.Fichier("seule.pdf");
        Assert.Equal((1, 1), (Lister().Orphelines, Lister(4).Orphelines));
    }

    [Fact]
    public void UnePieceDeMandatSeuleEstMontreeSansCompter()
    {
        Paye();
        PieceDuFlux("DELIB", "delib.pdf").Bordereau("1").Mandat("10100", [("64111", 1m)], "PAYE MARS", reference: "DELIB");
        var r = Lister();
        Assert.Equal((0, 0), (r.References, r.Orphelines));
        Assert.Equal(["10100"], Assert.Single(r.Pieces).Mandats);
    }

    [Fact]
    public void LaFicheDUnePieceMeneASesBulletinsEtASesMandats()
    {
        Paye(("ARR-1", "arrete.pdf", "01"));
        PieceDuFlux("ARR-1", "arrete.pdf").Bordereau("1").Mandat("10100", [("64111", 1m)], "PAYE MARS", reference: "ARR-1");
        var piece = Lister().Pieces[0];

        var fiche = new PieceQuestion(piece.Piece!.Value).Executer(_entrepot.Connexion, Perimetre.Complet)!;

        Assert.Equal(("000012", "10100"), (fiche.Bulletins.Single().Matricule, fiche.Mandats.Single().Numero));
        Assert.Equal(["10100"], piece.Mandats);
        Assert.Null(new PieceQuestion(piece.Piece!.Value).Executer(_entrepot.Connexion, Perimetre.Limite([new BudgetPermis("21990002000014", null)])));
        Assert.NotNull(new PieceQuestion(piece.Piece!.Value).Executer(_entrepot.Connexion, Perimetre.Limite([new BudgetPermis(_commune.Siret, "00")])));
    }

    private int Archive() => _entrepot.Contenu("ARCHIVE", "archive.zip");

    private FluxDeTest PieceDuFlux(string idUnique, string nom, string date = "2026-03-25") =>
        _commune.Flux($"pes-{nom}", date).Piece(_entrepot.Contenu("PIECE", nom, 0), idUnique, nom);

    private void Paye(params (string Id, string? Nom, string Support)[] pieces) =>
        _commune.Volume("mars.xhl").NaturesUsuelles().Bulletin("000012", b =>
        {
            b.Traitement(1m);
            foreach (var (id, nom, support) in pieces)
                b.Piece(id, nom, support);
        });

    [Fact]
    public void UnePieceSansCollectiviteDansLArchiveDUnEmployeurNeRepondPasAUnAutre()
    {
        var archive = Archive();
        _commune.Volume("mars.xhl", contenant: archive).Bulletin("1", b => b.Piece(null, "arrete.pdf"));
        _commune.Fichier("arrete.pdf", archive: archive, siretConnu: false);
        var autre = new EmployeurDeTest(_entrepot, "21990002000014", "Autre commune");
        autre.Volume("autre.xhl").Bulletin("1", b => b.Piece(null, "arrete.pdf"));

        Assert.Equal((1, 0), (Lister().Presentes, Lister().Manquantes));
        var ailleurs = new JustificatifsQuestion(autre.Siret, new MoisDePaye(2026, 3)).Executer(_entrepot.Connexion, Perimetre.Complet);
        Assert.Equal((0, 1), (ailleurs.Presentes, ailleurs.Manquantes));
    }

    private JustificatifsDuMois Lister(int mois = 3) =>
        new JustificatifsQuestion(_commune.Siret, new MoisDePaye(2026, mois)).Executer(_entrepot.Connexion, Perimetre.Complet);
}
