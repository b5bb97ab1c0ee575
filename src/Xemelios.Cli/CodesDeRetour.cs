namespace Xemelios.Cli;

/// <summary>The exit codes, as XéMéLios's batch users know them.</summary>
public static class CodesDeRetour
{
    public const int Fait = 0;

    /// <summary>Done, with anomalies to look at.</summary>
    public const int Anomalies = 5;

    /// <summary>Something was refused or failed; what could be done is done.</summary>
    public const int Echec = 10;

    /// <summary>Wrong command line.</summary>
    public const int Syntaxe = 25;
}
