using Xemelios.Domain.Habilitations;

namespace Xemelios.Query;

/// <summary>What stands in place of a protected value that the reader may not see: it says that there is one, and nothing of it.</summary>
/// <remarks>Not even its last signs, which told apart the accounts of a small service. An absent value stays absent. What is masked
/// cannot be looked for, sorted, grouped nor counted: that would tell it by trial.</remarks>
public static class Masque
{
    public const string Texte = "•••";

    /// <summary>The mask of a text; null when there is none.</summary>
    public static string? De(string? valeur) => string.IsNullOrWhiteSpace(valeur) ? null : Texte;

    /// <summary>The mask of a value in a statement.</summary>
    internal static string EnSql(string valeur) => $"CASE WHEN nullif(trim(({valeur})::VARCHAR), '') IS NOT NULL THEN '{Texte}' END";

    /// <exception cref="DonneeMasqueeException">the reader may not see this.</exception>
    internal static void Exiger(this Perimetre perimetre, DonneesProtegees donnees, string libelle)
    {
        if (!perimetre.Montre(donnees))
            throw new DonneeMasqueeException(libelle);
    }
}

/// <summary>Something is asked of what the reader may not see.</summary>
public sealed class DonneeMasqueeException(string libelle)
    : QuestionRefuseeException("QST-0010", $"« {libelle} » est masqué par votre habilitation : on ne peut ni le chercher, ni trier, ni regrouper par lui.");
