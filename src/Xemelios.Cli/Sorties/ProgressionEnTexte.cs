using Xemelios.Import;

namespace Xemelios.Cli.Sorties;

/// <summary>One line on standard error for each file that an import begins to read.</summary>
internal sealed class ProgressionEnTexte(TextWriter messages) : IProgress<ImportProgress>
{
    private string? _dernier;

    public void Report(ImportProgress value)
    {
        if (value.Fichier.Length == 0 || value.Etape != "lecture" || value.Fichier == _dernier)
            return;
        _dernier = value.Fichier;
        messages.WriteLine($"[{value.FichiersFaits + 1}/{value.FichiersEnTout}] {value.Fichier}");
    }
}
