using Xemelios.Query.Export;

namespace Xemelios.Checks.Echantillonnage;

/// <summary>A sample as a file: its units, the rule of each poste, the files that they were drawn from.</summary>
public static class ExportDEchantillon
{
    public static ReponseExportable De(FeuilleDePointage feuille) => new(
        SectionsDEchantillon.Table(feuille),
        $"{SectionsDEchantillon.Identification(feuille.Tire)}. {string.Join(" ", feuille.Tire.Postes.Select(p => $"{p.Poste.Libelle} : {MotsDEchantillon.Dire(p.Poste)}."))}",
        [.. feuille.Tire.Sources.Select(f => new FichierSource(f.Nom, f.Empreinte))],
        Nom(feuille));

    /// <summary>A file name without extension.</summary>
    public static string Nom(FeuilleDePointage feuille) => $"echantillon_{feuille.Tire.Siret}_{feuille.Tire.Mois}_graine-{feuille.Tire.Graine}";
}
