using Xemelios.Domain.Habilitations;

namespace Xemelios.Cli;

/// <summary>Stands where the journal of the folder comes.</summary>
internal sealed class SansJournal : IJournal
{
    public static readonly SansJournal Seul = new();

    public void Ecrire(Acte acte)
    {
    }
}
