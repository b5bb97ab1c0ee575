using System.Data.Common;
using Xemelios.Domain.Habilitations;

namespace Xemelios.Query.Imports;

/// <summary>The pay files with bulletins that the états of some employers hold for some months: what an arriving file meets there.</summary>
/// <param name="Periodes">AAAAMM.</param>
public sealed record VolumesPresentsQuestion(IReadOnlyCollection<string> Sirets, IReadOnlyCollection<int> Periodes)
{
    public IReadOnlyList<VolumePresent> Executer(DbConnection connexion, Perimetre perimetre) => new Requete(connexion, perimetre, """
        SELECT v.siret, v.periode, v.budget, v.train, v.nom, v.numero, c.empreinte
        FROM volume_visible v JOIN contenu c ON c.id = v.contenu
        WHERE list_contains($sirets, v.siret) AND list_contains($periodes, v.periode) AND NOT v.entete_seul
        ORDER BY v.siret, v.periode, v.budget, v.train, v.numero, v.nom, c.empreinte
        """).Avec("sirets", Sirets.ToArray()).Avec("periodes", Periodes.Select(p => (long)p).ToArray())
        .Lire(r => new VolumePresent(r.TexteSur(), r.Entier(), r.TexteSur(), r.TexteSur(), r.TexteSur(), r.EntierOuNul(), r.TexteSur()));
}

/// <summary>One pay file of an état.</summary>
/// <param name="Budget">Key of the budget; '' without budget.</param>
/// <param name="Train">'' without train.</param>
/// <param name="Numero">Of the volume, from its name; null when the name gives none.</param>
public sealed record VolumePresent(string Siret, int Periode, string Budget, string Train, string Nom, int? Numero, string Empreinte);

/// <summary>The volumes that a month lacks, by their numbers.</summary>
public static class VolumesManquants
{
    /// <summary>A number as large as this was no rank.</summary>
    private const int PlusGrandNumero = 200;

    /// <summary>From 1 to the largest, those that are absent; none when no name gives a number. Trains may share one numbering: they are taken together.</summary>
    public static IReadOnlyList<int> Entre(IEnumerable<int?> numeros)
    {
        var presents = numeros.OfType<int>().Where(n => n is > 0 and <= PlusGrandNumero).ToHashSet();
        return presents.Count == 0 ? [] : [.. Enumerable.Range(1, presents.Max()).Where(n => !presents.Contains(n))];
    }
}
