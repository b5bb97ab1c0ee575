using System.Text.Json;
using Xemelios.Domain.Valeurs;
using Xemelios.Import;
using Xemelios.Store.Gestion;
using Xemelios.Web.Components;

namespace Xemelios.Web.Imports;

/// <summary>What was recognised of the files that wait, and how it is said.</summary>
public static class FichiersDeposes
{
    private const int ContenusDits = 2;

    public static FichierReconnu? Reconnu(FichierDepose depose) => depose.Reconnu is { } ecrit ? JsonSerializer.Deserialize<FichierReconnu>(ecrit) : null;

    /// <summary>The pay files among what waits, those of archives too.</summary>
    public static IEnumerable<FichierReconnu> Volumes(IEnumerable<FichierDepose> deposes) =>
        deposes.Select(Reconnu).OfType<FichierReconnu>().SelectMany(f => f.Contenus.Prepend(f)).Where(f => f.EstUnVolume);

    /// <summary>« État de paye, COMMUNE D'EXEMPLE, mars 2026, budget 00, volume 1, 100 bulletins ».</summary>
    public static string Dire(FichierReconnu f) => string.Join(", ", ((string?[])
    [
        Type(f.Type), f.Employeur ?? f.Siret, f.Periode is { } cle ? FormatFrancais.Mois(cle / 100, cle % 100) : null, f.Budget is null ? null : $"budget {f.Budget}",
        f.Train is null or "" ? null : $"train {f.Train}", f.Volume is null ? null : $"volume {f.Volume}", f.Bulletins is { } nombre ? Pluriel.Compter(nombre, "bulletin") : null,
        Contenus(f),
    ]).Where(m => !string.IsNullOrWhiteSpace(m)));

    /// <summary>A type of file, in words.</summary>
    public static string Type(string type) => type switch
    {
        TypesDeFichier.Xhl => "État de paye",
        TypesDeFichier.XhlEnTete => "En-tête d'état de paye",
        TypesDeFichier.PesAller or TypesDeFichier.PesDepense or TypesDeFichier.PesPj => "Flux PES",
        TypesDeFichier.PesAutre => "Autre flux PES",
        TypesDeFichier.Acquit => "Acquit",
        TypesDeFichier.Archive => "Archive",
        TypesDeFichier.Piece => "Pièce justificative",
        TypesDeFichier.Passage => "Table de passage",
        TypesDeFichier.Manifeste => "Manifeste d'archive",
        _ => "Non reconnu",
    };

    private static string? Contenus(FichierReconnu f)
    {
        if (f.Type != TypesDeFichier.Archive)
            return null;
        var sortes = f.Contenus.GroupBy(c => c.Type, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Take(ContenusDits).Select(g => $"{FormatFrancais.Entier(g.Count())} × {Type(g.Key).ToLowerInvariant()}");
        return (f.EnPartie ? "au moins " : "") + Pluriel.Compter(f.Contenus.Count, "fichier") + (f.Contenus.Count == 0 ? "" : $" ({string.Join(", ", sortes)})");
    }
}
