namespace Xemelios.Samples;

/// <summary>Numbers of bordereaux and mandats of an employer, which never repeat.</summary>
public sealed class Numerotation
{
    private int _bordereau = 100;
    private int _mandat = 10_100;

    public int Bordereau() => ++_bordereau;

    public int Mandat() => _mandat++;
}

/// <summary>Mandates an état: one mandat for pay, one for employer contributions.</summary>
public static class GenerateurDeMandats
{
    private static readonly string[] NomsDesMois =
        ["JANVIER", "FEVRIER", "MARS", "AVRIL", "MAI", "JUIN", "JUILLET", "AOUT", "SEPTEMBRE", "OCTOBRE", "NOVEMBRE", "DECEMBRE"];

    /// <summary>A bordereau of type 01 that mandates these amounts by nature.</summary>
    public static BordereauFictif Bordereau(
        MoisDePaye mois, IReadOnlyDictionary<string, long> montants, Numerotation numeros, string natPce = "11", IReadOnlyList<PjRefDeMandat>? pieces = null)
    {
        var mandats = new List<MandatFictif>();
        foreach (var groupe in montants.Where(m => m.Value > 0).GroupBy(m => EstPaye(m.Key)).OrderByDescending(g => g.Key))
        {
            var lignes = groupe.Select((m, i) => new LigneDeMandatFictif(i + 1, m.Key, m.Value, mois.Employeur.FinJur is null ? "020" : null));
            mandats.Add(new MandatFictif(numeros.Mandat(), "01", natPce, Objet(mois, groupe.Key), [.. lignes])
            {
                Echeance = new DateOnly(mois.Annee, mois.Mois, 26),
                Pieces = pieces ?? [],
            });
        }

        return new BordereauFictif(mois.Annee, numeros.Bordereau(), new DateOnly(mois.Annee, mois.Mois, 20), "01", mandats);
    }

    /// <summary>A bordereau of type 02 that takes an amount back from one line of a mandat.</summary>
    public static BordereauFictif Reduction(MoisDePaye mois, MandatFictif origine, LigneDeMandatFictif ligne, long montant, Numerotation numeros)
    {
        var correction = new LigneDeMandatFictif(1, ligne.Nature, montant, ligne.Fonction, new Rattachement(mois.Annee, origine.IdPce, ligne.IdLigne));
        var mandat = new MandatFictif(numeros.Mandat(), "02", "06", $"REDUCTION MANDAT {origine.IdPce} - PAYE {NomsDesMois[mois.Mois - 1]} {mois.Annee}", [correction]);
        return new BordereauFictif(mois.Annee, numeros.Bordereau(), new DateOnly(mois.Annee, mois.Mois, 27), "02", [mandat]);
    }

    /// <summary>Adds an amount to the line of a nature.</summary>
    public static BordereauFictif Majorer(BordereauFictif bordereau, string nature, long montant) => bordereau with
    {
        Mandats = [.. bordereau.Mandats.Select(m => m with { Lignes = [.. m.Lignes.Select(l => l.Nature == nature ? l with { Mt = l.Mt + montant } : l)] })],
    };

    /// <summary>Cuts each line of at least two cents in two lines of the same nature, but those of a nature that is changed elsewhere.</summary>
    public static BordereauFictif Fractionner(BordereauFictif bordereau, string saufNature) => bordereau with
    {
        Mandats = [.. bordereau.Mandats.Select(m => m with { Lignes = [.. m.Lignes.SelectMany(l => Moities(l, saufNature)).Select((l, i) => l with { IdLigne = i + 1 })] })],
    };

    private static LigneDeMandatFictif[] Moities(LigneDeMandatFictif ligne, string saufNature) =>
        ligne.Nature == saufNature || ligne.Mt < 2 ? [ligne] : [ligne with { Mt = ligne.Mt / 2 }, ligne with { Mt = ligne.Mt - ligne.Mt / 2 }];

    private static bool EstPaye(string nature) =>
        nature.StartsWith("641", StringComparison.Ordinal) || nature.StartsWith("642", StringComparison.Ordinal) || nature is "6488" or "65311";

    private static string Objet(MoisDePaye mois, bool paye)
    {
        var train = mois.Train is { } t ? $" - {t}" : "";
        return $"PAYE {NomsDesMois[mois.Mois - 1]} {mois.Annee}{train}{(paye ? "" : " - CHARGES PATRONALES")}";
    }
}
