namespace Xemelios.Samples;

public static partial class Generateur
{
    /// <summary>A whole delivery drawn from a seed: one to three employers' months of ten to twenty-five bulletins, with all that goes with them.</summary>
    public static Livraison Livraison(ulong graine, OptionsDeLivraison? options = null)
    {
        options ??= new OptionsDeLivraison();
        var hasard = new Hasard(graine);
        var fichiers = new List<FichierFictif>();
        var etats = new List<Attendu>();
        var numeros = new Numerotation();
        var (employeur, agents) = Employeur(hasard, options.Profil, graine);
        var budget = hasard.Parmi<string?>(["00", "00", null, "01"]);
        var elus = employeur.Profil == ProfilDePaye.Commune && hasard.Parfois(30);
        var convention = employeur.Profil == ProfilDePaye.Hopital && hasard.Parfois(60) ? ConventionDeSigne.Signee : ConventionDeSigne.Positive;
        // An employer's software gives natures or does not: nomenclatures are merged over its months (format page §8.2).
        var avecNatures = options.AvecNatures ?? hasard.Parfois(80);
        var debut = new DateOnly(2026, hasard.Entre(1, 9), 1);
        for (var i = 0; i < (options.Mois ?? hasard.Entre(1, 3)); i++)
        {
            var date = debut.AddMonths(i);
            var reglages = new OptionsDeBulletin { MultiBudget = hasard.Parfois(10) };
            var mois = GenerateurDeMois.De(hasard.Branche("bulletins"), employeur, agents, date.Year, date.Month, reglages) with
            {
                Budget = budget,
                Train = elus ? "AGENTS" : null,
                AvecNatures = avecNatures,
                Convention = convention,
            };
            Ajouter(hasard.Parfois(20) ? EnDouble(mois) : mois, $"{mois.MoisIso}-{mois.Train ?? "paye"}");
            if (elus)
            {
                var conseil = GenerateurDAgents.Elus(hasard.Branche("elus"), 8, 900_001);
                Ajouter(GenerateurDeMois.De(hasard.Branche("indemnites"), employeur, conseil, date.Year, date.Month) with { Budget = budget, Train = "ELUS", AvecNatures = mois.AvecNatures }, $"{mois.MoisIso}-ELUS");
            }
        }

        return new Livraison(graine, fichiers, etats, $"graine {graine} : {employeur.Nom}, {etats.Count} états, {fichiers.Count} fichiers");

        void Ajouter(MoisDePaye mois, string nom)
        {
            var assemblage = new AssemblageDEtat(hasard.Branche(nom), options, mois, numeros, nom, seulDuMois: !elus);
            etats.Add(assemblage.Assembler());
            fichiers.AddRange(assemblage.Fichiers);
        }
    }

    private static (EmployeurFictif Employeur, List<AgentFictif> Agents) Employeur(Hasard hasard, ProfilDePaye? profil, ulong graine)
    {
        var choisi = profil ?? (hasard.Parfois(70) ? ProfilDePaye.Commune : ProfilDePaye.Hopital);
        var rang = (int)(graine % 9000) + 1;
        var employeur = choisi == ProfilDePaye.Commune
            ? new EmployeurFictif(SiretFictif.Creer("21", rang), $"Commune fictive n° {rang}", choisi)
            : new EmployeurFictif(SiretFictif.Creer("26", rang), $"Centre hospitalier fictif n° {rang}", choisi);
        return (employeur, GenerateurDAgents.Effectif(hasard.Branche("agents"), choisi, hasard.Entre(10, 25)));
    }

    // The first agent has a second bulletin, with other amounts: legitimate, and not a duplicate.
    private static MoisDePaye EnDouble(MoisDePaye mois)
    {
        var premier = mois.Bulletins[0];
        var second = premier with { Lignes = [.. premier.Lignes.Where(l => l.Categorie != Categorie.Indemnite)] };
        return mois with { Bulletins = [.. mois.Bulletins, second] };
    }
}
