using Bunit;
using Xemelios.Domain.Constats;
using Xemelios.Domain.Valeurs;
using Xemelios.Import;
using Xemelios.Query.Recherche;
using Xemelios.Web.Pages.Import;
using Xemelios.Web.Pages.Justificatifs;
using Xemelios.Web.Pages.Recherche;

namespace Xemelios.Web.Tests.Pages;

public sealed class ComposantsDEcranTests : BunitContext
{
    private static readonly string Empreinte = new('a', 64);

    [Fact]
    public void UneAnomalieDitSaGraviteSonCodeEtMeneASaPlaceDansLeFichier()
    {
        var rendu = Render<AnomaliesDeFichier>(p => p.Add(c => c.Fichier, Fichier("importe", new Provenance(1234, 12))));

        Assert.Equal($"/sources/{Empreinte}?octet=1234", rendu.Find("a:not(.code-d-anomalie)").GetAttribute("href"));
        Assert.Equal("XHL-0001", rendu.Find("a[href='/aide/codes/XHL-0001'] code").TextContent);
        Assert.Contains("Avertissement", rendu.Find(".pastille").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void LAnomalieDUnFichierRejeteNeMeneNullePart() =>
        Assert.Empty(Render<AnomaliesDeFichier>(p => p.Add(c => c.Fichier, Fichier("rejete", new Provenance(1234, 12)))).FindAll("a:not(.code-d-anomalie)"));

    [Fact]
    public void LeRapportSeFiltreParEtat()
    {
        FichierImporte[] fichiers = [Fichier("importe", default), Fichier("rejete", default), Fichier("rejete", default)];
        var rapport = new ImportReport(fichiers, TotauxDImport.De(fichiers), 10);

        var rendu = Render<FichiersDuRapport>(p => p.Add(c => c.Rapport, rapport).Add(c => c.Etat, "rejete"));

        Assert.Equal(2, rendu.FindAll("tbody tr").Count);
        Assert.Equal("Rejetés (2)", rendu.Find("[aria-current]").TextContent);
    }

    [Fact]
    public void LesMotsTrouvesDansUnePieceSontMarquesEtSonTexteResteDuTexte()
    {
        var piece = new ResultatDeRecherche("piece", null, "arrete.pdf", null, null, 0, null, "du «régime» <b>indemnitaire</b>", 7);

        var rendu = Render<PiecesTrouvees>(p => p.Add(c => c.Pieces, [piece]));

        Assert.Equal("régime", rendu.Find("mark").TextContent);
        Assert.Empty(rendu.FindAll("td b"));
        Assert.Equal("/pieces/7", rendu.Find("th a").GetAttribute("href"));
    }

    [Fact]
    public void AuDelaDeCinqMatriculesLeResteEstCompte()
    {
        var rendu = Render<MatriculesDePiece>(p => p.Add(c => c.Matricules, ["1", "2", "3", "4", "5", "6", "7"]).Add(c => c.Siret, "S").Add(c => c.Mois, new MoisDePaye(2026, 3)));

        Assert.Equal(5, rendu.FindAll("a").Count);
        Assert.Equal("/bulletins?siret=S&mois=2026-03&matricule=1", rendu.Find("a").GetAttribute("href"));
        Assert.Contains("et 2 autres", rendu.Markup, StringComparison.Ordinal);
    }

    private static FichierImporte Fichier(string etat, Provenance place) => new(
        "paye.xhl", "XHL", etat, Empreinte, 10, 1, 2, 0, 0, [new Anomalie("XHL-0001", Gravite.Avertissement, "Un défaut.", place)]);
}
