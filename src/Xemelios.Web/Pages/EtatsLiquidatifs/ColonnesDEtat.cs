using Xemelios.Domain.Valeurs;
using Xemelios.Query.EtatsLiquidatifs;

namespace Xemelios.Web.Pages.EtatsLiquidatifs;

/// <summary>One column of amounts of an état.</summary>
/// <param name="Part">The lines that it sums; <see cref="PartDePaye.Bulletins"/> for what bulletins declare.</param>
public sealed record ColonneDEtat(string Titre, PartDePaye Part, Func<LigneLiquidee, Montant?> Valeur, string? Precision = null);

/// <summary>The columns of amounts that an état shows: those that hold nothing are left out.</summary>
public static class ColonnesDEtat
{
    public static IReadOnlyList<ColonneDEtat> De(IReadOnlyCollection<LigneLiquidee> lignes, bool declare)
    {
        var colonnes = new List<ColonneDEtat>
        {
            new("Brut", declare ? PartDePaye.Bulletins : PartDePaye.Brut, l => l.Brut, declare ? "Brut déclaré par les bulletins" : "Somme des lignes du brut"),
            new("Retenues", PartDePaye.Retenues, l => l.Retenues),
        };
        if (lignes.Any(l => l.NetAPayer is not null))
        {
            colonnes.Add(new("Net", PartDePaye.Bulletins, l => l.Net));
            colonnes.Add(new("Net à payer", PartDePaye.Bulletins, l => l.NetAPayer));
        }

        colonnes.Add(new("Charges patronales", PartDePaye.Charges, l => l.CotisationsPatronales));
        if (lignes.Any(l => l.AvantagesEnNature != Montant.Zero))
            colonnes.Add(new("Avantages en nature", PartDePaye.Avantages, l => l.AvantagesEnNature, "Ni payés, ni mandatés : comptés à part"));
        if (lignes.Any(l => l.Autres != l.AvantagesEnNature))
            colonnes.Add(new("Autres", PartDePaye.Autres, l => l.Autres - l.AvantagesEnNature, "Acomptes et catégories inconnues : ni brut, ni retenue, ni charge"));
        colonnes.Add(new("À mandater", PartDePaye.Mandat, l => l.Montant, "Brut des lignes et charges patronales"));
        if (lignes.Any(l => l.ArrondiPorte is not null))
            colonnes.Add(new("Arrondi porté", PartDePaye.Bulletins, l => l.ArrondiPorte, "Centimes que l'arrondi des parts laisse, portés par le premier budget de chaque bulletin ; compris dans le brut et les charges"));
        return colonnes;
    }
}
