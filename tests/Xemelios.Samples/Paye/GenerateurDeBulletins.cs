namespace Xemelios.Samples;

/// <summary>What a payroll run is allowed to contain beside ordinary lines.</summary>
public sealed record OptionsDeBulletin
{
    public bool HeuresSup { get; init; } = true;
    public bool Rappels { get; init; } = true;
    public bool Commentaires { get; init; } = true;
    public bool AvantagesEnNature { get; init; } = true;
    public bool Acomptes { get; init; } = true;
    public bool MultiBudget { get; init; }
}

/// <summary>Computes the bulletin of an agent for a month, gross first, then what is withheld and charged on it.</summary>
public sealed class GenerateurDeBulletins(ProfilDePaye profil, OptionsDeBulletin options)
{
    private const decimal ValeurDuPoint = 4.92278m;

    /// <summary>The bulletin; the draws of the month come from <paramref name="hasard"/>.</summary>
    public BulletinFictif Bulletin(Hasard hasard, AgentFictif agent, int annee, int mois)
    {
        var lignes = new List<LigneFictive>(20);
        var heures = Gains(lignes, hasard, agent, annee, mois);
        Retenues(lignes, hasard, agent, heures);
        Cotisations(lignes, agent);
        if (options.Commentaires && hasard.Parfois(8))
            lignes.Add(Ligne("9000", 0) with { LibellePropre = "Pensez à déclarer vos changements d'adresse" });
        return new BulletinFictif
        {
            Agent = agent,
            Annee = annee,
            Mois = mois,
            Lignes = [.. lignes.OrderBy(l => l.Categorie)],
            HeuresSup = heures,
            Evenements = hasard.Parfois(6) ? [new EvenementFictif("AVT", $"avancement au 01/{mois:00}/{annee}")] : [],
            Budgets = options.MultiBudget ? [new PartDeBudget("00", 60m, null), new PartDeBudget("01", 40m, null)] : [],
        };
    }

    private decimal Gains(List<LigneFictive> lignes, Hasard hasard, AgentFictif agent, int annee, int mois)
    {
        if (agent.Population == Population.Elu)
        {
            lignes.Add(Ligne("1500", agent.Prime));
            return 0;
        }

        var titulaire = agent.Population is Population.Titulaire or Population.HospitalierTitulaire;
        var pleinTemps = Centimes.Unites(agent.Indice, ValeurDuPoint);
        var traitement = Centimes.Pourcent(pleinTemps, agent.Quotite);
        lignes.Add(Ligne(CodeDuTraitement(agent, titulaire), traitement) with { Base = pleinTemps, Taux = agent.Quotite });
        if (agent.Nbi > 0)
            lignes.Add(Ligne("1020", Centimes.Unites(agent.Nbi, ValeurDuPoint)) with { NbUnite = agent.Nbi, Taux = 4.923m });
        if (agent.Population != Population.Praticien)
            lignes.Add(Ligne(titulaire ? "1100" : "1110", Centimes.Pourcent(traitement, 1m)) with { Base = traitement, Taux = 1m });
        if (agent.NbEnfants > 0 && agent.Population != Population.Praticien)
            lignes.Add(Ligne(titulaire ? "1200" : "1210", agent.NbEnfants switch { 1 => 229, 2 => 7_704, 3 => 19_224, _ => 33_300 }));
        lignes.Add(Ligne(agent.Population == Population.Praticien ? "1610" : titulaire ? "2000" : "2010", agent.Prime));
        Accessoires(lignes, hasard, titulaire, traitement, annee, mois);
        return titulaire && options.HeuresSup && hasard.Parfois(15) ? Heures(lignes, hasard) : 0;
    }

    private static string CodeDuTraitement(AgentFictif agent, bool titulaire) => agent.Population switch
    {
        Population.Praticien => "1600",
        Population.HospitalierContractuel when agent.Echelon % 2 == 0 => "1015",
        _ => titulaire ? "1000" : "1010",
    };

