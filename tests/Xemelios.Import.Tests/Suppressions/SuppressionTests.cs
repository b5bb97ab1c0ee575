using Xemelios.Domain.Habilitations;
using Xemelios.Import.Reconstructions;
using Xemelios.Import.Suppressions;
using Xemelios.Samples;
using Xemelios.Store.Gestion;
using Xemelios.Store.Tables;

namespace Xemelios.Import.Tests.Suppressions;

/// <summary>After any sequence of imports and deletions, the folder holds what it would had the survivors alone been imported.</summary>
public sealed class SuppressionTests
{
    public static TheoryData<ulong> Graines => [.. Enumerable.Range(1, 8).Select(g => (ulong)g)];

    [Theory]
    [MemberData(nameof(Graines))]
    public void UneSuiteDImportsEtDeSuppressionsLaisseLesSeulsSurvivants(ulong graine)
    {
        using var dossier = new DossierDEssai();
        var univers = UniversDeSuppression.Creer(graine);
        var hasard = new Hasard(graine);
        var modele = new ModeleDeSuppression();
        var gestes = new List<string>();
        for (var coup = 0; coup < 24; coup++)
        {
            var geste = hasard.Entre(1, 100);
            var fichier = hasard.Parmi(univers);
            if (geste <= 60 || coup < 6)
            {
                gestes.Add($"importer {fichier.Chemin}");
                dossier.Importer(dossier.Poser($"{coup}/{fichier.Chemin}", fichier.Contenu));
                modele.Importer(fichier);
            }
            else if (geste <= 75)
            {
                gestes.Add($"supprimer {fichier.Chemin}");
                Supprimer(dossier, new FichiersASupprimer([fichier.Empreinte]));
                modele.Supprimer(fichier.Empreinte);
            }
            else if (fichier.Feuilles.Count > 0)
            {
                var cible = Cible(hasard, hasard.Parmi(fichier.Feuilles));
                gestes.Add($"supprimer {cible.Libelle}");
                Supprimer(dossier, cible);
                modele.Supprimer(cible);
            }

            var (attendu, lu) = (modele.Tableau(), Tableau(dossier));
            Assert.True(attendu.SequenceEqual(lu), $"{string.Join('\n', gestes)}\nen moins : {Noms(attendu.Except(lu))}\nen trop : {Noms(lu.Except(attendu))}");
        }

        EstCommeSiLesSurvivantsSeulsEtaientVenus(dossier, modele);

        string Noms(IEnumerable<string> cles) => string.Join(", ", cles.Select(c => univers.FirstOrDefault(f => c.StartsWith(f.Empreinte, StringComparison.Ordinal))?.Chemin + c[64..]));
    }

    [Fact]
    public void RienNeSeSupprimeSansMotifNiSansJournal()
    {
        using var dossier = new DossierDEssai();
        var paye = UniversDeSuppression.Creer(1)[0];
        dossier.Importer(dossier.Poser(paye.Chemin, paye.Contenu));
        var suppression = new Suppression(dossier.Entrepot, TimeProvider.System);
        var cible = new FichiersASupprimer([paye.Empreinte]);
        Assert.Throws<MotifManquantException>(() => suppression.Executer(cible, Acte(" "), new JournalDEssai()));
        Assert.Throws<JournalIndisponibleException>(() => suppression.Executer(cible, Acte("essai"), new JournalDEssai { EnPanne = true }));
        Assert.Equal((4, 1), (suppression.Prevoir(cible).Bulletins, suppression.Prevoir(cible).Fichiers));
        Assert.Empty(dossier.Entrepot.Suppressions.Lister());
        var journal = new JournalDEssai();
        suppression.Executer(cible, Acte("essai"), journal);
        Assert.Equal((NatureDActe.Suppression, "essai"), (journal.Ecrits[0].Nature, journal.Ecrits[0].Motif));
        var faite = Assert.Single(dossier.Entrepot.Suppressions.Lister());
        Assert.Equal(("comptable", "essai"), (faite.Par, faite.Motif));
        Assert.Empty(dossier.Entrepot.Originaux.Lister());
        Assert.Empty(dossier.Lire("SELECT 1 FROM agent UNION ALL SELECT 1 FROM mot UNION ALL SELECT 1 FROM employeur UNION ALL SELECT 1 FROM modele_de_ligne"));
        Assert.Equal(Reception.Supprime, Assert.Single(dossier.Entrepot.Receptions.Lister()).Etat);
    }

    [Fact]
    public void LesAgentsEtLesMotsDesPiecesNeSeTrouventPlus()
    {
        using var dossier = new DossierDEssai();
        var univers = UniversDeSuppression.Creer(2);
        foreach (var fichier in univers)
            dossier.Importer(dossier.Poser(fichier.Chemin, fichier.Contenu));
        var matricule = (string)dossier.Lire("SELECT min(matricule) FROM agent")[0][0]!;
        Assert.NotEmpty(dossier.Entrepot.Agents.Chercher(matricule, 10, default));
        var sirets = univers.SelectMany(f => f.Feuilles).Select(f => f.Siret).Distinct().ToList();
        foreach (var type in Enum.GetValues<TypeDeDonnees>())
            sirets.ForEach(s => Supprimer(dossier, new DonneesASupprimer(type, s)));
        Assert.Empty(dossier.Entrepot.Agents.Chercher(matricule, 10, default));
        Assert.Equal(2, dossier.Entrepot.Receptions.Lister().Count(r => r.Etat != Reception.Supprime));
        using var vide = new DossierDEssai();
        Assert.Equal(vide.Entrepot.Pieces.EmpreinteLogique(), dossier.Entrepot.Pieces.EmpreinteLogique());
    }

