using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Tests.Donnees;

namespace Xemelios.Query.Tests.EtatsLiquidatifs;

/// <summary>Seeded bulletins, whose rows are summed here in plain C#: every grouping, nested or split, says the same.</summary>
public sealed class EtatsEmboitesAleatoiresTests : IDisposable
{
    private static readonly (CategorieDeLigne Categorie, string Code, string? Nature)[] Rubriques =
    [
        (CategorieDeLigne.TraitBrut, "1000", "64111"), (CategorieDeLigne.Indemnite, "2000", "64118"), (CategorieDeLigne.Indemnite, "2100", "64118"),
        (CategorieDeLigne.Rappel, "1000", "64111"), (CategorieDeLigne.RemDivers, "5000", null), (CategorieDeLigne.AvantageNature, "9000", "64118"),
        (CategorieDeLigne.Deduction, "7000", "64111"), (CategorieDeLigne.Retenue, "7100", null), (CategorieDeLigne.Cotisation, "8000", "6451"),
        (CategorieDeLigne.Cotisation, "8100", null), (CategorieDeLigne.Acompte, "9500", null), (CategorieDeLigne.TraitBrut, "3000", "65311"),
    ];

    private readonly Entrepot _entrepot = new();
    private readonly EmployeurDeTest _employeur;
    private readonly List<LigneSemee> _lignes = [];
    private readonly List<BulletinSeme> _bulletins = [];

    public EtatsEmboitesAleatoiresTests()
    {
        _employeur = new EmployeurDeTest(_entrepot);
        var hasard = new Random(4301);
        foreach (var (train, numero) in new[] { ((string?)null, 1), (null, 2), ("ELUS", 3) })
            Semer(_employeur.Volume($"v{numero}.xhl", train: train, numero: numero), train, numero, hasard);
    }

    public void Dispose() => _entrepot.Dispose();

    public static TheoryData<AxeDEtat> TousLesAxes => new(Enum.GetValues<AxeDEtat>());

