namespace Xemelios.Domain.Habilitations;

/// <summary>Keeps nothing: stands where the journal of a folder comes.</summary>
public sealed class SansJournal : IJournal
{
    public static readonly SansJournal Seul = new();

    public void Ecrire(Acte acte)
    {
    }
}
