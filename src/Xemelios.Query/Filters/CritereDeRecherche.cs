namespace Xemelios.Query.Filters;

/// <summary>One filter as it stands in an address: its key and its value ("nature" = "64111").</summary>
public sealed record CritereDeRecherche(string Cle, string Valeur);
