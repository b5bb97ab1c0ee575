using System.Globalization;
using Xemelios.Domain.Valeurs;
using Xemelios.DuckDb;
using Xemelios.Store.Parquet;

namespace Xemelios.Query.Export;

/// <summary>Parquet, compressed by zstd: columns by their keys, exact decimals, a month as its first day.</summary>
/// <remarks>Titles, totals and provenance are in the metadata of the file (<c>parquet_kv_metadata</c>), as the JSON export writes them.</remarks>
/// <param name="dossierTemporaire">Where rows wait and the file is made.</param>
public sealed class EcritureParquet(string dossierTemporaire) : IEcritureDeTable
{
    public string Extension => "parquet";

    public string TypeMime => "application/vnd.apache.parquet";

    public void Ecrire(TableDeReponse table, ProvenanceDeTable provenance, Stream sortie)
    {
        using var fichier = new FichierParquet(dossierTemporaire, [.. table.Colonnes.Select(c => (c.Cle, Type(c.Type)))]);
        foreach (var ligne in table.LignesVerifiees())
        {
            for (var i = 0; i < ligne.Count; i++)
                Cellule(fichier.Lignes, table.Colonnes[i].Type, ligne[i]);
            fichier.Lignes.EndRow();
        }

        fichier.Ecrire(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["titre"] = table.Titre,
                ["criteres"] = provenance.Criteres,
                ["etabli"] = provenance.Etabli.ToString("O", CultureInfo.InvariantCulture),
                ["utilisateur"] = provenance.Utilisateur,
                ["sources"] = ReponseJson.Write(provenance.Sources),
                ["colonnes"] = ReponseJson.Write(table.Colonnes),
                ["totaux"] = ReponseJson.Write(table.Totaux),
            },
            sortie);
    }

    private static TypeParquet Type(TypeDeColonne type) => type switch
    {
        TypeDeColonne.Entier => TypeParquet.Entier,
        TypeDeColonne.Nombre => TypeParquet.Nombre,
        TypeDeColonne.Montant => TypeParquet.Montant,
        TypeDeColonne.Date or TypeDeColonne.Mois => TypeParquet.Date,
        _ => TypeParquet.Texte,
    };

    private static void Cellule(TableAppender lignes, TypeDeColonne type, object? valeur)
    {
        if (valeur is null)
        {
            lignes.Null();
            return;
        }

        switch (type)
        {
            case TypeDeColonne.Entier: lignes.Int64(Convert.ToInt64(valeur, CultureInfo.InvariantCulture)); break;
            case TypeDeColonne.Nombre: lignes.Decimal(Convert.ToDecimal(valeur, CultureInfo.InvariantCulture)); break;
            case TypeDeColonne.Montant: lignes.Decimal18(((Montant)valeur).Centimes); break;
            case TypeDeColonne.Date: lignes.Date((DateOnly)valeur); break;
            case TypeDeColonne.Mois when (MoisDePaye)valeur is var mois: lignes.Date(new DateOnly(mois.Annee, mois.Mois, 1)); break;
            default: lignes.Text(Convert.ToString(valeur, CultureInfo.InvariantCulture)); break;
        }
    }
}
