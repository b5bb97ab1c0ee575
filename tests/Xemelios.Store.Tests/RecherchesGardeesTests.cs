using Xemelios.Store.Gestion;
using Xemelios.Store.Tests.TextIndex;

namespace Xemelios.Store.Tests;

public sealed class RecherchesGardeesTests : IDisposable
{
    private static readonly DateTimeOffset Le = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly DossierDEssai _dossier = new();

    private RecherchesGardees Recherches => field ??= new RecherchesGardees(Path.Combine(_dossier.Chemin, "gestion.db"));

    public void Dispose() => _dossier.Dispose();

    [Fact]
    public void UneRecherchePersonnelleNEstVueQueDeSonProprietaire()
    {
        var sienne = Recherches.Enregistrer(new RechercheEnregistree(0, "claire", false, "Crèche", "Le service", "/bulletins?service=Cr%C3%A8che", Le))!;
        Recherches.Enregistrer(new RechercheEnregistree(0, "claire", true, "Heures", null, "/bulletins?q=heures_sup>0", Le));

        Assert.Equal(["Crèche", "Heures"], Recherches.Lister("claire").Select(r => r.Libelle));
        Assert.Equal(["Heures"], Recherches.Lister("louis").Select(r => r.Libelle));
        Assert.Equal(sienne, Recherches.Lister("claire")[0]);
    }

    [Fact]
    public void SeulLeProprietaireChangeOuRetire()
    {
        var sienne = Recherches.Enregistrer(new RechercheEnregistree(0, "claire", true, "Crèche", null, "/bulletins", Le))!;

        Assert.Null(Recherches.Enregistrer(sienne with { Proprietaire = "louis", Libelle = "Voirie" }));
        Assert.False(Recherches.Supprimer(sienne.Id, "louis"));
        Assert.Equal("Voirie", Recherches.Enregistrer(sienne with { Libelle = "Voirie" })!.Libelle);
        Assert.True(Recherches.Supprimer(sienne.Id, "claire"));
        Assert.Empty(Recherches.Lister("claire"));
    }

    [Fact]
    public void LesRecentesSontLesDernieresSansDouble()
    {
        for (var i = 0; i < 40; i++)
            Recherches.Noter("claire", new RechercheRecente($"/bulletins?page={i % 35}", $"{i}", Le.AddMinutes(i)));

        var recentes = Recherches.Recentes("claire");

        Assert.Equal(RecherchesGardees.RecentesGardees, recentes.Count);
        Assert.Equal(("/bulletins?page=4", "39"), (recentes[0].Adresse, recentes[0].Phrase));
        Assert.Distinct(recentes.Select(r => r.Adresse));
        Assert.Empty(Recherches.Recentes("louis"));
    }

    [Fact]
    public void UneListeSeRetrouveParUneCleQuiNEnDitRien()
    {
        var cle = Recherches.GarderUneListe(["1850399000123", "l'autre; valeur"]);

        Assert.Equal(cle, Recherches.GarderUneListe(["1850399000123", "l'autre; valeur"]));
        Assert.Equal(["1850399000123", "l'autre; valeur"], Recherches.Liste(cle));
        Assert.Null(Recherches.Liste("inconnue"));
        using var ailleurs = new DossierDEssai();
        Assert.NotEqual(cle, new RecherchesGardees(Path.Combine(ailleurs.Chemin, "gestion.db")).GarderUneListe(["1850399000123", "l'autre; valeur"]));
    }
}
