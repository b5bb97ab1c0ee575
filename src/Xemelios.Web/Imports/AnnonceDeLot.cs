using Xemelios.Domain.Valeurs;
using Xemelios.Import;
using Xemelios.Query.Imports;
using Xemelios.Query.Suppressions;
using Xemelios.Store;
using Xemelios.Store.Gestion;

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

/// <summary>An employer of whom some files do not say their budget.</summary>
/// <param name="Connus">Budgets that may be theirs: those of its stored files, and of the others of the batch.</param>
/// <param name="Retenu">What was answered last; its code is '' for no budget; null when nobody ever was asked.</param>
public sealed record BudgetDemande(string Siret, string? Employeur, int Fichiers, IReadOnlyList<BudgetDEmployeur> Connus, BudgetDonne? Retenu);

/// <summary>What will happen when a batch is imported, as far as the reader may know of what is there already.</summary>
public sealed record AnnonceDeLot(IReadOnlyList<AnnonceDeFichier> Fichiers, IReadOnlyList<MoisIncomplet> Incomplets)
{
    /// <summary>The employers of whom a budget is to be said.</summary>
    public IReadOnlyList<BudgetDemande> SansBudget { get; init; } = [];

    /// <summary>Something that is there would be replaced, or nobody ever said a budget that is missing: a person answers first.</summary>
    public bool DemandeUneReponse => Remplaces > 0 || !EstRepondu;

    public bool EstRepondu => SansBudget.All(d => d.Retenu is not null);

    public int Remplaces => Fichiers.Count(f => f.Remplace is not null);

    /// <summary>The budgets that will be given to the files that name none; null when there are none.</summary>
    public BudgetsDonnes? Budgets => SansBudget.Where(d => d.Retenu is { Code.Length: > 0 }).ToDictionary(d => d.Siret, d => d.Retenu!, StringComparer.Ordinal) is { Count: > 0 } donnes
        ? new BudgetsDonnes(donnes)
        : null;
}

/// <summary>Says what an import will do before it does it, by the rule of the importer: same name and same état, another content.</summary>
public sealed class AnnoncesDImport(Entrepot entrepot, Questions questions, FileDImports file)
{
    public AnnonceDeLot De(string lot) =>
        De([.. entrepot.Depots.DuLot(lot).Select(d => FichiersDeposes.Reconnu(d)).OfType<FichierReconnu>()], file.Trouver(lot)?.Par?.Poste);

    private AnnonceDeLot De(IReadOnlyList<FichierReconnu> fichiers, string? poste)
    {
        var lus = fichiers.SelectMany(f => f.Contenus.Prepend(f)).ToList();
        var connus = Connus(lus);
        var sansBudget = SansBudget(lus, fichiers, connus, poste);
        var repondus = sansBudget.Where(d => d.Retenu is { Code.Length: > 0 }).ToDictionary(d => d.Siret, d => d.Retenu!.Code, StringComparer.Ordinal);
        var tous = lus.ConvertAll(f => f is { EstUnVolume: true, Budget: null } && repondus.GetValueOrDefault(f.Siret!) is { } code ? f with { Budget = code } : f);
        var volumes = tous.Where(f => f.EstUnVolume).ToList();
        var presents = volumes.Count == 0 ? [] : questions.PoserSansGarder(new VolumesPresentsQuestion(
            [.. volumes.Select(v => v.Siret!).Distinct(StringComparer.Ordinal)], [.. volumes.Select(v => v.Periode!.Value).Distinct()]).Executer);
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

        return new AnnonceDeLot(annonces, [.. volumes.DistinctBy(Mois).Select(v => Incomplet(v, numeros[Mois(v)])).Where(i => i.Manquants.Count > 0)]) { SansBudget = sansBudget };
    }

    private HashSet<string> Connus(List<FichierReconnu> fichiers) =>
        questions.PoserSansGarder(new FichiersEntiersQuestion([.. fichiers.Select(f => f.Empreinte).OfType<string>().Distinct(StringComparer.Ordinal)]).Executer).ToHashSet(StringComparer.Ordinal);

    /// <summary>What is stored already is not asked about again: importing it changes nothing.</summary>
    private List<BudgetDemande> SansBudget(List<FichierReconnu> tous, IReadOnlyList<FichierReconnu> fichiers, HashSet<string> connus, string? poste)
    {
        var muets = fichiers.Where(f => f.Empreinte is null || !connus.Contains(f.Empreinte)).SelectMany(f => f.Contenus.Prepend(f))
            .Where(f => f is { EstUnVolume: true, Budget: null }).GroupBy(f => f.Siret!, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        if (muets.Count == 0)
            return [];
        var presents = questions.PoserSansGarder(new BudgetsDesEmployeursQuestion([.. muets.Select(g => g.Key)]).Executer)
            .Concat(tous.Where(f => f is { EstUnVolume: true, Budget: not null }).Select(f => new BudgetDEmployeur(f.Siret!, CodeBudget.Cle(f.Budget), f.Budget!, null)))
            .DistinctBy(b => (b.Siret, b.Cle)).ToLookup(b => b.Siret, StringComparer.Ordinal);
        return muets.ConvertAll(g => new BudgetDemande(g.Key, g.Select(f => f.Employeur).FirstOrDefault(n => n is not null), g.Count(),
            [.. presents[g.Key].OrderBy(b => b.Cle, StringComparer.Ordinal)], entrepot.BudgetsRetenus.Pour(poste, g.Key)));
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
