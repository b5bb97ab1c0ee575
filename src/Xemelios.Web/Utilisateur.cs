namespace Xemelios.Web;

/// <summary>Who uses the application: until there are accounts, the person at this machine.</summary>
public static class Utilisateur
{
    /// <summary>The name under which searches are kept and exports are dated.</summary>
    public const string Local = "poste local";
}