    private void Accessoires(List<LigneFictive> lignes, Hasard hasard, bool titulaire, long traitement, int annee, int mois)
    {
        if (options.AvantagesEnNature && hasard.Parfois(3))
            lignes.Add(Ligne("1300", 7_430));
        if (hasard.Parfois(20))
            lignes.Add(Ligne("3000", hasard.Entre(1500, 4300)));
        if (titulaire && hasard.Parfois(8))
            lignes.Add(Ligne("2040", 14_948));
        if (!options.Rappels || !hasard.Parfois(10))
            return;
        var precedent = new DateOnly(annee, mois, 1).AddMonths(-1);
        var montant = Centimes.Pourcent(traitement, hasard.Entre(1, 9)) * (hasard.Parfois(25) ? -1 : 1);
        lignes.Add(Ligne(titulaire ? "4000" : "4010", montant) with { PeriodeRef = PeriodeFictive.DuMois(precedent.Year, precedent.Month) });
    }

    private decimal Heures(List<LigneFictive> lignes, Hasard hasard)
    {
        var total = hasard.Entre(2, 40) * 0.5m;
        var premieres = Math.Min(total, 14m);
        lignes.Add(Ligne("2020", Centimes.Unites(premieres, 16.83m)) with { NbUnite = premieres, Taux = 16.83m });
        if (total > 14m)
            lignes.Add(Ligne("2030", Centimes.Unites(total - 14m, 17.1m)) with { NbUnite = total - 14m, Taux = 17.1m });
        return total;
    }

    private void Retenues(List<LigneFictive> lignes, Hasard hasard, AgentFictif agent, decimal heures)
    {
        var brut = lignes.Where(l => l.Categorie.EstBrut()).Sum(l => l.Mt);
        var traitement = lignes.Where(l => l.Categorie == Categorie.TraitBrut).Sum(l => l.Mt);
        var titulaire = agent.Population is Population.Titulaire or Population.HospitalierTitulaire;
        if (titulaire)
        {
            lignes.Add(Assise("5000", traitement, 11.1m));
            lignes.Add(Assise("5010", agent.Prime, 5m));
        }
        else if (agent.Population == Population.Elu)
        {
            lignes.Add(Assise("5055", brut, 2.8m));
        }
        else
        {
            lignes.Add(Assise("5040", brut, 7.3m));
            lignes.Add(Assise("5050", brut, 2.8m));
        }

        var assietteCsg = Centimes.Pourcent(brut, 98.25m);
        lignes.Add(Assise("5020", assietteCsg, 6.8m));
        lignes.Add(Assise("5030", assietteCsg, 2.9m));
        if (heures > 0)
            lignes.Add(Ligne("5090", -Centimes.Unites(heures, 1.9m)));
        if (agent.TauxImpot > 0)
            lignes.Add(Assise("7000", Centimes.Pourcent(brut, 82m), agent.TauxImpot));
        if (agent.Mutuelle > 0)
            lignes.Add(Ligne("7010", agent.Mutuelle));
        if (hasard.Parfois(2))
            lignes.Add(Ligne("7020", 12_000));
        if (options.Acomptes && hasard.Parfois(2))
            lignes.Add(Ligne("7100", 20_000));
    }

    private void Cotisations(List<LigneFictive> lignes, AgentFictif agent)
    {
        var brut = lignes.Where(l => l.Categorie.EstBrut()).Sum(l => l.Mt);
        var traitement = lignes.Where(l => l.Categorie == Categorie.TraitBrut).Sum(l => l.Mt);
        (string Code, long Base, decimal Taux)[] parts = agent.Population switch
        {
            Population.Elu => [("6090", brut, 4.2m)],
            Population.Titulaire or Population.HospitalierTitulaire =>
                [("6000", traitement, 34.65m), ("6010", agent.Prime, 5m), ("6020", traitement, 9.88m), ("6030", traitement, 5.25m)],
            Population.Praticien => [("6025", brut, 21.3m), ("6080", brut, 4.2m)],
            _ => [("6070", brut, 8.55m), ("6080", brut, 4.2m), ("6020", brut, 13m), ("6030", brut, 5.25m), ("6085", brut, 4.05m)],
        };
        foreach (var (code, assiette, taux) in parts)
            lignes.Add(Assise(code, assiette, taux));
        if (agent.Population == Population.Elu)
            return;
        lignes.Add(Assise("6040", brut, 0.5m));
        lignes.Add(Assise("6050", brut, 0.9m));
        lignes.Add(Assise("6060", brut, 2m));
    }

    private LigneFictive Assise(string code, long assiette, decimal taux) =>
        Ligne(code, Centimes.Pourcent(assiette, taux)) with { Base = assiette, Taux = taux };

    private LigneFictive Ligne(string code, long montant) => new(CatalogueDeRubriques.De(profil, code), montant);
}
