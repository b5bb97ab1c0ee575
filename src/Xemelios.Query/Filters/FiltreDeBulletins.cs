namespace Xemelios.Query.Filters;

/// <summary>One filter of the search of bulletins, whole in one declaration.</summary>
/// <param name="Cle">Key in the address.</param>
/// <param name="Libelle">Label shown to the reader.</param>
/// <param name="Sql">Condition on a bulletin <c>b</c>, or on a line <c>l</c>, with the value bound as <c>{0}</c>.</param>
/// <param name="SurLigne">The condition bears on lines: the result counts the lines found.</param>
/// <param name="Phrase">French sentence, the value in place of <c>{0}</c>.</param>
/// <param name="Lire">Reads the text of the address into the bound value; null when it does not read.</param>
public sealed record FiltreDeBulletins(string Cle, string Libelle, string Sql, bool SurLigne, string Phrase, Func<string, object?> Lire);
