namespace Xemelios.Query.Export;
public sealed class EcritureParquet(string dossierTemporaire) : IEcritureDeTable
{
    public string Extension => "parquet";
    public string TypeMime => "application/vnd.apache.parquet";
    public void Ecrire(TableDeReponse table, ProvenanceDeTable provenance, Stream sortie) => throw new NotSupportedException(dossierTemporaire);
}
