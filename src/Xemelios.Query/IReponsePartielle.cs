namespace Xemelios.Query;

/// <summary>An answer of which a part may have been given up because its time was over.</summary>
public interface IReponsePartielle
{
    bool EstPartielle { get; }
}
