using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Accueil;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Mandats;
using Xemelios.Query.Rapprochements;
using Xemelios.Query.Tests.Donnees;

namespace Xemelios.Query.Tests.Mandats;

public sealed class MandatsTests : IDisposable
{
    private readonly Entrepot _entrepot = new();
    private readonly EmployeurDeTest _commune;

    public MandatsTests()
    {
        _commune = new EmployeurDeTest(_entrepot);
        _commune.Volume("mars.xhl").NaturesUsuelles().Bulletin("1", b => b.Traitement(10).Piece("A"));
        _commune.Volume("avril.xhl", 202604).NaturesUsuelles().Bulletin("1", b => b.Traitement(10));
        _commune.Flux("pes").Bordereau("1").Mandat("9", [("64111", 10m)], "PAYE MARS").Mandat("10", [("6061", 5m)], "Fournitures", nature: "01");
    }

    public void Dispose() => _entrepot.Dispose();

    [Fact]
    public void TousLesMandatsSontListesAvecLeurEtatQuandIlsEnOntUn()
    {
        var mandats = new MandatsQuestion(_commune.Siret, 2026).Executer(_entrepot.Connexion, Perimetre.Complet);

        Assert.Equal(["9", "10"], mandats.Select(m => m.Numero));
        Assert.Equal((LienDeMandat.Propose, 3), (mandats[0].Lien!.Value, mandats[0].Etat!.Mois));
        Assert.Null(mandats[1].Etat);
        Assert.Empty(new MandatsQuestion(_commune.Siret, 2025).Executer(_entrepot.Connexion, Perimetre.Complet));
    }

    [Fact]
    public void UnMandatRefuseResteDansLaListeSansCompter()
    {
        _commune.Flux("pes2").Bordereau("2").Mandat("11", [("64111", 10m)], "PAYE AVRIL").Acquit(false, "2");
        var mandat = new MandatsQuestion(_commune.Siret).Executer(_entrepot.Connexion, Perimetre.Complet).Single(m => m.Numero == "11");
        Assert.Equal((false, (LienDeMandat?)null), (mandat.Courant, mandat.Lien));
    }

    [Fact]
    public void LAccueilMontreChaqueMoisAvecSonStatutEtSesPiecesManquantes()
    {
        var grille = new AccueilQuestion().Executer(_entrepot.Connexion, Perimetre.Complet);

        Assert.Equal([new MoisDePaye(2026, 4), new MoisDePaye(2026, 3)], grille.Mois);
        Assert.Equal([(StatutDeRapprochement.SansMandat, 0), (StatutDeRapprochement.Conforme, 1)],
            grille.Employeurs.Single().Cases.Select(c => (c.Rapprochement, c.PiecesManquantes)));
        Assert.Equal("10.00", grille.Employeurs[0].Cases[0].Brut.ToString());
    }
}
