namespace Xemelios.Import.Intake;

/// <summary>Tells the type of a content by its first 64 KiB, without expanding or executing anything.</summary>
public static class Reconnaissance
{
    public static TypeDeContenu Reconnaitre(Arrivage arrivage) => arrivage.Octets == 0 ? TypeDeContenu.Vide : TypeDeContenu.Inconnu;
}
