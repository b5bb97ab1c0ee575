namespace Xemelios.Samples;

/// <summary>An état and its expected figures, as the samples publish them.</summary>
public sealed record EtatPublie(MoisDePaye Mois, IReadOnlyList<FichierFictif> Xhl, Attendu Attendu)
{
    /// <summary>Writes the volumes and computes what they hold.</summary>
    public static EtatPublie Creer(MoisDePaye mois, int volumes = 1, ModeDeRepartition mode = ModeDeRepartition.PremierVolume, Dialecte? dialecte = null)
    {
        var fichiers = Volumes.Couper(mois, volumes, mode).Select(v => new FichierFictif(v.NomFichier, XhlWriter.Octets(mois, v, dialecte ?? Dialecte.Standard)));
        return new EtatPublie(mois, [.. fichiers], CalculDAttendu.De(mois, volumes, mode));
    }

    /// <summary>What mandats should pay, by nature.</summary>
    public SortedDictionary<string, long> ParNature => RepartitionFictive.ParNature(Mois.Bulletins);

    /// <summary>The identifier that PES gives to a volume.</summary>
    public string IdDuXhl(int index) => $"{Mois.Employeur.Siret}P{Mois.Annee}{Mois.Mois:00}{Mois.Train}XHL{index + 1:00}";

    /// <summary>The volumes as PJ of type 004.</summary>
    public List<PjDePes> EnPes(IReadOnlyList<RefComptaFictive>? references = null, Emballage emballage = Emballage.Gzip) =>
        [.. Xhl.Select((f, i) => new PjDePes(IdDuXhl(i), f.Chemin, "004", "application/xml", f.Contenu)
        {
            Description = $"Etat de paye {Mois.MoisIso}",
            References = references ?? [],
            Emballage = emballage,
        })];

    /// <summary>References from mandats to the volumes.</summary>
    public List<PjRefDeMandat> References => [.. Xhl.Select((f, i) => new PjRefDeMandat(IdDuXhl(i), f.Chemin, "004"))];

    /// <summary>The état with the mandats of these bordereaux.</summary>
    public EtatPublie Mandate(IReadOnlyList<BordereauFictif> bordereaux, string lien) => this with
    {
        Attendu = Attendu with
        {
            Mandate = AssemblageDEtat.Totaux(bordereaux),
            Mandats = bordereaux.Where(b => b.TypBord == "01").Sum(b => b.Mandats.Count),
            Lien = lien,
        },
    };
}
