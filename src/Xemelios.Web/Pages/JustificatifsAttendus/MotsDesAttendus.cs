using Xemelios.Query.JustificatifsAttendus;

namespace Xemelios.Web.Pages.JustificatifsAttendus;

/// <summary>The words of the expected pieces.</summary>
public static class MotsDesAttendus
{
    /// <summary>The key of the pastille.</summary>
    public static string Presence(PresenceDePiece presence) => presence switch
    {
        PresenceDePiece.Presente => "presente",
        PresenceDePiece.NatureInconnue => "nature_inconnue",
        _ => "manquante",
    };
}
