namespace Xemelios.Query.Export;

/// <summary>A list that each row of an answer carries.</summary>
/// <param name="Cle">Key of its array in JSON, and prefix of its columns where rows are flat.</param>
public sealed record ListeEmboitee(string Cle, string Titre, IReadOnlyList<ColonneDeTable> Colonnes);

/// <summary>A row and, for each list, its elements.</summary>
public sealed record RangeeEmboitee(IReadOnlyList<object?> Cellules, IReadOnlyList<IReadOnlyList<IReadOnlyList<object?>>> Elements);

/// <summary>Totals of the whole answer: one cell a column, and for each list one cell a column of it; null where a sum means nothing.</summary>
public sealed record TotauxEmboites(IReadOnlyList<object?> Cellules, IReadOnlyList<IReadOnlyList<object?>> Elements);

/// <summary>An answer whose rows carry lists: arrays in JSON; elsewhere, one row for each element (<see cref="APlat"/>).</summary>
/// <param name="Rangees">Read once, one after the other.</param>
public sealed record TableEmboitee(
    string Titre, IReadOnlyList<ColonneDeTable> Colonnes, IReadOnlyList<ListeEmboitee> Listes, IEnumerable<RangeeEmboitee> Rangees, TotauxEmboites Totaux)
{
    /// <summary>What a reader of flat rows must know before adding them up.</summary>
    public const string Regle =
        "Une rangée par élément de liste, et une seule pour un bulletin sans élément : les textes, dates et entiers du bulletin sont répétés sur chacune, ses montants, nombres et comptes ne figurent que sur la première.";

    /// <summary>One row for each element, list after list; a row without any element keeps one. What can be added up stands on the
    /// first of them alone, so that the sum of a column is its total.</summary>
    public TableDeReponse APlat()
    {
        var nommer = Listes.Count > 1;
        var vides = Listes.Select(l => new object?[l.Colonnes.Count]).ToList();
        return new TableDeReponse(
            Titre,
            [
                .. Colonnes, .. nommer ? [new ColonneDeTable("donnee", "Donnée", TypeDeColonne.Texte)] : Array.Empty<ColonneDeTable>(),
                .. Listes.SelectMany(l => l.Colonnes.Select(c => c with { Cle = $"{l.Cle}_{c.Cle}", Titre = $"{l.Titre} : {c.Titre}" })),
            ],
            Rangees.SelectMany(r => Etaler(r, nommer, vides)))
        {
            Totaux = [.. Totaux.Cellules, .. nommer ? [null] : Array.Empty<object?>(), .. Totaux.Elements.SelectMany(e => e)],
        };
    }

    private IEnumerable<IReadOnlyList<object?>> Etaler(RangeeEmboitee rangee, bool nommer, List<object?[]> vides)
    {
        var premiere = true;
        for (var liste = 0; liste < Listes.Count; liste++)
        {
            foreach (var element in rangee.Elements[liste])
            {
                yield return Plate(premiere ? rangee.Cellules : Repetees(rangee.Cellules), nommer ? [Listes[liste].Titre] : [], vides, liste, element);
                premiere = false;
            }
        }

        if (premiere)
            yield return Plate(rangee.Cellules, nommer ? [null] : [], vides, -1, []);
    }

    private static object?[] Plate(IReadOnlyList<object?> cellules, object?[] donnee, List<object?[]> vides, int liste, IReadOnlyList<object?> element) =>
        [.. cellules, .. donnee, .. vides.SelectMany((v, i) => i == liste ? element : v)];

    private object?[] Repetees(IReadOnlyList<object?> cellules) => [.. cellules.Select((c, i) => SAdditionne(i) ? null : c)];

    private bool SAdditionne(int colonne) => Colonnes[colonne].Type is TypeDeColonne.Montant or TypeDeColonne.Nombre || Totaux.Cellules[colonne] is not null;
}

/// <summary>A writer whose format has lists inside rows.</summary>
public interface IEcritureEmboitee
{
    /// <inheritdoc cref="IEcritureDeTable.Ecrire"/>
    void Ecrire(TableEmboitee table, ProvenanceDeTable provenance, Stream sortie);
}
