using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Xemelios.DuckDb;

/// <summary>A named value, written <c>$name</c> in SQL. The type bound is the type of <see cref="Value"/>: see
/// <see cref="ParameterValue"/> for those known.</summary>
public sealed class DuckDbParameter : DbParameter
{
    private string _name = "";

    public DuckDbParameter()
    {
    }

    public DuckDbParameter(string name, object? value)
    {
        ParameterName = name;
        Value = value;
    }

    /// <summary>The name without its <c>$</c>; it may be given with it.</summary>
    [AllowNull]
    public override string ParameterName
    {
        get => _name;
        set => _name = (value ?? "").TrimStart('$');
    }

    public override object? Value { get; set; }

    /// <summary>Ignored: the type is that of the value.</summary>
    public override DbType DbType { get; set; } = DbType.Object;

    public override ParameterDirection Direction
    {
        get => ParameterDirection.Input;
        set
        {
            if (value != ParameterDirection.Input) throw new NotSupportedException("DuckDB parameters are inputs.");
        }
    }

    public override bool IsNullable { get; set; } = true;

    public override int Size { get; set; }

    [AllowNull]
    public override string SourceColumn { get; set; } = "";

    public override bool SourceColumnNullMapping { get; set; }

    public override void ResetDbType() => DbType = DbType.Object;
}