    [Theory]
    [InlineData(EtapeDeSuppression.Decidee, false)]
    [InlineData(EtapeDeSuppression.TablesEffacees, false)]
    [InlineData(EtapeDeSuppression.IndexEfface, false)]
    [InlineData(EtapeDeSuppression.OriginauxRetires, false)]
    [InlineData(EtapeDeSuppression.Decidee, true)]
    [InlineData(EtapeDeSuppression.TablesEffacees, true)]
    public void InterrompueApresLaDecision_ElleEstFaiteALaReouverture(EtapeDeSuppression etape, bool relire)
    {
        using var dossier = new DossierDEssai();
        var univers = UniversDeSuppression.Creer(3);
        var modele = new ModeleDeSuppression();
        foreach (var fichier in univers)
        {
            dossier.Importer(dossier.Poser(fichier.Chemin, fichier.Contenu));
            modele.Importer(fichier);
        }

        // The version that was replaced, alone: what took its place is read again.
        var cible = new FichiersASupprimer([relire ? univers[0].Empreinte : univers[7].Empreinte]);
        var suppression = new Suppression(dossier.Entrepot, TimeProvider.System) { Fait = e => { if (e == etape) throw new IOException("coupure"); } };
        Assert.Equal(relire, suppression.Prevoir(cible).Relire);
        Assert.Throws<IOException>(() => suppression.Executer(cible, Acte("essai"), new JournalDEssai()));
        modele.Supprimer(cible.Empreintes[0]);
        dossier.Fermer();
        Assert.True(new Suppression(dossier.Entrepot, TimeProvider.System).Reprendre());
        Assert.False(new Suppression(dossier.Entrepot, TimeProvider.System).Reprendre());
        Assert.Equal(modele.Tableau(), Tableau(dossier));
        EstCommeSiLesSurvivantsSeulsEtaientVenus(dossier, modele);
    }

    private static DonneesASupprimer Cible(Hasard hasard, Feuille feuille)
    {
        var niveau = hasard.Entre(0, 3);
        return feuille.Budget == "?" || niveau == 0
            ? new DonneesASupprimer(feuille.Type, feuille.Siret)
            : new DonneesASupprimer(feuille.Type, feuille.Siret, feuille.Budget, niveau > 1 ? feuille.Annee : null, niveau > 2 ? feuille.Mois : null);
    }

    private static void Supprimer(DossierDEssai dossier, CibleDeSuppression cible) =>
        new Suppression(dossier.Entrepot, TimeProvider.System).Executer(cible, Acte("essai"), new JournalDEssai());

    private static Acte Acte(string motif) => new(NatureDActe.Suppression, "comptable", "essai", "supprimer") { Motif = motif };

    private static List<string> Tableau(DossierDEssai dossier) =>
    [
        .. dossier.Lire("""
            SELECT c.empreinte || ' ' || (SELECT count(*) FROM paye_individuelle p WHERE p.contenu = v.contenu) FROM volume v JOIN contenu c ON c.id = v.contenu
            UNION ALL SELECT c.empreinte || '#' || b.rang FROM bordereau b JOIN contenu c ON c.id = b.contenu
            UNION ALL SELECT c.empreinte || '#' || p.nom FROM piece p JOIN contenu c ON c.id = p.contenant
            """).Select(l => (string)l[0]!).Order(StringComparer.Ordinal),
    ];

    private static void EstCommeSiLesSurvivantsSeulsEtaientVenus(DossierDEssai dossier, ModeleDeSuppression modele)
    {
        var verification = new Verification(dossier.Entrepot).Verifier(default);
        Assert.True(verification.Sain, string.Join('\n', verification.Controles.SelectMany(c => c.Defauts)));
        Assert.Equal(modele.Vivants.Select(f => f.Empreinte).Distinct().Order(StringComparer.Ordinal), dossier.Entrepot.Originaux.Lister().Select(e => e.Hexadecimal));
        var empreinte = EmpreinteLogique.Calculer(dossier.Entrepot);
        Assert.Empty(new Reconstruction(dossier.Entrepot, TimeProvider.System) { Comparer = true }.Executer(null, default).Ecarts);
        Assert.Equal(empreinte, EmpreinteLogique.Calculer(dossier.Entrepot));
        if (!modele.ToutEstEntier)
            return;
        using var survivants = new DossierDEssai();
        var rang = 0;
        foreach (var fichier in modele.Vivants)
            survivants.Importer(survivants.Poser($"{rang++}/{fichier.Chemin}", fichier.Contenu));
        Assert.Equal(EmpreinteLogique.Calculer(survivants.Entrepot), empreinte);
    }

    private sealed class JournalDEssai : IJournal
    {
        public bool EnPanne { get; init; }

        public List<Acte> Ecrits { get; } = [];

        public void Ecrire(Acte acte)
        {
            if (EnPanne)
                throw new JournalIndisponibleException();
            Ecrits.Add(acte);
        }
    }
}
