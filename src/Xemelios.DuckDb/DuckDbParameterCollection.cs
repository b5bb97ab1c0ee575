using System.Collections;
using System.Data.Common;

namespace Xemelios.DuckDb;

/// <summary>The parameters of a command, found by name without regard to case, as DuckDB does.</summary>
public sealed class DuckDbParameterCollection : DbParameterCollection
{
    private readonly List<DuckDbParameter> _parameters = [];

    public override int Count => _parameters.Count;

    public override object SyncRoot => ((ICollection)_parameters).SyncRoot;

    /// <summary>Adds a named value; the name may begin with <c>$</c>.</summary>
    public DuckDbParameter Add(string name, object? value)
    {
        var parameter = new DuckDbParameter(name, value);
        _parameters.Add(parameter);
        return parameter;
    }

    public override int Add(object value)
    {
        _parameters.Add(Own(value));
        return _parameters.Count - 1;
    }

    public override void AddRange(Array values)
    {
        foreach (var value in values) Add(value!);
    }

    public override void Clear() => _parameters.Clear();

    public override bool Contains(object value) => IndexOf(value) >= 0;

    public override bool Contains(string value) => IndexOf(value) >= 0;

    public override void CopyTo(Array array, int index) => ((ICollection)_parameters).CopyTo(array, index);

    public override IEnumerator GetEnumerator() => _parameters.GetEnumerator();

    public override int IndexOf(object value) => value is DuckDbParameter own ? _parameters.IndexOf(own) : -1;

    public override int IndexOf(string parameterName)
    {
        var name = parameterName.TrimStart('$');
        return _parameters.FindIndex(p => string.Equals(p.ParameterName, name, StringComparison.OrdinalIgnoreCase));
    }

    public override void Insert(int index, object value) => _parameters.Insert(index, Own(value));

    public override void Remove(object value) => _parameters.Remove(Own(value));

    public override void RemoveAt(int index) => _parameters.RemoveAt(index);

    public override void RemoveAt(string parameterName) => _parameters.RemoveAt(Required(parameterName));

    /// <summary>The parameter that a statement calls <paramref name="name"/>: by name, or by rank for <c>?</c> and <c>$1</c>.</summary>
    internal DuckDbParameter? Find(string name)
    {
        var index = IndexOf(name);
        if (index >= 0) return _parameters[index];
        var positional = int.TryParse(name, System.Globalization.CultureInfo.InvariantCulture, out var rank)
            && rank >= 1 && rank <= Count && _parameters[rank - 1].ParameterName.Length == 0;
        return positional ? _parameters[rank - 1] : null;
    }

    protected override DbParameter GetParameter(int index) => _parameters[index];

    protected override DbParameter GetParameter(string parameterName) => _parameters[Required(parameterName)];

    protected override void SetParameter(int index, DbParameter value) => _parameters[index] = Own(value);

    protected override void SetParameter(string parameterName, DbParameter value) => _parameters[Required(parameterName)] = Own(value);

    private int Required(string name)
    {
        var index = IndexOf(name);
        return index >= 0 ? index : throw new ArgumentException($"There is no parameter '{name}'.", nameof(name));
    }

    private static DuckDbParameter Own(object value) =>
        value as DuckDbParameter ?? throw new InvalidCastException("A DuckDbParameter is needed.");
}
