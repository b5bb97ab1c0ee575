namespace Xemelios.Query.Export;

/// <summary>An answer that can leave the program in any format, with what it was asked and drawn from.</summary>
/// <param name="Criteres">The question as a French sentence.</param>
/// <param name="Nom">A file name without extension; see <see cref="NomDeFichier.Sur"/>.</param>
public sealed record ReponseExportable(TableDeReponse Table, string Criteres, IReadOnlyList<FichierSource> Sources, string Nom)
{
    public void Ecrire(IEcritureDeTable ecriture, DateTimeOffset etabli, string utilisateur, Stream sortie) =>
        ecriture.Ecrire(Table, new ProvenanceDeTable(Criteres, etabli, utilisateur, Sources), sortie);
}
