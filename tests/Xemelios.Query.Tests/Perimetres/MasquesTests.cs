using System.IO.Compression;
using System.Text;
using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.Agents;
using Xemelios.Query.Bulletins;
using Xemelios.Query.Comparaisons;
using Xemelios.Query.Criteres;
using Xemelios.Query.Export;
using Xemelios.Query.Export.Bulletins;
using Xemelios.Query.ExportsConfigures;
using Xemelios.Query.Recherches;
using Xemelios.Query.Tests.Export;

namespace Xemelios.Query.Tests.Perimetres;

/// <summary>What a reader may not see is in no answer and in no file that leaves the program, and can be asked in no way.</summary>
public sealed class MasquesTests : IDisposable
{
    private static readonly DateTimeOffset Etabli = new(2026, 3, 31, 9, 0, 0, TimeSpan.Zero);

    private static readonly Perimetre Voilee = Perimetre.Complet.Montrant(DonneesProtegees.Aucune);

    private readonly DossierMarque _dossier = new();
    private readonly Lieu _lieu;

    public MasquesTests() => _lieu = new Lieu(_dossier, new Part(DossierMarque.Commune, "00", 202602), 202601);

    public void Dispose() => _dossier.Dispose();

    [Fact]
    public void AucuneReponseNiAucunExportNeDitCeQuiEstMasque()
    {
        var trahies = CatalogueDesQuestions.Toutes(_dossier, _lieu)
            .Select(d => (Demande: d, Dites: Feuilles.De(d.Repondre(_dossier, Voilee)).Where(Trahit).Take(3).ToList())).Where(x => x.Dites.Count > 0);

        Assert.Empty(trahies.Select(x => $"{x.Demande} : {string.Join(" | ", x.Dites)}"));
    }

    [Fact]
    public void AQuiVoitToutCesReponsesLeDisent()
    {
        foreach (var question in (Func<Perimetre, object?>[])
            [Bulletins, p => Recherche().Executer(_dossier.Entrepot.Connexion, p), Dossier, VariationDeRib, p => Comparaison(p)!.Attributs])
            Assert.Contains(Feuilles.De(question(Perimetre.Complet)), Trahit);
    }

    [Fact]
    public void UnBulletinMasqueDitCeQuIlCacheEtUnSeulChampSeRevele()
    {
        var masque = Bulletins(Voilee)[0];
        var revele = Bulletins(Voilee.Montrant(DonneesProtegees.Nir))[0];

        Assert.Equal(DonneesProtegees.Toutes, masque.Masquees);
        Assert.Equal((Masque.Texte, Masque.Texte, Masque.Texte, null), (masque.Nir, masque.Adresse!.Ligne1, masque.Compte!.Iban, masque.Enfants));
        Assert.Equal(DonneesProtegees.Toutes & ~DonneesProtegees.Nir, revele.Masquees);
        Assert.StartsWith(DossierMarque.Secret, revele.Nir, StringComparison.Ordinal);
        Assert.Equal(Masque.Texte, revele.Compte!.Iban);
        Assert.Equal(DonneesProtegees.Aucune, Bulletins(Perimetre.Complet)[0].Masquees);
    }

    [Fact]
    public void CeQuiEstAbsentResteAbsent()
    {
        _dossier.Entrepot.Connexion.Execute("UPDATE agent SET nir = NULL, enfants = NULL, adr1 = NULL, cp = NULL, ville = NULL, pays = NULL");

        var bulletin = Bulletins(Voilee)[0];
        var page = Recherche().Executer(_dossier.Entrepot.Connexion, Voilee);

        Assert.Equal((null, null, DonneesProtegees.CompteBancaire | DonneesProtegees.SourceXml), (bulletin.Nir, bulletin.Adresse, bulletin.Masquees));
        Assert.All(page.Rangees, r => Assert.Null(page.Cellule(r, "nir")));
    }

    [Fact]
    public void UneColonneMasqueeMontreQuIlYAQuelqueChose()
    {
        var page = Recherche().Executer(_dossier.Entrepot.Connexion, Voilee);

        Assert.All(page.Rangees, r => Assert.Equal((Masque.Texte, Masque.Texte), (page.Cellule(r, "nir"), page.Cellule(r, "enfants"))));
    }

