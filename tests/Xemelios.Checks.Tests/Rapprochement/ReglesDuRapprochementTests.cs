using Xemelios.Checks.Rapprochement;
using Xemelios.Domain.Constats;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Bulletins;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Justificatifs;
using Xemelios.Query.Rapprochements;

namespace Xemelios.Checks.Tests.Rapprochement;

public sealed class ReglesDuRapprochementTests
{
    private static readonly PieceDuMois Presente = Piece("ARR-1", StatutDePiece.Presente);

    /// <summary>One violating sample a rule, by code: a rule without one fails the walk.</summary>
    private static readonly Dictionary<string, (EtatAControler Etat, string Preuve)> Violations = new()
    {
        ["RAP-01"] = (Etat(Ligne("64111", 1000, 1012.34m, StatutDeLigne.Ecart)), "64111"),
        ["RAP-02"] = (Etat(Ligne("64118", 50, 0, StatutDeLigne.NonMandate)), "64118"),
        ["RAP-03"] = (Etat(Ligne("64131", 0, 5, StatutDeLigne.MandateSansPaye)), "64131"),
        ["RAP-04"] = (Etat(Ligne("6451", 300, 300, StatutDeLigne.Conforme, repartition: 299)), "6451"),
        ["RAP-05"] = (Etat() with { DoublesLivraisons = [new DoubleLivraison("aa", "bb", ["000012"])] }, "bb"),
        ["RAP-06"] = (Etat() with { Volumes = [new("v1", "v-01.xhl", null, false, true), new("v2", "v-02.xhl", null, false, false)] }, "v2"),
        ["RAP-07"] = (Etat() with { Volumes = [new("v1", "v-01.xhl", "ELUS", true, false), new("v2", "v-02.xhl", null, true, true)] }, "v1"),
        ["PIE-01"] = (AvecPiece(Piece("ARR-2", StatutDePiece.Manquante)), "ARR-2"),
        ["PIE-02"] = (AvecPiece(Piece("ARR-3", StatutDePiece.Orpheline)), "ARR-3"),
    };

    public static TheoryData<string> Codes => [.. ReglesDuRapprochement.Toutes.Select(r => r.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void ChaqueRegleSeTaitQuandToutEstEnOrdre(string code) =>
        Assert.Empty(Regle(code).Executer(Etat(Ligne("64111", 1000, 1000, StatutDeLigne.Conforme))));

    [Theory]
    [MemberData(nameof(Codes))]
    public void ChaqueRegleTientCeQuiLaProuve(string code)
    {
        var (etat, preuve) = Violations[code];

        var constat = Assert.Single(Regle(code).Executer(etat));

        Assert.Equal((code, Regle(code).Gravite), (constat.Code, constat.Gravite));
        Assert.Contains(constat.Preuves, p => p.Cle == preuve);
        Assert.Single(ReglesDuRapprochement.Controler(etat));
    }

    [Fact]
    public void ChaqueRegleEstDocumenteeEtSonCodeUnique()
    {
        Assert.Distinct(ReglesDuRapprochement.Toutes.Select(r => r.Code));
        Assert.Equal(Violations.Keys.Order(StringComparer.Ordinal), ReglesDuRapprochement.Toutes.Select(r => r.Code));
        Assert.All(ReglesDuRapprochement.Toutes, r => Assert.True(r.Libelle.Length > 10 && r.BaseLegale.Length > 20));
    }

    [Fact]
    public void LEcartSEcritEnEuros() =>
        Assert.Contains("12,34 €", Regle("RAP-01").Executer(Violations["RAP-01"].Etat).Single().Message, StringComparison.Ordinal);

    [Fact]
    public void SansAucunMandatAucuneNatureNEstDiteOubliee()
    {
        var etat = Etat(Ligne("64118", 50, 0, StatutDeLigne.NonMandate));
        Assert.Empty(Regle("RAP-02").Executer(etat with { Etat = etat.Etat with { Statut = StatutDeRapprochement.SansMandat } }));
    }

    private static Regle Regle(string code) => ReglesDuRapprochement.Toutes.Single(r => r.Code == code);

    private static EtatAControler Etat(params LigneRapprochee[] lignes)
    {
        var etat = new EtatDePaye("21990001200019", "Commune", "00", 2026, 3, null, 1, 1, 1, 1, default, default, default, default,
            new RepartitionDEtat(ModeDeRepartition.PremierVolume, Montant.Zero), 1, StatutDeRapprochement.Ecart, null);
        var rapprochement = new Query.Rapprochements.Rapprochement(etat, lignes, new NonAttribue(default, []), new TotauxRapproches(default, default, default, default, default), [],
            StatutDeRapprochement.Ecart, StatutDeRepartition.Conforme, Reference.Recalcule);
        return new EtatAControler(rapprochement, new JustificatifsDuMois(1, 1, 0, 0, [Presente]), [])
        {
            // Only the first volume carries the blocks: what the fiche recommends.
            Volumes = [new("v1", "v-01.xhl", null, true, true), new("v2", "v-02.xhl", null, false, false)],
        };
    }

    private static EtatAControler AvecPiece(PieceDuMois piece) => Etat() with { Pieces = new JustificatifsDuMois(1, 0, 0, 0, [piece]) };

    private static PieceDuMois Piece(string id, StatutDePiece statut) =>
        new(id, $"{id}.pdf", statut, "01", null, ["000012"], [], null, null, null, null, false, true);

    private static LigneRapprochee Ligne(string nature, decimal paye, decimal mandate, StatutDeLigne statut, decimal? repartition = null)
    {
        var (p, m, r) = (Montant.FromDecimal(paye), Montant.FromDecimal(mandate), Montant.FromDecimal(repartition ?? paye));
        return new LigneRapprochee(nature, null, p, r, m, r - p, m - p, statut, ["10100"], null);
    }
}
