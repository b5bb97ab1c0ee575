using Xemelios.Domain.Habilitations;
using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;
using Xemelios.Query.Rapprochements;
using Xemelios.Query.Tests.Donnees;

namespace Xemelios.Query.Tests.Rapprochements;

/// <summary>Seeded états of every convention, each set against sums made apart, to the cent.</summary>
public sealed class EtatsAleatoiresTests
{
    [Fact]
    public void ChaqueEtatEstExactQuelleQueSoitSaConvention()
    {
        using var entrepot = new Entrepot();
        var attendus = Enumerable.Range(1, 60).Select(graine => Semer(entrepot, graine)).ToDictionary(a => a.Siret);

        var etats = new EtatsQuestion().Executer(entrepot.Connexion, Perimetre.Complet);

        Assert.Equal(60, etats.Count);
        foreach (var etat in etats)
        {
            var a = attendus[etat.Siret];
            Assert.Equal((a.Brut.ToString(), a.Cotisations.ToString(), a.Volumes), (etat.Brut.ToString(), etat.CotisationsPatronales.ToString(), etat.Volumes));
            Assert.Equal((a.Mode, a.Mode == ModeDeRepartition.Absente ? null : a.Total.ToString()), (etat.Repartition.Mode, etat.Repartition.Total?.ToString()));
            Assert.Equal(a.Ecart == Montant.Zero ? StatutDeRapprochement.Conforme : StatutDeRapprochement.Ecart, etat.Rapprochement);
        }

        foreach (var a in attendus.Values.Take(10))
        {
            var r = new RapprochementQuestion(new DemandeDEtat(a.Siret, new MoisDePaye(2026, 3))).Executer(entrepot.Connexion, Perimetre.Complet);
            Assert.Equal((a.Total.ToString(), a.Ecart.ToString()), ((r.Totaux.Recalcule + r.NonAttribue.Montant).ToString(), r.Totaux.EcartMandat.ToString()));
        }
    }

    private static Attendu Semer(Entrepot entrepot, int graine)
    {
        var hasard = new Random(graine);
        var siret = $"2199{graine:0000000000}";
        var employeur = new EmployeurDeTest(entrepot, siret);
        var volumes = Enumerable.Range(1, hasard.Next(2, 4)).Select(n => Volume(employeur, hasard, n)).ToList();
        var (brut, primes, cotisations) = (volumes.Sum(v => v.Brut), volumes.Sum(v => v.Prime), volumes.Sum(v => v.Cotisation));
        var mode = (ModeDeRepartition)(graine % 4);
        foreach (var (v, rang) in volumes.Select((v, i) => (v, i)))
        {
            if (mode == ModeDeRepartition.ParVolume)
                v.Fichier.Repartition("64111", v.Brut).Repartition("64118", v.Prime).Repartition("6451", v.Cotisation);
            else if (mode == ModeDeRepartition.TotalRepete || (mode == ModeDeRepartition.PremierVolume && rang == 0))
                v.Fichier.Repartition("64111", brut).Repartition("64118", primes).Repartition("6451", cotisations);
        }

        var ecart = hasard.Next(2) == 0 ? 0m : hasard.Next(1, 5000) / 100m;
        employeur.Flux($"pes-{graine}").Bordereau("1").Mandat("1", [("64111", brut), ("64118", primes + ecart)], "PAYE MARS 2026").Mandat("2", [("6451", cotisations)], "Charges de mars");
        return new Attendu(siret, volumes.Count, Montant.FromDecimal(brut + primes), Montant.FromDecimal(cotisations), mode, Montant.FromDecimal(ecart));
    }

    private static (VolumeDeTest Fichier, decimal Brut, decimal Prime, decimal Cotisation) Volume(EmployeurDeTest employeur, Random hasard, int numero)
    {
        var fichier = employeur.Volume($"{employeur.Siret}-{numero:00}.xhl", numero: numero).NaturesUsuelles();
        var (brut, prime, cotisation) = (0m, 0m, 0m);
        for (var agent = hasard.Next(1, 3); agent > 0; agent--)
        {
            var (b, p, c) = (hasard.Next(100_000, 300_000) / 100m, hasard.Next(1, 50_000) / 100m, hasard.Next(1, 90_000) / 100m);
            fichier.Bulletin($"{numero}-{agent}", x => x.Traitement(b).Prime(p).Urssaf(c));
            (brut, prime, cotisation) = (brut + b, prime + p, cotisation + c);
        }

        return (fichier, brut, prime, cotisation);
    }

    private sealed record Attendu(string Siret, int Volumes, Montant Brut, Montant Cotisations, ModeDeRepartition Mode, Montant Ecart)
    {
        public Montant Total => Brut + Cotisations;
    }
}
