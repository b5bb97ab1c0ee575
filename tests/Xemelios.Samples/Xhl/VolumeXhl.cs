namespace Xemelios.Samples;

/// <summary>The three conventions for <c>RepartitionParNature</c> over volumes, and its absence.</summary>
public enum ModeDeRepartition
{
    PremierVolume,
    ParVolume,
    TotalRepete,
    Absente,
}

/// <summary>One file of an état. A null <paramref name="Repartition"/> is a file without the block.</summary>
public sealed record VolumeXhl(int Numero, string NomFichier, IReadOnlyList<BulletinFictif> Bulletins, IReadOnlyList<LigneDeRepartition>? Repartition);

/// <summary>Cuts an état in volumes.</summary>
public static class Volumes
{
    /// <summary>Volumes of nearly equal size; the last has what is left.</summary>
    public static List<VolumeXhl> Couper(MoisDePaye mois, int nombre, ModeDeRepartition mode)
    {
        var taille = (mois.Bulletins.Count + nombre - 1) / nombre;
        var volumes = new List<VolumeXhl>(nombre);
        for (var i = 0; i < nombre; i++)
        {
            var bulletins = mois.Bulletins.Skip(i * taille).Take(taille).ToList();
            volumes.Add(new VolumeXhl(i + 1, NomFichier(mois, nombre > 1 ? i + 1 : null), bulletins, Repartition(mois, mode, i, bulletins)));
        }

        return volumes;
    }

    /// <summary>File name of §12.1; trains are told apart by the name too.</summary>
    public static string NomFichier(MoisDePaye mois, int? volume)
    {
        var train = mois.Train is { } t ? $"{t}-" : "";
        var budget = mois.Budget is null or "00" ? "" : $"B{mois.Budget}-";
        var suffixe = volume is { } v ? $"-{v:00}" : "";
        return train.Length + budget.Length == 0
            ? $"{mois.Employeur.Siret}-{mois.Annee}-ETAT_PAYE-{mois.Mois:00}{suffixe}.xhl"
            : $"{train}{budget}{mois.Employeur.Siret}-{mois.Annee}-{mois.Mois:00}{suffixe}.xhl";
    }

    private static List<LigneDeRepartition>? Repartition(MoisDePaye mois, ModeDeRepartition mode, int index, List<BulletinFictif> bulletins) => mode switch
    {
        ModeDeRepartition.PremierVolume when index == 0 => RepartitionFictive.De(mois.Bulletins, mois.Convention),
        ModeDeRepartition.TotalRepete => RepartitionFictive.De(mois.Bulletins, mois.Convention),
        ModeDeRepartition.ParVolume => RepartitionFictive.De(bulletins, mois.Convention),
        _ => null,
    };
}
