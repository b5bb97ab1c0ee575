using System.Net;
using System.Text.RegularExpressions;
using Bunit;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Calendriers;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Web.Pages.Calendrier;
using Xemelios.Web.Tests.Security;

namespace Xemelios.Web.Tests.Pages;

public sealed class CalendrierTests(DeuxPostes postes) : IClassFixture<DeuxPostes>
{
    private static readonly MoisDePaye Mars = new(2026, 3);

    [Fact]
    public async Task LaPageDitLeCompteEtChaqueProfilNYVoitQueSonPerimetre()
    {
        var page = await Lire("comptable", "/calendrier?annee=2026");

        Assert.Contains("Calendrier de l'année 2026", page, StringComparison.Ordinal);
        Assert.Matches("1 état reçu, 0 complet, 0 mois manquant\\.", page);
        Assert.Contains($"/etats/{DeuxPostes.Commune}/00/2026-03/rapprochement", page, StringComparison.Ordinal);
        foreach (var compte in (string[])["autre.poste", "autre.collectivite", "autre.budget", "autres.mois"])
            Assert.DoesNotContain(DeuxPostes.Commune, await Lire(compte, "/calendrier?annee=2026"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SeulQuiPeutImporterEstMeneALImport()
    {
        Assert.DoesNotMatch("<td[^>]*>[^<]*<span class=\"mois-manquant\".*?href=\"/import\"", await Lire("ordonnateur", "/calendrier?annee=2026"));
        Assert.Contains("Légende", await Lire("ordonnateur", "/calendrier"), StringComparison.Ordinal);
    }

    [Fact]
    public void UnSigneSeLitSansCouleur()
    {
        using var contexte = new BunitContext();
        var rendue = contexte.Render<CaseDuCalendrier>(p => p.Add(c => c.Case, Case(StatutDeRapprochement.Ecart) with { VolumesManquants = [2], Pieces = 18, PiecesManquantes = 2, MandatsLies = 1, MandatsProposes = 1 }).Add(c => c.PeutImporter, true));

        Assert.Equal(
            ["! vol. 3 sur 4, manque 02", "? mand. 2, dont 1 proposé", "! pièces 16 sur 18", "≠ rappr. écart"],
            rendue.FindAll("a > span[aria-hidden]").Select(s => s.TextContent));
        Assert.Equal(
            ["3 volumes reçus ; d'après les noms des fichiers, le volume 02 manque", "1 mandat lié par les fichiers, 1 mandat proposé, à confirmer", "18 pièces citées, 2 manquantes", "au moins une nature diffère entre la paye et les mandats"],
            rendue.FindAll(".visually-hidden").Select(s => s.TextContent));
        Assert.Equal(
            ["/import", "/etats/1/00/2026-03/rapprochement?train=#mandats", "/justificatifs/1/2026-03?budget=00&statut=manquante", "/etats/1/00/2026-03/rapprochement?train=&ecarts=1"],
            rendue.FindAll("a").Select(a => a.GetAttribute("href")));
    }

    [Theory]
    [InlineData(PresenceDEtat.MoisManquant, "✕ Mois manquant")]
    [InlineData(PresenceDEtat.TrainAbsent, "? train absent")]
    [InlineData(PresenceDEtat.Aucune, "–rien à attendre")]
    public void UneAbsenceSeDitEnMots(PresenceDEtat presence, string mots)
    {
        using var contexte = new BunitContext();
        var rendue = contexte.Render<CaseDuCalendrier>(p => p.Add(c => c.Case, new CaseDeCalendrier(Mars, presence)));

        Assert.Equal(mots, Regex.Replace(string.Concat(rendue.Nodes.Select(n => n.TextContent)).Trim(), @"\s+", " ", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Empty(rendue.FindAll("a"));
    }

    private static CaseDeCalendrier Case(StatutDeRapprochement statut) => new(Mars, PresenceDEtat.Recu)
    {
        Etat = new EtatDePaye("1", "Commune", "00", 2026, 3, null, 3, 300, 300, 5008, Montant.Zero, Montant.Zero, Montant.Zero, Montant.Zero,
            new RepartitionDEtat(ModeDeRepartition.Absente, null), 2, statut, null),
    };

    private async Task<string> Lire(string compte, string adresse)
    {
        using var reponse = await postes.Demander(compte, adresse);
        Assert.Equal(HttpStatusCode.OK, reponse.StatusCode);
        return WebUtility.HtmlDecode(await reponse.Content.ReadAsStringAsync());
    }
}
