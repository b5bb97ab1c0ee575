using Xemelios.Domain.Valeurs;
using Xemelios.Import;
using Xemelios.Query.Imports;
using Xemelios.Query.Suppressions;
using Xemelios.Store;

namespace Xemelios.Web.Imports;

/// <summary>What will happen to a file that is about to be imported.</summary>
/// <param name="Attendu">deja_importe or remplace; null: it is new.</param>
/// <param name="Remplace">Name of the pay file whose place it takes, when both are about some of the same agents.</param>
/// <param name="DuLot">That file is of the same batch.</param>
public sealed record AnnonceDeFichier(FichierReconnu Fichier, string? Attendu, string? Remplace, bool DuLot)
{
    /// <summary>How many volumes its month has, with those of the batch.</summary>
    public int? Volumes { get; init; }
}

/// <summary>Volumes that a month of an employer will still lack.</summary>
public sealed record MoisIncomplet(string Siret, string? Employeur, MoisDePaye Mois, string Budget, IReadOnlyList<int> Manquants);

/// <summary>What will happen when a batch is imported, as far as the reader may know of what is there already.</summary>
public sealed record AnnonceDeLot(IReadOnlyList<AnnonceDeFichier> Fichiers, IReadOnlyList<MoisIncomplet> Incomplets)
{
    /// <summary>Something that is there would be replaced: a person says yes first.</summary>
    public bool DemandeUneReponse => Fichiers.Any(f => f.Remplace is not null);
}

/// <summary>Says what an import will do before it does it, by the rule of the importer: same name and same état, another content.</summary>
public sealed class AnnoncesDImport(Entrepot entrepot, Questions questions)
{
    public AnnonceDeLot De(string lot) => De([.. entrepot.Depots.DuLot(lot).Select(d => FichiersDeposes.Reconnu(d)).OfType<FichierReconnu>()]);

    private AnnonceDeLot De(IReadOnlyList<FichierReconnu> fichiers)
    {
        var tous = fichiers.SelectMany(f => f.Contenus.Prepend(f)).ToList();
        var volumes = tous.Where(f => f.EstUnVolume).ToList();
        var presents = volumes.Count == 0 ? [] : questions.PoserSansGarder(new VolumesPresentsQuestion(
            [.. volumes.Select(v => v.Siret!).Distinct(StringComparer.Ordinal)], [.. volumes.Select(v => v.Periode!.Value).Distinct()]).Executer);
        var connus = questions.PoserSansGarder(new FichiersEntiersQuestion([.. tous.Select(f => f.Empreinte).OfType<string>().Distinct(StringComparer.Ordinal)]).Executer).ToHashSet(StringComparer.Ordinal);
        var numeros = Numeros(volumes, presents);
        var annonces = new List<AnnonceDeFichier>();
        var avant = new List<VolumePresent>(presents);
        var vus = new HashSet<string>(connus, StringComparer.Ordinal);
        foreach (var fichier in tous)
        {
            annonces.Add(Annoncer(fichier, avant, presents.Count, vus) with { Volumes = fichier.EstUnVolume ? numeros[Mois(fichier)].Max() : null });
            if (fichier.Empreinte is not null)
                vus.Add(fichier.Empreinte);
        }

        return new AnnonceDeLot(annonces, [.. volumes.DistinctBy(Mois).Select(v => Incomplet(v, numeros[Mois(v)])).Where(i => i.Manquants.Count > 0)]);
    }

    private static AnnonceDeFichier Annoncer(FichierReconnu fichier, List<VolumePresent> avant, int presents, HashSet<string> vus)
    {
        if (fichier.Empreinte is { } empreinte && vus.Contains(empreinte))
            return new AnnonceDeFichier(fichier, Etats.DejaImporte, null, false);
        if (!fichier.EstUnVolume)
            return new AnnonceDeFichier(fichier, null, null, false);
        var (siret, periode, budget, train) = (fichier.Siret, fichier.Periode, CodeBudget.Cle(fichier.Budget), fichier.Train ?? "");
        // The latest first: a file takes the place of the last that came.
        var rang = avant.FindLastIndex(v => v.Siret == siret && v.Periode == periode && v.Budget == budget && v.Train == train
            && v.Nom.Equals(fichier.Nom, StringComparison.OrdinalIgnoreCase) && v.Empreinte != fichier.Empreinte);
        avant.Add(new VolumePresent(siret!, periode!.Value, budget, train, fichier.Nom, fichier.Volume, fichier.Empreinte ?? fichier.Chemin));
        // Two entries of one archive are two volumes, whatever their names.
        return rang < 0 || (rang >= presents && avant[rang].Empreinte.Contains('!', StringComparison.Ordinal) && fichier.Empreinte is null)
            ? new AnnonceDeFichier(fichier, null, null, false)
            : new AnnonceDeFichier(fichier, Etats.Remplace, avant[rang].Nom, rang >= presents);
    }

    private static (string, int, string) Mois(FichierReconnu f) => (f.Siret!, f.Periode!.Value, CodeBudget.Cle(f.Budget));

    private static Dictionary<(string, int, string), List<int?>> Numeros(List<FichierReconnu> volumes, IReadOnlyList<VolumePresent> presents)
    {
        var numeros = volumes.GroupBy(Mois, v => v.Volume).ToDictionary(g => g.Key, g => g.ToList());
        foreach (var present in presents)
        {
            if (numeros.TryGetValue((present.Siret, present.Periode, present.Budget), out var mois))
                mois.Add(present.Numero);
        }

        return numeros;
    }

    private static MoisIncomplet Incomplet(FichierReconnu volume, List<int?> numeros) =>
        new(volume.Siret!, volume.Employeur, MoisDePaye.FromCle(volume.Periode!.Value), CodeBudget.Cle(volume.Budget), VolumesManquants.Entre(numeros));
}
