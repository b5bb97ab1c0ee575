namespace Xemelios.Query.Export;

/// <summary>Writes an answer in one format. It keeps nothing between two calls: one writer serves several threads.</summary>
public interface IEcritureDeTable
{
    /// <summary>Without the dot: "xlsx".</summary>
    string Extension { get; }

    string TypeMime { get; }

    /// <summary>Reads the rows once and writes them as they come. The stream is written synchronously, from where it stands, need not
    /// be seekable, and is left open: an answer to HTTP goes through a file.</summary>
    /// <exception cref="ArgumentException">a row has not one cell for each column.</exception>
    void Ecrire(TableDeReponse table, ProvenanceDeTable provenance, Stream sortie);
}
