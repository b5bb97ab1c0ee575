using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Paye;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.HeuresSupplementaires;
using Xemelios.Query.JustificatifsAttendus;
using Xemelios.Query.Tests.Donnees;

namespace Xemelios.Query.Tests.HeuresSupplementaires;

/// <summary>The décompte of rubrique 210224: months, rates, fields, contingent, pieces.</summary>
public sealed class DecompteDHeuresTests : IDisposable
{
    private static readonly DateOnly PremierJanvier = new(2026, 1, 1), FinJanvier = new(2026, 1, 31);
    private readonly Entrepot _entrepot = new();
    private readonly EmployeurDeTest _commune;

    public DecompteDHeuresTests() => _commune = new EmployeurDeTest(_entrepot);

    public void Dispose() => _entrepot.Dispose();

    [Fact]
    public void UneRubriqueDontLeCalculEstDansLaBaseYALuSesHeures()
    {
        _commune.Volume("v.xhl")
            .Bulletin("1", b => b.Ligne(CategorieDeLigne.Indemnite, "3000", 84.15m, "IHTS", @base: 5m, taux: 16.83m, unites: 1m))
            .Bulletin("2", b => b.Ligne(CategorieDeLigne.Indemnite, "3000", 50.49m, "IHTS", @base: 3m, taux: 16.83m, unites: 1m));

        var mois = Mois();

        Assert.Equal(("8.00", "134.64"), (Deux(mois.Totaux.HeuresPayees), mois.Totaux.Montant.ToString()));
        var rubrique = Assert.Single(mois.Rubriques);
        Assert.Equal((ChampDHeures.Base, MotifDeChamp.Calcul, 2, 2), (rubrique.Champ, rubrique.Motif, rubrique.Lignes, rubrique.LignesVerifiees));
    }

    [Fact]
    public void SansTauxLeChampVraisemblableEstRetenu()
    {
        _commune.Volume("v.xhl").Bulletin("1", b => b.Ligne(CategorieDeLigne.Indemnite, "3000", 168.30m, "IHTS", @base: 1820.04m, unites: 10m));
        var rubrique = Assert.Single(Mois().Rubriques);
        Assert.Equal((ChampDHeures.NbUnite, MotifDeChamp.Vraisemblance, 10m), (rubrique.Champ, rubrique.Motif, rubrique.Heures));
    }

    [Fact]
    public void UneBaseEnEurosNEstPasUnNombreDHeures()
    {
        _commune.Volume("v.xhl").Bulletin("1", b => b.Ligne(CategorieDeLigne.Indemnite, "3000", 36.40m, "IHTS", @base: 1820.04m));
        var mois = Mois();
        Assert.Equal((ChampDHeures.Aucun, 0m, 1), (mois.Rubriques[0].Champ, mois.Totaux.HeuresPayees, mois.Totaux.LignesSansHeures));
    }

    [Fact]
    public void LesMoisDeRappelSontAPartEtNeComptentPasDansLes25HeuresDuMois()
    {
        _commune.Volume("janvier.xhl", 202601).Bulletin("1", b => b.Ligne(CategorieDeLigne.Indemnite, "3000", 336.60m, "IHTS", taux: 16.83m, unites: 20m));
        _commune.Volume("mars.xhl").Bulletin("1", b => b
            .Ligne(CategorieDeLigne.Indemnite, "3000", 403.92m, "IHTS", taux: 16.83m, unites: 24m)
            .Ligne(CategorieDeLigne.Rappel, "3900", 134.64m, "Rappel IHTS", taux: 16.83m, unites: 8m, debut: PremierJanvier, fin: FinJanvier)
            .Ligne(CategorieDeLigne.Rappel, "3900", 33.66m, "Rappel IHTS", taux: 16.83m, unites: 2m), heuresSup: 24m);

        var agent = Assert.Single(Mois().Agents);

        Assert.Equal((24m, 10m, 34m, 0m, 10m), (agent.HeuresDuMois, agent.HeuresDeRappel, agent.HeuresPayees, agent.AuDela, agent.Ecart));
        Assert.Equal(
            ["2026-03 False 24 24 0", "2026-01 True 8 28 3", " True 2  0"],
            agent.Mois.Select(m => FormattableString.Invariant($"{m.Debut} {m.Rappel} {m.Heures:0.##} {m.Cumul:0.##} {m.AuDela:0.##}")));
        Assert.Equal(1, Mois().Totaux.AgentsAuDela);
    }

