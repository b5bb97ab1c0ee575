namespace Xemelios.Domain.Paye;

/// <summary>Receives bulletins on the thread that reads them; several such lots of one file may be filled side by side.</summary>
public interface ILotDeBulletins
{
    /// <summary>Takes in a bulletin; its lines stand in a buffer that is used again after the call.</summary>
    void Ajouter(Bulletin bulletin);
}
