using Bunit;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.JustificatifsAttendus;
using Xemelios.Web.Pages.JustificatifsAttendus;

namespace Xemelios.Web.Tests.Pages;

public sealed class JustificatifsAttendusTests : BunitContext
{
    private static readonly PieceConnue Piece = new(7, "X17.pdf", null);

    private static readonly EvenementAttendu Entree = new(EvenementDePaye.Entree, SourceDEvenement.DeclareEtConstate, "000301", "ÉTIENNOT", "Zoé", null,
        "Pas de bulletin en février 2026", new LieuDeBulletin("abc", 7), new MoisDePaye(2026, 3), "2101",
        [
            new PieceDemandee("acte_d_engagement", "Acte d'engagement", PresenceDePiece.NatureInconnue, [Piece]),
            new PieceDemandee("cessation_de_paiement", "Certificat de cessation de paiement", PresenceDePiece.Manquante, []) { Conditionnelle = true },
        ], 1);

    [Fact]
    public void LeDouteEstMontreEtUnePieceConditionnelleNeManquePas()
    {
        var rendu = Render<ListeDesAttendus>(p => p.Add(c => c.Evenements, [Entree]));

        Assert.Equal(["? Nature inconnue", "? À vérifier"], rendu.FindAll(".pastille").Select(p => p.TextContent));
        Assert.Contains("Une pièce est présente, sa nature n'est pas connue.", rendu.Markup, StringComparison.Ordinal);
        Assert.Equal(["/pieces/7", "/bulletins/abc/7"], rendu.FindAll("a").Select(a => a.GetAttribute("href")));
        Assert.Contains("constaté et déclaré", rendu.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void LesFiltresGardentCeQuiEstChoisiEtComptent()
    {
        var attendus = new AttendusDuMois(new MoisDePaye(2026, 2), false, [Entree],
            [new CouvertureParEvenement(EvenementDePaye.Entree, 1, new Couverture(1, 1, 0))], [new CouvertureParService(null, 1, new Couverture(1, 1, 0))]);

        var rendu = Render<FiltreDesAttendus>(p => p.Add(c => c.Attendus, attendus).Add(c => c.Etat, "a_verifier").Add(c => c.Evenement, "entree").Add(c => c.Service, "-"));

        Assert.Equal(["Entrée (1)", "Sans service (1)", "À vérifier (1)"], rendu.FindAll("option[selected]").Select(o => o.TextContent));
        Assert.Equal((1, 1, 0, 100m), (attendus.Total.Demandes, attendus.Total.AvecPiece, attendus.Total.Complets, attendus.Total.Pourcentage));
    }
}
