using Xemelios.Domain.Habilitations;
using Xemelios.Query.Export;

namespace Xemelios.Query.Recherches;

/// <summary>One column of the result of a search, whole in one declaration.</summary>
/// <param name="Cle">Key in addresses, in JSON and in exports.</param>
/// <param name="Titre">Head of the column, that of XéMéLios where it has one.</param>
/// <param name="Sql">Its value on a row.</param>
/// <param name="Avec">Relations that the value needs beside the row, by their alias.</param>
public sealed record Colonne(string Cle, string Titre, TypeDeColonne Type, string Sql, params IReadOnlyList<string> Avec)
{
    /// <summary>Shown without being asked for.</summary>
    public bool ParDefaut { get; init; }

    /// <summary>Its sum means something: amounts and hours, not rates nor indices.</summary>
    public bool SeTotalise { get; init; }

    /// <summary>The result can be grouped by it: each row has one value of it, and few values are different.</summary>
    public bool Groupe { get; init; }

    /// <summary>The code behind the label that is shown: what groups are made of and criteria ask for.</summary>
    public string? Code { get; init; }

    /// <summary>What it is sorted by, when that is not what is shown.</summary>
    public string? Ordre { get; init; }

    /// <summary>What it shows, when that is protected.</summary>
    public DonneesProtegees Protege { get; init; }

    /// <summary>The column as a reader may see it: masked, it is a text by which nothing is sorted, grouped nor added up.</summary>
    internal Colonne Pour(Perimetre perimetre) => perimetre.Montre(Protege)
        ? this
        : this with { Type = TypeDeColonne.Texte, Sql = Masque.EnSql(Sql), Code = null, Ordre = null, Critere = null, Groupe = false, SeTotalise = false };

    /// <summary>The criterion that brings the column along when it is used, and to which a group leads; null without any.</summary>
    public string? Critere { get; init; }
}
