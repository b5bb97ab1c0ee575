using Xemelios.Domain.Constats;
using Xemelios.Domain.Depense;
using Xemelios.Domain.Valeurs;

namespace Xemelios.Import.Pes;

/// <summary>What a bordereau says of itself against what it holds. Differences are told, never refused.</summary>
internal sealed class ControleDeBordereau(Provenance provenance)
{
    /// <summary>Annulation, réduction.</summary>
    private const string TypeCorrectif = "02";

    public IEnumerable<Anomalie> Verifier(Bordereau bordereau)
    {
        var lignes = bordereau.Mandats.SelectMany(m => m.Lignes).ToList();
        if (bordereau.NombreDePieces is { } annonces && annonces != bordereau.Mandats.Count)
        {
            yield return CatalogueDesAnomalies.NombreDePieces.En(
                provenance, $"Le bordereau annonce {annonces} pièces et en contient {bordereau.Mandats.Count}.");
        }

        if (EcartDeTotal("hors taxe", bordereau.MontantHt, lignes.Select(l => l.MontantHt), exige: false) is { } ecartHt)
            yield return ecartHt;
        if (EcartDeTotal("de TVA", bordereau.MontantTva, lignes.Select(l => l.MontantTva), exige: true) is { } ecartTva)
            yield return ecartTva;
        if (Negatifs(bordereau, lignes) is { } negatifs)
            yield return negatifs;
        foreach (var ligne in lignes.Where(l => bordereau.Type == TypeCorrectif && l.Rattachement is not { Exercice: not null, NumeroMandat: not null }))
            yield return CatalogueDesAnomalies.CorrectionSansOrigine.En(ligne.Provenance);
    }

    /// <param name="exige">An absent total counts for zero: MtBordTVA must be there when a line has TVA.</param>
    private Anomalie? EcartDeTotal(string nom, Montant? annonce, IEnumerable<Montant?> montants, bool exige)
    {
        var somme = montants.Aggregate(Montant.Zero, (total, m) => total + (m ?? Montant.Zero));
        if ((annonce ?? (exige ? Montant.Zero : somme)) == somme)
            return null;
        return CatalogueDesAnomalies.TotalDeBordereau.En(
            provenance, $"Le total {nom} du bordereau est {annonce?.ToString() ?? "absent"}, la somme de ses lignes est {somme}.");
    }

    private static Anomalie? Negatifs(Bordereau bordereau, List<LigneDeMandat> lignes)
    {
        var negatives = lignes.Where(l => l.MontantHt < Montant.Zero || l.MontantTva < Montant.Zero).ToList();
        if (negatives.Count == 0)
            return null;
        var deuxFois = bordereau.Type == TypeCorrectif ? " Le bordereau est d'annulation : le signe s'y trouve deux fois." : "";
        return CatalogueDesAnomalies.MontantNegatif.En(
            negatives[0].Provenance, $"{CatalogueDesAnomalies.MontantNegatif.Sens} ({negatives.Count} lignes du bordereau){deuxFois}");
    }
}
