using System.Data.Common;

namespace Xemelios.DuckDb;

/// <summary>DuckDB refused or failed. <see cref="Exception.Message"/> is DuckDB's own text.</summary>
public sealed class DuckDbException : DbException
{
    public DuckDbException()
    {
    }

    public DuckDbException(string message) : base(message) => ErrorType = TypeFromMessage(message);

    public DuckDbException(string message, Exception innerException) : base(message, innerException) => ErrorType = TypeFromMessage(message);

    public DuckDbException(string message, DuckDbErrorType errorType) : base(message) => ErrorType = errorType;

    /// <summary>Family of the error; <see cref="DuckDbErrorType.Invalid"/> when DuckDB does not tell.</summary>
    public DuckDbErrorType ErrorType { get; }

    /// <summary>For those who know no engine: 53200 when memory is exhausted, 57014 when the statement was interrupted; null otherwise.</summary>
    public override string? SqlState => ErrorType switch { DuckDbErrorType.OutOfMemory => "53200", DuckDbErrorType.Interrupt => "57014", _ => null };

    /// <summary>Only results carry a type in the C API; elsewhere the message begins with its name ("Catalog Error: …").</summary>
    private static DuckDbErrorType TypeFromMessage(string message)
    {
        var end = message.IndexOf(" Error: ", StringComparison.Ordinal);
        if (end < 0) return DuckDbErrorType.Invalid;
        var name = message[..end].Replace(" ", "", StringComparison.Ordinal);
        return Enum.TryParse<DuckDbErrorType>(name, ignoreCase: true, out var type) ? type : DuckDbErrorType.Invalid;
    }
}
