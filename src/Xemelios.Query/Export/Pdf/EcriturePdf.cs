namespace Xemelios.Query.Export.Pdf;
public sealed class EcriturePdf : IEcritureDeTable
{
    public string Extension => "pdf";
    public string TypeMime => "application/pdf";
    public void Ecrire(TableDeReponse table, ProvenanceDeTable provenance, Stream sortie) => throw new NotSupportedException();
}
