using Xemelios.Query.Criteres;

namespace Xemelios.Query.ExportsConfigures;

/// <summary>What a configuration of export may be named by, on the command line and in addresses.</summary>
public static class CodeDeConfiguration
{
    /// <summary>Letters without accents, digits, "-" and "_".</summary>
    public const int PlusLong = 40;

    /// <summary>The same as the pattern of a field.</summary>
    public const string Motif = "[A-Za-z0-9_\\-]{1,40}";

    /// <summary>It has this form and is not the name of a ready-made export.</summary>
    public static bool EstPossible(string code) =>
        code.Length is > 0 and <= PlusLong && code.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && ExportDeLignesQuestion.Lire(code) is null;

    /// <summary>The subject of this name, as configurations keep it; null when there is none.</summary>
    public static Sujet? LireSujet(string? nom) =>
        Enum.GetValues<Sujet>().Cast<Sujet?>().FirstOrDefault(s => string.Equals(s.ToString(), nom, StringComparison.OrdinalIgnoreCase));
}

/// <summary>No configuration of export has this code.</summary>
public sealed class ConfigurationInconnueException(string code)
    : QuestionRefuseeException("QST-0005", $"La configuration d'export « {code} » n'existe pas. Prêts à l'emploi : lignes, categorie, rubrique, caisse.");