    [Fact]
    public void AuDelaDe25HeuresLExcesEstDitEtCeQueLesMoisSuivantsPaientCompte()
    {
        _commune.Volume("mars.xhl")
            .Bulletin("1", b => b.Ligne(CategorieDeLigne.Indemnite, "3000", 504.90m, "IHTS", taux: 16.83m, unites: 30m))
            .Bulletin("2", b => b.Ligne(CategorieDeLigne.Indemnite, "3000", 420.75m, "IHTS", taux: 16.83m, unites: 25m));
        _commune.Volume("avril.xhl", 202604)
            .Bulletin("2", b => b.Ligne(CategorieDeLigne.Indemnite, "3000", 25.25m, "IHTS", taux: 16.83m, unites: 1.5m, debut: new(2026, 3, 1), fin: new(2026, 3, 31)));

        var mois = Mois();

        Assert.Equal([5m, 1.5m], mois.Agents.Select(a => a.AuDela));
        Assert.Equal((1.5m, 2, 6.5m), (mois.Totaux.HeuresPayeesEnsuite, mois.Totaux.AgentsAuDela, mois.Totaux.AuDela));
    }

    [Fact]
    public void UnePeriodeAnnuelleEstCelleDuMois()
    {
        _commune.Volume("v.xhl").Bulletin("1", b => b
            .Ligne(CategorieDeLigne.Indemnite, "3000", 16.83m, "IHTS", taux: 16.83m, unites: 1m, debut: PremierJanvier, fin: new(2026, 12, 31)));
        Assert.Equal((1m, 0m), (Mois().Totaux.HeuresDuMois, Mois().Totaux.HeuresDeRappel));
    }

    [Fact]
    public void LesPiecesSontPresentesOuManquantesOuDeNatureInconnue()
    {
        _commune.Fichier("PJ7.pdf").Fichier("deliberation_heures_sup.pdf");
        _commune.Volume("v.xhl")
            .Bulletin("1", b => b.Ligne(CategorieDeLigne.Indemnite, "3000", 16.83m, "IHTS", taux: 16.83m, unites: 1m).Piece("PJ7"))
            .Bulletin("2", b => b.Piece("deliberation_heures_sup"));

        var mois = Mois();

        Assert.Equal("210224", mois.RubriqueDeLaListe);
        Assert.Equal(
            [("deliberation_des_heures", PresenceDePiece.Presente, "deliberation_heures_sup.pdf"), ("decompte", PresenceDePiece.NatureInconnue, "PJ7.pdf")],
            mois.Pieces.Select(p => (p.Cle, p.Presence, p.Pieces[0].Nom)));
    }

    [Fact]
    public void SansPieceToutManque()
    {
        _commune.Volume("v.xhl").Bulletin("1", heuresSup: 2m);
        Assert.All(Mois().Pieces, p => Assert.Equal(PresenceDePiece.Manquante, p.Presence));
    }

    /// <summary>Seeded months against sums made apart, line by line, from what was generated.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void LesHeuresGenereesSeRetrouvent(int graine)
    {
        var hasard = new Random(graine);
        decimal duMois = 0, rappels = 0, auDela = 0, montants = 0, declarees = 0;
        var volume = _commune.Volume("v.xhl");
        for (var agent = 1; agent <= 40; agent++)
        {
            decimal heuresDuMois = 0;
            var lignes = new List<Action<BulletinDeTest>>();
            for (var i = hasard.Next(4); i > 0; i--)
            {
                var (heures, taux, rappel) = (hasard.Next(1, 80) / 4m, hasard.Next(1400, 2600) / 100m, hasard.Next(4) == 0);
                var (dansLaBase, signe) = (hasard.Next(2) == 0, hasard.Next(8) == 0 ? -1 : 1);
                var montant = Math.Round(heures * taux, 2, MidpointRounding.AwayFromZero) * signe;
                montants += montant;
                if (rappel) rappels += heures * signe; else heuresDuMois += heures * signe;
                lignes.Add(b => b.Ligne(CategorieDeLigne.Indemnite, dansLaBase ? "3001" : "3000", montant, dansLaBase ? "IHTS base" : "IHTS unités",
                    @base: dansLaBase ? heures : 151.67m, taux: taux, unites: dansLaBase ? 1m : heures,
                    debut: rappel ? PremierJanvier : null, fin: rappel ? FinJanvier : null));
            }

            duMois += heuresDuMois;
            auDela += Math.Max(0, heuresDuMois - 25);
            declarees += agent % 3;
            volume.Bulletin($"{agent:000}", b => lignes.ForEach(l => l(b)), heuresSup: agent % 3);
        }

        var t = Mois().Totaux;

        Assert.Equal((duMois, rappels, duMois + rappels, auDela), (t.HeuresDuMois, t.HeuresDeRappel, t.HeuresPayees, t.AuDela));
        Assert.Equal((Montant.FromDecimal(montants), declarees, t.HeuresPayees - declarees), (t.Montant, t.HeuresDeclarees, t.Ecart));
        var table = Mois().EnTable();
        Assert.Equal(t.HeuresPayees, table.Lignes.Sum(l => (decimal)l[7]!));
        Assert.Equal(t.Montant.Centimes, table.Lignes.Sum(l => ((Montant)l[8]!).Centimes));
    }

    private static string Deux(decimal nombre) => nombre.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);

    private HeuresDuMois Mois() => new HeuresSupplementairesQuestion(_commune.Siret, new MoisDePaye(2026, 3)).Executer(_entrepot.Connexion, Perimetre.Complet);
}
