namespace Xemelios.Query.Bulletins;

/// <summary>The bulletins before and after one bulletin in a result; null at the ends.</summary>
public sealed record Voisins(AdresseDeBulletin? Precedent, AdresseDeBulletin? Suivant, int Rang, int Total);

/// <summary>Where a bulletin stands: file and rank.</summary>
public sealed record AdresseDeBulletin(string Volume, int Ordre);
