namespace Xemelios.Store.TextIndex;

/// <summary>The file is no text index of this version. It is a projection: it can be deleted and fed again.</summary>
public sealed class IndexDeRechercheIllisibleException(string chemin, Exception? cause = null) : Exception(
    $"L'index de recherche {Path.GetFileName(chemin)} est illisible ou d'une autre version. Supprimez-le : « xemelios reconstruire » le refait.",
    cause);
