namespace Xemelios.Query.Export.Pdf;

/// <summary>A table as a document to print: title and criteria, head repeated on each page, totals, source files, page x / y.</summary>
/// <remarks>A column too wide for its paper goes on the next line of its cell; nothing is left out.</remarks>
public sealed class EcriturePdf : IEcritureDeTable
{
    /// <summary>Rows from which the widths of the columns are taken.</summary>
    private const int LignesMesurees = 500;

    public string Extension => "pdf";

    public string TypeMime => "application/pdf";

    public void Ecrire(TableDeReponse table, ProvenanceDeTable provenance, Stream sortie)
    {
        using var lignes = table.LignesVerifiees().GetEnumerator();
        List<IReadOnlyList<object?>> premieres = [];
        while (premieres.Count < LignesMesurees && lignes.MoveNext())
            premieres.Add(lignes.Current);
        var document = new DocumentPdf(sortie, table.Titre, provenance.Etabli);
        var dessin = new TablePdf(document, table, FormatDePage.Choisir(document, table, premieres));
        var nombre = 0L;
        dessin.Commencer(provenance);
        dessin.Ecrire(Toutes());
        dessin.Finir(nombre, provenance.Sources);
        document.Terminer();

        IEnumerable<IReadOnlyList<object?>> Toutes()
        {
            foreach (var ligne in premieres)
            {
                nombre++;
                yield return ligne;
            }

            while (lignes.MoveNext())
            {
                nombre++;
                yield return lignes.Current;
            }
        }
    }
}
