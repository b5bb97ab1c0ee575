using Xemelios.DuckDb.Native;

namespace Xemelios.DuckDb;

/// <summary>Gives each parameter of a statement its value. One that has none is refused; values that no statement asks for are
/// left aside, so that one set can serve several variants of a query.</summary>
internal static class ParameterBinder
{
    public static void Bind(PreparedStatementHandle statement, DuckDbParameterCollection parameters)
    {
        var count = NativeMethods.ParameterCount(statement);
        if (count > 0) NativeMethods.ClearBindings(statement);
        for (ulong i = 1; i <= count; i++)
        {
            var name = NativeMethods.TakeText(NativeMethods.ParameterName(statement, i)) ?? "";
            var parameter = parameters.Find(name)
                ?? throw new InvalidOperationException($"The parameter ${name} has no value.");
            using var value = ParameterValue.Create(parameter.Value);
            if (value.IsInvalid) throw new InvalidOperationException($"DuckDB refuses the value of the parameter ${name}.");
            if (NativeMethods.BindValue(statement, i, value) == NativeState.Error)
                throw new DuckDbException(NativeMethods.Text(NativeMethods.PrepareError(statement)) ?? $"The parameter ${name} could not be bound.");
        }
    }
}
