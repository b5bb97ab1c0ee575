using Microsoft.Data.Sqlite;

namespace Xemelios.Store.Gestion.Journaux;

/// <summary>What stands for the entries that were purged: the chain goes on from it.</summary>
/// <param name="Numero">From 1, one for each purge.</param>
/// <param name="Rang">Rank of the last entry purged.</param>
/// <param name="Nombre">How many entries this purge took away.</param>
/// <param name="Premier">Earliest and latest instants of these entries (UTC, ISO 8601).</param>
/// <param name="Empreinte">Seal of the last entry purged.</param>
internal sealed record BorneDuJournal(long Numero, long Rang, long Nombre, string Premier, string Dernier, byte[] Empreinte)
{
    private const byte Sorte = 3;

    public const string Selection = "SELECT numero, rang, nombre, premier, dernier, empreinte, precedente, sceau FROM journal_borne ORDER BY numero";

    /// <summary>What the entry of the purge says of it: the boundary is itself under the seals of the journal.</summary>
    public string EnCles => $"rang={Rang};nombre={Nombre};du={Premier};au={Dernier};empreinte={Convert.ToHexStringLower(Empreinte)}";

    public byte[] Sceller(byte[] precedente) => Sceau.Calculer(
        Sorte, Numero, precedente, Sceau.Octets(Rang), Sceau.Octets(Nombre), Sceau.Octets(Premier), Sceau.Octets(Dernier), Empreinte);

    public static (BorneDuJournal Borne, byte[] Precedente, byte[] Sceau) Lire(SqliteDataReader l) => (
        new(l.GetInt64(0), l.GetInt64(1), l.GetInt64(2), l.GetString(3), l.GetString(4), l.GetFieldValue<byte[]>(5)),
        l.GetFieldValue<byte[]>(6), l.GetFieldValue<byte[]>(7));
}
