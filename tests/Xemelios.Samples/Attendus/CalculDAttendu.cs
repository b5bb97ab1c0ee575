namespace Xemelios.Samples;

/// <summary>Differences by nature.</summary>
public static class CalculDEcarts
{
    /// <summary><paramref name="mandate"/> less <paramref name="reference"/>, zero differences left out.</summary>
    public static SortedDictionary<string, long> Entre(IReadOnlyDictionary<string, long> mandate, IReadOnlyDictionary<string, long> reference)
    {
        var ecarts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var nature in mandate.Keys.Union(reference.Keys))
        {
            var ecart = mandate.GetValueOrDefault(nature) - reference.GetValueOrDefault(nature);
            if (ecart != 0)
                ecarts[nature] = ecart;
        }

        return ecarts;
    }
}

/// <summary>Computes the expected figures of an état from its model.</summary>
public static class CalculDAttendu
{
    /// <summary>Everything but mandats and pieces, which the delivery adds.</summary>
    public static Attendu De(MoisDePaye mois, int volumes, ModeDeRepartition mode)
    {
        var lignes = mois.Bulletins.SelectMany(b => b.Lignes).ToList();
        var imputables = lignes.Where(l => l.Categorie.EstBrut() || l.Categorie == Categorie.Cotisation).ToList();
        var parNature = RepartitionFictive.ParNature(mois.Bulletins);
        return new Attendu
        {
            Siret = mois.Employeur.Siret,
            Employeur = mois.Employeur.Nom,
            Budget = mois.Budget,
            Annee = mois.Annee,
            Mois = mois.Mois,
            Train = mois.Train,
            Volumes = volumes,
            Bulletins = mois.Bulletins.Count,
            Agents = mois.Bulletins.Select(b => b.Agent.Matricule).Distinct().Count(),
            Lignes = lignes.Count,
            LignesParCategorie = lignes.CountBy(l => l.Categorie).ToDictionary(),
            SommeParCategorie = lignes.GroupBy(l => l.Categorie).ToDictionary(g => g.Key, g => g.Sum(l => l.Mt)),
            Brut = mois.Bulletins.Sum(b => b.Brut),
            Net = mois.Bulletins.Sum(b => b.Net),
            NetAPayer = mois.Bulletins.Sum(b => b.NetAPayer),
            CotisationsPatronales = mois.Bulletins.Sum(b => b.Cotisations),
            HeuresSup = mois.Bulletins.Where(b => b.HeuresSup > 0).GroupBy(b => b.Agent.Matricule).ToDictionary(g => g.Key, g => g.Sum(b => b.HeuresSup)),
            Recalcule = mois.AvecNatures ? parNature : new SortedDictionary<string, long>(StringComparer.Ordinal),
            NonAttribue = imputables.Where(l => !mois.AvecNatures || l.Nature is null).Sum(l => l.Mt),
            Mode = mode,
            Repartition = mode == ModeDeRepartition.Absente ? new SortedDictionary<string, long>(StringComparer.Ordinal) : parNature,
        };
    }
}