    [Fact]
    public void UneVariationDeRibDitQuIlAChangeEtRienDeLui()
    {
        var lignes = ((ResultatPredefini)VariationDeRib(Voilee)).Lignes;
        var attribut = Comparaison(Voilee)!.Attributs.Single(a => a.Sorte == SorteDeChangement.Rib);

        Assert.Equal(((ResultatPredefini)VariationDeRib(Perimetre.Complet)).Lignes.Count, lignes.Count);
        Assert.All(lignes, l => Assert.Equal((Masque.Texte, Masque.Texte), (l.Avant, l.Apres)));
        Assert.Equal((true, Masque.Texte, Masque.Texte), (attribut.EstChange, attribut.Avant, attribut.Apres));
    }

    [Theory]
    [InlineData(Sujet.Bulletins, "nir=1")]
    [InlineData(Sujet.Bulletins, "ligne(rubrique=1000 et nir vide)")]
    [InlineData(Sujet.Bulletins, "pas (nom=x ou rib renseigne)")]
    [InlineData(Sujet.Bulletins, "enfants>=1")]
    [InlineData(Sujet.Lignes, "rib^=FR")]
    public void UnCritereMasqueEstRefuse(Sujet sujet, string criteres)
    {
        foreach (var question in (Action[])
            [
                () => new RechercheQuestion(sujet, criteres).Executer(_dossier.Entrepot.Connexion, Voilee), () => new FacettesQuestion(sujet, criteres).Executer(_dossier.Entrepot.Connexion, Voilee),
                () => new RechercheQuestion(sujet, criteres).Exporter(_dossier.Entrepot.Connexion, Voilee), () => new GroupementQuestion(sujet, criteres, "mois").Executer(_dossier.Entrepot.Connexion, Voilee),
                () => new ExportConfigureQuestion("x", "x", sujet, ["nom"], criteres).Exporter(_dossier.Entrepot.Connexion, Voilee),
            ])
            Assert.Contains("masqué", Assert.Throws<DonneeMasqueeException>(question).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OnNeTrieNiNeRegroupeParCeQuiEstMasque()
    {
        var connexion = _dossier.Entrepot.Connexion;

        Assert.Throws<DonneeMasqueeException>(() => new RechercheQuestion(Sujet.Bulletins, Tri: "nir").Executer(connexion, Voilee));
        Assert.Throws<DonneeMasqueeException>(() => new RechercheQuestion(Sujet.Bulletins, "rubrique=1000", Tri: "enfants").Executer(connexion, Voilee));
        Assert.Throws<DonneeMasqueeException>(() => new GroupementQuestion(Sujet.Bulletins, "", "enfants").Executer(connexion, Voilee));
        Assert.Throws<DonneeMasqueeException>(() => new ValeursPresentesQuestion(Sujet.Bulletins, "enfants").Executer(connexion, Voilee));
        Assert.Throws<DonneeMasqueeException>(() => new VoisinsDeBulletinQuestion(new RechercheQuestion(Sujet.Bulletins, Tri: "nir"), _lieu.Bulletin(202602)).Executer(connexion, Voilee));
    }

    [Fact]
    public void LeTexteLibreNeChercheQueDansCeQuiSeVoit()
    {
        Assert.Equal(0, Trouves($"{DossierMarque.Secret}VILLE", Voilee));
        Assert.Equal(0, Trouves("BRUT", Voilee));
        Assert.NotEqual(0, Trouves($"{DossierMarque.Secret}VILLE", Voilee.Montrant(DonneesProtegees.Adresse)));
        Assert.NotEqual(0, Trouves("BRUT", Voilee.Montrant(DonneesProtegees.SourceXml)));
        Assert.Equal(Trouves("Avancement", Perimetre.Complet), Trouves("Avancement", Voilee));
    }

    [Fact]
    public void AucunFichierEcritNeLeDit()
    {
        var connexion = _dossier.Entrepot.Connexion;
        var dossier = Directory.CreateTempSubdirectory("xemelios-masques-");
        try
        {
            foreach (var reponse in (ReponseExportable[])
                [
                    Recherche().Exporter(connexion, Voilee), new ExportConfigureQuestion("Tout", "tout", Sujet.Bulletins, [.. ChampsDExport.Toutes(Sujet.Bulletins)]).Exporter(connexion, Voilee),
                    new RecherchePredefinieQuestion(RecherchePredefinie.VariationDeRib, Deux).Exporter(connexion, Voilee),
                ])
                foreach (var format in Enum.GetValues<FormatDExport>())
                    AssertVoile(Ecrire(flux => reponse.Ecrire(EcrituresDeTable.Pour(format, dossier.FullName), Etabli, "u", flux)), $"{reponse.Nom}.{format}");
            AssertVoile(Ecrire(flux => EcritureDeBulletins.Ecrire(Bulletins(Voilee), "Lot", Etabli, flux)), "lot.pdf");
            AssertVoile(Ecrire(flux => EcritureDeDossier.Ecrire(new DossierDeControle("Dossier", "Tout.", Etabli, "u", Bulletins(Voilee), _ => null), flux)), "dossier.zip");
        }
        finally
        {
            dossier.Delete(recursive: true);
        }

        Assert.Contains(DossierMarque.Secret, Lire(Ecrire(flux => EcritureDeBulletins.Ecrire(Bulletins(Perimetre.Complet), "Lot", Etabli, flux))), StringComparison.Ordinal);
    }

    private static bool Trahit(string feuille) =>
        feuille.Contains(DossierMarque.Secret, StringComparison.OrdinalIgnoreCase) || feuille.Contains(DossierMarque.FinDeCompte, StringComparison.Ordinal) || feuille.EndsWith($"={DossierMarque.Enfants}", StringComparison.Ordinal);

    private static void AssertVoile(byte[] octets, string nom)
    {
        var texte = Lire(octets);
        Assert.True(texte.Contains(Masque.Texte, StringComparison.Ordinal) || nom.EndsWith("Parquet", StringComparison.Ordinal), nom);
        foreach (var interdit in (string[])[DossierMarque.Secret, DossierMarque.FinDeCompte, $"{DossierMarque.Enfants}"])
            Assert.False(texte.Contains(interdit, StringComparison.OrdinalIgnoreCase), $"{nom} dit {interdit}");
    }

    private static byte[] Ecrire(Action<Stream> ecrire)
    {
        using var flux = new MemoryStream();
        ecrire(flux);
        return flux.ToArray();
    }

    /// <summary>All the text of a file: what a zip holds, what a PDF shows, else its bytes.</summary>
    private static string Lire(byte[] octets)
    {
        if (octets.AsSpan().StartsWith("%PDF"u8))
        {
            using var pdf = new PdfLu(flux => flux.Write(octets));
            return pdf.Serre;
        }

        if (!octets.AsSpan().StartsWith("PK"u8))
            return Encoding.UTF8.GetString(octets);
        using var zip = new ZipArchive(new MemoryStream(octets));
        return string.Concat(zip.Entries.Select(e =>
        {
            using var entree = e.Open();
            using var contenu = new MemoryStream();
            entree.CopyTo(contenu);
            return Lire(contenu.ToArray());
        }));
    }

    private DemandeDeComparaison Deux => new(DossierMarque.Commune, new MoisDePaye(2026, 2), new MoisDePaye(2026, 1));

    private static RechercheQuestion Recherche() => new(Sujet.Bulletins, "", string.Join(',', Colonnes.Toutes(Sujet.Bulletins).Select(c => c.Cle)), TaillePage: 500);

    private IReadOnlyList<BulletinDetaille> Bulletins(Perimetre perimetre) => BulletinQuestion.DUnAgent(DossierMarque.Commune, _lieu.Mois, _lieu.Matricule).Executer(_dossier.Entrepot.Connexion, perimetre);

    private object? Dossier(Perimetre perimetre) => new DossierDAgentQuestion(DossierMarque.Commune, _lieu.Matricule).Executer(_dossier.Entrepot.Connexion, perimetre);

    private object VariationDeRib(Perimetre perimetre) => new RecherchePredefinieQuestion(RecherchePredefinie.VariationDeRib, Deux).Executer(_dossier.Entrepot.Connexion, perimetre);

    private ComparaisonDeLignes? Comparaison(Perimetre perimetre) => ComparaisonDeLignesQuestion.DeMois(DossierMarque.Commune, _lieu.Matricule, _lieu.MoisAvant, _lieu.Mois).Executer(_dossier.Entrepot.Connexion, perimetre);

    private long Trouves(string texte, Perimetre perimetre) => new RechercheQuestion(Sujet.Bulletins, $"texte_libre*=\"{texte}\"").Executer(_dossier.Entrepot.Connexion, perimetre).Totaux.Nombre;
}
