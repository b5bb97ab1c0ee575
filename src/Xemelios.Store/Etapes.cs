using System.Diagnostics;

namespace Xemelios.Store;

/// <summary>The stages of the work, for whoever wants to know where the time goes: free of charge as long as nobody listens.</summary>
public static class Etapes
{
    public const string Nom = "Xemelios.Etapes";

    private static readonly ActivitySource Source = new(Nom);

    /// <summary>Begins a stage on this thread; disposing ends it. Stages do not nest.</summary>
    public static Activity? Commencer(string etape) => Source.StartActivity(etape);
}