    [Theory]
    [MemberData(nameof(TousLesAxes))]
    public void ChaqueAxeDonneLesSommesFaitesAPart(AxeDEtat axe)
    {
        var etat = new EtatLiquidatifQuestion(Demande(), axe).Executer(_entrepot.Connexion, Perimetre.Complet);

        Assert.Equal(Sommes(_lignes), Sommes([etat.Totaux with { Brut = etat.Totaux.Montant - etat.Totaux.CotisationsPatronales }]));
        Assert.Equal(Sommes(_lignes), Sommes(etat.Lignes.Select(l => l with { Brut = l.Montant - l.CotisationsPatronales })));
        if (axe == AxeDEtat.Budget)
            return;
        var attendus = _lignes.GroupBy(l => Cle(l, axe)).ToDictionary(g => g.Key, g => (g.Select(l => l.Bulletin).Distinct().Count(), g.Count(), Sommes(g)));
        if (axe.SurLeBulletin())
            foreach (var vide in _bulletins.Where(b => _lignes.All(l => l.Bulletin != b)))
                attendus[Cle(new LigneSemee(vide, 0, 0m), axe)] = attendus.GetValueOrDefault(Cle(new LigneSemee(vide, 0, 0m), axe), (0, 0, Sommes(Array.Empty<LigneSemee>()))) is var (b, l, s) ? (b + 1, l, s) : default;
        Assert.Equal(attendus.OrderBy(a => a.Key, StringComparer.Ordinal), etat.Lignes
            .ToDictionary(l => axe == AxeDEtat.Rubrique ? $"{l.Categorie}:{l.Cle}" : l.Cle ?? "-", l => (l.Bulletins, l.Lignes, Sommes([l with { Brut = l.Montant - l.CotisationsPatronales }])))
            .OrderBy(a => a.Key, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("nature,rubrique,agent")]
    [InlineData("budget,nature,rubrique")]
    [InlineData("service,budget,categorie")]
    [InlineData("train,statut,grade")]
    [InlineData("chapitre,nature,statut")]
    [InlineData("agent,budget")]
    [InlineData("fonction,etablissement,emploi")]
    public void ChaqueNiveauEstLaSommeDeCeQuIlContient(string chaine)
    {
        var etat = new EtatEmboiteQuestion(Demande(), chaine).Executer(_entrepot.Connexion, Perimetre.Complet);

        Assert.Equal(Sommes(_lignes), Sommes(etat.Lignes));
        Verifier(etat.Lignes, 1, etat.Par.Count);
        Assert.Equal(Sommes(_lignes), Sommes([etat.Totaux]));

        // What is opened alone is what is read whole.
        var chemin = CheminDeLigne.Sous("", etat.Lignes[0]);
        var ouvert = new EtatEmboiteQuestion(Demande(), chaine, chemin).Executer(_entrepot.Connexion, Perimetre.Complet);
        Assert.Equal(etat.Lignes[0].Enfants!.Select(SansEnfants), ouvert.Lignes[0].Enfants!.Select(SansEnfants));
        Assert.All(ouvert.Lignes.Skip(1), l => Assert.Null(l.Enfants));
    }

    [Fact]
    public void LesPartsDUnBulletinFontLeBulletin()
    {
        var etat = new EtatEmboiteQuestion(Demande(), "agent,budget").Executer(_entrepot.Connexion, Perimetre.Complet);

        foreach (var agent in etat.Lignes)
        {
            var bulletins = _bulletins.Where(b => b.Matricule == agent.Cle).ToList();
            var attendus = bulletins.SelectMany(b => b.Partager(_lignes)).GroupBy(p => p.Budget)
                .ToDictionary(g => g.Key, g => g.Aggregate(new decimal[4], (s, p) => [.. s.Zip(p.Montants, (x, y) => x + y)]));
            Assert.Equal(attendus.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key} {string.Join(' ', a.Value.Select(Ecrire))}"),
                agent.Enfants!.Select(l => $"{l.Cle} {l.Brut} {l.Retenues} {l.CotisationsPatronales} {l.Net}"));
            Assert.Equal(bulletins.Sum(b => b.Net), agent.Enfants!.Sum(l => l.Net!.Value.ToDecimal()));
        }
    }

    [Fact]
    public void LesTrainsCoteACoteFontLEtatDesTrainsReunis()
    {
        foreach (var axe in new[] { AxeDEtat.Nature, AxeDEtat.Rubrique, AxeDEtat.Service, AxeDEtat.Budget })
        {
            var etat = new EtatParTrainQuestion(Demande(), axe).Executer(_entrepot.Connexion, Perimetre.Complet);
            var reuni = new EtatLiquidatifQuestion(Demande(), axe).Executer(_entrepot.Connexion, Perimetre.Complet);

            Assert.Equal([null, "ELUS"], etat.Trains);
            Assert.Equal(reuni.Lignes.Select(l => (l.Cle, l.Montant, l.Bulletins)), etat.Lignes.Select(l => (l.Total.Cle, l.Total.Montant, l.Total.Bulletins)));
            Assert.All(etat.Lignes, l => Assert.Equal(Sommes([l.Total]), Sommes(l.ParTrain.OfType<LigneLiquidee>())));
            Assert.Equal(etat.Totaux.Total.Montant, etat.Totaux.ParTrain.Aggregate(Montant.Zero, (s, l) => s + l!.Montant));
        }
    }

    private static string Ecrire(decimal montant) => Montant.FromDecimal(montant).ToString();

    private static LigneLiquidee SansEnfants(LigneLiquidee ligne) => ligne with { Enfants = null, Natures = null };

    private static void Verifier(IReadOnlyList<LigneLiquidee> lignes, int niveau, int profondeur)
    {
        foreach (var ligne in lignes)
        {
            Assert.Equal(niveau, ligne.Niveau);
            if (niveau == profondeur)
            {
                Assert.Null(ligne.Enfants);
                continue;
            }

            Assert.Equal(Sommes([ligne]), Sommes(ligne.Enfants!));
            Verifier(ligne.Enfants!, niveau + 1, profondeur);
        }
    }

    private void Semer(VolumeDeTest volume, string? train, int numero, Random hasard)
    {
        foreach (var rubrique in Rubriques.Where(r => r.Nature is not null))
            volume.Rubrique(rubrique.Code, rubrique.Categorie == CategorieDeLigne.Cotisation ? null : rubrique.Nature, rubrique.Categorie == CategorieDeLigne.Cotisation ? rubrique.Nature : null);
        for (var n = 0; n < 12; n++)
        {
            var seme = new BulletinSeme($"{numero}{n % 9}", train, hasard.Next(3) switch { 0 => null, 1 => "Voirie", _ => "Accueil" },
                hasard.Next(2) == 0 ? "TITULAIRE" : "STAGIAIRE", hasard.Next(1, 300_000) / 100m, Parts(hasard));
            _bulletins.Add(seme);
            volume.Bulletin(seme.Matricule, b =>
            {
                for (var i = hasard.Next(0, 12); i > 0; i--)
                {
                    var ligne = new LigneSemee(seme, hasard.Next(Rubriques.Length), hasard.Next(-20_000, 300_000) / 100m);
                    _lignes.Add(ligne);
                    b.Ligne(Rubriques[ligne.Rubrique].Categorie, Rubriques[ligne.Rubrique].Code, ligne.Montant);
                }

                b.Repartir(_entrepot, seme.Parts);
            }, statut: seme.Statut, service: seme.Service, net: seme.Net);
        }
    }

    private static (string, decimal?, decimal?)[] Parts(Random hasard) => hasard.Next(5) switch
    {
        0 => [],
        1 => [("EAU", 1m, null)],
        2 => [("00", hasard.Next(1, 10_000) / 100m, null), ("EAU", hasard.Next(1, 10_000) / 100m, null)],
        3 => [("EAU", 0.3333m, null), ("00", 0.3333m, null), ("CCAS", 0.3334m, null)],
        _ => [("CCAS", null, hasard.Next(1, 100_000) / 100m), ("00", null, hasard.Next(1, 100_000) / 100m)],
    };

    private DemandeDEtat Demande() => new(_employeur.Siret, new MoisDePaye(2026, 3));

    private static string Cle(LigneSemee ligne, AxeDEtat axe) => axe switch
    {
        AxeDEtat.Nature => Rubriques[ligne.Rubrique].Nature ?? "-",
        AxeDEtat.Rubrique => $"{Rubriques[ligne.Rubrique].Categorie}:{Rubriques[ligne.Rubrique].Code}",
        AxeDEtat.Categorie => Rubriques[ligne.Rubrique].Categorie.ToString(),
        AxeDEtat.Chapitre => Rubriques[ligne.Rubrique].Nature switch { null => "-", ['6', '5', ..] => "65", _ => "012" },
        AxeDEtat.Statut => ligne.Bulletin.Statut,
        AxeDEtat.Service => ligne.Bulletin.Service ?? "-",
        AxeDEtat.Train => ligne.Bulletin.Train ?? "-",
        AxeDEtat.Agent => ligne.Bulletin.Matricule,
        _ => "-",
    };

    private static string Sommes(IEnumerable<LigneSemee> lignes)
    {
        var liste = lignes.ToList();
        decimal Part(Func<CategorieDeLigne, bool> categorie) => liste.Where(l => categorie(Rubriques[l.Rubrique].Categorie)).Sum(l => l.Montant);
        return string.Join(' ', new[]
        {
            Part(c => c.EstBrut()), Part(c => c.EstRetenue()), Part(c => c == CategorieDeLigne.Cotisation),
            Part(c => c == CategorieDeLigne.AvantageNature), Part(c => c is CategorieDeLigne.AvantageNature or CategorieDeLigne.Acompte),
        }.Select(Ecrire));
    }

    private static string Sommes(IEnumerable<LigneLiquidee> lignes)
    {
        var liste = lignes.ToList();
        Montant Somme(Func<LigneLiquidee, Montant> colonne) => liste.Aggregate(Montant.Zero, (s, l) => s + colonne(l));
        return $"{Somme(l => l.Brut)} {Somme(l => l.Retenues)} {Somme(l => l.CotisationsPatronales)} {Somme(l => l.AvantagesEnNature)} {Somme(l => l.Autres)}";
    }

    private sealed record LigneSemee(BulletinSeme Bulletin, int Rubrique, decimal Montant);

    /// <summary>Compared by reference: two bulletins may say the same.</summary>
    private sealed class BulletinSeme(string matricule, string? train, string? service, string statut, decimal net, (string Budget, decimal? Taux, decimal? Montant)[] parts)
    {
        public string Matricule => matricule;

        public string? Train => train;

        public string? Service => service;

        public string Statut => statut;

        public decimal Net => net;

        public (string Budget, decimal? Taux, decimal? Montant)[] Parts => parts;

        /// <summary>Gross, withholdings, employer's share and net of each budget.</summary>
        public IEnumerable<(string Budget, decimal[] Montants)> Partager(IEnumerable<LigneSemee> lignes)
        {
            var miennes = lignes.Where(l => ReferenceEquals(l.Bulletin, this)).ToList();
            decimal Somme(Func<CategorieDeLigne, bool> categorie) => miennes.Where(l => categorie(Rubriques[l.Rubrique].Categorie)).Sum(l => l.Montant);
            decimal[] montants = [Somme(c => c.EstBrut()), Somme(c => c.EstRetenue()), Somme(c => c == CategorieDeLigne.Cotisation), net];
            if (parts.Length == 0)
                return [("00", montants)];
            var poids = parts.Select(p => p.Taux ?? p.Montant!.Value).ToArray();
            var arrondis = poids.Select(p => montants.Select(m => Math.Round(m * p / poids.Sum(), 2, MidpointRounding.AwayFromZero)).ToArray()).ToArray();
            for (var i = 0; i < montants.Length; i++)
                arrondis[0][i] += montants[i] - arrondis.Sum(a => a[i]);
            return parts.Select((p, i) => (p.Budget, arrondis[i]));
        }
    }
}
