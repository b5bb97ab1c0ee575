namespace Xemelios.Query.Export;

/// <summary>An answer that can leave the program in any format, with what it was asked and drawn from.</summary>
/// <param name="Criteres">The question as a French sentence.</param>
/// <param name="Nom">A file name without extension; see <see cref="NomDeFichier.Sur"/>.</param>
public sealed record ReponseExportable(TableDeReponse Table, string Criteres, IReadOnlyList<FichierSource> Sources, string Nom)
{
    /// <summary>The same answer with its lists, for the formats that have some; <see cref="Table"/> is then its flat form. Null without lists.</summary>
    public TableEmboitee? Emboitee { get; init; }

    public void Ecrire(IEcritureDeTable ecriture, DateTimeOffset etabli, string utilisateur, Stream sortie)
    {
        var provenance = new ProvenanceDeTable(Criteres, etabli, utilisateur, Sources);
        if (Emboitee is null) ecriture.Ecrire(Table, provenance, sortie);
        else if (ecriture is IEcritureEmboitee emboitee) emboitee.Ecrire(Emboitee, provenance, sortie);
        else ecriture.Ecrire(Table, provenance with { Criteres = $"{Criteres} {TableEmboitee.Regle}" }, sortie);
    }
}
